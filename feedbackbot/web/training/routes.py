"""`/verify/<code>`: whether a certificate is genuine. Tells nothing but what is printed on it."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.message_text import plain
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.training.credits import Proof, Verified, verify

_LONGEST: Final = 40
_HEADERS: Final = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
}
_STATUS: Final = {Proof.UNKNOWN: 404, Proof.MISTYPED: 404}


class CertificatePages:
    """Handlers over a database that is only read."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._catalogue = catalogue
        here = Path(__file__).parent
        self._pages = Environment(
            loader=FileSystemLoader([here / "templates", here.parent / "reports" / "templates"]),
            autoescape=select_autoescape(),
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def routes(self) -> list[BaseRoute]:
        return [Route("/verify", self.ask), Route("/verify/{code}", self.show)]

    async def ask(self, request: Request) -> Response:
        typed = request.query_params.get("kode", "").strip()
        return await self._answer(request, typed) if typed else self._page(request, None)

    async def show(self, request: Request) -> Response:
        return await self._answer(request, request.path_params["code"])

    async def _answer(self, request: Request, typed: str) -> Response:
        return self._page(request, await self._runtime.read(lambda tx: verify(tx, typed[:_LONGEST])))

    def _page(self, request: Request, found: Verified | None) -> Response:
        language = self._language(request)

        def t(key: str, /, **values: Value) -> str:
            return plain(self._catalogue.text(language, key, **values))

        certificate = found.certificate if found else None
        body = self._pages.get_template("verify.html").render(
            t=t,
            language=language,
            other=next(one for one in self._catalogue.languages if one != language),
            path=request.url.path,
            settings=self._runtime.settings,
            proof=found.proof.value if found else "",
            number=found.number if found else "",
            certificate=certificate,
            day=t("verify-on", at=certificate.finished_on) if certificate else "",
        )
        status = _STATUS.get(found.proof, 200) if found else 200
        return HTMLResponse(body, status, headers={**_HEADERS, "content-language": language})

    def _language(self, request: Request) -> str:
        wanted = request.query_params.get("bahasa", "")
        return wanted if wanted in self._catalogue.languages else self._runtime.settings.default_language
