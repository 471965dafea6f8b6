"""A unit says what it did, and whoever spoke about it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.notices import FollowUpPublished
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.cases.cases import CaseRow, closed_cases
from feedbackbot.storage.cases.follow_ups import (
    FollowUp,
    add_follow_up,
    complainants,
    follow_up_by_id,
    follow_ups_since,
    newest_follow_ups,
    people_after,
    pseudonyms_that_rated,
    told_up_to,
    untold_follow_up,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import units_of
from feedbackbot.storage.pipeline.outbox_subjects import reached_by_key
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import UnitRow, unit_by_id
from feedbackbot.usecases.survey.rate_unit import who_is

__all__ = ["FollowUp"]

LONGEST_FOLLOW_UP = 450
_ASKED_ABOUT = timedelta(days=365)
_TALKED_ABOUT = timedelta(days=30)
_MOST_TOLD = 20
_PEOPLE_AT_ONCE = 500
_SHOWN = 2
_MOST_CASES = 8


def publishing_units(tx: Transaction, person_id: int) -> list[UnitRow]:
    """Units for which this person may publish: unit admins and heads, each for the own."""
    own = units_of(tx, person_id, Role.UNIT_ADMIN, Role.HEAD)
    return [unit for unit_id in sorted(own) if (unit := unit_by_id(tx, unit_id)) is not None]


def cases_to_tie(tx: Transaction, person_id: int, unit_id: int) -> list[CaseRow]:
    """The unit's cases closed last. Raises `CaseRefusal` for whoever may not publish."""
    _check(tx, person_id, unit_id)
    return closed_cases(tx, {unit_id}, tx.now - _ASKED_ABOUT)[:_MOST_CASES]


def publish(
    tx: Transaction, person_id: int, unit_id: int, element: str, words: str, case_ids: Sequence[int]
) -> int:
    """Returns its id; telling people is the job's. Raises `CaseRefusal`."""
    _check(tx, person_id, unit_id)
    words = shown_to_others(words)[:LONGEST_FOLLOW_UP]
    if element not in ELEMENT_KEYS or not words:
        raise CaseRefusal("follow-up-empty")
    known = {row.id for row in cases_to_tie(tx, person_id, unit_id)}
    tied = [one for one in dict.fromkeys(case_ids) if one in known]
    made = add_follow_up(tx, unit_id, element, words, person_id, tied)
    record(tx, person_id, "follow-up-published", f"follow-up:{made}", after={"unit": unit_id, "cases": tied})
    return made


def follow_ups_of(tx: Transaction, unit_id: int) -> list[FollowUp]:
    """What is shown with the unit's results: the newest two of the last year."""
    return [one for one in newest_follow_ups(tx, unit_id, _SHOWN) if one.at > tx.now - _ASKED_ABOUT]


def tell_follow_ups(tx: Transaction) -> dict[str, int]:
    """One bounded step over people; call again until all counts are 0. Told under the contact policy, each person once."""
    one = untold_follow_up(tx)
    if one is None:
        return {"looked_at": 0, "told": 0}
    people = people_after(tx, one.told_up_to or 0, _PEOPLE_AT_ONCE)
    told = sum(_tell(tx, one, person_id) for person_id in _concerned(tx, one, people))
    told_up_to(tx, one.id, people[-1] if people else None)
    return {"looked_at": len(people), "told": told}


def _concerned(tx: Transaction, one: FollowUp, people: list[int]) -> list[int]:
    """Raters are found by computing everybody's pseudonym: no table leads from a rating to a person."""
    since = tx.now - _ASKED_ABOUT
    names = {who_is(tx, person_id): person_id for person_id in people}
    rated = pseudonyms_that_rated(tx, one.unit_id, since, names)
    wrote = complainants(tx, one.id, one.unit_id, one.element, since, people)
    return sorted({names[name] for name in rated} | wrote)


def _tell(tx: Transaction, one: FollowUp, person_id: int) -> bool:
    key = _once_key(one, person_id)
    return tell(tx, person_id, FollowUpPublished(one.id), subject=f"follow-up:{one.id}", once_key=key).will_go


def _once_key(one: FollowUp, person_id: int) -> str:
    return f"follow-up:{one.id}:{person_id}"


@dataclass(frozen=True, slots=True)
class ToldFollowUp:
    """What somebody was told; `unit` is the short name."""

    id: int
    unit_id: int
    unit: str
    at: datetime


def follow_ups_told(tx: Transaction, person_id: int) -> list[ToldFollowUp]:
    """Those that reached this person lately, for words that may be about them."""
    ids = {_once_key(one, person_id): one for one in follow_ups_since(tx, tx.now - _TALKED_ABOUT, _MOST_TOLD)}
    reached = reached_by_key(tx, ids)
    return [
        ToldFollowUp(one.id, one.unit_id, unit.short_name, reached[key])
        for key, one in ids.items()
        if key in reached and (unit := unit_by_id(tx, one.unit_id)) is not None
    ]


def told_follow_up(tx: Transaction, follow_up_id: int) -> tuple[FollowUp, str] | None:
    """With the unit's short name; None for one that is gone."""
    one = follow_up_by_id(tx, follow_up_id)
    unit = unit_by_id(tx, one.unit_id) if one else None
    return (one, unit.short_name if unit else "–") if one else None


def _check(tx: Transaction, person_id: int, unit_id: int) -> None:
    if unit_id not in {unit.id for unit in publishing_units(tx, person_id)}:
        raise CaseRefusal("case-unknown")
