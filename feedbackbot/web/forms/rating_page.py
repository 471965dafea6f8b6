"""`/n/<unit>[/<counter>]`: rate a unit in the browser. Works without scripts; with one, a draft outlives a lost connection."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forms.filled import Filled, check
from feedbackbot.domain.survey.rating_form import SERVICE
from feedbackbot.domain.survey.visit import place_payload
from feedbackbot.domain.visits.receipt import receipt_visit
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.forms.rate_on_page import (
    Ballot,
    Begun,
    RatedPlace,
    rate_on_page,
    rated_place,
)
from feedbackbot.usecases.survey.instruments import instruments_of
from feedbackbot.usecases.survey.rate_by_form import FormOutcome, FormRated
from feedbackbot.usecases.survey.show_result import present_result
from feedbackbot.usecases.units.find_unit import find_units, kinds, units_of
from feedbackbot.web.forms.arrival import known_of
from feedbackbot.web.forms.known_places import KnownPlaces
from feedbackbot.web.forms.late_form import late_token
from feedbackbot.web.forms.page_fields import Shown, chosen_service, fields_of, form_of
from feedbackbot.web.forms.page_token import PageToken, page_token, read_page_token
from feedbackbot.web.forms.questions import Questions
from feedbackbot.web.forms.visitor import (
    comes_from_elsewhere,
    new_voter,
    place_name,
    remember_voter,
    voter_of,
)
from feedbackbot.web.site import POLICY, SAFE, Site

_HEADERS: Final = {
    **SAFE,
    "content-security-policy": f"{POLICY}; script-src 'self'",
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
}
_LONGEST_SEARCH: Final = 80


class RatingPages:
    """Handlers; what is sent is kept before it is acknowledged."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._catalogue = catalogue
        self._places = KnownPlaces(runtime)
        self._site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")
        self._questions = Questions(self._site, runtime.settings.survey_period_days)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/n", self.choose),
            Route("/n.js", self.script),
            Route("/n/{unit}/terima-kasih", self.thank),
            Route("/n/{unit}", self.ask, methods=["GET"]),
            Route("/n/{unit}", self.take, methods=["POST"]),
            Route("/n/{unit}/{counter}", self.ask, methods=["GET"]),
            Route("/n/{unit}/{counter}", self.take, methods=["POST"]),
        ]

    # Which unit

    async def choose(self, request: Request) -> Response:
        return await self._choose(request, request.query_params.get("cari", "")[:_LONGEST_SEARCH])

    async def _choose(self, request: Request, words: str, *, unknown: str = "") -> Response:
        def read(tx: Any) -> tuple[Any, Any]:
            found = find_units(tx, words, with_services=False) if words.strip() else []
            return [one.unit for one in found], [(k.name, units_of(tx, "kind", k.code)) for k in kinds(tx)]

        found, groups = await self._runtime.read(read)
        return self._site.page(
            request,
            "choose.html",
            status=404 if unknown else 200,
            headers=_HEADERS,
            words=words,
            found=found,
            groups=groups,
            unknown=unknown,
        )

    async def _unknown(self, request: Request) -> Response:
        """What was meant is perhaps among these."""
        code = request.path_params["unit"][:_LONGEST_SEARCH]
        return await self._choose(request, code.replace("-", " "), unknown=code)

    async def script(self, _: Request) -> Response:
        body = (Path(__file__).parent / "scripts" / "n.js").read_bytes()
        return Response(
            body, media_type="text/javascript", headers={**SAFE, "cache-control": "public, max-age=3600"}
        )

    # The form

    async def ask(self, request: Request) -> Response:
        settings, key = self._runtime.settings, self._runtime.settings.require_key()
        place = await self._place(request)
        if place is None:
            return await self._unknown(request)
        voter = voter_of(request, key)
        receipt = request.query_params.get("s", "")[:16]
        before, good = Begun({}, counts=False), False
        if voter or receipt:
            before, good = await self._runtime.read(lambda tx: known_of(tx, place, voter, receipt))
        code = place.counter.code if place.counter else ""
        visit = receipt_visit(code) if good else code
        fresh = voter or new_voter()
        token = page_token(
            key, PageToken(place.unit.id, visit, receipt if good else ""), fresh, self._runtime.now()
        )
        values = {name: str(answer) for name, answer in before.answers.items()}
        over = "struk" in request.query_params or (receipt != "" and not good)
        page = self._form_page(request, Shown(place, values, token, {}, before.counts, over))
        if not voter:
            remember_voter(page, fresh, settings)
        return page

    def _form_page(self, request: Request, shown: Shown, language: str = "", status: int = 200) -> Response:
        language = language or self._site.language(request)
        place = shown.place
        return self._site.page(
            request,
            "rate.html",
            status=status,
            headers=_HEADERS,
            language=language,
            questions=self._questions.of(shown, language),
            shown=shown,
            chats=self._chats(place, language),
            days=self._runtime.settings.survey_period_days,
        )

    async def _place(self, request: Request) -> RatedPlace | None:
        return await self._places.find(request.path_params["unit"], request.path_params.get("counter", ""))

    def _chats(self, place: RatedPlace, language: str) -> dict[str, str]:
        """The same rating in a chat app, by its name."""
        payload = place_payload(place.unit.code, place.counter.code if place.counter else "")
        links = self._runtime.links.all(payload)
        return {channel_name(self._catalogue, language, channel): link for channel, link in links.items()}

    # What was filled in

    async def take(self, request: Request) -> Response:
        runtime, key = self._runtime, self._runtime.settings.require_key()
        given = await fields_of(request)
        language = given.get("bahasa", "") if given.get("bahasa") in self._catalogue.languages else ""
        place = await self._place(request)
        if place is None:
            return await self._unknown(request)
        if comes_from_elsewhere(request, runtime.settings):
            return self._again(request, place, Filled({}), {"": "page-from-elsewhere"}, 403, language)
        voter, token = voter_of(request, key), given.get("t", "")
        told = read_page_token(key, token, voter, runtime.now())
        filled = check(form_of(place, language or "id"), given)
        if told is None or told.unit_id != place.unit.id:
            fresh = await runtime.read(lambda tx: late_token(tx, place, token, voter))
            return self._again(request, place, filled, {"": "page-send-again"}, 422, language, fresh)
        if filled.problems:
            return self._again(request, place, filled, filled.problems, 422, language, token)
        ballot = Ballot(
            place,
            filled.values,
            voter,
            token,
            place_name(request, runtime.settings, city_day(runtime.now())),
            chosen_service(place, filled.values.get(SERVICE, "")),
            told.visit or (place.counter.code if place.counter else None),
            told.receipt,
        )
        try:
            rated = await runtime.write(lambda tx: rate_on_page(tx, ballot))
        except FeedbackbotError as why:
            status = 429 if why.key == "page-too-many" else 422
            return self._again(request, place, filled, {"": why.key}, status, language, token)
        return self._thanks_address(request, rated, language or self._site.language(request))

    def _again(
        self,
        request: Request,
        place: RatedPlace,
        filled: Filled,
        problems: Mapping[str, str],
        status: int,
        language: str,
        token: str = "",
    ) -> Response:
        """The form as it was filled in, under what is wrong with it."""
        voter = voter_of(request, self._runtime.settings.require_key())
        key, fresh = self._runtime.settings.require_key(), voter or new_voter()
        token = token or page_token(key, PageToken(place.unit.id, ""), fresh, self._runtime.now())
        page = self._form_page(request, Shown(place, filled.values, token, problems), language, status)
        if not voter:
            remember_voter(page, fresh, self._runtime.settings)
        return page

    # Thanks

    @staticmethod
    def _thanks_address(request: Request, rated: FormRated, language: str) -> Response:
        """Another address, so that reloading it sends nothing."""
        base = request.url.path.rstrip("/").split("/")
        counter = base[3] if len(base) > 3 else ""
        query = f"hasil={rated.outcome.value}&n={rated.answered}&bahasa={language}&loket={counter[:20]}"
        return RedirectResponse(
            f"/n/{base[2]}/terima-kasih?{query}", 303, headers={"cache-control": "no-store"}
        )

    async def thank(self, request: Request) -> Response:
        def read(tx: Any) -> tuple[RatedPlace | None, Any, Any]:
            code, counter = request.path_params["unit"][:40], request.query_params.get("loket", "")[:20]
            place = rated_place(tx, code, counter)
            if place is None:
                return None, None, ()
            return place, present_result(tx, place.unit.id), instruments_of(tx, place.unit.id)

        place, result, others = await self._runtime.read(read)
        if place is None:
            return await self._unknown(request)
        told, answered = request.query_params.get("hasil", ""), request.query_params.get("n", "")
        outcome = FormOutcome(told) if told in set(FormOutcome) else FormOutcome.ALREADY
        return self._site.page(
            request,
            "thanks.html",
            headers=_HEADERS,
            place=place,
            outcome=outcome.value,
            answered=int(answered) if answered.isdecimal() and len(answered) == 1 else 0,
            result=result,
            others=others,
        )
