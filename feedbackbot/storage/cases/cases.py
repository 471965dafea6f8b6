"""Cases: where each stands, who sent it, and what was sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from feedbackbot.domain.cases.case import Case
from feedbackbot.domain.cases.spam_limits import SentCase
from feedbackbot.domain.cases.terms import OPEN_STATES, Alarm, CaseKind, CaseState, Level
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as it is kept. `person_id` is the citizen's, None once erased, as are `words`; nobody but the bot sees it."""

    id: int
    number: str
    person_id: int | None
    unit_id: int
    service_id: int | None
    words: str | None
    happened: str
    place: str
    latitude: float | None
    longitude: float | None
    told_name: str | None
    element: str | None
    case: Case
    parent_id: int | None = None
    confidential: bool = False
    outside: str = ""
    lapor_number: str = ""


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a citizen sends. `told_name` is None for who stays anonymous."""

    person_id: int
    kind: CaseKind
    unit_id: int
    service_id: int | None
    words: str
    happened: str
    place: str
    latitude: float | None
    longitude: float | None
    told_name: str | None
    element: str | None
    confidential: bool = False


def add_case(
    tx: Transaction, new: NewCase, case: Case, number: str, print_: str, clock_at: datetime | None
) -> int:
    """Returns the id."""
    row = {
        "number": number,
        "person_id": new.person_id,
        "service_id": new.service_id,
        "words": new.words,
        "happened": new.happened,
        "place": new.place,
        "latitude": new.latitude,
        "longitude": new.longitude,
        "told_name": new.told_name,
        "element": new.element,
        "confidential": new.confidential,
        "fingerprint": print_,
        "kind": case.kind.value,
        "received_at": case.received_at,
        "clock_at": clock_at,
        **_standing(case),
    }
    return int(tx.run(insert(case_file).values(**row).returning(case_file.c.id)).scalar_one())


def number_is_taken(tx: Transaction, number: str) -> bool:
    return tx.run(select(case_file.c.id).where(case_file.c.number == number)).first() is not None


def save_case(tx: Transaction, case_id: int, case: Case, clock_at: datetime | None) -> None:
    tx.run(update(case_file).where(case_file.c.id == case_id).values(clock_at=clock_at, **_standing(case)))


def lock_case(tx: Transaction, case_id: int) -> CaseRow | None:
    """Locked until the turn ends: two officers act one after the other."""
    row = tx.run(select(case_file).where(case_file.c.id == case_id).with_for_update()).one_or_none()
    return read_case(row) if row else None


def find_case(tx: Transaction, case_id: int) -> CaseRow | None:
    row = tx.run(select(case_file).where(case_file.c.id == case_id)).one_or_none()
    return read_case(row) if row else None


def case_by_number(tx: Transaction, number: str) -> CaseRow | None:
    row = tx.run(select(case_file).where(case_file.c.number == number)).one_or_none()
    return read_case(row) if row else None


def cases_of_person(tx: Transaction, person_id: int, most: int = 20) -> list[CaseRow]:
    """Newest first."""
    statement = select(case_file).where(case_file.c.person_id == person_id)
    return [read_case(row) for row in tx.run(statement.order_by(case_file.c.id.desc()).limit(most))]


def merged_into(tx: Transaction, case_id: int) -> list[CaseRow]:
    """Cases that this one is worked on for, oldest first."""
    statement = select(case_file).where(case_file.c.parent_id == case_id).order_by(case_file.c.id)
    return [read_case(row) for row in tx.run(statement)]


def set_parent(tx: Transaction, case_ids: Collection[int], parent_id: int | None) -> None:
    tx.run(update(case_file).where(case_file.c.id.in_(list(case_ids))).values(parent_id=parent_id))


def set_outside(tx: Transaction, case_id: int, referral: str) -> None:
    tx.run(update(case_file).where(case_file.c.id == case_id).values(outside=referral))


def set_lapor(tx: Transaction, case_id: int, number: str) -> None:
    values = {"lapor_number": number, "lapor_at": tx.now}
    tx.run(update(case_file).where(case_file.c.id == case_id).values(**values))


def open_cases(tx: Transaction, unit_ids: Collection[int] | None) -> list[CaseRow]:
    """Of these units (None: of all), what is due first comes first."""
    return _open(tx, of_units(unit_ids))


def closed_cases(tx: Transaction, unit_ids: Collection[int] | None, since: datetime) -> list[CaseRow]:
    """Newest first."""
    closed = case_file.c.closed_at.is_not(None) & (case_file.c.closed_at > since)
    statement = select(case_file).where(closed, of_units(unit_ids)).order_by(case_file.c.closed_at.desc())
    return [read_case(row) for row in tx.run(statement)]


def due_case_ids(tx: Transaction, most: int) -> list[int]:
    """Cases to which time alone does something by now."""
    statement = select(case_file.c.id).where(case_file.c.clock_at <= tx.now)
    return list(tx.run(statement.order_by(case_file.c.clock_at).limit(most)).scalars())


def sent_since(tx: Transaction, person_id: int, since: datetime) -> list[SentCase]:
    """What the person sent after `since`."""
    rows = tx.run(
        select(case_file.c.received_at, case_file.c.fingerprint, case_file.c.number).where(
            case_file.c.person_id == person_id, case_file.c.received_at > since
        )
    )
    return [SentCase(row.received_at, row.fingerprint, row.number) for row in rows]


def _open(tx: Transaction, condition: ColumnElement[bool]) -> list[CaseRow]:
    statement = select(case_file).where(
        case_file.c.state.in_([state.value for state in OPEN_STATES]), condition
    )
    rows: Sequence[Row[Any]] = tx.run(statement.order_by(case_file.c.stage_due, case_file.c.id)).all()
    return [read_case(row) for row in rows]


def of_units(unit_ids: Collection[int] | None) -> ColumnElement[bool]:
    return case_file.c.id > 0 if unit_ids is None else case_file.c.unit_id.in_(sorted(unit_ids))


def _standing(case: Case) -> dict[str, Any]:
    """What a step may change."""
    return {
        "unit_id": int(case.unit),
        "officer_id": int(case.officer) if case.officer else None,
        "state": case.state.value,
        "level": int(case.level),
        "alarm": int(case.alarm),
        **{
            name: getattr(case, name)
            for name in (
                "stage_start", "stage_due", "settle_due", "changed_at", "responded_at", "closed_at",
                "field_check", "reopened", "waited_days", "score",
            )
        },
    }  # fmt: skip


def read_case(row: Row[Any]) -> CaseRow:
    case = Case(
        kind=CaseKind(row.kind),
        unit=str(row.unit_id),
        received_at=row.received_at,
        stage_start=row.stage_start,
        stage_due=row.stage_due,
        settle_due=row.settle_due,
        changed_at=row.changed_at,
        state=CaseState(row.state),
        level=Level(row.level),
        alarm=Alarm(row.alarm),
        officer=str(row.officer_id) if row.officer_id else None,
        responded_at=row.responded_at,
        closed_at=row.closed_at,
        field_check=row.field_check,
        reopened=row.reopened,
        waited_days=row.waited_days,
        score=row.score,
    )
    return CaseRow(
        row.id,
        row.number,
        row.person_id,
        row.unit_id,
        row.service_id,
        row.words,
        row.happened,
        row.place,
        row.latitude,
        row.longitude,
        row.told_name,
        row.element,
        case,
        row.parent_id,
        row.confidential,
        row.outside,
        row.lapor_number,
    )
