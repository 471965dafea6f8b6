"""What the desk is told of its cases unasked."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.case_words import thread_line
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.cases.masking import masked
from feedbackbot.domain.cases.notices import DeskTold
from feedbackbot.domain.cases.terms import Action, CaseEffect
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.what_is_told import StepNow, step_now

_MOST_SHOWN: Final = 1500


def say_to_desk(tx: Transaction, t: Translate, notice: DeskTold) -> Message | None:
    """Nothing about a deadline that is no longer the unit's: somebody was quicker than the message."""
    now = step_now(tx, notice)
    if now is None:
        return None
    case = now.row.case
    waits = case.state.is_open and not case.state.waits_for_citizen
    if now.action in (Action.REMIND, Action.ESCALATE) and not waits:
        return None
    head = t(
        _key(now, CaseEffect(notice.effect)),
        number=now.row.number,
        unit=now.unit,
        due=case.stage_due,
        kind=t(f"case-kind-{case.kind}"),
    )
    words = beginning(now.words, _MOST_SHOWN)
    parts = [head, thread_line(t, now.row, in_full=False) if now.action != "send" else ""]
    if notice.effect == CaseEffect.TELL_LEVEL and not now.row.confidential:
        # who is to put it right reads what it was about
        parts.append(quoted(beginning(masked(now.row.words or "–"), _MOST_SHOWN // 2)))
    parts.append(quoted(words) if words else "")
    text = "\n\n".join(part for part in parts if part)
    short = t("case-in-short", number=now.row.number, unit=now.unit)
    return Message(text, (Choice(str(now.row.id), t("case-open"), opens=to.DESK),), about=short)


def _key(now: StepNow, effect: CaseEffect) -> str:
    if effect is CaseEffect.REMIND_UNIT:
        return "case-staff-remind"
    if effect is CaseEffect.TELL_LEVEL and now.action != Action.WRITE:
        return "case-staff-refused-level" if now.action == Action.REFUSE else "case-staff-overdue"
    return "case-staff-new" if now.action == "send" else f"case-staff-{now.action}"


DESK_NOTICES: Final = (Say(DeskTold, say_to_desk),)
