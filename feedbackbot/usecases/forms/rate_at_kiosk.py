"""Rate a unit on the screen at its counter, perhaps while the screen had no network."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forms.kiosk_code import kiosk_token, new_kiosk_code, read_kiosk_code
from feedbackbot.domain.survey.instrument import Instrument
from feedbackbot.domain.survey.pseudonym import SURVEY, pseudonym
from feedbackbot.storage.survey.form_receipts import note_receipt
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.alert_officer import alert_if_low
from feedbackbot.usecases.forms.rate_on_page import RatedPlace
from feedbackbot.usecases.reports.read_reports import readable_unit
from feedbackbot.usecases.survey.instruments import SurveyBallot, answer_instrument
from feedbackbot.usecases.survey.rate_by_form import FormOutcome, FormRated, Visited, Voice, rate_by_form

CHANNEL: Final = "kiosk"
_MARK: Final = "kios"
_MOST_LATE: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class KioskOpened:
    """`code` is typed once on the screen at `path` of the public address."""

    code: str
    path: str
    unit_name: str


def offer_kiosk(tx: Transaction, person_id: int, unit_id: int, counter: str) -> KioskOpened:
    """Raises FeedbackbotError for a unit that is not this person's."""
    unit = readable_unit(tx, person_id, unit_id)
    code = new_kiosk_code(tx.settings.require_key(), unit.code, counter, city_day(tx.now))
    return KioskOpened(code, f"/kiosk/{unit.code}/{counter}", unit.name)


def open_kiosk(tx: Transaction, place: RatedPlace, typed: str) -> str | None:
    """The token of the screen; None for a code that is wrong, over or used."""
    key, today = tx.settings.require_key(), city_day(tx.now)
    counter = place.counter.code if place.counter else ""
    code = read_kiosk_code(key, place.unit.code, counter, typed, today)
    if code is None or not note_receipt(tx, _noted(key, code)):
        return None
    return kiosk_token(key, place.unit.code, counter, today)


def rate_at_kiosk(
    tx: Transaction,
    place: RatedPlace,
    name: str,
    values: Mapping[str, str],
    at: datetime,
    service: int | None,
) -> FormRated:
    """`name` is the screen's own of this rating: sent again it counts once. `at` is when it was given, by the screen's clock; what cannot
    be is taken as now. Raises FeedbackbotError where no question is answered."""
    counter = place.counter.code if place.counter else "unit"
    # nobody is known at a screen: each rating has a voice of its own
    voice = Voice(pseudonym(tx.settings.require_key(), SURVEY, f"kiosk:{name}"))
    visited = Visited(place.unit.id, service, CHANNEL, f"{counter}:{_MARK}")
    rated = rate_by_form(replace(tx, now=_when(tx, at)), voice, visited, values, f"kiosk:{name}")
    if rated.outcome is FormOutcome.COUNTED:
        alert_if_low(tx, rated.response_id)
    return rated


def answer_at_kiosk(
    tx: Transaction, place: RatedPlace, one: Instrument, name: str, answers: Mapping[str, int], at: datetime
) -> None:
    """The same for a survey beside the SKM."""
    voice = f"kiosk:{name}"
    ballot = SurveyBallot(place.unit.id, one, answers, voice, voice, CHANNEL)
    answer_instrument(replace(tx, now=_when(tx, at)), ballot)


def _when(tx: Transaction, at: datetime) -> datetime:
    return at if tx.now - _MOST_LATE <= at <= tx.now else tx.now


def _noted(key: bytes, code: str) -> str:
    return hmac.new(key, f"kiosk-code-used:{code}".encode(), hashlib.sha256).hexdigest()[:32]
