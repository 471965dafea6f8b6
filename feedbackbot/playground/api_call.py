"""One call of the Bot API as it came in: parameters from the query, a form or JSON, and uploaded files."""

import json
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from feedbackbot.playground.refusals import bad_request, entity_too_large


class Upload(NamedTuple):
    """A file sent along."""

    name: str
    content: bytes
    mime: str


class ApiCall:
    """The parameters of a call. Values arrive as text in forms and as JSON values in JSON; both are read alike."""

    __slots__ = ("files", "method", "person_id", "values")

    def __init__(self, method: str, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.method = method
        self.values = values
        self.files = files or {}
        self.person_id: int | None = None

    def text(self, name: str) -> str:
        """A text, "" if it was not given."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        return json.dumps(value) if isinstance(value, dict | list | bool) else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number; what is none counts as 0, as with Telegram."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return 0

    def flag(self, name: str) -> bool:
        """True for true, yes and 1."""
        value = self.values.get(name)
        return value is True or (value is not None and str(value).strip().lower() in ("true", "yes", "1"))

    def structure(self, name: str, refusal: str = "") -> Any:
        """A JSON value, None if it was not given. Broken JSON is refused with `refusal`, or ignored without one."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            if refusal:
                raise bad_request(refusal) from None
            return None


async def read_call(request: web.BaseRequest, method: str, most_bytes: int) -> ApiCall:
    """Read a request. Raises `Refusal` for broken JSON and for uploads over `most_bytes`."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if (request.content_length or 0) > most_bytes:
        raise entity_too_large()
    if kind == "multipart/form-data":
        try:
            files = await _read_parts(request, values, most_bytes)
        except web.HTTPRequestEntityTooLarge:
            raise entity_too_large() from None
        return ApiCall(method, values, files)
    raw = await request.read() if request.can_read_body else b""
    if not raw:
        return ApiCall(method, values)
    if kind == "application/x-www-form-urlencoded":
        values.update(parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == "application/json":
        try:
            given = json.loads(raw)
        except ValueError:
            raise bad_request("can't parse request JSON object") from None
        if not isinstance(given, dict):
            raise bad_request("object expected as request")
        values.update(given)
    return ApiCall(method, values)


async def _read_parts(request: web.BaseRequest, values: dict[str, Any], most_bytes: int) -> dict[str, Upload]:
    files: dict[str, Upload] = {}
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue  # a multipart within a multipart: no client sends one
        content = bytes(await part.read(decode=False))
        total += len(content)
        if total > most_bytes:
            raise entity_too_large()
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, content, mime)
    return files
