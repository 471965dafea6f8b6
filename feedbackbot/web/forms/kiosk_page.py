"""`/kiosk/<unit>/<counter>`: the rating on a tablet at the counter; works on without network, and sends what it kept when that returns."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forms.filled import check
from feedbackbot.domain.forms.form import Form
from feedbackbot.domain.forms.kiosk_code import is_kiosk
from feedbackbot.domain.survey.rating_form import PAGE_ELEMENTS, PAGE_SERVICE, RATING_FORM, SERVICE
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.forms import speak
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.forms.rate_at_kiosk import open_kiosk, rate_at_kiosk
from feedbackbot.usecases.forms.rate_on_page import RatedPlace, rated_place
from feedbackbot.web.forms.page_fields import chosen_service, form_of
from feedbackbot.web.forms.visitor import comes_from_elsewhere
from feedbackbot.web.site import POLICY, SAFE, Site

_HEADERS: Final = {
    **SAFE,
    "content-security-policy": f"{POLICY}; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'",
    "cache-control": "no-cache",
}
_HERE: Final = Path(__file__).parent
_NAME: Final = re.compile(r"[0-9a-f-]{36}")
_OPEN_DAYS: Final = 180
# a comment or a profile is nothing for a screen that the next one waits for
_NOT_ASKED: Final = frozenset(
    one.key for one in RATING_FORM.fields if one.page not in (PAGE_ELEMENTS, PAGE_SERVICE)
)
_WORDS: Final = ("title", "start", "agree", "back", "thanks", "thanks-more", "waiting", "skip")


class KioskPages:
    """Handlers. The page itself is for everybody; only an opened screen may send."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self._runtime = runtime
        self._catalogue = catalogue
        self._site = Site(catalogue, lambda: runtime.settings, _HERE / "templates")

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/kiosk/kiosk.js", self.script),
            Route("/kiosk/sw.js", self.worker),
            Route("/kiosk/{unit}/{counter}", self.show),
            Route("/kiosk/{unit}/{counter}/app.json", self.install),
            Route("/kiosk/{unit}/{counter}/buka", self.open, methods=["POST"]),
            Route("/kiosk/{unit}/{counter}/suara", self.take, methods=["POST"]),
        ]

    async def script(self, _: Request) -> Response:
        return _script("kiosk.js")

    async def worker(self, _: Request) -> Response:
        return _script("kiosk-sw.js")

    async def install(self, request: Request) -> Response:
        """So that the tablet can keep the page as an app that fills the screen from the start."""
        place = await self._place(request)
        if place is None:
            return _answer("no", 404)
        here = request.url.path.removesuffix("/app.json")
        manifest = {
            "name": place.unit.name,
            "short_name": place.unit.short_name,
            "start_url": here,
            "scope": here,
        }
        return JSONResponse({**manifest, "display": "fullscreen"}, headers=_HEADERS)

    async def show(self, request: Request) -> Response:
        place = await self._place(request)
        if place is None:
            return self._site.page(request, "no-kiosk.html", status=404, headers=_HEADERS)
        forms = {
            language: {
                "fields": self._fields(place, language),
                "words": self._words(place, language),
            }
            for language in self._catalogue.languages
        }
        return self._site.page(request, "kiosk.html", headers=_HEADERS, place=place, forms=forms)

    def _fields(self, place: RatedPlace, language: str) -> list[dict[str, Any]]:
        """Which service, where there are several; then the nine."""
        return [
            {
                "key": one.key,
                "kind": one.kind.value,
                "question": one.question,
                "options": [[option.key, option.label] for option in one.options],
            }
            for page in speak(_asked(place, language), self._catalogue, language).pages
            for one in page.fields
        ]

    def _words(self, place: RatedPlace, language: str) -> dict[str, str]:
        t = self._site.texts(language)
        words = {word: t(f"kiosk-{word}", unit=place.unit.short_name) for word in _WORDS}
        return {**words, "language": t("language-name")}

    async def open(self, request: Request) -> Response:
        place, told = await self._place(request), await _body(request)
        if place is None or comes_from_elsewhere(request, self._runtime.settings):
            return _answer("no", 404)
        typed = str(told.get("code", ""))
        token = await self._runtime.write(lambda tx: open_kiosk(tx, place, typed))
        return _answer("no", 403) if token is None else _answer("open", 200, token=token)

    async def take(self, request: Request) -> Response:
        """200 only after it is kept; 4xx for what will never be taken."""
        place, told = await self._place(request), await _body(request)
        if place is None:
            return _answer("no", 404)
        if not self._is_open(place, str(told.get("token", ""))):
            return _answer("closed", 403)
        name, answers = str(told.get("id", "")), told.get("answers")
        if not _NAME.fullmatch(name) or not isinstance(answers, dict) or told.get("agreed") is not True:
            return _answer("no", 422)
        filled = check(_asked(place, "id"), {str(key): str(value) for key, value in answers.items()})
        service = chosen_service(place, filled.values.get(SERVICE, ""))
        at = _moment(told.get("at")) or self._runtime.now()
        try:
            rated = await self._runtime.write(
                lambda tx: rate_at_kiosk(tx, place, name, filled.values, at, service)
            )
        except FeedbackbotError:
            return _answer("no", 422)
        return _answer(rated.outcome.value, 200)

    async def _place(self, request: Request) -> RatedPlace | None:
        unit, counter = request.path_params["unit"][:40], request.path_params["counter"][:20]
        place = await self._runtime.read(lambda tx: rated_place(tx, unit, counter))
        return place if place is not None and place.counter is not None else None

    def _is_open(self, place: RatedPlace, token: str) -> bool:
        counter = place.counter.code if place.counter else ""
        key, today = self._runtime.settings.require_key(), city_day(self._runtime.now())
        return is_kiosk(key, token, place.unit.code, counter, today, _OPEN_DAYS)


def _asked(place: RatedPlace, language: str) -> Form:
    return form_of(place, language).without(_NOT_ASKED)


def _script(name: str) -> Response:
    body = (_HERE / "scripts" / name).read_bytes()
    # a service worker may do what its own answer allows, not what the page does
    return Response(body, media_type="text/javascript", headers=_HEADERS)


def _answer(outcome: str, status: int, **more: str) -> Response:
    return JSONResponse({"outcome": outcome, **more}, status, {"cache-control": "no-store"})


async def _body(request: Request) -> dict[str, Any]:
    try:
        told = json.loads(await request.body())
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _moment(value: object) -> datetime | None:
    """From milliseconds since 1970."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        return datetime.fromtimestamp(value / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
