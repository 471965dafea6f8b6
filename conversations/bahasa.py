"""The language: chosen at any time, beside whatever is being talked about."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.people.choose_language import choose_language


async def offer(chat: Chat[Nothing], argument: str) -> Transition:
    catalogue = chat.catalogue
    choices = tuple(
        Choice(code, catalogue.text(code, "language-name"), opens=to.LANGUAGE) for code in catalogue.languages
    )
    return Stay(Message(chat.t("language-which"), choices, columns=2))


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    """Speak the language from now on, and ask the present question again in it."""
    if argument not in chat.catalogue.languages:
        return await offer(chat, argument)
    await chat.run(choose_language, chat.contact.person_id, argument)
    chat.speak(argument)
    chat.say(Message(chat.t("language-set"), (menu_door(chat),), replaces=True))
    return Again()


CONVERSATION: Final = Conversation(
    "bahasa",
    offer,
    commands=(Command("bahasa", aliases=("language",), keeps_conversation=True),),
    entries=(Entry(to.LANGUAGE, enter),),
)
