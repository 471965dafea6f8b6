"""What a person wants to hear of: each subscription a switch, here and under every such message."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.usecases.people.subscriptions import subscribe, subscriptions

_ON, _OFF = "nyala", "mati"
_BY_KEY: Final = {one.value: one for one in Subscription}


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    return Stay(await _switches(chat, replaces=False))


async def _switches(chat: Chat[Nothing], *, replaces: bool) -> Message:
    """All of them; a tap turns one over and shows them again."""
    choices = []
    for one, on in (await chat.run(subscriptions, chat.contact.person_id)).items():
        mark, act = ("✅", _OFF) if on else ("⬜", _ON)
        choices.append(
            Choice(f"{one.value}.{act}", f"{mark} {chat.t(f'topic-{one.value}')}", opens=to.SUBSCRIPTIONS)
        )
    invited = Choice("cara", chat.t("to-invited"), opens=to.BE_INVITED)
    return Message(chat.t("subscriptions"), (*choices, invited, menu_door(chat)), replaces=replaces)


async def switch(chat: Chat[Nothing], argument: str) -> Transition:
    """`<its key>`: from under a message, off. `<its key>.nyala` or `.mati`: from the list. Anything else: the list."""
    name, _, act = argument.partition(".")
    one = _BY_KEY.get(name)
    if one is None:
        return await show(chat, argument)
    await chat.run(subscribe, chat.contact.person_id, one, on=act == _ON)
    if act in (_ON, _OFF):
        return Stay(await _switches(chat, replaces=True))
    again = Choice(f"{one.value}.{_ON}", chat.t("subscription-on-again"), opens=to.SUBSCRIPTIONS)
    more = Choice("semua", chat.t("subscription-others"), opens=to.SUBSCRIPTIONS)
    return Stay(Message(chat.t("subscription-off", topic=chat.t(f"topic-{one.value}")), (again, more)))


CONVERSATION: Final = Conversation(
    "langganan",
    show,
    commands=(Command("langganan", aliases=("subscriptions",), keeps_conversation=True),),
    entries=(Entry(to.SUBSCRIPTIONS, switch),),
)
