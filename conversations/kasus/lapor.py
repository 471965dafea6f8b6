"""A case is handed to LAPOR!: its fields to copy, and the number that it got there."""

from typing import Final

from conversations.kasus.desk import CASE
from conversations.kasus.memory import DeskMemory
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning
from feedbackbot.domain.message_text import escape, utf16_length
from feedbackbot.usecases.cases.lapor import keep_lapor_number, lapor_sheet
from feedbackbot.usecases.cases.read_cases import staff_view

LAPOR: Final = "lapor"
_BACK: Final = "kembali"
_MOST_SHOWN: Final = 2000
_MOST_COPIED: Final = 256


async def say_fields(chat: Chat[DeskMemory]) -> None:
    """Title and text each in a message of its own, which the chat app copies as a whole; the short ones also by a button."""
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    sheet = await chat.run(lapor_sheet, chat.contact.person_id, chat.data.case_id)
    chat.say(_copied(chat, "lapor-copy-title", sheet.title))
    chat.say(_copied(chat, "lapor-copy-text", beginning(sheet.what, _MOST_SHOWN)))
    fields = chat.t(
        "lapor-fields",
        kind=chat.t(f"case-kind-{view.row.case.kind}"),
        happened=sheet.happened or "–",
        where=sheet.where or "–",
        agency=sheet.agency,
        files=sheet.files,
        anonymous=chat.t("lapor-yes" if sheet.anonymous else "lapor-no"),
        confidential=chat.t("lapor-yes" if sheet.confidential else "lapor-no"),
        number=sheet.number,
    )
    short = {
        "when": sheet.happened, "where": sheet.where, "agency": sheet.agency, "number": sheet.number,
    }  # fmt: skip
    buttons = [_copy(chat, f"lapor-copy-{name}", value) for name, value in short.items() if value]
    chat.say(Message(fields, tuple(filter(None, buttons)), columns=2))


def _copied(chat: Chat[DeskMemory], label: str, value: str) -> Message:
    copy = _copy(chat, label, value)
    return Message(escape(value) or "–", (copy,) if copy else (), verbatim=bool(value))


def _copy(chat: Chat[DeskMemory], label: str, value: str) -> Choice | None:
    """None for what is too long for a button: it is copied by a tap on the text."""
    fits = 0 < utf16_length(value) <= _MOST_COPIED
    return Choice(label.rpartition("-")[2], chat.t(label), copies=value) if fits else None


async def ask_number(chat: Chat[DeskMemory]) -> Message:
    return Message(chat.t("lapor-ask-number"), below=(Choice(_BACK, chat.t("back")),))


async def take_number(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(CASE)
    number = await chat.run(keep_lapor_number, chat.contact.person_id, chat.data.case_id, answer.text)
    chat.say(chat.t("lapor-kept", number=number))
    return Next(CASE)


LAPOR_STEP: Final = Step(LAPOR, ask_number, take_number, CHOICE_OR_TEXT, places=False)
