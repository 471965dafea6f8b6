"""Invitations and offered seats that wait for an answer: words may give it ("insyaallah hadir", "maaf tidak bisa, saya cuti")."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from conversations import entry_points as to
from conversations.pelatihan.memory import Answering
from conversations.shared.training_words import INVITATION_ANSWERS, OFFER_ANSWERS, WHY, answers
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.open_ends import OpenQuestion
from feedbackbot.domain.people.roles import EMPLOYEE
from feedbackbot.usecases.training.browsing import Unanswered, unanswered

_NO_DATE: Final = timedelta(days=30)
"""How long an invitation to what is learnt at the own pace is a question."""
_MEANS: Final = {"ya": "yes", "tidak": "no", "nanti": "later"}


async def open_questions(chat: Chat[Answering]) -> list[OpenQuestion]:
    """Nobody is enrolled by doubtful words: those are asked back with the buttons of the invitation."""
    if EMPLOYEE not in chat.roles:
        return []
    return [_question(chat, one) for one in await chat.run(unanswered, chat.contact.person_id)]


def _question(chat: Chat[Answering], one: Unanswered) -> OpenQuestion:
    keys = OFFER_ANSWERS if one.offered else INVITATION_ANSWERS
    choices = zip(keys, answers(chat.t, one.training.id, keys), strict=True)
    return OpenQuestion(
        subject=f"training:{one.training.id}",
        asked_at=one.asked_at,
        until=one.until or one.asked_at + _NO_DATE,
        question=chat.t("invite-is-answer", title=one.training.title),
        told=one.reached,
        choices=tuple(_heard(chat, key, choice) for key, choice in choices),
        asides=(_why(chat, one),),
    )


def _why(chat: Chat[Answering], one: Unanswered) -> Choice:
    also = tuple(said.strip() for said in chat.t("why-said").split(","))
    return Choice(f"{one.training.id}.{WHY}", chat.t("why-ask"), opens=to.INVITATION, also=also)


def _heard(chat: Chat[Answering], key: str, choice: Choice) -> Choice:
    also = tuple(one.strip() for one in chat.t(f"invite-said-{key}").split(","))
    return replace(choice, means=_MEANS[key], also=also)
