"""`/hasil/<unit>/survei/<survey>`: the figures of a survey beside the SKM, element by element, with their source; and the same as CSV."""

import csv
import io
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.i18n import Catalogue
from feedbackbot.reports.figures import ReportUnit, report_unit
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.instruments import (
    SurveyResult,
    all_instruments,
    instruments_of,
    survey_result,
)
from feedbackbot.web.reports.metadata import SURVEY_COLUMNS, survey_metadata
from feedbackbot.web.site import SAFE, Site

_HEADERS = {**SAFE, "cache-control": "public, max-age=300"}
_Found = tuple[ReportUnit, SurveyResult, bool]


class SurveyResultPages:
    """Shown while the unit asks the survey, and afterwards where enough had answered."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/hasil/{code}/survei/{survey}.csv", self.download),
            Route("/hasil/{code}/survei/{survey}.csv-metadata.json", self.describe),
            Route("/hasil/{code}/survei/{survey}", self.show),
        ]

    async def show(self, request: Request) -> Response:
        found = await self._runtime.read(lambda tx: _found(tx, request))
        if found is None:
            return PlainTextResponse("not found", 404, SAFE)
        unit, result, asked = found
        language = self._site.language(request)
        return self._site.page(
            request,
            "survey.html",
            headers=_HEADERS,
            unit=unit,
            found=result,
            asked=asked,
            words=lambda text: text.get(language) or text["id"],
        )

    async def download(self, request: Request) -> Response:
        found = await self._runtime.read(lambda tx: _found(tx, request))
        if found is None or found[1].index is None:
            return PlainTextResponse("not found", 404, SAFE)
        headers = {**_HEADERS, "content-disposition": f'attachment; filename="{found[1].instrument.id}.csv"'}
        return Response("\ufeff" + _csv(*found[:2]), media_type="text/csv; charset=utf-8", headers=headers)

    async def describe(self, request: Request) -> Response:
        """Of the CSV beside it, as CSV on the Web (W3C) asks for it."""
        found = await self._runtime.read(lambda tx: _found(tx, request))
        if found is None or found[1].index is None:
            return PlainTextResponse("not found", 404, SAFE)
        headers = {**_HEADERS, "access-control-allow-origin": "*"}
        return JSONResponse(survey_metadata(found[1], self._runtime.settings), headers=headers)


def _found(tx: Transaction, request: Request) -> _Found | None:
    unit = report_unit(tx, request.path_params["code"][:40])
    one = all_instruments(tx).get(request.path_params["survey"][:20])
    if unit is None or one is None:
        return None
    asked = unit.active and one in instruments_of(tx, unit.id)
    result = survey_result(tx, unit.id, one)
    return (unit, result, asked) if asked or result.index else None


def _csv(unit: ReportUnit, found: SurveyResult) -> str:
    """A decimal point, ISO days; one row an element, the index last."""
    buffer, one = io.StringIO(), found.instrument
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(SURVEY_COLUMNS)
    days = (found.period.first.isoformat(), found.period.last.isoformat())
    head = [unit.code, one.id, one.version, *days, found.n]
    if found.index:
        for element in one.elements:
            writer.writerow([*head, element.key, found.index.mean(element.key), len(one.scale)])
        writer.writerow([*head, "index", found.index.value, len(one.scale)])
        writer.writerow([*head, "index", found.index.of_hundred, 100])
    return buffer.getvalue()
