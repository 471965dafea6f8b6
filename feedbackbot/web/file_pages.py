"""`/berkas/<token>`: a file that a chat service does not take. What opens once is handed out by a button: chat services and phones
look at links before people do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.delivery.file_links import PATH, FileLinks, LinkedFile
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.site import SAFE, Site

_LONGEST: Final = 2000
_HEADERS: Final = {**SAFE, "cache-control": "no-store", "x-robots-tag": "noindex"}


class FilePages:
    """Handlers over the makers of files, by source."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue, makers: Mapping[str, Maker]) -> None:
        self._links = FileLinks(runtime)
        self._makers = makers
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

    def routes(self) -> list[BaseRoute]:
        return [
            Route(f"{PATH}/{{token}}", self.show, methods=["GET"]),
            Route(f"{PATH}/{{token}}", self.hand_out, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        found = await self._found(request)
        if found is None:
            return self._page(request, "", 404)
        if found.once:
            return self._page(request, found.attachment.name, 200)
        return await self._file(request, found)

    async def hand_out(self, request: Request) -> Response:
        found = await self._found(request)
        return self._page(request, "", 404) if found is None else await self._file(request, found)

    async def _found(self, request: Request) -> LinkedFile | None:
        token = request.path_params["token"]
        return await self._links.find(token) if len(token) <= _LONGEST else None

    async def _file(self, request: Request, found: LinkedFile) -> Response:
        """Made before the code is used up: what fails can be asked for again."""
        try:
            made = await self._makers[found.attachment.source](found.attachment)
        except (LookupError, FeedbackbotError):  # erased, or gone with its chat service
            return self._page(request, "", 404)
        return _download(made) if await self._links.use(found) else self._page(request, "", 404)

    def _page(self, request: Request, name: str, status: int) -> Response:
        return self._site.page(request, "file.html", status=status, headers=_HEADERS, name=name)


def _download(made: MadeFile) -> Response:
    named = f"attachment; filename*=utf-8''{quote(made.name)}"
    return Response(made.content, media_type=made.mime, headers={**_HEADERS, "content-disposition": named})
