"""An admin changes a training: seats, the date of a session, or the whole of it off."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.pelatihan.memory import Answering
from conversations.shared.doors import menu_door, row_id
from conversations.shared.training_words import session_line
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import TEXT, Again, Answer, Done, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.numbers import whole_number
from feedbackbot.domain.training.enrolment import State
from feedbackbot.domain.training.typed_session import typed_sessions
from feedbackbot.usecases.training.browsing import training_by_id
from feedbackbot.usecases.training.edit_training import cancel_training, change_seat_count, reschedule
from feedbackbot.usecases.training.managing import overview

_MOST_SEATS: Final = 100_000


async def enter_managing(chat: Chat[Answering], argument: str) -> Transition:
    """`<training>` for the overview; `.kursi`, `.jadwal[.<session>]`, `.batal[.ya]` for a change."""
    number, _, rest = argument.partition(".")
    act, _, detail = rest.partition(".")
    training_id = row_id(number)
    if training_id is None:
        return Again(chat.t("notice-button-of-no-use"))
    chat.data.training_id = training_id
    if act == "kursi":
        return Next("kursi", str(training_id)[:16])
    if act == "jadwal":
        return await _which_session(chat, training_id, detail)
    if act == "batal":
        return await _cancel(chat, training_id, detail)
    return await _overview(chat, training_id)


async def _overview(chat: Chat[Answering], training_id: int) -> Transition:
    found = await chat.run(overview, chat.contact.person_id, training_id)
    lines = [chat.t("manage-title", title=found.training.title)]
    lines += [
        chat.t("manage-count", state=chat.t(f"state-{state.value}"), count=found.counts[state])
        for state in State
        if found.counts.get(state)
    ]
    if not found.counts:
        lines.append(chat.t("manage-nobody"))
    for reason, count in found.reasons.items():
        lines.append(chat.t("manage-reason", reason=chat.t(f"reason-{reason}"), count=count))
    if found.evaluated:
        lines.append(chat.t("manage-evaluated", count=found.evaluated, mean=found.mean))
    acts = [("kursi", "manage-seats"), ("batal", "manage-cancel")]
    if found.training.sessions:
        acts.insert(1, ("jadwal", "manage-reschedule"))
    choices: list[Choice] = []
    if found.training.cancelled_at is None and found.training.closed_at is None:
        choices = [
            Choice(f"{training_id}.{act}", chat.t(label), opens=to.MANAGE_TRAINING) for act, label in acts
        ]
        choices.append(Choice(str(training_id), chat.t("invite-open"), opens=to.INVITE))
    back = Choice(str(training_id), chat.t("back"), opens=to.TRAINING)
    return Stay(Message("\n".join(lines), tuple(choices), below=(back, menu_door(chat)), replaces=True))


async def _which_session(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    training = await chat.run(training_by_id, training_id)
    sessions = training.sessions if training else ()
    chosen = next((one for one in sessions if str(one.id) == detail), None)
    if chosen is None and len(sessions) == 1:
        chosen = sessions[0]
    if chosen is not None:
        chat.data.session_id = chosen.id
        return Next("jadwal", str(chosen.id)[:16])
    choices = tuple(
        Choice(
            f"{training_id}.jadwal.{one.id}",
            chat.t("training-session", starts=one.starts_at, ends=one.ends_at),
            opens=to.MANAGE_TRAINING,
        )
        for one in sessions
    )  # fmt: skip
    return Stay(Message(chat.t("manage-which-session"), choices))


async def _cancel(chat: Chat[Answering], training_id: int, detail: str) -> Transition:
    training = await chat.run(training_by_id, training_id)
    title = training.title if training else ""
    if detail != "ya":
        sure = Choice(
            f"{training_id}.batal.ya",
            chat.t("manage-cancel-sure"),
            opens=to.MANAGE_TRAINING,
            tone=Tone.DANGER,
        )
        back = Choice(str(training_id), chat.t("back"), opens=to.MANAGE_TRAINING)
        return Stay(Message(chat.t("manage-cancel-question", title=title), (sure, back)))
    told = await chat.run(cancel_training, chat.contact.person_id, training_id)
    return Stay(
        Message(chat.t("manage-cancelled", title=title, told=told), (menu_door(chat),), replaces=True)
    )


async def ask_seats(chat: Chat[Any]) -> Message:
    return Message(chat.t("manage-ask-seats"))


async def take_seats(chat: Chat[Answering], answer: Answer) -> Transition:
    try:
        seats = whole_number(answer.text, 0, _MOST_SEATS) or None
    except WrongValue:
        return Again(chat.t("new-training-seats-wrong", most=_MOST_SEATS))
    training_id = chat.data.training_id
    await chat.run(change_seat_count, chat.contact.person_id, training_id, seats)
    back = Choice(str(training_id), chat.t("manage-open"), opens=to.MANAGE_TRAINING)
    return Done(Message(chat.t("manage-seats-changed", seats=seats or 0), (back, menu_door(chat))))


async def ask_session(chat: Chat[Any]) -> Message:
    return Message(chat.t("manage-ask-session"))


async def take_session(chat: Chat[Answering], answer: Answer) -> Transition:
    drafts = typed_sessions(answer.text, chat.tx.now)
    if len(drafts) != 1:
        return Again(chat.t("manage-one-session"))
    told = await chat.run(reschedule, chat.contact.person_id, chat.data.session_id, drafts[0])
    training = await chat.run(training_by_id, chat.data.training_id)
    lines = [chat.t("manage-moved", told=told)]
    lines += [session_line(chat.t, one) for one in (training.sessions if training else ())]
    return Done(Message("\n".join(lines), (menu_door(chat),)))


MANAGE_STEPS: Final = (
    Step("kursi", ask_seats, take_seats, TEXT, asks_number=True),
    Step("jadwal", ask_session, take_session, TEXT),
)
