"""Somebody uses a code."""

from typing import Any

from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Stay, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.usecases.people.grant_roles import accept


async def enter_code(chat: Chat[Any], argument: str) -> Transition:
    """`/admin CODE`, or the deep link with the code. A wrong one gets the answer of an unknown command: nobody learns that it exists."""
    role = await chat.run(accept, chat.contact.person_id, argument) if argument else None
    if role is None:
        return Again(chat.t("notice-unknown-command"))
    name = chat.t(f"role-{role.value.replace('_', '-')}")
    return Stay(Message(chat.t("role-accepted", role=name), (menu_door(chat),)))
