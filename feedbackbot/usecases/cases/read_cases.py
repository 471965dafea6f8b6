"""What a desk shows, and what a citizen sees of the own cases."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.masking import masked
from feedbackbot.domain.cases.terms import FOR_THE_DESK, UNSEEN, Action, CaseKind, CaseState
from feedbackbot.domain.cases.terms import Role as CaseRole
from feedbackbot.domain.cases.ticket_number import ticket_number_in
from feedbackbot.domain.cases.transitions import actions_for
from feedbackbot.storage.cases.cases import (
    CaseRow,
    case_by_number,
    cases_of_person,
    closed_cases,
    find_case,
    merged_into,
    open_cases,
)
from feedbackbot.storage.cases.search import search_cases
from feedbackbot.storage.cases.timeline import (
    Entry,
    KeptFile,
    flag_sender,
    is_flagged,
    timeline_of_case,
    unflag_sender,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.pipeline.outbox_subjects import last_reached
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import services_of, unit_by_id
from feedbackbot.usecases.cases.staff import desk_units, role_at

__all__ = ["CaseRow", "Entry", "KeptFile", "case_by_number", "cases_of_person"]

_CLOSED_SHOWN = timedelta(days=30)
_MOST_FOUND = 60


class Pile(StrEnum):
    """How a desk is sorted; the values serve as keys of choices and texts."""

    NEW = "baru"
    MINE = "saya"
    TODAY = "hari_ini"
    OVERDUE = "lewat"
    OPEN = "semua"
    CLOSED = "tutup"
    FOUND = "temuan"
    """What holds the words that are looked for; not counted."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with what is around it. `actions` are what the reader can do now; `in_full`: the reader needs to see numbers, names and what
    is confidential. `merged` are the numbers of cases that it is worked on for, `into` the number of the one that is worked on instead."""

    row: CaseRow
    unit: str
    service: str
    timeline: list[Entry]
    actions: list[Action]
    flagged: bool = False
    in_full: bool = True
    merged: tuple[str, ...] = ()
    into: str = ""

    @property
    def words(self) -> str:
        """As this reader may see them; "" where they are erased, or confidential."""
        if self.row.confidential and not self.in_full:
            return ""
        return (self.row.words or "") if self.in_full else masked(self.row.words or "")

    @property
    def files(self) -> list[KeptFile]:
        return [file for entry in self.timeline for file in entry.files]


def pile_of(tx: Transaction, person_id: int, pile: Pile, typed: str = "") -> list[CaseRow]:
    """The cases of one pile of the person's desk, what is due first comes first; of `FOUND` those that hold what was typed."""
    units = desk_units(tx, person_id)
    if pile is Pile.FOUND:
        return search_cases(tx, units, typed, _MOST_FOUND)
    if pile is Pile.CLOSED:
        return closed_cases(tx, units, tx.now - _CLOSED_SHOWN)
    return [row for row in open_cases(tx, units) if _belongs(tx, row, pile, person_id)]


def desk_of(tx: Transaction, person_id: int) -> dict[Pile, int]:
    """How many cases lie in each pile; closed ones are not counted."""
    rows = open_cases(tx, desk_units(tx, person_id))
    return {
        pile: sum(_belongs(tx, row, pile, person_id) for row in rows)
        for pile in Pile
        if pile not in (Pile.CLOSED, Pile.FOUND)
    }


def to_be_answered(tx: Transaction, person_id: int) -> list[CaseRow]:
    """Open cases that words of this person may be about: those in their hands, else those of their offices whose turn it is. Whoever only
    watches over the whole city has none but the former."""
    units = desk_units(tx, person_id)
    rows = open_cases(tx, units)
    mine = [row for row in rows if row.case.officer == str(person_id)]
    if mine or units is None:
        return mine
    return [row for row in rows if not row.case.state.waits_for_citizen]


def _belongs(tx: Transaction, row: CaseRow, pile: Pile, person_id: int) -> bool:
    case = row.case
    ours = not case.state.waits_for_citizen
    match pile:
        case Pile.NEW:
            return case.state is CaseState.NEW
        case Pile.MINE:
            return case.officer == str(person_id)
        case Pile.TODAY:
            return ours and city_day(case.stage_due) == city_day(tx.now) and case.stage_due > tx.now
        case Pile.OVERDUE:
            return ours and case.stage_due <= tx.now
    return True


def staff_view(tx: Transaction, person_id: int, case_id: int) -> CaseView:
    """Raises `CaseRefusal` for a case that is not on the person's desk, as for one that does not exist."""
    row = find_case(tx, case_id)
    role = role_at(tx, person_id, row.unit_id) if row else None
    if row is None or role is None:
        raise CaseRefusal("case-unknown")
    actions = actions_for(row.case.state, role)
    if row.case.field_check or row.case.kind is CaseKind.INFORMATION:
        actions = [action for action in actions if action is not Action.ORDER_FIELD_CHECK]
    if row.case.officer == str(person_id):
        actions = [action for action in actions if action is not Action.TAKE]
    flagged = row.person_id is not None and is_flagged(tx, row.person_id)
    view = _view(tx, row, actions)
    merged = tuple(one.number for one in merged_into(tx, row.id))
    parent = find_case(tx, row.parent_id) if row.parent_id is not None else None
    return replace(
        view,
        flagged=flagged,
        in_full=in_hand(row, person_id, role),
        merged=merged,
        into=parent.number if parent else "",
    )


def in_hand(row: CaseRow, person_id: int, role: CaseRole) -> bool:
    """Whether this member of the staff needs to see all of it: who has taken it, and the head of the unit."""
    return row.case.officer == str(person_id) or role is CaseRole.HEAD


def last_told(tx: Transaction, person_id: int, case_id: int) -> datetime | None:
    """When something of a case last reached this person unasked; None where nothing did, or nothing is known of it any more."""
    return last_reached(tx, f"case:{case_id}", person_id)


def citizen_view(tx: Transaction, person_id: int, case_id: int) -> CaseView:
    """Raises `CaseRefusal` for somebody else's case as for one that does not exist."""
    row = find_case(tx, case_id)
    if row is None or row.person_id != person_id:
        raise CaseRefusal("case-unknown")
    view = _view(tx, row, actions_for(row.case.state, CaseRole.CITIZEN))
    return replace(view, timeline=[_as_citizen(one) for one in view.timeline if one.action not in _UNSEEN])


_UNSEEN = frozenset({*(one.value for one in UNSEEN), "merged-here"})


def _as_citizen(entry: Entry) -> Entry:
    """Without what the staff wrote for itself."""
    return replace(entry, words="") if entry.action in {one.value for one in FOR_THE_DESK} else entry


def _view(tx: Transaction, row: CaseRow, actions: list[Action]) -> CaseView:
    unit = unit_by_id(tx, row.unit_id)
    services = {one.id: one.name for one in services_of(tx, row.unit_id)}
    return CaseView(
        row,
        unit.short_name if unit else "–",
        services.get(row.service_id or 0, ""),
        timeline_of_case(tx, row.id),
        actions,
    )


def case_of_message(tx: Transaction, case_id: int | None, words: str) -> CaseRow | None:
    """The case that a message of ours is about: by the id that was kept with it, else by the number that its words name. Whose it is, is
    not asked here."""
    if case_id is not None:
        return find_case(tx, case_id)
    number = ticket_number_in(words)
    return case_by_number(tx, number) if number else None


def set_flag(tx: Transaction, person_id: int, case_id: int, *, flagged: bool) -> None:
    """An officer takes the case's sender for somebody who abuses the desk, or takes that back; who it is stays hidden."""
    row = staff_view(tx, person_id, case_id).row
    if row.person_id is None:
        raise CaseRefusal("case-not-now")
    if flagged:
        flag_sender(tx, row.person_id, case_id)
    else:
        unflag_sender(tx, row.person_id)
    record(tx, person_id, "case-flagged" if flagged else "case-unflagged", f"case:{case_id}")
