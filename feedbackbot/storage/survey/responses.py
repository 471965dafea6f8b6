"""Ratings, and what respondents say of themselves. The statements of the hot path are built once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.survey.tables import respondent, response
from feedbackbot.storage.transaction import Transaction, upsert
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
class Profile:
    """What a respondent said once about himself, by question; None where it was skipped or not asked. `asked`: the questions were put."""

    said: dict[str, str | None]
    asked: bool


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
_BEGIN = insert(response).returning(response.c.id)
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
    return int(tx.run(_BEGIN, row).scalar_one())


def keep_answer(tx: Transaction, response_id: int, key: str, answer: int) -> bool:
    """Whether there was such a rating that is not yet counted."""
    return _ANSWER[key].run(tx, {"row": response_id, "answer": answer}) == 1


def lock_response(tx: Transaction, response_id: int) -> ResponseRow | None:
    row = tx.run(_LOCKED, {"row": response_id}).one_or_none()
    return read_response(row) if row else None


def partial_response(tx: Transaction, who: str, unit_id: int, since: datetime) -> ResponseRow | None:
    """The newest rating of the unit that was begun after `since` and left half-way."""
    row = tx.run(_PARTIAL, {"who": who, "unit": unit_id, "since": since}).one_or_none()
    return read_response(row) if row else None


def complete_response(tx: Transaction, who: str, unit_id: int, since: datetime) -> ResponseRow | None:
    """The newest rating of the unit that was submitted after `since`."""
    row = tx.run(_COMPLETE, {"who": who, "unit": unit_id, "since": since}).one_or_none()
    return read_response(row) if row else None


def newest_unfinished(tx: Transaction, who: str, since: datetime) -> Unfinished | None:
    """The newest rating of any unit that was left half-way."""
    row = tx.run(_UNFINISHED, {"who": who, "since": since}).one_or_none()
    if row is None:
        return None
    response_id, unit_id, name, *answers = tuple(row)
    return Unfinished(response_id, unit_id, name, sum(answer is not None for answer in answers))


def set_response(tx: Transaction, response_id: int, values: Mapping[str, Any]) -> None:
    tx.run(update(response).where(response.c.id == response_id).values(dict(values)))


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


def lock_profile(tx: Transaction, who: str) -> Profile:
    """What is known of the respondent. Two chats of one person wait for each other here until the end of their turns."""
    statement = upsert(tx, respondent).values(pseudonym=who, asked=False)
    row = tx.run(
        statement.on_conflict_do_update(
            index_elements=["pseudonym"], set_={"asked": respondent.c.asked}
        ).returning(*(respondent.c[key] for key in PROFILE_KEYS), respondent.c.asked)
    ).one()
    return Profile({key: getattr(row, key) for key in PROFILE_KEYS}, row.asked)


def was_asked(tx: Transaction, who: str) -> bool:
    """Without a lock: whether the questions about the respondent were put already."""
    return bool(tx.run(select(respondent.c.asked).where(respondent.c.pseudonym == who)).scalar_one_or_none())


def set_profile(tx: Transaction, who: str, values: Mapping[str, Any]) -> None:
    """Of a respondent that `lock_profile` has seen."""
    tx.run(update(respondent).where(respondent.c.pseudonym == who).values(dict(values)))


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
