"""What every form on the screen at the counter shares: where it stands, its words, and what it sends."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forms.filled import check
from feedbackbot.domain.forms.form import Form
from feedbackbot.domain.forms.kiosk_code import is_kiosk
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.forms import speak
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.forms.rate_on_page import RatedPlace, rated_place
from feedbackbot.web.site import POLICY, SAFE, Site

HEADERS: Final = {
    **SAFE,
    "content-security-policy": f"{POLICY}; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'",
    "cache-control": "no-cache",
}
_NAME: Final = re.compile(r"[0-9a-f-]{36}")
_OPEN_DAYS: Final = 180
_WORDS: Final = ("title", "start", "agree", "back", "thanks", "thanks-more", "waiting", "skip")


@dataclass(frozen=True, slots=True)
class Sent:
    """`name` is the screen's own of this form; `at` when it was filled in, by its clock."""

    name: str
    values: Mapping[str, str]
    at: datetime


class KioskScreen:
    """Only an opened screen may send."""

    def __init__(self, runtime: Runtime, catalogue: Catalogue) -> None:
        self.runtime, self.catalogue = runtime, catalogue
        self.site = Site(catalogue, lambda: runtime.settings, Path(__file__).parent / "templates")

    async def place(self, request: Request) -> RatedPlace | None:
        """None for a counter that is not there."""
        unit, counter = request.path_params["unit"][:40], request.path_params["counter"][:20]
        place = await self.runtime.read(lambda tx: rated_place(tx, unit, counter))
        return place if place is not None and place.counter is not None else None

    def fields(self, form: Form, language: str) -> list[dict[str, Any]]:
        """As the screen's script reads them."""
        return [
            {
                "key": one.key,
                "kind": one.kind.value,
                "question": one.question,
                "options": [[option.key, option.label] for option in one.options],
            }
            for page in speak(form, self.catalogue, language).pages
            for one in page.fields
        ]

    def words(self, place: RatedPlace, language: str) -> dict[str, str]:
        t = self.site.texts(language)
        words = {word: t(f"kiosk-{word}", unit=place.unit.short_name) for word in _WORDS}
        return {**words, "language": t("language-name")}

    async def sent(self, request: Request, place: RatedPlace, form: Form) -> Sent | Response:
        """What was filled in, or the answer to what will never be taken."""
        told = await body_of(request)
        if not self._is_open(place, str(told.get("token", ""))):
            return answer("closed", 403)
        name, given = str(told.get("id", "")), told.get("answers")
        if not _NAME.fullmatch(name) or not isinstance(given, dict) or told.get("agreed") is not True:
            return answer("no", 422)
        filled = check(form, {str(key): str(value) for key, value in given.items()})
        return Sent(name, filled.values, _moment(told.get("at")) or self.runtime.now())

    def _is_open(self, place: RatedPlace, token: str) -> bool:
        counter = place.counter.code if place.counter else ""
        key, today = self.runtime.settings.require_key(), city_day(self.runtime.now())
        return is_kiosk(key, token, place.unit.code, counter, today, _OPEN_DAYS)


def answer(outcome: str, status: int, **more: str) -> Response:
    return JSONResponse({"outcome": outcome, **more}, status, {"cache-control": "no-store"})


async def body_of(request: Request) -> dict[str, Any]:
    """Empty for what is no JSON object."""
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
