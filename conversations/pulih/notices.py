"""What is told after a low score: to the officer what it was, to the citizen what the officer writes."""

from typing import Final

from conversations import entry_points as to
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.cases.notices import LowScoreTold, TalkSettled, TalkTold
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.what_is_told import is_going_on, low_score_now, unit_name

_MOST_SHOWN: Final = 1000


def say_low_score(tx: Transaction, t: Translate, notice: LowScoreTold) -> Message | None:
    """Nothing of words that were taken back, nor that somebody may be asked who may not be any more."""
    now = low_score_now(tx, notice)
    if now is None:
        return None
    words = beginning(now.words, _MOST_SHOWN) if notice.what == "comment" else now.words
    if (notice.what == "comment" and not words) or (notice.what == "agreed" and now.alert.token is None):
        return None
    elements = ", ".join(t(f"element-{element}") for element in now.alert.elements)
    parts = [
        t(f"recovery-{notice.what}", unit=now.unit, elements=elements, ikm=now.alert.ikm),
        t("recovery-service", service=now.service) if now.service else "",
        quoted(words) if words else "",
    ]
    shown = "\n\n".join(part for part in parts if part)
    door = Choice(str(now.alert.id), t("recovery-open"), opens=to.LOW_SCORE)
    return Message(shown, (door,), about=t("recovery-in-short", unit=now.unit))


def say_to_citizen(tx: Transaction, t: Translate, notice: TalkTold) -> Message | None:
    """Nothing once the citizen has ended the talk."""
    if not is_going_on(tx, notice.talk):
        return None
    text = t("recovery-told", unit=unit_name(tx, notice.unit))
    shown = f"{text}\n\n{quoted(notice.words)}" if notice.words else text
    about = t("talk-in-short", unit=unit_name(tx, notice.unit))
    return Message(shown, (Choice(notice.talk, t("case-reply"), opens=to.TALK),), about=about)


def say_settled(tx: Transaction, t: Translate, notice: TalkSettled) -> Message | None:
    if not is_going_on(tx, notice.talk):
        return None
    again = Choice(notice.talk, t("recovery-rate-again"), opens=to.RATE_AGAIN)
    return Message(t("recovery-settled-told", unit=unit_name(tx, notice.unit)), (again,))


TALK_NOTICES: Final = (
    Say(LowScoreTold, say_low_score),
    Say(TalkTold, say_to_citizen),
    Say(TalkSettled, say_settled),
)
