"""A programme admin reads and changes the table by which forms of development turn into JP."""

from typing import Final

from pydantic import BaseModel

from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Answer,
    Command,
    Conversation,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.training.jp_table import change_form, forms_in_force, rule_in_words


class Table(BaseModel):
    """The form being changed, by its code."""

    code: str = ""


async def start(chat: Chat[Table], argument: str) -> Transition:
    return Next("bentuk")


async def ask_form(chat: Chat[Table]) -> Message:
    forms = await chat.run(forms_in_force)
    choices = tuple(Choice(code, f"{code} {form.name}"[:60], short=code) for code, form in forms.items())
    return Message(chat.t("jp-table-which"), choices, below=(menu_door(chat),), replaces=True)


async def take_form(chat: Chat[Table], answer: Answer) -> Transition:
    chat.data.code = answer.choice or ""
    return Next("aturan", chat.data.code[:16])


async def ask_rule(chat: Chat[Table]) -> Message:
    form = (await chat.run(forms_in_force))[chat.data.code]
    present = await chat.run(rule_in_words, chat.data.code)
    return Message(chat.t("jp-table-rule", code=form.code, name=form.name, rule=present))


async def take_rule(chat: Chat[Table], answer: Answer) -> Transition:
    await chat.run(change_form, chat.contact.person_id, chat.data.code, answer.text)
    present = await chat.run(rule_in_words, chat.data.code)
    return Done(Message(chat.t("jp-table-changed", code=chat.data.code, rule=present), (menu_door(chat),)))


CONVERSATION: Final = Conversation(
    "tabel_jp",
    start,
    (Step("bentuk", ask_form, take_form, passing=True), Step("aturan", ask_rule, take_rule, TEXT)),
    data=Table,
    commands=(Command("tabel_jp", roles=ADMINS),),
)
