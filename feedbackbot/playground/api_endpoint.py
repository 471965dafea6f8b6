"""The Bot API side: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
import logging
import re
import time

from aiohttp import web

from feedbackbot.playground import methods_edit, methods_profile, methods_receive, methods_send
from feedbackbot.playground.api_call import ApiCall, read_call
from feedbackbot.playground.faults import Drop
from feedbackbot.playground.methods_send import Method
from feedbackbot.playground.refusals import Refusal, bad_request, not_found, unauthorized
from feedbackbot.playground.rich_messages import send_rich_message
from feedbackbot.playground.signatures import signatures
from feedbackbot.playground.state import World

TOKEN = re.compile(r"\d+:PLAY[A-Za-z0-9_-]*")
GET_UPDATES = "getUpdates"
NO_UPDATES = b'{"ok":true,"result":[]}'
LONGEST_SUMMARY = 200
# Made once: json.dumps with separators would make one for every answer.
COMPACT = json.JSONEncoder(separators=(",", ":"))
SUMMARY_FIELDS = ("text", "caption", "action", "url", "name", "description", "file_id", "offset")
METHODS: dict[str, Method] = {
    **methods_send.METHODS,
    "sendRichMessage": send_rich_message,
    **methods_edit.METHODS,
    **methods_profile.METHODS,
    **methods_receive.METHODS,
}
log = logging.getLogger(__name__)


class ApiEndpoint:
    """Answers the bot. With `strict`, a parameter that the method does not have is refused instead of ignored."""

    def __init__(self, world: World, strict: bool) -> None:
        self.world = world
        self.strict = strict
        self._names = {name.lower(): name for name in (*METHODS, GET_UPDATES)}
        self._known = {name: signatures()[name.lower()].known for name in self._names.values()}

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """One call, noted in the list of calls."""
        started = time.perf_counter()
        token, _, asked = request.path[4:].partition("/")
        call = ApiCall(asked[:64], {})
        error: Refusal | None = None
        body, drop = b"", False
        try:
            self._check_token(token)
            call = await read_call(request, self._name_of(asked), self.world.bounds.request_bytes)
            if self.strict:
                self._check_parameters(call)
            body, drop = await self._carry_out(call, request)
        except Refusal as refusal:
            error = refusal
        except Drop:
            drop = True
        except Exception:
            log.exception("the playground failed on a call of %s", call.method)
            error = Refusal(500, "Internal Server Error")
        if error is not None:
            body = json.dumps(error.body()).encode()
        self._note(call, started, error, drop, body)
        if drop and request.transport is not None:
            request.transport.abort()
        return web.Response(body=body, status=error.code if error else 200, content_type="application/json")

    def _check_token(self, token: str) -> None:
        bot = self.world.bot
        if bot.token is None and TOKEN.fullmatch(token):
            bot.take_token(token)
        if token != bot.token:
            raise unauthorized()

    def _name_of(self, asked: str) -> str:
        name = self._names.get(asked.lower())
        if name is None:
            raise not_found()
        return name

    def _check_parameters(self, call: ApiCall) -> None:
        for name in call.values:
            if name not in self._known[call.method]:
                raise bad_request(f"playground: {call.method} has no parameter {name[:64]!r}")

    async def _carry_out(self, call: ApiCall, request: web.BaseRequest) -> tuple[bytes, bool]:
        """The JSON answer, and whether it is to be dropped on the way."""
        world, drop = self.world, False
        if world.faults.active:
            whom = self._whom(call)
            latency = world.faults.faults.latency_ms
            if latency and world.faults.touches(call.method, whom):
                await asyncio.sleep(latency / 1000)
            drop = world.faults.strike(call.method, whom)
        if call.method == GET_UPDATES:
            return await methods_receive.get_updates(world, call, lambda: _has_left(request)), drop
        before = world.ledger.total
        result = METHODS[call.method](world, call)
        if drop:
            world.ledger.mark_dropped(before)
        return b'{"ok":true,"result":' + COMPACT.encode(result).encode() + b"}", drop

    def _whom(self, call: ApiCall) -> int | None:
        tap = self.world.taps.get(call.text("callback_query_id"))
        return tap.person_id if tap is not None else call.number("chat_id") or None

    def _note(self, call: ApiCall, started: float, error: Refusal | None, drop: bool, body: bytes) -> None:
        ledger = self.world.ledger
        ledger.called(call.method, error.code if error else None)
        if drop:
            ledger.dropped[call.method] += 1
        if body == NO_UPDATES:
            return  # a poll that brought nothing would only fill the list
        entry = {
            "at": time.time(),
            "method": call.method,
            "ok": error is None and not drop,
            "error_code": error.code if error else None,
            "description": error.description if error else "connection dropped" if drop else None,
            "duration_ms": round((time.perf_counter() - started) * 1000, 2),
            "person": call.person_id,
            "summary": _summary(call),
        }
        self.world.note_call(entry)


def _has_left(request: web.BaseRequest) -> bool:
    return request.transport is None or request.transport.is_closing()


def _summary(call: ApiCall) -> str:
    for field in SUMMARY_FIELDS:
        value = call.values.get(field)
        if value:
            return str(value)[:LONGEST_SUMMARY]
    return ", ".join(upload.name for upload in call.files.values())[:LONGEST_SUMMARY]


async def answer_download(world: World, request: web.BaseRequest) -> web.StreamResponse:
    """GET /file/bot<token>/<file_path>."""
    token, _, path = request.path.removeprefix("/file/bot").partition("/")
    if token != world.bot.token:
        return web.json_response(unauthorized().body(), status=401)
    stored = world.files.by_path(path)
    content = world.files.content(stored) if stored is not None else None
    if stored is None or content is None or world.files.path_of(stored) != path:
        return web.json_response(not_found().body(), status=404)
    return web.Response(body=content, content_type="application/octet-stream")
