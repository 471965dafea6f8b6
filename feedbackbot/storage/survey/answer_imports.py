"""Sheets of answers that were taken in: what each is called, and which ratings it brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from feedbackbot.domain.survey.profile import PROFILE_KEYS
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
    """A rating that a sheet brought from its row `place`; `key` is a keyed hash of the respondent's number there, "" without one.
    `beside`: its visit, service, comment and profile."""

    response: ResponseRow
    place: int
    key: str
    timed: bool
    beside: tuple[object, ...] = ()


_WORDS = (response.c.comment, *(response.c[key] for key in PROFILE_KEYS))
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


def rows_of_import(tx: Transaction, import_id: int, most: int | None = None) -> list[ImportedAnswer]:
    """In the order of the sheet."""
    note = imported_answer.c
    found = tx.run(
        select(*RESPONSE_COLUMNS, *_WORDS, note.place, note.respondent_key, note.timed)
        .join(imported_answer, note.response_id == response.c.id)
        .where(note.import_id == import_id)
        .order_by(note.place, response.c.id)
        .limit(most)
    )
    return [
        ImportedAnswer(
            read_response(row),
            row.place,
            row.respondent_key,
            row.timed,
            (row.visit, row.service_id, *(getattr(row, one.key) for one in _WORDS)),
        )
        for row in found
    ]


def begin_change(tx: Transaction, import_id: int) -> int | None:
    """The number of this change: whoever works under an earlier one stops. None where the import is not in force."""
    begun = tx.run(
        update(answer_import)
        .where(answer_import.c.id == import_id, answer_import.c.taken_back_at.is_(None))
        .values(changes=answer_import.c.changes + 1)
        .returning(answer_import.c.changes)
    )
    return begun.scalar_one_or_none()


def is_changing(tx: Transaction, import_id: int, change: int) -> bool:
    """Whether nobody has begun another change since; the import is locked until the transaction ends."""
    mine = select(answer_import.c.id).where(
        answer_import.c.id == import_id, answer_import.c.changes == change
    )
    return tx.run(mine.with_for_update()).first() is not None


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
    """Which ratings the import brought: `response_id`, `place`, `respondent_key`, `timed`."""
    tx.run(insert(imported_answer), [{**row, "import_id": import_id} for row in rows])


def note_anew(tx: Transaction, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same of ratings that are noted already."""
    noted = imported_answer.c
    change = (
        update(imported_answer)
        .where(noted.response_id == bindparam("of"))
        .values(place=bindparam("at"), respondent_key=bindparam("key"), timed=bindparam("hour"))
    )
    values = [
        {"of": one["response_id"], "at": one["place"], "key": one["respondent_key"], "hour": one["timed"]}
        for one in rows
    ]
    tx.run(change, values)


def forget_rows(tx: Transaction, response_ids: Sequence[int]) -> None:
    """Before the ratings themselves are dropped."""
    tx.run(delete(imported_answer).where(imported_answer.c.response_id.in_(list(response_ids))))


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
