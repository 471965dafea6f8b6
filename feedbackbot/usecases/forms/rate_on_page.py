"""Rate a unit on a page: who rates is known by nothing but the browser's cookie."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.clock import city_zone
from feedbackbot.domain.survey.pseudonym import SURVEY, pseudonym
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.survey.place_pace import count_from_place
from feedbackbot.storage.survey.responses import complete_response, partial_response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import (
    CounterRow,
    ServiceRow,
    UnitRow,
    counter_of,
    unit_by_code,
)
from feedbackbot.usecases.cases.alert_officer import alert_if_low, pass_on_comment
from feedbackbot.usecases.survey.rate_by_form import FormOutcome, FormRated, Visited, Voice, rate_by_form
from feedbackbot.usecases.survey.rate_unit import period_start
from feedbackbot.usecases.units.find_unit import services_at
from feedbackbot.usecases.visits.receipts import leave_receipt_open, use_receipt


@dataclass(frozen=True, slots=True)
class RatedPlace:
    """What a page is about; `counter` is None for the whole unit, or one that is not known."""

    unit: UnitRow
    counter: CounterRow | None
    services: tuple[ServiceRow, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What this browser has said of the unit within the period. `answers` of a rating left half-way, `counts`: one is counted."""

    answers: Mapping[str, int]
    counts: bool


@dataclass(frozen=True, slots=True)
class Ballot:
    """A form as it came. `voter` is "" for a browser that keeps no cookie, `token` the form's own, `place` a hash of address and day,
    `receipt` that of the receipt that led to the page."""

    place: RatedPlace
    values: Mapping[str, str]
    voter: str
    token: str
    place_name: str
    service_id: int | None
    visit: str | None
    receipt: str = ""
    channel: str = "web"


def rated_place(tx: Transaction, unit_code: str, counter_code: str) -> RatedPlace | None:
    """None for a unit that is not there (any more)."""
    unit = unit_by_code(tx, unit_code)
    if unit is None:
        return None
    counter = counter_of(tx, unit.id, counter_code) if counter_code else None
    return RatedPlace(unit, counter, tuple(services_at(tx, unit.id, counter.code if counter else None)))


def begun(tx: Transaction, voter: str, unit_id: int) -> Begun:
    """Nothing for a browser without a cookie."""
    if not voter:
        return Begun({}, counts=False)
    who, since = voter_name(tx, voter), period_start(tx)
    if complete_response(tx, who, unit_id, since) is not None:
        return Begun({}, counts=True)
    partial = partial_response(tx, who, unit_id, since)
    return Begun(partial.answers if partial else {}, counts=False)


def rate_on_page(tx: Transaction, ballot: Ballot) -> FormRated:
    """Kept and, with nine answers, counted when this transaction is committed. Raises FeedbackbotError where no question is answered, or
    where far too many ratings of the unit came from one place today."""
    unit_id = ballot.place.unit.id
    doubts = doubts_on_page(tx, unit_id, ballot.place_name, ballot.voter)
    # who keeps no cookie has the form's own name: it can be sent again, and nothing else is known
    voice = Voice(voter_name(tx, ballot.voter or f"form:{ballot.token}"), doubts=doubts)
    if ballot.receipt and not use_receipt(tx, ballot.receipt):
        # the same receipt again, also by another browser: it has had its rating
        return FormRated(FormOutcome.ALREADY)
    visited = Visited(unit_id, ballot.service_id, ballot.channel, ballot.visit)
    rated = rate_by_form(tx, voice, visited, ballot.values, ballot.token)
    if ballot.receipt and rated.outcome is FormOutcome.KEPT:
        leave_receipt_open(tx, ballot.receipt, rated.response_id, ballot.visit)
    if rated.outcome in (FormOutcome.COUNTED, FormOutcome.CHANGED):
        alert_if_low(tx, rated.response_id)
        pass_on_comment(tx, rated.response_id)
    return rated


def doubts_on_page(tx: Transaction, unit_id: int, place: str, voter: str) -> frozenset[Flag]:
    """Of one more answer from this place today. Raises FeedbackbotError where there are far too many."""
    from_here = count_from_place(tx, place, unit_id, tx.now.astimezone(city_zone()).date())
    if from_here > tx.settings.web_ratings_most:
        raise FeedbackbotError("page-too-many")
    many = {Flag.ONE_PLACE} if from_here > tx.settings.web_ratings_doubtful else set()
    return frozenset(many | ({Flag.NO_COOKIE} if not voter else set()))


def voter_name(tx: Transaction, voter: str) -> str:
    """The name under which a browser rates."""
    return pseudonym(tx.settings.require_key(), SURVEY, f"web:{voter}")
