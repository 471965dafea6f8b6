"""The one contact policy, made from the settings and asked with what the database knows of a person."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache

from prometheus_client import Counter

from feedbackbot.domain.calendar import WorkingCalendar
from feedbackbot.domain.contact_policy import (
    ContactPolicy,
    Contacts,
    Decision,
    Drop,
    Kind,
    Send,
    Subscription,
    Wait,
)
from feedbackbot.errors import SettingsError
from feedbackbot.figures import CITIES, OfCity, of_city
from feedbackbot.settings import Settings
from feedbackbot.storage.pipeline.contact_history import WEEK, opted_out, sent_since
from feedbackbot.storage.pipeline.outbox import Lane
from feedbackbot.storage.transaction import Transaction

LANES: Mapping[Kind, Lane] = {
    Kind.BROADCAST: Lane.BULK,
    Kind.INVITATION: Lane.BULK,
    Kind.NUDGE: Lane.BULK,
    Kind.SURVEY_INVITATION: Lane.BULK,
    Kind.DIGEST: Lane.BULK,
    Kind.REMINDER: Lane.REMINDER,
    Kind.EARLY_REMINDER: Lane.REMINDER,
    Kind.SESSION_DAY: Lane.REMINDER,
    Kind.TRAINING_CHANGE: Lane.REMINDER,
    Kind.CASE_UPDATE: Lane.REMINDER,
    Kind.EMERGENCY: Lane.REMINDER,
    Kind.ADMIN: Lane.REMINDER,
}

_SUBSCRIPTIONS = {one.value: one for one in Subscription}
_DECISIONS = of_city(
    Counter,
    "feedbackbot_contact_policy_total",
    "Decisions of the contact policy",
    ["kind", "decision", "reason"],
)


def working_calendar(settings: Settings) -> WorkingCalendar:
    """The city's working days. Raises SettingsError for a day that is none."""
    return _calendar(settings.extra_days_off, settings.extra_working_days)


def contact_policy(settings: Settings) -> ContactPolicy:
    """The policy with the city's own hours and limits."""
    return ContactPolicy(
        calendar=working_calendar(settings),
        quiet_from=settings.quiet_from,
        quiet_until=settings.quiet_until,
        per_week=settings.contacts_per_week,
        reserve=min(settings.contacts_reserve, settings.contacts_per_week - 1),
    )


def subscriptions_in(names: Iterable[str]) -> frozenset[Subscription]:
    """What somebody switched off; names of an older release say nothing any more."""
    return frozenset(_SUBSCRIPTIONS[one] for one in names if one in _SUBSCRIPTIONS)


def decide(
    tx: Transaction,
    person_id: int,
    kind: Kind,
    *,
    planned: datetime | None = None,
    expires: datetime | None = None,
    row_id: int | None = None,
) -> Decision:
    """Whether a message of this kind may go to this person now; `row_id` is its own outbox row, not to be counted against it."""
    policy = contact_policy(tx.settings)
    counted = [one.value for one in Kind if policy.counts(one)]
    person = Contacts(
        subscriptions_in(opted_out(tx, person_id)),
        sent_since(tx, person_id, tx.now - WEEK, counted, leave_out=row_id) if policy.counts(kind) else (),
    )
    return policy.decide(kind, tx.now, person, planned, expires)


def count_decision(kind: Kind, decision: Decision, rows: int = 1) -> None:
    """For the metrics: what was let through, put off or dropped, and why."""
    match decision:
        case Send():
            _counter(kind, "send", "").inc(rows)
        case Wait(_, reason):
            _counter(kind, "wait", reason).inc(rows)
        case Drop(reason):
            _counter(kind, "drop", reason).inc(rows)


@cache
def _counter(kind: Kind, decision: str, reason: str) -> OfCity:
    return _DECISIONS.labels(kind.value, decision, str(reason))


@lru_cache(maxsize=CITIES)
def _calendar(off: str, on: str) -> WorkingCalendar:
    return WorkingCalendar(extra_off=_days(off, "EXTRA_DAYS_OFF"), extra_on=_days(on, "EXTRA_WORKING_DAYS"))


def _days(text: str, name: str) -> frozenset[date]:
    try:
        return frozenset(date.fromisoformat(part.strip()) for part in text.split(",") if part.strip())
    except ValueError:
        raise SettingsError(
            f"FEEDBACKBOT_{name} is wrong: days are written as 2026-12-24, with commas between"
        ) from None
