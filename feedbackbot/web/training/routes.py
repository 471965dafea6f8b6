"""`/verify/<code>`: whether a certificate is genuine. Tells nothing but what is printed on it."""

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from feedbackbot.i18n import Catalogue
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.training.credits import Proof, Verified, verify
from feedbackbot.web.site import SAFE, Site

_LONGEST: Final = 40
_HEADERS: Final = {**SAFE, "cache-control": "no-store", "x-robots-tag": "noindex"}
_STATUS: Final = {Proof.UNKNOWN: 404, Proof.MISTYPED: 404}


class CertificatePages:
    """Handlers over a database that is only read."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

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
        t = self._site.texts(self._site.language(request))
        certificate = found.certificate if found else None
        return self._site.page(
            request,
            "verify.html",
            status=_STATUS.get(found.proof, 200) if found else 200,
            headers=_HEADERS,
            proof=found.proof.value if found else "",
            number=found.number if found else "",
            certificate=certificate,
            day=t("verify-on", at=certificate.finished_on) if certificate else "",
        )
