"""Broadcasts that were sent or planned: what became of them, and the buttons under them."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Begin,
    Command,
    Conversation,
    Entry,
    Nothing,
    Stay,
    Transition,
)
from feedbackbot.dialogue.file_sources import BROADCAST_WORKBOOK
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.usecases.broadcast.answering import answer_broadcast
from feedbackbot.usecases.broadcast.authority import BROADCASTERS
from feedbackbot.usecases.broadcast.content import label_of, title_of
from feedbackbot.usecases.broadcast.overview import (
    Broadcast,
    Stage,
    broadcast_seen,
    newest_managed,
    progress_of,
)
from feedbackbot.usecases.broadcast.sending import approve, refuse, send_overdue
from feedbackbot.usecases.broadcast.steering import cancel, pause, resume
from feedbackbot.wording.broadcast.card import card
from feedbackbot.wording.broadcast.content import answers_pressed, in_all_languages, message_of


async def show_list(chat: Chat[Nothing], argument: str) -> Transition:
    """The newest, each behind a button."""
    found = await chat.run(newest_managed, chat.contact.person_id)
    write = Choice("baru", chat.t("broadcast-write"), opens=to.WRITE_BROADCAST)
    if not found:
        return Stay(Message(chat.t("broadcast-list-empty"), (write, menu_door(chat))))
    lines = [chat.t("broadcast-list"), *(_line(chat, one) for one in found)]
    choices = tuple(
        Choice(f"{one.id}.lihat", chat.t("broadcast-list-button", id=one.id), opens=to.MANAGE_BROADCAST)
        for one in found
    )
    return Stay(Message("\n".join(lines), choices, columns=3, below=(write, menu_door(chat))))


def _line(chat: Chat[Nothing], one: Broadcast) -> str:
    at = one.started_at or one.due_at or one.created_at
    return chat.t("broadcast-list-line", id=one.id, title=title_of(one), stage=one.stage.value, at=at)


async def manage(chat: Chat[Nothing], argument: str) -> Transition:
    """`<broadcast>.<act>` from a button under a card, a question of approval, or the list; anything else: the list."""
    number, _, act = argument.partition(".")
    broadcast_id, person = row_id(number), chat.contact.person_id
    if broadcast_id is None:
        return await show_list(chat, "")
    match act:
        case "jeda":
            held = await chat.run(pause, broadcast_id, person)
            return await _shown(chat, broadcast_id, chat.t("broadcast-paused", count=held))
        case "lanjut":
            await chat.run(resume, broadcast_id, person)
            return await _shown(chat, broadcast_id, chat.t("broadcast-resumed"))
        case "batal":
            return await _ask_cancel(chat, broadcast_id)
        case "batalkan":
            count = await chat.run(cancel, broadcast_id, person)
            return await _shown(chat, broadcast_id, chat.t("broadcast-cancelled", count=count))
        case "setuju":
            await chat.run(approve, in_all_languages(chat.catalogue), broadcast_id, person)
            return await _shown(chat, broadcast_id, chat.t("broadcast-approved"))
        case "tolak":
            await chat.run(refuse, broadcast_id, person)
            return await _shown(chat, broadcast_id, chat.t("broadcast-refused"))
        case "kirim":
            await chat.run(send_overdue, in_all_languages(chat.catalogue), broadcast_id, person)
            return await _shown(chat, broadcast_id, chat.t("broadcast-sent-late"))
        case "ingatkan":
            return Begin("siarkan", f"silent:{broadcast_id}")
        case "berkas":
            return await _workbook(chat, broadcast_id)
        case "baca":
            return await _read(chat, broadcast_id)
    return await _shown(chat, broadcast_id, "")


async def _shown(chat: Chat[Nothing], broadcast_id: int, notice: str) -> Transition:
    """In the place of the tapped message, how it stands now."""
    seen = await chat.run(broadcast_seen, broadcast_id, chat.contact.person_id)
    if seen.started_at is None:
        message = await _not_started(chat, seen)
    else:
        message = card(await chat.run(progress_of, broadcast_id, chat.contact.person_id), chat.t)
    more = (Choice("daftar", chat.t("broadcast-to-list"), opens=to.MANAGE_BROADCAST),)
    return Stay(Message(message.text, message.choices, message.columns, more, replaces=True), notice)


async def _not_started(chat: Chat[Nothing], seen: Broadcast) -> Message:
    acts = {
        Stage.PLANNED: ("baca", "batal"),
        Stage.OVERDUE: ("baca", "kirim", "batal"),
        Stage.AWAITING: ("baca", "setuju", "tolak", "batal"),
    }
    own = seen.author_id == chat.contact.person_id
    wanted = [act for act in acts.get(seen.stage, ("baca",)) if not (own and act in ("setuju", "tolak"))]
    choices = tuple(
        Choice(f"{seen.id}.{act}", chat.t(f"broadcast-act-{act}"), opens=to.MANAGE_BROADCAST)
        for act in wanted
    )
    return Message(_line(chat, seen), choices, columns=2)


async def _ask_cancel(chat: Chat[Nothing], broadcast_id: int) -> Transition:
    """Asked once more: it cannot be undone."""
    seen = await chat.run(broadcast_seen, broadcast_id, chat.contact.person_id)
    sure = Choice(
        f"{seen.id}.batalkan", chat.t("broadcast-cancel-sure"), opens=to.MANAGE_BROADCAST, tone=Tone.DANGER
    )
    back = Choice(f"{seen.id}.lihat", chat.t("broadcast-cancel-not"), opens=to.MANAGE_BROADCAST)
    return Stay(Message(chat.t("broadcast-cancel-question", id=seen.id, title=title_of(seen)), (sure, back)))


async def _workbook(chat: Chat[Nothing], broadcast_id: int) -> Transition:
    """One row a recipient, made when it is sent."""
    seen = await chat.run(broadcast_seen, broadcast_id, chat.contact.person_id)
    if seen.started_at is None:
        return await _shown(chat, broadcast_id, "")
    file = Attachment(
        BROADCAST_WORKBOOK,
        {"broadcast": seen.id, "language": chat.contact.language},
        name=chat.t("broadcast-workbook-file", id=seen.id),
    )
    return Stay(Message(chat.t("broadcast-workbook-ready", id=seen.id), document=file))


async def _read(chat: Chat[Nothing], broadcast_id: int) -> Transition:
    """The message as its readers see it."""
    seen = await chat.run(broadcast_seen, broadcast_id, chat.contact.person_id)
    for language in list(seen.words)[:-1]:
        chat.say(message_of(seen, chat.catalogue, language))
    return Stay(message_of(seen, chat.catalogue, list(seen.words)[-1]))


async def take_answer(chat: Chat[Nothing], argument: str) -> Transition:
    """`<broadcast>.<place>` from under a broadcast; of number 0 is a sample."""
    number, _, place = argument.partition(".")
    broadcast_id, choice = row_id(number), row_id(place)
    if broadcast_id is None or choice is None:
        return Again(chat.t("notice-button-of-no-use"))
    if broadcast_id == 0:
        return Stay(notice=chat.t("broadcast-only-sample"))
    answered = await chat.run(answer_broadcast, broadcast_id, choice, chat.contact.person_id)
    language = chat.contact.language
    label = label_of(answered.buttons[choice - 1], language)
    pressed = answers_pressed(answered, chat.catalogue, language, choice)
    return Stay(pressed, notice=chat.t("broadcast-answer-counted", answer=label))


CONVERSATION: Final = Conversation(
    "siaran",
    show_list,
    commands=(Command("siaran", roles=BROADCASTERS, aliases=("broadcasts",), keeps_conversation=True),),
    entries=(Entry(to.BROADCAST_ANSWER, take_answer), Entry(to.MANAGE_BROADCAST, manage, BROADCASTERS)),
)
