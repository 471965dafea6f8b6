"""Attendance: employees send the code on the screen; trainers show it and correct the list."""

from typing import Any, Final

from pydantic import BaseModel

from conversations import entry_points as to
from conversations.shared.doors import link_argument, menu_door, row_id
from conversations.shared.links import code_of
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.training.attending import (
    TRAINERS,
    CheckIn,
    Presence,
    check_in,
    correct,
    participants,
    sessions_to_show,
    shown_code,
)

_DONE: Final = "selesai"
_PRESENT, _ABSENT = "hadir", "tidak"


class Attending(BaseModel):
    """`session_id`: whose list a trainer is correcting."""

    session_id: int = 0


async def start(chat: Chat[Attending], argument: str) -> Transition:
    """`argument`: nothing, or the code. Trainers choose a session, employees are asked for the code."""
    if argument.strip() and "employee" in chat.roles:
        return _after(chat, await chat.run(check_in, chat.contact.person_id, argument))
    if chat.roles & TRAINERS:
        return Next("sesi")
    return Next("kode")


async def enter_code(chat: Chat[Attending], argument: str) -> Transition:
    """From under the question that a link leads to (the code), or from a reminder ("baru")."""
    if "employee" not in chat.roles:
        return Stay(
            Message(chat.t("training-not-linked"), (Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF),))
        )
    if argument == "baru":
        return Next("kode")
    return Stay(_message(chat, await chat.run(check_in, chat.contact.person_id, argument)))


async def ask_before_entering(chat: Chat[Attending], argument: str) -> Transition:
    """The picture on the screen holds a link; a colleague's message may hold one too, so it is asked."""
    code = link_argument(argument)
    if "employee" not in chat.roles or not code:
        return await enter_code(chat, "baru")
    sure = Choice(code, chat.t("attend-by-link-sure"), opens=to.ATTEND)
    return Stay(Message(chat.t("attend-by-link-question"), (sure, menu_door(chat))))


async def ask_code(chat: Chat[Attending]) -> Message:
    return Message(chat.t("attend-ask"))


async def take_code(chat: Chat[Attending], answer: Answer) -> Transition:
    found = await chat.run(check_in, chat.contact.person_id, answer.text)
    if found.presence is Presence.WRONG:  # whoever types something else than a code is heard
        return Again(chat.t(f"attend-{found.presence.value}"), not_understood=True)
    return _after(chat, found)


def _after(chat: Chat[Attending], found: CheckIn) -> Transition:
    if found.presence in (Presence.WRONG, Presence.CHANGED):
        chat.say(chat.t(f"attend-{found.presence.value}"))
        return Next("kode")
    return Done(_message(chat, found))


def _message(chat: Chat[Any], found: CheckIn) -> Message:
    session = found.session
    moment = session.starts_at if session else chat.tx.now
    text = chat.t(f"attend-{found.presence.value}", title=found.title, at=moment)
    return Message(text, (menu_door(chat),))


# The trainer's side


async def ask_session(chat: Chat[Attending]) -> Message:
    found = await chat.run(sessions_to_show, chat.contact.person_id)
    choices = tuple(
        Choice(str(session.id), chat.t("attend-session", title=training.title[:40], at=session.starts_at))
        for training, session in found
    )
    own = (Choice("kode", chat.t("attend-button")),) if "employee" in chat.roles else ()
    text = chat.t("attend-which-session" if found else "attend-no-sessions")
    return Message(text, choices, below=(*own, menu_door(chat)), replaces=True)


async def take_session(chat: Chat[Attending], answer: Answer) -> Transition:
    if answer.choice == "kode":
        return Next("kode")
    return await _show(chat, row_id(answer.choice or "") or 0, Done)


async def enter_showing(chat: Chat[Attending], argument: str) -> Transition:
    """`<session>`: the code as it is now; `.gambar`: as a picture; `.daftar`: the list to correct."""
    number, _, act = argument.partition(".")
    session_id = row_id(number)
    if session_id is None:
        return Again(chat.t("notice-button-of-no-use"))
    if act == "daftar":
        chat.data.session_id = session_id
        return Next("peserta", str(session_id)[:16])
    if act == "gambar":
        code = await chat.run(shown_code, chat.contact.person_id, session_id)
        picture = code_of(chat, code.payload, "hadir.png")
        return Stay(Message(chat.t("attend-code", code=code.code, at=code.changes_at), picture=picture))
    return await _show(chat, session_id, Stay)


async def _show(chat: Chat[Attending], session_id: int, how: type[Stay] | type[Done]) -> Transition:
    code = await chat.run(shown_code, chat.contact.person_id, session_id)
    text = chat.t(
        "attend-showing",
        title=code.training.title,
        code=code.code,
        at=code.changes_at,
        present=code.present,
        seated=code.seated,
    )
    acts = (("", "attend-renew"), (".gambar", "attend-picture"), (".daftar", "attend-list"))
    choices = tuple(
        Choice(f"{session_id}{act}", chat.t(label), opens=to.ATTENDANCE_CODE) for act, label in acts
    )
    return how(Message(text, choices, below=(menu_door(chat),), replaces=True))


async def ask_list(chat: Chat[Attending]) -> Message:
    people = await chat.run(participants, chat.contact.person_id, chat.data.session_id)
    choices = tuple(
        Choice(
            f"{one.employee_id}.{_ABSENT if one.present else _PRESENT}",
            f"{'✅' if one.present else '⬜'} {one.name}"[:60],
        )
        for one in people
    )
    present = sum(one.present for one in people)
    text = chat.t("attend-correct", present=present, seated=len(people))
    return Message(text, choices, below=(Choice(_DONE, chat.t("finished")),), replaces=True)


async def take_list(chat: Chat[Attending], answer: Answer) -> Transition:
    session_id = chat.data.session_id
    if answer.choice == _DONE:
        back = Choice(str(session_id), chat.t("attend-back"), opens=to.ATTENDANCE_CODE)
        return Done(Message(chat.t("attend-corrected"), (back, menu_door(chat)), replaces=True))
    # the button says what it makes of it, so that a second tap on it turns nothing back
    number, _, wanted = (answer.choice or "").partition(".")
    employee_id, present = row_id(number) or 0, wanted == _PRESENT
    await chat.run(correct, chat.contact.person_id, session_id, employee_id, present=present)
    return Next("peserta", str(session_id)[:16])


CONVERSATION: Final = Conversation(
    "hadir",
    start,
    (
        Step("kode", ask_code, take_code, TEXT),
        Step("sesi", ask_session, take_session, passing=True),
        Step("peserta", ask_list, take_list),
    ),
    data=Attending,
    commands=(Command("hadir", roles=frozenset({"employee"}) | TRAINERS, aliases=("attend",)),),
    entries=(
        Entry(to.ATTEND, enter_code, by_link=ask_before_entering),
        Entry(to.ATTENDANCE_CODE, enter_showing, TRAINERS),
    ),
)
