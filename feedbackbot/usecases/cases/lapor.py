"""A case goes into LAPOR! by somebody's hand: its fields to be copied there, and its number there to be kept."""

from dataclasses import replace

from feedbackbot.domain.cases.lapor_sheet import LaporSheet, lapor_title, read_lapor_number
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.terms import CaseEffect
from feedbackbot.storage.cases.cases import CaseRow, open_cases, set_lapor
from feedbackbot.storage.cases.timeline import add_entry
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.read_cases import CaseView, staff_view
from feedbackbot.usecases.cases.staff import desk_units, role_at
from feedbackbot.usecases.cases.tell_case import Happening, tell_effects

_MOST_SHEETS = 500


def lapor_sheet(tx: Transaction, person_id: int, case_id: int) -> LaporSheet:
    """As this member of the staff may see it. Raises `CaseRefusal`."""
    view = staff_view(tx, person_id, case_id)
    row = view.row
    if row.confidential and not view.in_full:
        raise CaseRefusal("case-take-first")
    return _sheet_of(view)


def open_sheets(tx: Transaction, person_id: int) -> list[tuple[CaseRow, LaporSheet]]:
    """Open cases of the person's desk as LAPOR!'s fields, those that have no number there yet first; without what is confidential and
    not in the person's hand."""
    rows = sorted(open_cases(tx, desk_units(tx, person_id)), key=lambda row: row.lapor_number != "")
    views = (staff_view(tx, person_id, row.id) for row in rows[:_MOST_SHEETS])
    return [(view.row, _sheet_of(view)) for view in views if view.in_full or not view.row.confidential]


def _sheet_of(view: CaseView) -> LaporSheet:
    row = view.row
    point = "" if row.latitude is None else f"{row.latitude:.5f}, {row.longitude:.5f}"
    return LaporSheet(
        title=lapor_title(view.service, view.words, row.place),
        what=view.words,
        happened=row.happened,
        where=", ".join(part for part in (row.place, point) if part),
        agency=view.unit,
        files=len(view.files),
        anonymous=row.told_name is None,
        confidential=row.confidential,
        number=row.number,
    )


def keep_lapor_number(tx: Transaction, person_id: int, case_id: int, typed: str) -> str:
    """Kept with the case, and shown to its citizen. Raises `CaseRefusal`."""
    row = staff_view(tx, person_id, case_id).row
    role, number = role_at(tx, person_id, row.unit_id), read_lapor_number(typed)
    if number is None or role is None:
        raise CaseRefusal("lapor-no-number")
    set_lapor(tx, case_id, number)
    entry = add_entry(tx, case_id=case_id, actor=role.value, action="lapor", staff_id=person_id, words=number)
    told = Happening(replace(row, lapor_number=number), entry, by=person_id)
    tell_effects(tx, told, [CaseEffect.TELL_CITIZEN])
    record(tx, person_id, "case-lapor-kept", f"case:{case_id}", before=row.lapor_number or None)
    return number
