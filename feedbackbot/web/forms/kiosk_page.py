"""`/kiosk/<unit>/<counter>`: the rating on a tablet at the counter; works on without network, and sends what it kept when that returns."""

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.forms.form import Form
from feedbackbot.domain.survey.rating_form import PAGE_ELEMENTS, PAGE_SERVICE, RATING_FORM, SERVICE
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.forms.rate_at_kiosk import open_kiosk, rate_at_kiosk
from feedbackbot.usecases.forms.rate_on_page import RatedPlace
from feedbackbot.usecases.survey.instruments import instruments_of
from feedbackbot.web.forms.kiosk_screen import HEADERS, KioskScreen, Sent, answer, body_of
from feedbackbot.web.forms.kiosk_survey import KioskSurveys
from feedbackbot.web.forms.page_fields import chosen_service, form_of
from feedbackbot.web.forms.visitor import comes_from_elsewhere

_HERE: Final = Path(__file__).parent
# a comment or a profile is nothing for a screen that the next one waits for
_NOT_ASKED: Final = frozenset(
    one.key for one in RATING_FORM.fields if one.page not in (PAGE_ELEMENTS, PAGE_SERVICE)
)


class KioskPages:
    """Handlers. The page itself is for everybody; only an opened screen may send."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._screen = KioskScreen(runtime, catalogue)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/kiosk/kiosk.js", self.script),
            Route("/kiosk/sw.js", self.worker),
            Route("/kiosk/{unit}/{counter}", self.show),
            Route("/kiosk/{unit}/{counter}/app.json", self.install),
            Route("/kiosk/{unit}/{counter}/buka", self.open, methods=["POST"]),
            Route("/kiosk/{unit}/{counter}/suara", self.take, methods=["POST"]),
            *KioskSurveys(self._screen).routes(),
        ]

    async def script(self, _: Request) -> Response:
        return _script("kiosk.js")

    async def worker(self, _: Request) -> Response:
        return _script("kiosk-sw.js")

    async def install(self, request: Request) -> Response:
        """So that the tablet can keep the page as an app that fills the screen from the start."""
        place = await self._screen.place(request)
        if place is None:
            return answer("no", 404)
        here = request.url.path.removesuffix("/app.json")
        manifest = {
            "name": place.unit.name,
            "short_name": place.unit.short_name,
            "start_url": here,
            "scope": here,
        }
        return JSONResponse({**manifest, "display": "fullscreen"}, headers=HEADERS)

    async def show(self, request: Request) -> Response:
        place = await self._screen.place(request)
        if place is None:
            return self._screen.site.page(request, "no-kiosk.html", status=404, headers=HEADERS)
        others = await self._runtime.read(lambda tx: instruments_of(tx, place.unit.id))
        here = request.url.path.rstrip("/")
        forms = {
            language: {
                "others": [
                    (f"{here}/survei/{one.id}", one.name.get(language) or one.name["id"]) for one in others
                ],
                "fields": self._screen.fields(_asked(place, language), language),
                "words": self._screen.words(place, language),
            }
            for language in self._screen.catalogue.languages
        }
        return self._screen.site.page(request, "kiosk.html", headers=HEADERS, place=place, forms=forms)

    async def open(self, request: Request) -> Response:
        place, told = await self._screen.place(request), await body_of(request)
        if place is None or comes_from_elsewhere(request, self._runtime.settings):
            return answer("no", 404)
        typed = str(told.get("code", ""))
        token = await self._runtime.write(lambda tx: open_kiosk(tx, place, typed))
        return answer("no", 403) if token is None else answer("open", 200, token=token)

    async def take(self, request: Request) -> Response:
        """200 only after it is kept; 4xx for what will never be taken."""
        place = await self._screen.place(request)
        if place is None:
            return answer("no", 404)
        sent = await self._screen.sent(request, place, _asked(place, "id"))
        if not isinstance(sent, Sent):
            return sent
        service = chosen_service(place, sent.values.get(SERVICE, ""))
        try:
            rated = await self._runtime.write(
                lambda tx: rate_at_kiosk(tx, place, sent.name, sent.values, sent.at, service)
            )
        except FeedbackbotError:
            return answer("no", 422)
        return answer(rated.outcome.value, 200)


def _asked(place: RatedPlace, language: str) -> Form:
    return form_of(place, language).without(_NOT_ASKED)


def _script(name: str) -> Response:
    body = (_HERE / "scripts" / name).read_bytes()
    # a service worker may do what its own answer allows, not what the page does
    return Response(body, media_type="text/javascript", headers=HEADERS)
