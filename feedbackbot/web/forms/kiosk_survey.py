"""A survey beside the SKM on the screen at the counter: the same screen, another form."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.forms.form import Form
from feedbackbot.domain.survey.instrument import Instrument, instrument_form
from feedbackbot.domain.survey.rating_form import CONSENT
from feedbackbot.errors import FeedbackbotError
from feedbackbot.usecases.forms.rate_at_kiosk import answer_at_kiosk
from feedbackbot.usecases.forms.rate_on_page import RatedPlace
from feedbackbot.usecases.survey.instruments import instruments_of
from feedbackbot.web.forms.kiosk_screen import HEADERS, KioskScreen, Sent, answer


class KioskSurveys:
    """Handlers; a survey that the unit does not ask is not there. It is opened with the counter's screen."""

    def __init__(self, screen: KioskScreen) -> None:
        self._screen = screen

    def routes(self) -> list[BaseRoute]:
        path = "/kiosk/{unit}/{counter}/survei/{survey}"
        return [Route(path, self.show), Route(f"{path}/suara", self.take, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        found, site = await self._found(request), self._screen.site
        if found is None:
            return site.page(request, "no-kiosk.html", status=404, headers=HEADERS)
        place, one = found
        forms = {language: self._form(place, one, language) for language in site.catalogue.languages}
        return site.page(request, "kiosk.html", headers=HEADERS, place=place, forms=forms)

    def _form(self, place: RatedPlace, one: Instrument, language: str) -> dict[str, Any]:
        about = one.about.get(language) or one.about["id"]
        agreed = self._screen.site.texts(language)("form-intro-izin-lain")
        words = {"title": one.name.get(language) or one.name["id"], "agree": f"{about} {agreed}"}
        return {
            "others": [],
            "fields": self._screen.fields(_asked(one), language),
            "words": {**self._screen.words(place, language), **words},
        }

    async def take(self, request: Request) -> Response:
        """As a rating is taken."""
        found = await self._found(request)
        if found is None:
            return answer("no", 404)
        place, one = found
        sent = await self._screen.sent(request, place, _asked(one))
        if not isinstance(sent, Sent):
            return sent
        answers = {key: int(value) for key, value in sent.values.items()}
        try:
            await self._screen.runtime.write(
                lambda tx: answer_at_kiosk(tx, place, one, sent.name, answers, sent.at)
            )
        except FeedbackbotError:
            return answer("no", 422)
        return answer("counted", 200)

    async def _found(self, request: Request) -> tuple[RatedPlace, Instrument] | None:
        place, survey = await self._screen.place(request), request.path_params["survey"][:20]
        if place is None:
            return None
        asked = await self._screen.runtime.read(lambda tx: instruments_of(tx, place.unit.id))
        return next(((place, one) for one in asked if one.id == survey), None)


def _asked(one: Instrument) -> Form:
    """The consent is given by the tap that begins."""
    return instrument_form(one).without({CONSENT})
