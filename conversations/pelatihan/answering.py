"""Answers to an invitation or an offer: yes, no with its reason, later; and the head's word."""

from datetime import datetime, time, timedelta
from typing import Any, Final

from conversations import entry_points as to
from conversations.pelatihan.browsing import show_again
from conversations.pelatihan.memory import Answering
from conversations.shared.doors import menu_door, row_id
from conversations.shared.training_words import (
    INVITATION_ANSWERS,
    WHY,
    answers,
    calendar,
    consent_question,
    details_door,
)
from conversations.shared.why_words import why_words
from feedbackbot.clock import city_zone
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Done,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.domain.training.enrolment import EnrolmentReason, State
from feedbackbot.i18n import Markup
from feedbackbot.usecases.improvement.why_invited import why_am_i_invited
from feedbackbot.usecases.training.rsvp import (
    Standing,
    consents_to_give,
    give_back,
    head_decides,
    join_waiting,
    say_later,
    say_no,
    say_yes,
    standing_of,
)

__all__ = ["ANSWER_STEPS", "Answering", "enter_answer", "enter_consent"]
_LATER: Final = {"besok": 1, "lusa": 3, "pekan": 7}
_MORNING: Final = time(9, 0)


async def enter_answer(chat: Chat[Answering], argument: str) -> Transition:
    """`<training>.<answer>[.<detail>]` from under an invitation, an offer, a reminder or the details."""
    number, _, rest = argument.partition(".")
    act, _, detail = rest.partition(".")
    training_id = row_id(number)
    if training_id is None or act not in _ACTS:
        return Again(chat.t("notice-button-of-no-use"))
    if "employee" not in chat.roles:
        return Stay(
            Message(chat.t("training-not-linked"), (Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF),))
        )
    return await _ACTS[act](chat, training_id, detail)


async def _yes(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    standing = await chat.run(say_yes, chat.contact.person_id, training_id)
    if standing.full:
        wait = Choice(f"{training_id}.tunggu", chat.t("wait-join"), opens=to.INVITATION)
        return Stay(Message(chat.t("seat-full"), (wait, details_door(chat.t, training_id)), replaces=True))
    if standing.state is State.SEATED:
        return Stay(_seated(chat, standing))
    return await show_again(chat, training_id, _word(chat, standing))


def _seated(chat: Chat[Any], standing: Standing) -> Message:
    """The seat is the person's: with the calendar file, so that the day is kept free."""
    training = standing.training
    back = Choice(f"{training.id}.batal", chat.t("seat-give-back"), opens=to.INVITATION)
    text = chat.t("seat-taken", title=training.title)
    return Message(
        text,
        (details_door(chat.t, training.id), back, menu_door(chat)),
        document=calendar(training, chat.t) if training.sessions else None,
    )


async def _wait(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    standing = await chat.run(join_waiting, chat.contact.person_id, training_id)
    return await show_again(chat, training_id, _word(chat, standing))


async def _no(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    """First the no itself, then the reason: whoever stops half-way has declined all the same."""
    if detail == EnrolmentReason.WORDS.value:
        chat.data.training_id = training_id
        return Next("alasan", str(training_id)[:16])
    reason = EnrolmentReason(detail) if detail in set(EnrolmentReason) else None
    standing = await chat.run(say_no, chat.contact.person_id, training_id, reason)
    if reason is not None:
        return await show_again(chat, training_id, chat.t("decline-thanks"))
    reasons = tuple(
        Choice(f"{training_id}.tidak.{one.value}", chat.t(f"reason-{one.value}"), opens=to.INVITATION)
        for one in EnrolmentReason
    )
    text = chat.t("decline-why", title=standing.training.title)
    return Stay(Message(text, reasons, replaces=True))


async def _later(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    if detail in _LATER:
        moment = _in_days(chat.tx.now, _LATER[detail])
        await chat.run(say_later, chat.contact.person_id, training_id, moment)
        return await show_again(chat, training_id, chat.t("later-noted", at=moment))
    answer_by = (await chat.run(standing_of, chat.contact.person_id, training_id)).training.answer_by
    moments = {key: _in_days(chat.tx.now, days) for key, days in _LATER.items()}
    choices = tuple(
        Choice(f"{training_id}.nanti.{key}", chat.t(f"later-{key}", at=at), opens=to.INVITATION)
        for key, at in moments.items()
        if answer_by is None or at < answer_by
    )
    if not choices:
        return Stay(notice=chat.t("invite-later-too-late"))
    return Stay(Message(chat.t("later-when"), choices, replaces=True))


def _in_days(now: datetime, days: int) -> datetime:
    """Nine in the morning of that day in the city."""
    day = (now.astimezone(city_zone()) + timedelta(days=days)).date()
    return datetime.combine(day, _MORNING, city_zone())


async def _give_back(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    standing = await chat.run(standing_of, chat.contact.person_id, training_id)
    if detail != "ya":
        sure = Choice(
            f"{training_id}.batal.ya", chat.t("give-back-sure"), opens=to.INVITATION, tone=Tone.DANGER
        )
        keep = Choice(str(training_id), chat.t("give-back-not"), opens=to.TRAINING)
        question = chat.t("give-back-question", title=standing.training.title)
        return Stay(Message(question, (sure, keep)))
    await chat.run(give_back, chat.contact.person_id, training_id)
    return await show_again(chat, training_id, chat.t("given-back"))


def _word(chat: Chat[Any], standing: Standing) -> str:
    if standing.state is State.WAITING:
        return chat.t("wait-joined", place=standing.place or 0)
    if standing.state is State.OFFERED and standing.offered_until is not None:
        return chat.t("seat-offered", until=standing.offered_until)
    return chat.t(f"standing-{standing.state.value if standing.state else 'none'}")


async def _why(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    """What citizens said of the own unit, with the answers below again."""
    person = chat.contact.person_id
    standing = await chat.run(standing_of, person, training_id)
    why = why_words(chat.t, await chat.run(why_am_i_invited, person, training_id))
    said = why or chat.t("why-other", jp=standing.training.jp)
    open_still = standing.state in (State.INVITED, State.LATER) and standing.training.is_open(chat.tx.now)
    below = answers(chat.t, training_id, INVITATION_ANSWERS) if open_still else ()
    text = chat.t("why-title", title=standing.training.title)
    doors = (details_door(chat.t, training_id), menu_door(chat))
    return Stay(Message(f"{text}\n\n{said}", below, below=doors))


_ACTS: Final = {
    "ya": _yes, "tidak": _no, "nanti": _later, "tunggu": _wait, "batal": _give_back, WHY: _why,
}  # fmt: skip


async def ask_reason(chat: Chat[Answering]) -> Message:
    return Message(chat.t("decline-words"))


async def take_reason(chat: Chat[Answering], answer: Answer) -> Transition:
    training_id = chat.data.training_id
    await chat.run(say_no, chat.contact.person_id, training_id, EnrolmentReason.WORDS, answer.text)
    return Done(Message(chat.t("decline-thanks"), (details_door(chat.t, training_id), menu_door(chat))))


async def enter_consent(chat: Chat[Answering], argument: str) -> Transition:
    """`<enrolment>.ya` or `.tidak` from the head of unit; `daftar`: all that wait for an answer."""
    number, _, act = argument.partition(".")
    enrolment_id = row_id(number)
    if number == "daftar":
        return await _say_consents(chat)
    if enrolment_id is None or act not in ("ya", "tidak"):
        return Again(chat.t("notice-button-of-no-use"))
    standing, name = await chat.run(head_decides, chat.contact.person_id, enrolment_id, agrees=act == "ya")
    key = "consent-noted-yes" if act == "ya" else "consent-noted-no"
    text = chat.t(key, name=name, title=standing.training.title)
    return Stay(Message(Markup(text), (menu_door(chat),), replaces=True))


async def _say_consents(chat: Chat[Answering]) -> Transition:
    waiting = await chat.run(consents_to_give, chat.contact.person_id)
    for enrolment_id, name, training in waiting:
        chat.say(consent_question(chat.t, training, enrolment_id, name))
    return Stay(Message(chat.t("consents-waiting", n=len(waiting)), (menu_door(chat),)))


ANSWER_STEPS: Final = (Step("alasan", ask_reason, take_reason, TEXT),)
