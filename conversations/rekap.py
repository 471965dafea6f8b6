"""The programme admin's overview of the city: a table as picture, and the workbook."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.file_sources import RECAP_PICTURE, RECAP_WORKBOOK
from feedbackbot.dialogue.message import Attachment, Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.training.credits import recap, this_year


async def show(chat: Chat[Any], argument: str) -> Transition:
    """ "berkas" for the workbook, anything else for the picture."""
    person, language = chat.contact.person_id, chat.contact.language
    lines = await chat.run(recap, person)
    if not lines:
        return Stay(Message(chat.t("recap-empty"), (menu_door(chat),)))
    year = await chat.run(this_year)
    args: dict[str, str | int | bool | None] = {"admin": person, "language": language}
    if argument == "berkas":
        file = Attachment(RECAP_WORKBOOK, args, name=f"rekap-jp-{year}.xlsx")
        return Stay(Message(chat.t("recap-workbook-ready"), (menu_door(chat),), document=file))
    picture = Attachment(RECAP_PICTURE, args, name=f"rekap-jp-{year}.png")
    text = chat.t(
        "recap-text",
        year=str(year),
        people=sum(one.people for one in lines),
        linked=sum(one.linked for one in lines),
        jp=sum(one.jp for one in lines),
        reached=sum(one.reached for one in lines),
        aimed=sum(one.aimed for one in lines),
    )
    workbook = Choice("berkas", chat.t("recap-to-workbook"), opens=to.RECAP)
    return Stay(Message(text, (workbook, menu_door(chat)), picture=picture))


CONVERSATION: Final = Conversation(
    "rekap",
    show,
    data=Nothing,
    commands=(Command("rekap", roles=ADMINS, aliases=("recap",), keeps_conversation=True),),
    entries=(Entry(to.RECAP, show, ADMINS),),
)
