"""Who is told what after a step of a case. The staff never learns who the citizen is, nor the citizen who the officer is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from feedbackbot.delivery.notify import Translate, notify
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action, CaseEffect, CaseState
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.cases.cases import CaseRow
from feedbackbot.storage.cases.timeline import KeptFile
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.cases.send_files import pass_on
from feedbackbot.usecases.cases.staff import who_answers_at, who_is_told

DESK_DOOR, TICKET_DOOR, SCORE_DOOR = "kasus", "tiket", "skor"
MOST_SHOWN = 1500
SCORES = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Happening:
    """A step of a case: `row` as it is afterwards, `by` whoever did it (not told of it)."""

    row: CaseRow
    action: Action | None
    words: str = ""
    files: Sequence[KeptFile] = ()
    by: int | None = None


def tell(tx: Transaction, catalogue: Catalogue, happening: Happening, effects: Iterable[CaseEffect]) -> None:
    """Carry out the effects of a step."""
    for effect in effects:
        match effect:
            case CaseEffect.TELL_UNIT | CaseEffect.REMIND_UNIT | CaseEffect.TELL_LEVEL:
                _tell_staff(tx, catalogue, happening, effect)
            case _:
                _tell_citizen(tx, catalogue, happening, effect)


def tell_new(tx: Transaction, catalogue: Catalogue, row: CaseRow, files: Sequence[KeptFile]) -> None:
    """The unit learns of a case that has just come in."""
    _tell_staff(tx, catalogue, Happening(row, None, row.words or "", files), CaseEffect.TELL_UNIT)


def _tell_staff(tx: Transaction, catalogue: Catalogue, happening: Happening, effect: CaseEffect) -> None:
    row, case = happening.row, happening.row.case
    if effect is CaseEffect.TELL_LEVEL:
        people = who_answers_at(tx, row.unit_id, case.level)
    else:
        people = who_is_told(tx, row.unit_id, int(case.officer) if case.officer else None)
    unit = _unit_name(tx, row.unit_id)

    def write(t: Translate) -> Message:
        values: dict[str, Value] = {
            "number": row.number,
            "unit": unit,
            "due": case.stage_due,
            "kind": t(f"case-kind-{case.kind}"),
        }
        head = t(_staff_key(happening, effect), **values)
        words = beginning(happening.words, MOST_SHOWN)
        text = f"{head}\n\n{quoted(words)}" if words else head
        return Message(text, (Choice(str(row.id), t("case-open"), door=DESK_DOOR),))

    for person_id in people:
        if person_id != happening.by:
            notify(tx, catalogue, person_id, Kind.CASE_UPDATE, write, topic=_topic(row))
            if effect is CaseEffect.TELL_UNIT:
                pass_on(tx, catalogue, person_id, row.number, happening.files, _topic(row))


def _staff_key(happening: Happening, effect: CaseEffect) -> str:
    if effect is CaseEffect.REMIND_UNIT:
        return "case-staff-remind"
    if effect is CaseEffect.TELL_LEVEL:
        return "case-staff-refused-level" if happening.action is Action.REFUSE else "case-staff-overdue"
    return "case-staff-new" if happening.action is None else f"case-staff-{happening.action.value}"


def _tell_citizen(tx: Transaction, catalogue: Catalogue, happening: Happening, effect: CaseEffect) -> None:
    row = happening.row
    if row.person_id is None:
        return
    unit = _unit_name(tx, row.unit_id)

    def write(t: Translate) -> Message:
        text, choices = _for_citizen(t, happening, effect, unit)
        return Message(text, choices)

    notify(tx, catalogue, row.person_id, Kind.CASE_UPDATE, write, topic=_topic(row))
    if effect is not CaseEffect.ASK_HANDLING_SCORE:
        pass_on(tx, catalogue, row.person_id, row.number, happening.files, _topic(row))


def _for_citizen(
    t: Translate, happening: Happening, effect: CaseEffect, unit: str
) -> tuple[str, tuple[Choice, ...]]:
    row = happening.row
    if effect is CaseEffect.ASK_HANDLING_SCORE:
        return t("case-ask-score", number=row.number), tuple(
            Choice(f"{row.id}.{score}", t(f"case-score-{score}"), door=SCORE_DOOR) for score in SCORES
        )
    asks_done = row.case.state is CaseState.DONE
    if effect is CaseEffect.REMIND_CITIZEN:
        key = "case-remind-done" if asks_done else "case-remind-asked"
    else:
        key = f"case-told-{(happening.action or Action.LET_GO).value}"
    text = t(key, number=row.number, unit=unit, due=row.case.settle_due)
    if happening.words:
        text = f"{text}\n\n{quoted(happening.words)}"
    if asks_done and effect in (CaseEffect.ASK_CITIZEN_IF_DONE, CaseEffect.REMIND_CITIZEN):
        return f"{text}\n\n{t('case-is-it-done')}", done_choices(t, row.id)
    if happening.action is Action.LET_GO:
        return text, (Choice(f"{row.id}.tidak", t("case-not-done"), door=TICKET_DOOR),)
    return text, (
        Choice(f"{row.id}.tulis", t("case-reply"), door=TICKET_DOOR),
        Choice(str(row.id), t("case-see"), door=TICKET_DOOR),
    )


def done_choices(t: Translate, case_id: int) -> tuple[Choice, ...]:
    """Closing is the citizen's."""
    return (
        Choice(f"{case_id}.ya", t("case-done-yes"), door=TICKET_DOOR),
        Choice(f"{case_id}.tidak", t("case-not-done"), door=TICKET_DOOR),
    )


def _unit_name(tx: Transaction, unit_id: int) -> str:
    found = unit_by_id(tx, unit_id)
    return found.short_name if found else "–"


def _topic(row: CaseRow) -> str:
    return f"case:{row.id}"
