"""Sheets of answers that were taken in: what each is called, and which ratings it brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from feedbackbot.storage.survey.responses import RESPONSE_COLUMNS, ResponseRow, read_response
from feedbackbot.storage.survey.tables import answer_import, imported_answer, response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit


@dataclass(frozen=True, slots=True)
class AnswerImport:
    """One sheet of a unit; `rows` is the number that count, or did before it was taken back."""

    id: int
    unit_id: int
    unit_name: str
    name: str
    first: date
    last: date
    rows: int
    imported_at: datetime
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class ImportedAnswer:
    """A rating that a sheet brought; `key` is a keyed hash of the respondent's number there, "" without one."""

    response: ResponseRow
    key: str
    timed: bool


_IMPORTS = select(answer_import, unit.c.short_name).join(unit)


def lock_unit(tx: Transaction, unit_id: int) -> None:
    """Two sheets of a unit are taken in one after the other, or both would count what they share."""
    tx.run(select(unit.c.id).where(unit.c.id == unit_id).with_for_update()).one()


def answer_import_by_id(tx: Transaction, import_id: int) -> AnswerImport | None:
    row = tx.run(_IMPORTS.where(answer_import.c.id == import_id)).one_or_none()
    return _import(row) if row else None


def imports_in_force(tx: Transaction, unit_id: int) -> list[AnswerImport]:
    """Of the unit, oldest first."""
    found = _IMPORTS.where(answer_import.c.unit_id == unit_id, answer_import.c.taken_back_at.is_(None))
    return [_import(row) for row in tx.run(found.order_by(answer_import.c.id))]


def all_imports(tx: Transaction, unit_id: int | None = None) -> list[AnswerImport]:
    """Newest first, those that were taken back too."""
    found = _IMPORTS if unit_id is None else _IMPORTS.where(answer_import.c.unit_id == unit_id)
    return [_import(row) for row in tx.run(found.order_by(answer_import.c.id.desc()))]


def rows_of_import(tx: Transaction, import_id: int) -> list[ImportedAnswer]:
    """In the order of the sheet."""
    found = tx.run(
        select(*RESPONSE_COLUMNS, imported_answer.c.respondent_key, imported_answer.c.timed)
        .join(imported_answer, imported_answer.c.response_id == response.c.id)
        .where(imported_answer.c.import_id == import_id)
        .order_by(imported_answer.c.place, response.c.id)
    )
    return [ImportedAnswer(read_response(row), row.respondent_key, row.timed) for row in found]


def add_import(tx: Transaction, unit_id: int, name: str, first: date, last: date, rows: int) -> int:
    values = {
        "unit_id": unit_id,
        "name": name[:120],
        "first_day": first,
        "last_day": last,
        "rows": rows,
        "imported_at": tx.now,
    }
    return int(tx.run(insert(answer_import).values(values).returning(answer_import.c.id)).scalar_one())


def set_import(tx: Transaction, import_id: int, values: Mapping[str, Any]) -> None:
    tx.run(update(answer_import).where(answer_import.c.id == import_id).values(dict(values)))


def note_rows(tx: Transaction, import_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Which ratings the import brought, all of them: `response_id`, `place`, `respondent_key`, `timed`. Call `forget_rows` first."""
    if rows:
        tx.run(insert(imported_answer), [{**row, "import_id": import_id} for row in rows])


def forget_rows(tx: Transaction, import_id: int) -> None:
    """Before the ratings themselves are dropped or noted anew."""
    tx.run(delete(imported_answer).where(imported_answer.c.import_id == import_id))


def _import(row: Row[Any]) -> AnswerImport:
    return AnswerImport(
        row.id,
        row.unit_id,
        row.short_name,
        row.name,
        row.first_day,
        row.last_day,
        row.rows,
        row.imported_at,
        row.taken_back_at,
    )
