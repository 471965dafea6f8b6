"""The ledger of JP (append-only), certificates, and evaluations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, insert, not_, select, update

from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.training.jp_year import counting_year
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import certificate, enrolment, evaluation, jp_entry, training
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class JpEntry:
    """`title` of the training, "" for a correction without one."""

    id: int
    day: date
    jp: int
    cause: str
    training_id: int | None
    title: str
    note: str


def add_jp(
    tx: Transaction,
    employee_id: int,
    jp: int,
    day: date,
    cause: str,
    *,
    training_id: int | None = None,
    note: str = "",
    author_id: int | None = None,
) -> bool:
    """False where this cause was entered before: nothing counts twice."""
    row = {
        "employee_id": employee_id, "jp": jp, "day": day, "cause": cause, "training_id": training_id,
        "note": note[:200], "author_id": author_id, "at": tx.now,
    }  # fmt: skip
    done = tx.run(upsert(tx, jp_entry).values(row).on_conflict_do_nothing(index_elements=["cause"]))
    return done.rowcount == 1


def jp_entries(tx: Transaction, employee_id: int) -> list[JpEntry]:
    """Newest first."""
    rows = tx.run(
        select(jp_entry, training.c.title)
        .outerjoin(training, training.c.id == jp_entry.c.training_id)
        .where(jp_entry.c.employee_id == employee_id)
        .order_by(jp_entry.c.day.desc(), jp_entry.c.id.desc())
    )
    return [
        JpEntry(row.id, row.day, row.jp, row.cause, row.training_id, row.title or "", row.note)
        for row in rows
    ]


def jp_of_training(tx: Transaction, employee_id: int, training_id: int) -> tuple[int, int]:
    """The sum for this training, and how many entries make it."""
    mine = (jp_entry.c.employee_id == employee_id) & (jp_entry.c.training_id == training_id)
    sums = select(func.coalesce(func.sum(jp_entry.c.jp), 0).label("jp"), func.count().label("entries"))
    row = tx.run(sums.where(mine)).one()
    return int(row.jp), int(row.entries)


def jp_sums(tx: Transaction, today: date, unit_id: int | None = None) -> Mapping[int, int]:
    """JP by employee of the year that `today` is in, who has none left out: a PPPK's is that of the contract."""
    mine = jp_entry.c.day >= date(today.year, 1, 1), jp_entry.c.day <= date(today.year, 12, 31)
    sums = select(jp_entry.c.employee_id, func.sum(jp_entry.c.jp).label("total")).join(employee)
    entries = select(jp_entry.c.employee_id, employee.c.contract_start, jp_entry.c.day, jp_entry.c.jp)
    by_contract = (employee.c.kind == EmployeeKind.PPPK.value) & employee.c.contract_start.is_not(None)
    entries = entries.join(employee).where(by_contract, jp_entry.c.day >= date(today.year - 1, 1, 1))
    if unit_id is not None:
        sums, entries = (one.where(employee.c.unit_id == unit_id) for one in (sums, entries))
    found = {
        row.employee_id: int(row.total)
        for row in tx.run(sums.where(*mine, not_(by_contract)).group_by(jp_entry.c.employee_id))
    }
    for row in tx.run(entries):
        year = counting_year(EmployeeKind.PPPK, today, row.contract_start)
        if counting_year(EmployeeKind.PPPK, row.day, row.contract_start) == year:
            found[row.employee_id] = found.get(row.employee_id, 0) + row.jp
    return found


# Certificates


@dataclass(frozen=True, slots=True)
class Certificate:
    """As printed. `withdrawn_at`: the attendance was corrected afterwards."""

    id: int
    employee_id: int
    training_id: int
    year: int
    serial: int
    code: str
    name: str
    title: str
    jp: int
    finished_on: date
    withdrawn_at: datetime | None
    unit: str = ""
    signer_name: str = ""
    signer_title: str = ""
    signer_nip: str = ""


def next_serial(tx: Transaction, year: int) -> int:
    """Counted within the year. Two who take the same number at once collide at the table's unique key, and one is tried again."""
    if tx.on_postgresql:
        tx.run(select(func.pg_advisory_xact_lock(730_411, year)))
    last = tx.run(select(func.max(certificate.c.serial)).where(certificate.c.year == year)).scalar()
    return int(last or 0) + 1


def add_certificate(tx: Transaction, **values: Any) -> int:
    made = tx.run(insert(certificate).values(issued_at=tx.now, **values).returning(certificate.c.id))
    return int(made.scalar_one())


def certificate_of(tx: Transaction, employee_id: int, training_id: int) -> Certificate | None:
    mine = (certificate.c.employee_id == employee_id) & (certificate.c.training_id == training_id)
    row = tx.run(select(certificate).where(mine)).first()
    return _certificate(row) if row else None


def certificate_by_id(tx: Transaction, certificate_id: int) -> Certificate | None:
    row = tx.run(select(certificate).where(certificate.c.id == certificate_id)).first()
    return _certificate(row) if row else None


def certificate_by_code(tx: Transaction, code: str) -> Certificate | None:
    row = tx.run(select(certificate).where(certificate.c.code == code)).first()
    return _certificate(row) if row else None


def certificates_of(tx: Transaction, employee_id: int) -> list[Certificate]:
    """In force, newest first."""
    mine = (certificate.c.employee_id == employee_id) & certificate.c.withdrawn_at.is_(None)
    rows = tx.run(select(certificate).where(mine).order_by(certificate.c.id.desc()))
    return [_certificate(row) for row in rows]


def set_withdrawn(tx: Transaction, certificate_id: int, *, withdrawn: bool) -> None:
    at = tx.now if withdrawn else None
    tx.run(update(certificate).where(certificate.c.id == certificate_id).values(withdrawn_at=at))


def _certificate(row: Row[Any]) -> Certificate:
    return Certificate(
        row.id, row.employee_id, row.training_id, row.year, row.serial, row.code, row.name, row.title,
        row.jp, row.finished_on, row.withdrawn_at, row.unit, row.signer_name, row.signer_title, row.signer_nip,
    )  # fmt: skip


# Evaluations

QUESTIONS = ("content", "trainer", "organisation", "usefulness", "recommend")


def evaluate(tx: Transaction, enrolment_id: int, question: str, answer: int) -> None:
    """`answer` 1 to 4; the newest counts."""
    if question not in QUESTIONS or not 1 <= answer <= 4:
        raise ValueError(f"no answer {answer} to {question!r}")
    tx.run(
        upsert(tx, evaluation)
        .values(enrolment_id=enrolment_id, at=tx.now, **{question: answer})
        .on_conflict_do_update(index_elements=["enrolment_id"], set_={question: answer, "at": tx.now})
    )


def evaluation_of(tx: Transaction, enrolment_id: int) -> dict[str, int]:
    """Answers so far."""
    row = tx.run(select(evaluation).where(evaluation.c.enrolment_id == enrolment_id)).mappings().first()
    return {key: row[key] for key in QUESTIONS if row[key] is not None} if row else {}


def evaluation_means(tx: Transaction, training_id: int) -> tuple[int, dict[str, float]]:
    """How many answered, and the mean of each question (1 to 4)."""
    columns = [func.avg(evaluation.c[key]).label(key) for key in QUESTIONS]
    row = (
        tx.run(
            select(func.count().label("people"), *columns)
            .select_from(evaluation.join(enrolment))
            .where(enrolment.c.training_id == training_id)
        )
        .mappings()
        .one()
    )
    return int(row["people"]), {key: float(row[key]) for key in QUESTIONS if row[key] is not None}
