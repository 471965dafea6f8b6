"""What units published about what they did."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from feedbackbot.storage.cases.recovery_tables import follow_up, follow_up_case
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`told_up_to` is the last person looked at; None once everybody was."""

    id: int
    unit_id: int
    element: str
    words: str
    at: datetime
    told_up_to: int | None


_COLUMNS = select(
    follow_up.c.id,
    follow_up.c.unit_id,
    follow_up.c.element,
    follow_up.c.words,
    follow_up.c.at,
    follow_up.c.told_up_to,
)


def add_follow_up(
    tx: Transaction, unit_id: int, element: str, words: str, author_id: int, case_ids: Sequence[int]
) -> int:
    """Returns its id; nobody is told yet."""
    values = {
        "unit_id": unit_id,
        "element": element,
        "words": words,
        "author_id": author_id,
        "at": tx.now,
        "told_up_to": 0,
    }
    made = int(tx.run(insert(follow_up).values(**values).returning(follow_up.c.id)).scalar_one())
    if case_ids:
        tx.run(insert(follow_up_case), [{"follow_up_id": made, "case_id": one} for one in case_ids])
    return made


def newest_follow_ups(tx: Transaction, unit_id: int, most: int) -> list[FollowUp]:
    """Newest first."""
    statement = _COLUMNS.where(follow_up.c.unit_id == unit_id).order_by(follow_up.c.id.desc()).limit(most)
    return [FollowUp(*tuple(row)) for row in tx.run(statement)]


def follow_ups_since(tx: Transaction, since: datetime, most: int) -> list[FollowUp]:
    """Of all units, newest first."""
    statement = _COLUMNS.where(follow_up.c.at > since).order_by(follow_up.c.id.desc()).limit(most)
    return [FollowUp(*tuple(row)) for row in tx.run(statement)]


def follow_up_by_id(tx: Transaction, follow_up_id: int) -> FollowUp | None:
    row = tx.run(_COLUMNS.where(follow_up.c.id == follow_up_id)).one_or_none()
    return FollowUp(*tuple(row)) if row else None


def untold_follow_up(tx: Transaction) -> FollowUp | None:
    """The oldest of which not everybody was told; locked, so that two schedulers take turns."""
    statement = _COLUMNS.where(follow_up.c.told_up_to.is_not(None)).order_by(follow_up.c.id).limit(1)
    row = tx.run(statement.with_for_update()).one_or_none()
    return FollowUp(*tuple(row)) if row else None


def told_up_to(tx: Transaction, follow_up_id: int, person_id: int | None) -> None:
    tx.run(update(follow_up).where(follow_up.c.id == follow_up_id).values(told_up_to=person_id))


def people_after(tx: Transaction, person_id: int, most: int) -> list[int]:
    statement = select(person.c.id).where(person.c.id > person_id).order_by(person.c.id).limit(most)
    return list(tx.run(statement).scalars())


def pseudonyms_that_rated(tx: Transaction, unit_id: int, since: datetime, names: Collection[str]) -> set[str]:
    """Those of `names` under which the unit was rated since then."""
    statement = select(response.c.pseudonym).where(
        response.c.pseudonym.in_(list(names)),
        response.c.unit_id == unit_id,
        response.c.submitted_at > since,
    )
    return set(tx.run(statement).scalars())


def complainants(
    tx: Transaction, follow_up_id: int, unit_id: int, element: str, since: datetime, people: Collection[int]
) -> set[int]:
    """Those of `people` whose case is tied to it, or was about the same element of the unit."""
    tied = select(follow_up_case.c.case_id).where(follow_up_case.c.follow_up_id == follow_up_id)
    about = (case_file.c.unit_id == unit_id) & (case_file.c.element == element)
    statement = select(case_file.c.person_id).where(
        case_file.c.person_id.in_(list(people)),
        case_file.c.id.in_(tied) | (about & (case_file.c.received_at > since)),
    )
    return set(tx.run(statement).scalars())
