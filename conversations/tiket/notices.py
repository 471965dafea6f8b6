"""What citizens are told of their cases unasked, and the files that come with it."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.case_words import done_choices, thread_line
from conversations.shared.writing import file_message
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, ToReader, Transaction, Translate
from feedbackbot.domain.cases.lifecycle import SCORES
from feedbackbot.domain.cases.notices import CitizenTold, FilePassedOn, HandlingScoreAsked
from feedbackbot.domain.cases.terms import Action, CaseEffect, CaseState
from feedbackbot.domain.cases.words import quoted
from feedbackbot.usecases.cases.what_is_told import find_case, step_now


def say_to_citizen(tx: Transaction, t: Translate, notice: CitizenTold) -> Message | None:
    """A question is only asked while it is one; nobody is reminded of what was answered meanwhile."""
    now = step_now(tx, notice)
    if now is None:
        return None
    case, case_id, effect = now.row.case, now.row.id, CaseEffect(notice.effect)
    if effect is CaseEffect.REMIND_CITIZEN and not case.state.waits_for_citizen:
        return None
    asks_done = case.state is CaseState.DONE
    reminder = "case-remind-done" if asks_done else "case-remind-asked"
    key = reminder if effect is CaseEffect.REMIND_CITIZEN else f"case-told-{now.action}"
    text = t(key, number=now.row.number, unit=now.unit, due=case.settle_due)
    text = f"{text}\n{thread_line(t, now.row, in_full=True)}"
    if now.words:
        text = f"{text}\n\n{quoted(now.words)}"
    short = t("case-in-short", number=now.row.number, unit=now.unit)
    if asks_done and effect in (CaseEffect.ASK_CITIZEN_IF_DONE, CaseEffect.REMIND_CITIZEN):
        return Message(f"{text}\n\n{t('case-is-it-done')}", done_choices(t, case_id), about=short)
    if now.action == Action.LET_GO or case.state in (CaseState.OUTSIDE, CaseState.MERGED):
        return Message(text, (Choice(f"{case_id}.tidak", t("case-not-done"), opens=to.TICKET),), about=short)
    reply = Choice(f"{case_id}.tulis", t("case-reply"), opens=to.TICKET)
    return Message(text, (reply, Choice(str(case_id), t("case-see"), opens=to.TICKET)), about=short)


def ask_score(tx: Transaction, t: Translate, notice: HandlingScoreAsked) -> Message | None:
    """Nothing once it was given."""
    row = find_case(tx, notice.case)
    if row is None or row.case.score is not None:
        return None
    scores = (
        Choice(f"{row.id}.{score}", t(f"case-score-{score}"), opens=to.HANDLING_SCORE) for score in SCORES
    )
    return Message(t("case-ask-score", number=row.number), tuple(scores), about=row.number)


def say_file(_: Transaction, t: ToReader, notice: FilePassedOn) -> Message | None:
    """The file itself; it is carried over where the reader has another chat service."""
    caption = t("case-file", number=notice.about, place=notice.place, of=notice.of)
    return file_message(notice.file_kind, notice.ref, notice.file_name, caption)


CITIZEN_NOTICES: Final = (
    Say(CitizenTold, say_to_citizen),
    Say(HandlingScoreAsked, ask_score),
    Say(FilePassedOn, say_file),
)
