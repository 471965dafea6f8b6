"""An admin makes a code with which one employee ties a chat to the registry."""

from typing import Final

from conversations.shared.doors import menu_door
from conversations.shared.links import code_of, links_to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Answer,
    Command,
    Conversation,
    Done,
    Next,
    Nothing,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.staff.link_chat import make_link_code


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    """`argument`: nothing, or the NIP."""
    return Done(await _made(chat, argument)) if argument.strip() else Next("nip")


async def ask_nip(chat: Chat[Nothing]) -> Message:
    return Message(chat.t("code-ask-nip"))


async def take_nip(chat: Chat[Nothing], answer: Answer) -> Transition:
    return Done(await _made(chat, answer.text))


async def _made(chat: Chat[Nothing], typed: str) -> Message:
    made = await chat.run(make_link_code, chat.contact.person_id, typed)
    link = links_to(chat, made.payload)
    text = chat.t(
        "code-made",
        name=made.employee.full_name,
        unit=made.employee.unit or "–",
        code=made.code,
        link=link or f"/start {made.payload}",
        at=made.expires_at,
    )
    picture = code_of(chat, made.payload, "kode.png") if link else None
    return Message(text, (menu_door(chat),), picture=picture)


CONVERSATION: Final = Conversation(
    "kode",
    start,
    (Step("nip", ask_nip, take_nip, TEXT),),
    commands=(Command("kode", roles=ADMINS, aliases=("linkcode",)),),
)
