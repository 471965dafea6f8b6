"""The addresses of the result pages."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.elements import ELEMENTS, ordered
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.drawing.charts import BarChart, TrendChart
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.official.report_charts import elements_chart, period_name, trend_chart
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.web.reports.badge import badge
from feedbackbot.web.reports.embed import embedded_unit, oembed
from feedbackbot.web.reports.metadata import csv_metadata
from feedbackbot.web.reports.pages import OneUnit, all_units, as_csv, newest_done, one_unit
from feedbackbot.web.site import SAFE, Site

T = TypeVar("T")
_LONGEST_CACHE: Final = 300
_MINUTES: Final = "public, max-age=300"
_HEADERS: Final = {**SAFE, "cache-control": _MINUTES}


class ResultPages:
    """Handlers over a database that is only read. Charts are drawn once per state of their figures."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> None:
        self._runtime = runtime
        self._render = render
        self._drawn: OrderedDict[str, bytes] = OrderedDict()
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self.start),
            Route("/hasil", self.list_units),
            Route("/badge/{code}.svg", self.badge),
            Route("/hasil.csv", self.download),
            Route("/hasil.csv-metadata.json", self.describe),
            Route("/oembed", self.embed),
            Route("/hasil/{code}", self.show_unit),
            Route("/hasil/{code}/{chart}.svg", self.show_chart),
        ]

    async def start(self, request: Request) -> Response:
        """The city's invitation: rate, read, and see what was done about it."""
        found, done = await self._read(lambda tx: (all_units(tx), newest_done(tx)))
        return self._page(request, "units.html", found=found, home=True, done=done)

    async def badge(self, request: Request) -> Response:
        """To be embedded on a unit's own site."""
        found = await self._read(lambda tx: one_unit(tx, request.path_params["code"]))
        if found is None:
            return PlainTextResponse("not found", 404)
        t, figures = self._site.texts(self._site.language(request)), found.line.figures
        index = figures.index if found.line.shown and figures is not None else None
        value = f"{t('web-figure', value=index.ikm)} ({index.grade.value})" if index else t("badge-none")
        title = t("badge-title", unit=found.line.unit.name, value=value)
        headers = {
            **_HEADERS,
            "access-control-allow-origin": "*",
            "cross-origin-resource-policy": "cross-origin",
        }
        return Response(badge(t("badge-label"), value, title), media_type="image/svg+xml", headers=headers)

    async def list_units(self, request: Request) -> Response:
        found = await self._read(all_units)
        return self._page(request, "units.html", found=found)

    async def show_unit(self, request: Request) -> Response:
        found = await self._read(lambda tx: one_unit(tx, request.path_params["code"]))
        if found is None:
            return self._page(request, "missing.html", status=404)
        order = self._runtime.settings.survey_element_order
        base, elements = self._base(request), ordered(ELEMENTS, order)
        return self._page(request, "unit.html", found=found, elements=elements, base=base)

    async def show_chart(self, request: Request) -> Response:
        found = await self._read(lambda tx: one_unit(tx, request.path_params["code"]))
        chart = self._chart(request, found) if found else None
        if chart is None:
            return PlainTextResponse("not found", 404)
        headers = {**_HEADERS, "cross-origin-resource-policy": "cross-origin"}
        return Response(await self._svg(chart), media_type="image/svg+xml", headers=headers)

    async def download(self, request: Request) -> Response:
        found = await self._read(all_units)
        # The mark tells spreadsheet programs that the text is UTF-8
        body = "\ufeff" + as_csv(found)
        disposition = f'attachment; filename="hasil-{found.period.last.isoformat()}.csv"'
        described = '</hasil.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
        headers = {**_HEADERS, "content-disposition": disposition, "link": described}
        return Response(body, media_type="text/csv; charset=utf-8", headers=headers)

    async def describe(self, _: Request) -> Response:
        found = await self._read(all_units)
        body = csv_metadata(found, self._runtime.settings)
        headers = {**_HEADERS, "access-control-allow-origin": "*"}
        return JSONResponse(body, media_type="application/csvm+json", headers=headers)

    async def embed(self, request: Request) -> Response:
        wanted, base = request.query_params, self._base(request)
        if wanted.get("format", "json") != "json":
            return PlainTextResponse("only json", 501, SAFE)
        code = embedded_unit(wanted.get("url", "")[:500], base)
        found = await self._read(lambda tx: one_unit(tx, code)) if code else None
        if code is None or found is None or not found.line.shown:
            return PlainTextResponse("not found", 404, SAFE)
        source, language = self._runtime.settings.city_government, self._site.language(request)
        body = oembed(code, found.line.unit.name, base, source, wanted.get("maxwidth", ""), language)
        return JSONResponse(body, headers={**_HEADERS, "access-control-allow-origin": "*"})

    def _base(self, request: Request) -> str:
        return self._runtime.settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")

    async def _read(self, query: Callable[[Transaction], T]) -> T:
        return await self._runtime.read(query)

    def _chart(self, request: Request, found: OneUnit) -> BarChart | TrendChart | None:
        t = self._site.texts(self._site.language(request))
        figures, name = found.line.figures, found.line.unit.name
        if request.path_params["chart"] == "unsur" and found.line.shown and figures is not None:
            return elements_chart(t, name, found.period, figures, self._runtime.settings.survey_element_order)
        if request.path_params["chart"] == "tren" and found.has_trend:
            return trend_chart(t, name, found.points, found.least)
        return None

    async def _svg(self, chart: BarChart | TrendChart) -> bytes:
        key = repr(chart)
        if key not in self._drawn:
            self._drawn[key] = await self._render.render(draw, chart, "svg")
        self._drawn.move_to_end(key)
        while len(self._drawn) > _LONGEST_CACHE:
            self._drawn.popitem(last=False)
        return self._drawn[key]

    def _page(self, request: Request, template: str, status: int = 200, **values: Any) -> Response:
        t = self._site.texts(self._site.language(request))
        return self._site.page(
            request,
            template,
            status=status,
            headers=_HEADERS,
            period_name=lambda period: plain(period_name(t, period)),
            **values,
        )
