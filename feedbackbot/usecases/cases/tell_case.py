"""Who is told of a step of a case. The staff never learns who the citizen is, nor the citizen who the officer is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.cases.notices import CitizenTold, DeskTold, HandlingScoreAsked
from feedbackbot.domain.cases.terms import CaseEffect
from feedbackbot.storage.cases.cases import CaseRow, merged_into
from feedbackbot.storage.cases.timeline import KeptFile
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.send_files import pass_on
from feedbackbot.usecases.cases.staff import who_answers_at, who_is_told


@dataclass(frozen=True, slots=True)
class Happening:
    """A step of a case: `row` as it is afterwards, `entry` its place in the timeline, `by` whoever did it (not told of it)."""

    row: CaseRow
    entry: int
    files: Sequence[KeptFile] = ()
    by: int | None = None


def tell_effects(tx: Transaction, happening: Happening, effects: Iterable[CaseEffect]) -> None:
    """Carry out the effects of a step."""
    for effect in effects:
        match effect:
            case CaseEffect.TELL_UNIT | CaseEffect.REMIND_UNIT | CaseEffect.TELL_LEVEL:
                _tell_staff(tx, happening, effect)
            case _:
                _tell_citizen(tx, happening, effect)
                _tell_merged(tx, happening, effect)


def _tell_staff(tx: Transaction, happening: Happening, effect: CaseEffect) -> None:
    row, case = happening.row, happening.row.case
    if effect is CaseEffect.TELL_LEVEL:
        people = who_answers_at(tx, row.unit_id, case.level)
    else:
        people = who_is_told(tx, row.unit_id, int(case.officer) if case.officer else None)
    for person_id in people:
        if person_id != happening.by:
            tell(tx, person_id, DeskTold(row.id, effect.value, happening.entry), subject=_subject(row))
            if effect is CaseEffect.TELL_UNIT:
                pass_on(tx, person_id, row.number, happening.files, _subject(row))


def _tell_citizen(tx: Transaction, happening: Happening, effect: CaseEffect) -> None:
    row = happening.row
    if row.person_id is None:
        return
    if effect is CaseEffect.ASK_HANDLING_SCORE:
        tell(tx, row.person_id, HandlingScoreAsked(row.id), subject=_subject(row))
        return
    tell(tx, row.person_id, CitizenTold(row.id, effect.value, happening.entry), subject=_subject(row))
    pass_on(tx, row.person_id, row.number, happening.files, _subject(row))


def _tell_merged(tx: Transaction, happening: Happening, effect: CaseEffect) -> None:
    """Whoever sent the same is told what was done and answered; what was asked of one is asked of nobody else."""
    if effect not in (CaseEffect.TELL_CITIZEN, CaseEffect.ASK_CITIZEN_IF_DONE):
        return
    for row in merged_into(tx, happening.row.id):
        if row.person_id is not None:
            told = CitizenTold(row.id, CaseEffect.TELL_CITIZEN.value, happening.entry)
            tell(tx, row.person_id, told, subject=_subject(row))
            pass_on(tx, row.person_id, row.number, happening.files, _subject(row))


def _subject(row: CaseRow) -> str:
    return f"case:{row.id}"
