"""`/n/<unit>/survei/<survey>`: a survey beside the SKM, on a page. Its form comes from a data file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forms.filled import check
from feedbackbot.domain.survey.instrument import Instrument, instrument_form
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.forms import speak
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import UnitRow, unit_by_code
from feedbackbot.usecases.forms.rate_on_page import doubts_on_page
from feedbackbot.usecases.survey.instruments import SurveyBallot, answer_instrument, instruments_of
from feedbackbot.web.forms.page_fields import fields_of
from feedbackbot.web.forms.page_token import PageToken, page_token, read_page_token
from feedbackbot.web.forms.visitor import (
    comes_from_elsewhere,
    new_voter,
    place_name,
    remember_voter,
    voter_of,
)
from feedbackbot.web.site import SAFE, Site

_HEADERS = {**SAFE, "cache-control": "no-store", "referrer-policy": "same-origin"}
_CHANNEL = "web"
_SENT = "terkirim"


@dataclass(frozen=True, slots=True)
class _Asked:
    unit: UnitRow
    instrument: Instrument


class SurveyPages:
    """Handlers; a survey that the unit does not ask is not there."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime, self._catalogue = runtime, catalogue
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

    def routes(self) -> list[BaseRoute]:
        path = "/n/{unit}/survei/{survey}"
        return [Route(path, self.ask, methods=["GET"]), Route(path, self.take, methods=["POST"])]

    async def ask(self, request: Request) -> Response:
        asked = await self._asked(request)
        if asked is None:
            return PlainTextResponse("not found", 404, SAFE)
        told = request.query_params.get(_SENT, "")
        return self._page(request, asked, {}, {}, sent=told, language=self._site.language(request))

    async def take(self, request: Request) -> Response:
        asked, given, key = await self._asked(request), await fields_of(request), self._key
        if asked is None:
            return PlainTextResponse("not found", 404, SAFE)
        language = given["bahasa"] if given.get("bahasa") in self._catalogue.languages else "id"
        filled = check(instrument_form(asked.instrument), given)
        voter, token = voter_of(request, key), given.get("t", "")
        told = read_page_token(key, token, voter, self._runtime.now())
        problems, status = dict(filled.problems), 422
        if comes_from_elsewhere(request, self._runtime.settings):
            problems, status = {"": "page-from-elsewhere"}, 403
        elif told is None or (told.unit_id, told.visit) != (asked.unit.id, asked.instrument.id):
            problems = {"": "page-send-again"}
        low = False
        if not problems:
            try:
                low = await self._keep(request, asked, filled.values, voter, token)
            except FeedbackbotError as why:
                problems, status = {"": why.key}, 429 if why.key == "page-too-many" else 422
        if problems:
            return self._page(request, asked, filled.values, problems, status=status, language=language)
        query = f"bahasa={language}&{_SENT}={'rendah' if low else 'ya'}"
        return RedirectResponse(f"{request.url.path}?{query}", 303, {"cache-control": "no-store"})

    @property
    def _key(self) -> bytes:
        return self._runtime.settings.require_key()

    async def _asked(self, request: Request) -> _Asked | None:
        code, survey = request.path_params["unit"][:40], request.path_params["survey"][:20]

        def read(tx: Transaction) -> _Asked | None:
            unit = unit_by_code(tx, code)
            found = [one for one in instruments_of(tx, unit.id) if one.id == survey] if unit else []
            return _Asked(unit, found[0]) if unit and found else None

        return await self._runtime.read(read)

    async def _keep(
        self, request: Request, asked: _Asked, values: Mapping[str, str], voter: str, token: str
    ) -> bool:
        settings = self._runtime.settings
        place = place_name(request, settings, city_day(self._runtime.now()))
        answers = {one.key: int(values[one.key]) for one in asked.instrument.elements if one.key in values}

        def work(tx: Transaction) -> bool:
            doubts = doubts_on_page(tx, asked.unit.id, place, voter)
            name = f"web:{voter or f'form:{token}'}"
            ballot = SurveyBallot(asked.unit.id, asked.instrument, answers, name, token, _CHANNEL, doubts)
            return answer_instrument(tx, ballot)

        return await self._runtime.write(work)

    def _page(
        self,
        request: Request,
        asked: _Asked,
        values: Mapping[str, str],
        problems: Mapping[str, str],
        *,
        language: str,
        sent: str = "",
        status: int = 200,
    ) -> Response:
        voter = voter_of(request, self._key)
        fresh = voter or new_voter()
        one = asked.instrument
        shown: dict[str, Any] = {
            "unit": asked.unit,
            "form": speak(instrument_form(one), self._catalogue, language),
            "about": one.about.get(language) or one.about["id"],
            "values": values,
            "problems": problems,
            "token": page_token(self._key, PageToken(asked.unit.id, one.id), fresh, self._runtime.now()),
            "days": self._runtime.settings.survey_period_days,
            "sent": sent,
            "low": (one.after_low or {}).get(language, "") if sent == "rendah" else "",
        }
        page = self._site.page(
            request, "survey.html", status=status, headers=_HEADERS, language=language, **shown
        )
        if not voter:
            remember_voter(page, fresh, self._runtime.settings)
        return page
