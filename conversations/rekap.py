"""The programme admin's overview of the city: a table as picture, and the workbook."""

from collections.abc import Sequence
from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.tables import TABLE, table_choice, table_message
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.file_sources import RECAP_PICTURE, RECAP_WORKBOOK
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.table import Table
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.training.credits import UnitRecap, recap, this_year


async def show(chat: Chat[Any], argument: str) -> Transition:
    """ "berkas" for the workbook, "tabel" for a table in the chat, anything else for the picture."""
    person, language = chat.contact.person_id, chat.contact.language
    lines = await chat.run(recap, person)
    if not lines:
        return Stay(Message(chat.t("recap-empty"), (menu_door(chat),)))
    year = await chat.run(this_year)
    args: dict[str, str | int | bool | None] = {"admin": person, "language": language}
    if argument == "berkas":
        file = Attachment(RECAP_WORKBOOK, args, name=f"rekap-jp-{year}.xlsx")
        return Stay(Message(chat.t("recap-workbook-ready"), (menu_door(chat),), document=file))
    if argument == TABLE:
        return Stay(table_message(chat, _table(chat, year, lines), menu_door(chat)))
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
    choices = (*table_choice(chat, to.RECAP), workbook, menu_door(chat))
    return Stay(Message(text, choices, picture=picture))


def _table(chat: Chat[Any], year: int, lines: Sequence[UnitRecap]) -> Table:
    heads = ("unit", "people", "linked", "jp", "reached")
    rows = tuple(
        (
            one.unit or plain(chat.t("recap-no-unit")),
            str(one.people),
            str(one.linked),
            str(one.jp),
            f"{one.reached}/{one.aimed}",
        )
        for one in lines
    )
    return Table(
        plain(chat.t("recap-title", year=str(year))),
        tuple(plain(chat.t(f"recap-column-{one}")) for one in heads),
        rows,
        numbers=range(1, len(heads)),
    )


CONVERSATION: Final = Conversation(
    "rekap",
    show,
    data=Nothing,
    commands=(Command("rekap", roles=ADMINS, aliases=("recap",), keeps_conversation=True),),
    entries=(Entry(to.RECAP, show, ADMINS),),
)
