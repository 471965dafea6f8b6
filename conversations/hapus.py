"""Erase a person's data: what will go is shown first, then asked once more."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Begin, Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.usecases.privacy.erase_person import erase_person, preview_erasing

_SURE: Final = "ya"


async def preview(chat: Chat[Nothing], argument: str) -> Transition:
    """What is there and what will become of it; nothing is changed."""
    found = await chat.run(preview_erasing, chat.contact.person_id)
    if found.holds_role:
        return Stay(Message(chat.t("erase-holds-role"), (menu_door(chat),)))
    text = chat.t(
        "erase-preview",
        ratings=found.ratings,
        cases=found.cases,
        open=found.open_cases,
        chats=found.chats,
        days=chat.tx.settings.survey_period_days,
        flag=chat.tx.settings.abuse_flag_kept_days,
    )
    return Stay(
        Message(
            text,
            (
                Choice("lihat", chat.t("erase-see-first"), opens=to.HELD_DATA),
                Choice(_SURE, chat.t("erase-sure"), opens=to.ERASE, tone=Tone.DANGER),
                menu_door(chat),
            ),
        )
    )


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    """Only the button under the preview erases."""
    if argument != _SURE:
        return await preview(chat, argument)
    kept = await chat.run(erase_person, chat.contact.person_id, chat.contact.address_id)
    done = chat.t("erased-already") if kept is None else chat.t("erased", kept=kept)
    chat.say(Message(done, replaces=True))
    return Begin("menu")  # whatever was under way may still know something


CONVERSATION: Final = Conversation(
    "hapus",
    preview,
    commands=(Command("hapus", aliases=("erase",), keeps_conversation=True),),
    entries=(Entry(to.ERASE, enter),),
)
