"""From what was heard to what follows: done where it is plain, asked where it is not."""

from typing import Any, Final

from conversations.paham.asking import DANGER, SWITCH, WHICH, whom_to_call
from conversations.paham.doing import ROLES, begun, do
from conversations.paham.manners import manners
from conversations.paham.memory import Words
from conversations.shared.writing import take_file
from feedbackbot.dialogue.answer_words import is_bare_answer
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Begin, Heard, Next, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.open_ends import Waits
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.roles import CITIZEN, EMPLOYEE
from feedbackbot.understanding.aims import FORMS, MANNERS, PLAIN, QUESTIONS, Aim, Reading
from feedbackbot.usecases.understanding.learn_words import NOT_UNDERSTOOD, count_heard, keep_unclear
from feedbackbot.usecases.understanding.read_words import (
    asks_the_bot,
    in_danger,
    perhaps_in_danger,
    read_words,
)

_KNOWN_ENOUGH: Final = 0.4
"""With fewer words that were ever seen, being sure means nothing."""
_WORTH_ASKING: Final = 0.015
_WORTH_INTERRUPTING: Final = 0.25
_NO_WAY: Final = (MANNERS - {Aim.STOP}) | {Aim.UNCLEAR}
"""Lead nowhere, so there is nothing to choose."""
_OF_WHAT_WAS_TOLD: Final = FORMS | QUESTIONS | {Aim.PRAISE, Aim.RATE, Aim.HUMAN, Aim.UNCLEAR}
_ALWAYS: Final = (Aim.COMPLAIN, Aim.RATE, Aim.REQUIREMENTS)
"""What people mostly want, where the words say little."""


async def start(chat: Chat[Words], argument: str) -> Transition:
    return Begin("menu")


async def alarm(chat: Chat[Words], heard: Heard) -> Transition | None:
    """Somebody is in danger: before everything else, whatever is under way."""
    if is_bare_answer(heard.answer.text) or _was_told_to_type(chat, heard.answer.text):
        return None
    if in_danger(heard.answer.text):
        _keep(chat, heard, await chat.run(read_words, heard.answer.text))
        take_file(chat, chat.data, heard.answer)
        return Next(DANGER)
    at_work = heard.conversation and chat.roles - {CITIZEN, EMPLOYEE}
    if perhaps_in_danger(heard.answer.text) and not at_work:
        return Again(await whom_to_call(chat))
    return None


def _was_told_to_type(chat: Chat[Words], text: str) -> bool:
    """What the bot itself asks for at a form tells of no danger, whatever its words are like."""
    return text.strip().casefold() == chat.t("rating-one-by-one").casefold()


async def listen(chat: Chat[Words], heard: Heard) -> Transition | None:
    answer = heard.answer
    if answer.kind in (Kind.CONTACT, Kind.STICKER):
        return None
    reading = await chat.run(read_words, answer.text) if answer.text else Reading()
    if heard.waits and not _is_no_answer(heard, reading):
        return None
    if is_bare_answer(answer.text):
        if heard.conversation or heard.step:
            return None  # to the question under way, which found no use for it
        reading = reading if reading.best is Aim.THANKS else Reading()
    _keep(chat, heard, reading)
    take_file(chat, chat.data, answer)
    if not answer.text:
        return None if heard.conversation else Begin("lapor", begun(chat.data).as_argument())
    aims = _possible(chat, reading)
    then = await (_beside(chat, reading, aims) if heard.conversation else _at_home(chat, reading, aims))
    best = next(iter(aims), Aim.UNCLEAR)
    if then is None:
        await chat.run(keep_unclear, NOT_UNDERSTOOD, best.value, answer.text)
    else:
        await chat.run(count_heard, "asked" if isinstance(then, Next) else "done", best.value)
    return then


def _is_no_answer(heard: Heard, reading: Reading) -> bool:
    """To a person's question: what plainly asks the bot for something that it knows, or for a ticket by its number. To what was only told:
    whatever is plainly neither of it nor another report."""
    if reading.best is None or reading.known < _KNOWN_ENOUGH or reading.aims[0][1] < PLAIN:
        return False
    if reading.best is Aim.STATUS:
        return bool(reading.number)
    if heard.waits is Waits.TOLD and reading.best not in _OF_WHAT_WAS_TOLD:
        return True
    return reading.best in QUESTIONS | {Aim.RESULTS} and asks_the_bot(heard.answer.text)


def _keep(chat: Chat[Words], heard: Heard, reading: Reading) -> None:
    data = chat.data
    data.text = shown_to_others(heard.answer.text)
    data.latitude, data.longitude = heard.answer.latitude, heard.answer.longitude
    data.units = list(dict.fromkeys(one.unit_id for one in reading.offices))[:3]
    named = reading.named_office()
    if named is not None:
        data.units = [named.unit_id, *(unit for unit in data.units if unit != named.unit_id)]
    data.named = named is not None
    first = next((one for one in reading.offices if data.units and one.unit_id == data.units[0]), None)
    data.service_id = first.service_id if first else None
    data.number, data.behind, data.insults = reading.number, heard.conversation, heard.refused


def _possible(chat: Chat[Any], reading: Reading) -> dict[Aim, float]:
    """Best first, the three kinds of report as one, without what this person may not do."""
    found: dict[Aim, float] = {}
    form = next((aim for aim, _ in reading.aims if aim in FORMS), Aim.COMPLAIN)
    for aim, share in reading.aims:
        if ROLES.get(aim, chat.roles) & chat.roles:
            key = form if aim in FORMS else aim
            found[key] = found.get(key, 0.0) + share
    whole = sum(found.values()) or 1.0
    return dict(sorted(((aim, share / whole) for aim, share in found.items()), key=lambda one: -one[1]))


async def _at_home(chat: Chat[Words], reading: Reading, aims: dict[Aim, float]) -> Transition:
    if reading.bare and chat.data.named and not reading.perhaps:
        return Begin("nilai", f"#{chat.data.units[0]}")
    best = next(iter(aims), None)
    if best is not None and aims[best] >= PLAIN and not _needs_a_question(best, reading):
        return await do(chat, best)
    worth = [aim for aim, share in aims.items() if share >= _WORTH_ASKING]
    if best is Aim.PRAISE:  # what pleased is worth a rating
        worth = [Aim.RATE, *(aim for aim in worth if aim is not Aim.RATE)]
    usual = [aim for aim in _ALWAYS if aim not in FORMS or not FORMS.intersection(worth)]
    return _ask(chat, tuple(dict.fromkeys((*worth, *usual))))


def _needs_a_question(best: Aim, reading: Reading) -> bool:
    """A rating is never begun from a sentence, praise is either of two things, two words are no report, and whoever may be in danger is led
    into nothing unasked."""
    if best in (Aim.PRAISE, Aim.HUMAN, Aim.UNCLEAR) or reading.known < _KNOWN_ENOUGH:
        return True
    if reading.perhaps and best not in QUESTIONS | MANNERS:
        return True
    return best is Aim.RATE and bool(reading.offices)


async def _beside(chat: Chat[Words], reading: Reading, aims: dict[Aim, float]) -> Transition | None:
    """Words hardly any of which were ever seen mean nothing else: the step says in its own words that it found nothing."""
    if reading.known < _KNOWN_ENOUGH or (reading.bare and chat.data.behind == "nilai"):
        return None
    aims = _stopping(aims)
    best = next(iter(aims), None)
    if best is None or aims[best] < _WORTH_INTERRUPTING or best is Aim.UNCLEAR:
        return None
    if best in MANNERS and best is not Aim.STOP:
        said = await manners(chat, best)
        if best is Aim.ABUSE:  # the next one in a row is shown the way out
            return Again(said.text)
        chat.say(said)
        return Again()
    told = [aim.value for aim, share in aims.items() if share >= _WORTH_ASKING and aim not in _NO_WAY]
    chat.data.aims = told[:2] or [best.value]
    return Next(SWITCH)


def _stopping(aims: dict[Aim, float]) -> dict[Aim, float]:
    """Whoever says goodbye in the middle of something wants to stop."""
    if Aim.GOODBYE not in aims:
        return aims
    merged = {aim: share for aim, share in aims.items() if aim is not Aim.GOODBYE}
    merged[Aim.STOP] = merged.get(Aim.STOP, 0.0) + aims[Aim.GOODBYE]
    return dict(sorted(merged.items(), key=lambda one: -one[1]))


def _ask(chat: Chat[Words], aims: tuple[Aim, ...]) -> Transition:
    chat.data.aims = [aim.value for aim in aims if aim not in _NO_WAY and aim is not Aim.STOP][:3]
    return Next(WHICH)
