"""Who shall get it."""

from typing import Final

from conversations.shared.doors import row_id
from conversations.shared.forum_announcement import announcement
from conversations.shared.handed import handed_in
from conversations.siarkan.guard import for_admins, no_longer
from conversations.siarkan.memory import BroadcastDraft
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.broadcast.audience_choices import (
    LIST,
    AudienceChoice,
    choices_of,
    first_choices,
)
from feedbackbot.usecases.broadcast.nip_list import pasted, receive_list, use_list
from feedbackbot.usecases.broadcast.preview import draft_of
from feedbackbot.usecases.broadcast.writing import begin_draft, choose_audience

AUDIENCE, DETAIL, NUMBERS = "sasaran", "rincian", "daftar"
MESSAGE, REVIEW = "pesan", "tinjau"
_BACK: Final = "kembali"


async def start(chat: Chat[BroadcastDraft], argument: str) -> Transition:
    """`argument`: nothing, "silent:<id>" to write to those who have not answered that broadcast, or what was typed that led here."""
    kind, _, earlier = argument.partition(":")
    if kind == "silent" and row_id(earlier) is not None:
        return await choose(chat, argument)
    if (typed := handed_in(argument)) is not None:
        chat.data.typed = typed.words
    return Next(AUDIENCE)


async def enter(chat: Chat[BroadcastDraft], argument: str) -> Transition:
    """From a button: "lanjut.<draft>" once its list has been read, "daftar.<draft>" to send another, "forum.<topic>" to announce one;
    else from the beginning."""
    act, _, number = argument.partition(".")
    broadcast_id = row_id(number)
    if act == "forum" and broadcast_id is not None:
        chat.data.typed = await announcement(chat, broadcast_id)
    if act not in ("lanjut", NUMBERS) or broadcast_id is None:
        return Next(AUDIENCE)
    draft = await chat.run(draft_of, broadcast_id, chat.contact.person_id)
    chat.data.broadcast_id = draft.id
    chat.data.review = bool(draft.words)
    if act == NUMBERS:
        return Next(NUMBERS)
    return Next(REVIEW if chat.data.review else MESSAGE)


async def ask_audience(chat: Chat[BroadcastDraft]) -> Message:
    found = await chat.run(first_choices, chat.contact.person_id, chat.t)
    return Message(chat.t("broadcast-ask-audience"), _buttons(found), replaces=True)


async def take_audience(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    found = await chat.run(first_choices, chat.contact.person_id, chat.t)
    chosen = _chosen(found, answer)
    if chosen is None:
        return no_longer(chat)
    if chosen.group:
        chat.data.group = chosen.code
        return Next(DETAIL, chosen.code[:16])
    return await choose(chat, chosen.code)


async def ask_detail(chat: Chat[BroadcastDraft]) -> Message:
    found = await chat.run(choices_of, chat.contact.person_id, chat.data.group, chat.t)
    back = (Choice(_BACK, chat.t("back")),)
    return Message(chat.t("broadcast-ask-which"), _buttons(found), below=back, replaces=True)


async def take_detail(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    found = await chat.run(choices_of, chat.contact.person_id, chat.data.group, chat.t)
    chosen = _chosen(found, answer)
    if chosen is None:
        return Next(AUDIENCE)
    if chosen.group:
        chat.data.group = chosen.code
        return Next(DETAIL, chosen.code[:16])
    return await choose(chat, chosen.code)


async def choose(chat: Chat[BroadcastDraft], code: str) -> Transition:
    """Keep the audience in the draft, and go on to the message, or back to the review."""
    data, person = chat.data, chat.contact.person_id
    if code == LIST:
        if not data.broadcast_id:
            data.broadcast_id = await chat.run(begin_draft, person, LIST)
        return Next(NUMBERS)
    if data.broadcast_id:
        await chat.run(choose_audience, data.broadcast_id, person, code)
    else:
        data.broadcast_id = await chat.run(begin_draft, person, code)
    return Next(REVIEW if data.review else MESSAGE)


async def ask_numbers(chat: Chat[BroadcastDraft]) -> Message:
    return Message(chat.t("broadcast-ask-numbers"), below=(Choice(_BACK, chat.t("back")),))


async def take_numbers(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(AUDIENCE)
    data, person = chat.data, chat.contact.person_id
    if answer.file is not None:
        await chat.run(receive_list, data.broadcast_id, person, answer.file.ref, answer.file.size)
        return Again(chat.t("broadcast-list-being-read"))
    found = await chat.run(use_list, data.broadcast_id, person, pasted(answer.text))
    chat.say(chat.t("broadcast-list-read", **found.counts))
    return Next(REVIEW if data.review else MESSAGE)


def _buttons(found: list[AudienceChoice]) -> tuple[Choice, ...]:
    return tuple(Choice(_key(one.code), one.label) for one in found)


def _chosen(found: list[AudienceChoice], answer: Answer) -> AudienceChoice | None:
    return next((one for one in found if _key(one.code) == answer.choice), None)


def _key(code: str) -> str:
    return code.replace(":", ".")


_NUMBERS_BY: Final = CHOICE_OR_TEXT | {Kind.DOCUMENT.value}
AUDIENCE_STEPS: Final = (
    Step(AUDIENCE, ask_audience, for_admins(take_audience)),
    Step(DETAIL, ask_detail, for_admins(take_detail)),
    Step(NUMBERS, ask_numbers, for_admins(take_numbers), _NUMBERS_BY, keys=frozenset({_BACK})),
)
