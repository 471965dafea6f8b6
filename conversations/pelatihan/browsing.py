"""The catalogue: mine, recommended, open, by kind and mode; and one training with all that can be done about it."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.pelatihan.memory import Answering
from conversations.shared.doors import menu_door, row_id
from conversations.shared.training_words import WHY, calendar, summary, ways_there
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.training.catalogue import Mode, TrainingKind
from feedbackbot.domain.training.enrolment import State
from feedbackbot.i18n import Markup
from feedbackbot.usecases.training.browsing import (
    Seen,
    Training,
    my_trainings,
    open_trainings,
    recommended,
    running_trainings,
    seen_by,
)

_MINE, _SUGGESTED, _OPEN, _ALL, _BACK = "saya", "saran", "buka", "semua", "kembali"
_FIRST: Final = (_MINE, _SUGGESTED, _OPEN)


async def start(chat: Chat[Answering], argument: str) -> Transition:
    return Next("pilih")


async def ask_list(chat: Chat[Answering]) -> Message:
    mine = await chat.run(my_trainings, chat.contact.person_id)
    suggested = await chat.run(recommended, chat.contact.person_id)
    found = await chat.run(open_trainings)
    counts = {_MINE: len(mine), _SUGGESTED: len(suggested), _OPEN: len(found)}
    first = tuple(Choice(key, chat.t(f"trainings-{key}", count=counts[key])) for key in _FIRST)
    kinds = tuple(Choice(f"k.{kind.value}", chat.t(f"training-kind-{kind.value}")) for kind in TrainingKind)
    modes = tuple(Choice(f"m.{mode.value}", chat.t(f"training-mode-{mode.value}")) for mode in Mode)
    return Message(chat.t("trainings-which"), (*first, *kinds[:3], *modes[:3]), replaces=True, columns=1)


async def take_list(chat: Chat[Answering], answer: Answer) -> Transition:
    chat.data.shown = answer.choice or _OPEN
    return Next("hasil", chat.data.shown[:16])


async def ask_found(chat: Chat[Answering]) -> Message:
    found = await _found(chat)
    choices = tuple(Choice(str(one.id), _label(chat, one), opens=to.TRAINING) for one in found)
    title = chat.t("trainings-found" if found else "trainings-none")
    return Message(title, choices, below=(Choice(_BACK, chat.t("back")), menu_door(chat)), replaces=True)


async def take_found(chat: Chat[Answering], answer: Answer) -> Transition:
    return Next("pilih")


async def _found(chat: Chat[Answering]) -> list[Training]:
    shown, person = chat.data.shown, chat.contact.person_id
    if shown == _MINE:
        return [one for one, _ in await chat.run(my_trainings, person)]
    if shown == _SUGGESTED:
        return await chat.run(recommended, person)
    if shown == _ALL:
        return await chat.run(running_trainings)
    letter, _, value = shown.partition(".")
    if letter == "k":
        return await chat.run(open_trainings, kind=TrainingKind(value))
    if letter == "m":
        return await chat.run(open_trainings, mode=Mode(value))
    return await chat.run(open_trainings)


def _label(chat: Chat[Any], one: Training) -> str:
    title = one.title if len(one.title) <= 40 else f"{one.title[:39]}…"
    return chat.t("training-dated", title=title, at=one.starts_at) if one.starts_at else title


# One training


async def enter_details(chat: Chat[Answering], argument: str) -> Transition:
    """`<training>`, `<training>.kalender`, or anything else for the list."""
    number, _, act = argument.partition(".")
    training_id = row_id(number)
    if training_id is None:
        return Next("pilih")
    seen = await chat.run(seen_by, chat.contact.person_id, training_id)
    if act == "kalender":
        return Stay(Message(chat.t("training-calendar-ready"), document=calendar(seen.training, chat.t)))
    return Stay(details(chat, seen))


def details(chat: Chat[Any], seen: Seen) -> Message:
    """The training as this person sees it, with what can be done."""
    found = seen.training
    lines = [summary(chat.t, found), _seats(chat, seen)]
    if found.register_until is not None:
        lines.append(chat.t("training-register-until", at=found.register_until))
    if found.needs_consent:
        lines.append(chat.t("training-needs-consent"))
    lines += ["", _standing(chat, seen)]
    more = (Choice("daftar", chat.t("training-list"), opens=to.TRAINING), menu_door(chat))
    return Message("\n".join(lines), _acts(chat, seen), below=more)


def _seats(chat: Chat[Any], seen: Seen) -> str:
    seats = seen.training.seats
    if seats is None:
        return chat.t("training-no-limit")
    return chat.t("training-seats-free", free=max(seats - seen.taken, 0), seats=seats, waiting=seen.waiting)


def _standing(chat: Chat[Any], seen: Seen) -> str:
    if seen.training.cancelled_at is not None:
        return chat.t("training-was-cancelled")
    if seen.training.closed_at is not None:
        return chat.t("training-is-over")
    return chat.t(f"standing-{seen.state.value if seen.state else 'none'}")


def _acts(chat: Chat[Any], seen: Seen) -> tuple[Choice, ...]:
    found = seen.training
    acts: list[Choice] = []
    for key, label in _answers(seen, chat):
        acts.append(Choice(f"{found.id}.{key}", chat.t(label), opens=to.INVITATION))
    if seen.state in (State.INVITED, State.LATER, State.OFFERED):
        acts.append(Choice(f"{found.id}.{WHY}", chat.t("why-ask"), opens=to.INVITATION))
    if found.mode is Mode.SELF_PACED and found.cancelled_at is None:
        acts.append(Choice(str(found.id), chat.t("learn-open"), opens=to.LEARN))
    if found.sessions and found.cancelled_at is None:
        acts.append(Choice(f"{found.id}.kalender", chat.t("training-calendar"), opens=to.TRAINING))
    acts += ways_there(chat.t, found)
    if seen.manages:
        acts.append(Choice(str(found.id), chat.t("manage-open"), opens=to.MANAGE_TRAINING))
    return tuple(acts)


def _answers(seen: Seen, chat: Chat[Any]) -> tuple[tuple[str, str], ...]:
    """What this person may answer now: the answer's key and the key of its label."""
    found, state = seen.training, seen.state
    if found.mode is Mode.SELF_PACED or "employee" not in chat.roles:
        return ()
    if not found.is_open(chat.tx.now):
        return (("batal", "seat-give-back"),) if state is State.SEATED and found.closed_at is None else ()
    if state in (State.SEATED, State.WAITING, State.ASKED):
        return (("batal", "seat-give-back"),)
    if state is State.OFFERED:
        return (("ya", "offer-yes"), ("tidak", "offer-no"))
    if state in (State.INVITED, State.LATER):
        return (("ya", "invite-yes"), ("tidak", "invite-no"), ("nanti", "invite-later"))
    return (("ya", "training-join"),)


async def show_again(chat: Chat[Any], training_id: int, notice: str) -> Transition:
    """The details as they are now, in the place of the tapped message."""
    seen = await chat.run(seen_by, chat.contact.person_id, training_id)
    message = details(chat, seen)
    text = f"{notice}\n\n{message.text}" if notice else message.text
    return Stay(Message(Markup(text), message.choices, below=message.below, replaces=True))


BROWSE_STEPS: Final = (
    Step("pilih", ask_list, take_list, passing=True),
    Step("hasil", ask_found, take_found, passing=True),
)
