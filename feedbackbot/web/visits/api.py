"""`/api/v1`: units' applications tell of finished visits; anybody reads the results. Described at `/api/openapi.json` and `/api`."""

import json
import re
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.visits.honest_sample import Sample
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.figures import sample_of
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.visits.api_keys import ApiKey, key_of
from feedbackbot.usecases.visits.receipts import (
    VisitKept,
    VisitRefused,
    VisitTold,
    is_good,
    open_receipt,
    tell_visit,
)
from feedbackbot.web.forms.visitor import network_of
from feedbackbot.web.reports.metadata import index_metadata
from feedbackbot.web.reports.pages import AllUnits, UnitLine, all_units
from feedbackbot.web.site import SAFE, Site
from feedbackbot.web.visits.problem import problem
from feedbackbot.web.visits.qr import png_code, svg_code
from feedbackbot.web.visits.told import NotJson, WrongField, read_visit
from feedbackbot.web.visits.wrong_keys import WrongKeys

_REQUEST: Final = re.compile(r"[\x21-\x7e]{1,64}")
_TOKEN: Final = re.compile(r"[a-z2-7]{12}")
_NO_STORE: Final = {"cache-control": "no-store"}


class VisitApi:
    """Handlers of the programmes' side, and of the receipts' addresses."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._wrong_keys = WrongKeys(runtime.settings.api_wrong_keys)
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")
        self._described = json.loads((Path(__file__).parent / "openapi.json").read_text("utf-8"))

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api", self.page),
            Route("/api/openapi.json", self.describe),
            Route("/api/v1/visits", self.take_visit, methods=["POST"]),
            Route("/api/v1/results", self.results),
            Route("/s/{token}", self.open),
            Route("/s/{token}/qr.{kind}", self.code),
        ]

    async def page(self, request: Request) -> Response:
        return self._site.page(request, "api.html", described=self._described)

    async def describe(self, _: Request) -> Response:
        return JSONResponse(self._described, headers={**SAFE, "access-control-allow-origin": "*"})

    # Visits

    async def take_visit(self, request: Request) -> Response:
        runtime = self._runtime
        place = network_of(request, runtime.settings)
        scheme, _, text = request.headers.get("authorization", "").partition(" ")
        key = await runtime.read(lambda tx: key_of(tx, text.strip() if scheme.lower() == "bearer" else ""))
        if key is None:  # a right key is never kept waiting by what others of its address send
            if wait := self._wrong_keys.wait(place, runtime.now()):
                return problem("api-too-many-keys", wait=wait)
            self._wrong_keys.note(place, runtime.now())
            return problem("api-no-key")
        name = request.headers.get("idempotency-key", "")
        if name and not _REQUEST.fullmatch(name):
            return problem("api-wrong-field", "Idempotency-Key")
        try:
            body = read_visit(await request.body(), runtime.now())
            told = VisitTold(body.service, body.counter, body.finished_at, body.contact)
        except NotJson:
            return problem("api-not-json")
        except WrongField as wrong:
            return problem("api-wrong-field", str(wrong))
        if body.unit != key.unit_code:
            return problem("api-other-unit", "unit")
        try:
            kept = await runtime.write(lambda tx: tell_visit(tx, key, told, name))
        except VisitRefused as wrong:
            return problem(wrong.problem)
        return self._told(request, key, kept, body.counter)

    def _told(self, request: Request, key: ApiKey, kept: VisitKept, counter: str) -> Response:
        base = self._runtime.settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")
        answer: dict[str, Any] = {"unit": key.unit_code, "invited": bool(kept.token)}
        if kept.token:
            here = f"{base}/s/{kept.token}"
            answer |= {
                "expires_at": kept.expires_at.isoformat(),
                "links": {"web": here, **self._runtime.links.all(f"s_{kept.token}")},
                "qr": {"svg": f"{here}/qr.svg", "png": f"{here}/qr.png"},
            }
        return JSONResponse(answer, 200 if kept.again else 201, _NO_STORE)

    # Receipts

    async def open(self, request: Request) -> Response:
        """To the unit's page; what is over leads there too, and is told."""
        token = request.path_params["token"]
        if not _TOKEN.fullmatch(token):
            return RedirectResponse("/n", 303, _NO_STORE)

        def read(tx: Any) -> tuple[Any, bool]:
            visit = open_receipt(tx, token)
            return visit, visit is not None and is_good(tx, visit)

        visit, good = await self._runtime.read(read)
        if visit is None:
            return RedirectResponse("/n?struk=tidak-ada", 303, _NO_STORE)
        counter = f"/{visit.counter}" if visit.counter else ""
        query = f"s={token}" if good else "struk=habis"
        return RedirectResponse(f"/n/{visit.unit_code}{counter}?{query}", 303, _NO_STORE)

    async def code(self, request: Request) -> Response:
        """The picture of the receipt's address; made of the token alone."""
        token, kind = request.path_params["token"], request.path_params["kind"]
        if not _TOKEN.fullmatch(token) or kind not in ("svg", "png"):
            return problem("api-no-unit")
        base = self._runtime.settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")
        link = f"{base}/s/{token}"
        headers = {**SAFE, "cache-control": "private, max-age=86400"}
        if kind == "png":
            return Response(png_code(link), media_type="image/png", headers=headers)
        return Response(svg_code(link), media_type="image/svg+xml", headers=headers)

    # Results

    async def results(self, request: Request) -> Response:
        wanted = request.query_params.get("unit", "")[:40]

        def read(tx: Any) -> tuple[AllUnits, dict[int, Sample]]:
            found = all_units(tx)
            lines = [line for line in found.lines if wanted in ("", line.unit.code)]
            first, last = found.period.first, found.period.last
            return found, {line.unit.id: sample_of(tx, line.unit.id, first, last) for line in lines}

        found, samples = await self._runtime.read(read)
        lines = [line for line in found.lines if line.unit.id in samples]
        if wanted and not lines:
            return problem("api-no-unit", "unit")
        body = {
            "metadata": index_metadata(found, self._runtime.settings),
            "units": [_unit(found, line, samples[line.unit.id]) for line in lines],
        }
        headers = {**SAFE, "cache-control": "public, max-age=300", "access-control-allow-origin": "*"}
        return JSONResponse(body, headers=headers)


def _unit(found: AllUnits, line: UnitLine, sample: Sample) -> dict[str, Any]:
    official = found.official.get(line.unit.id)
    figures = line.figures if line.shown else None
    body: dict[str, Any] = {
        "code": line.unit.code,
        "name": line.unit.name,
        "running": None,
        "published": None,
    }
    if figures is not None and figures.index is not None:
        interval = figures.interval
        body["running"] = {
            "n": figures.n,
            "ikm": float(figures.index.ikm),
            "grade": figures.index.grade.value,
            "low": round(interval.low, 2) if interval else None,
            "high": round(interval.high, 2) if interval else None,
            "elements": {key: float(value) for key, value in figures.index.nrr_rounded.items()},
        }
    if official is not None:
        body["published"] = {
            "period": official.period,
            "n": official.n,
            "ikm": float(official.ikm),
            "grade": official.grade,
        }
    if sample.visits:
        body["sample"] = _sample(sample)
    return body


def _sample(sample: Sample) -> dict[str, Any]:
    gap = sample.difference
    return {
        "visits": sample.visits,
        "invited": sample.invited,
        "answered": sample.answered,
        "response_rate": None if sample.rate is None else round(sample.rate, 4),
        "invited_minus_others": {
            "points": round(gap.points, 2),
            "low": round(gap.low, 2),
            "high": round(gap.high, 2),
        }
        if gap
        else None,
    }
