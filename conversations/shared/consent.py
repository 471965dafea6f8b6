"""The question for consent, the same whatever it is asked for."""

from typing import Any

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.usecases.people.consents import give_consent, withdraw_consent

_AGREES = "setuju"


def consent_question(chat: Chat[Any], text: str) -> Message:
    choices = (
        Choice(_AGREES, chat.t("consent-agree"), also=(chat.t("consent-agree-also"),)),
        Choice("tidak", chat.t("consent-refuse"), also=(chat.t("consent-refuse-also"),)),
        Choice("baca", chat.t("consent-read"), opens=to.PRIVACY),
    )
    return Message(text, choices, replaces=True)


async def keep_consent(chat: Chat[Any], answer: Answer, purpose: Purpose, refused: str) -> Done | None:
    """Notes what was said; the end of the conversation, with the text `refused`, where it was no."""
    if answer.choice == _AGREES:
        await chat.run(give_consent, chat.contact.person_id, purpose)
        return None
    await chat.run(withdraw_consent, chat.contact.person_id, purpose)
    return Done(Message(chat.t(refused), (menu_door(chat),), replaces=True))
