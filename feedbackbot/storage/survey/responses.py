"""Ratings. The statements of the hot path are built once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, select, update

from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.survey.changed_days import days_changed
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One rating; `answers` holds what was answered, by element key. `day` is set once it counts."""

    id: int
    unit_id: int
    service_id: int | None
    visit: str | None
    answers: dict[str, int]
    started_at: datetime
    submitted_at: datetime | None
    day: date | None
    flags: str = ""

    @property
    def is_complete(self) -> bool:
        return len(self.answers) == len(ELEMENT_KEYS)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A rating that was left half-way, with the names to show."""

    response_id: int
    unit_id: int
    unit_name: str
    answered: int


# The tap on an answer: one row by its primary key. A rating that meanwhile counts is changed with its totals instead.
_ANSWER = {
    key: Prepared(
        update(response)
        .where(response.c.id == bindparam("row"), response.c.submitted_at.is_(None))
        .values({key: bindparam("answer")})
    )
    for key in ELEMENT_KEYS
}
_BEGIN = Prepared(
    insert(response).returning(response.c.id),
    ("pseudonym", "unit_id", "service_id", "channel", "visit", "started_at", "sample", *ELEMENT_KEYS),
)
_COUNTS = Prepared(
    update(response)
    .where(response.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in ("submitted_at", "day", "flags")})
)
RESPONSE_COLUMNS = (
    response.c.id,
    response.c.unit_id,
    response.c.service_id,
    response.c.visit,
    response.c.started_at,
    response.c.submitted_at,
    response.c.day,
    response.c.flags,
    *(response.c[key] for key in ELEMENT_KEYS),
)
# PostgreSQL locks the row until the end of the turn: an answer and its totals change together
_LOCKED = select(*RESPONSE_COLUMNS).where(response.c.id == bindparam("row")).with_for_update()
_OF_UNIT = (
    select(*RESPONSE_COLUMNS)
    .where(
        response.c.pseudonym == bindparam("who"),
        response.c.unit_id == bindparam("unit"),
        response.c.started_at >= bindparam("since"),
    )
    .order_by(response.c.id.desc())
)
_PARTIAL = _OF_UNIT.where(response.c.submitted_at.is_(None)).limit(1)
_COMPLETE = (
    select(*RESPONSE_COLUMNS)
    .where(
        response.c.pseudonym == bindparam("who"),
        response.c.unit_id == bindparam("unit"),
        response.c.submitted_at >= bindparam("since"),
    )
    .order_by(response.c.submitted_at.desc(), response.c.id.desc())
    .limit(1)
)
# most have none: that is cheap to know
_ANY_PARTIAL, _ANY_COMPLETE = (
    Prepared(one.with_only_columns(response.c.id)) for one in (_PARTIAL, _COMPLETE)
)
_UNFINISHED = (
    select(
        response.c.id,
        response.c.unit_id,
        unit.c.short_name,
        *(response.c[key] for key in ELEMENT_KEYS),
    )
    .join(unit)
    .where(
        response.c.pseudonym == bindparam("who"),
        response.c.submitted_at.is_(None),
        response.c.started_at >= bindparam("since"),
        unit.c.active,
    )
    .order_by(response.c.id.desc())
    .limit(1)
)


def add_response(
    tx: Transaction,
    *,
    who: str,
    unit_id: int,
    service_id: int | None,
    channel: str,
    visit: str | None,
    answers: Mapping[str, int],
) -> int:
    """Begin a rating with what was answered so far; returns its id."""
    row = {
        "pseudonym": who,
        "unit_id": unit_id,
        "service_id": service_id,
        "channel": channel,
        "visit": visit,
        "started_at": full_hour(tx.now),
        "sample": tx.settings.mark_as_sample,
        **{key: answers.get(key) for key in ELEMENT_KEYS},
    }
    made = _BEGIN.first(tx, row)
    assert made is not None  # noqa: S101  an INSERT with RETURNING
    return int(made[0])


def keep_answer(tx: Transaction, response_id: int, key: str, answer: int) -> bool:
    """Whether there was such a rating that is not yet counted."""
    return _ANSWER[key].run(tx, {"row": response_id, "answer": answer}) == 1


def lock_response(tx: Transaction, response_id: int) -> ResponseRow | None:
    row = tx.run(_LOCKED, {"row": response_id}).one_or_none()
    return read_response(row) if row else None


def partial_response(tx: Transaction, who: str, unit_id: int, since: datetime) -> ResponseRow | None:
    """The newest rating of the unit that was begun after `since` and left half-way."""
    return _newest(tx, _ANY_PARTIAL, _PARTIAL, {"who": who, "unit": unit_id, "since": since})


def complete_response(tx: Transaction, who: str, unit_id: int, since: datetime) -> ResponseRow | None:
    """The newest rating of the unit that was submitted after `since`."""
    return _newest(tx, _ANY_COMPLETE, _COMPLETE, {"who": who, "unit": unit_id, "since": since})


def _newest(
    tx: Transaction, probe: Prepared, whole: Select[Any], values: Mapping[str, Any]
) -> ResponseRow | None:
    row = tx.run(whole, values).one_or_none() if probe.first(tx, values) else None
    return read_response(row) if row else None


def newest_unfinished(tx: Transaction, who: str, since: datetime) -> Unfinished | None:
    """The newest rating of any unit that was left half-way."""
    row = tx.run(_UNFINISHED, {"who": who, "since": since}).one_or_none()
    if row is None:
        return None
    response_id, unit_id, name, *answers = tuple(row)
    return Unfinished(response_id, unit_id, name, sum(answer is not None for answer in answers))


def let_count(tx: Transaction, response_id: int, day: date, flags: str) -> None:
    """From this hour on, under this day."""
    values = {"row": response_id, "new_submitted_at": full_hour(tx.now), "new_day": day, "new_flags": flags}
    _COUNTS.run(tx, values)


def set_response(tx: Transaction, response_id: int, values: Mapping[str, Any]) -> None:
    change = update(response).where(response.c.id == response_id).values(dict(values))
    for row in tx.run(change.returning(response.c.unit_id, response.c.day)):
        days_changed(tx, [(row.unit_id, row.day)])


def add_responses(tx: Transaction, rows: Sequence[Mapping[str, Any]]) -> list[ResponseRow]:
    """Complete ratings, all columns given, each under a pseudonym of its own; in the order given."""
    tx.run(insert(response), rows)
    names = [row["pseudonym"] for row in rows]
    found = tx.run(select(*RESPONSE_COLUMNS, response.c.pseudonym).where(response.c.pseudonym.in_(names)))
    made = {row.pseudonym: read_response(row) for row in found}
    return [made[name] for name in names]


def drop_response(tx: Transaction, response_id: int) -> None:
    tx.run(delete(response).where(response.c.id == response_id))


def drop_responses(tx: Transaction, response_ids: Sequence[int]) -> None:
    tx.run(delete(response).where(response.c.id.in_(list(response_ids))))


def read_response(row: Row[Any]) -> ResponseRow:
    """Of a row with `RESPONSE_COLUMNS`."""
    answers = {key: value for key in ELEMENT_KEYS if (value := getattr(row, key)) is not None}
    return ResponseRow(
        row.id,
        row.unit_id,
        row.service_id,
        row.visit,
        answers,
        row.started_at,
        row.submitted_at,
        row.day,
        row.flags,
    )
