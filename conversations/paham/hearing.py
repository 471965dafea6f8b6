"""From what was heard to what follows: done where it is plain, asked where it is not."""

from typing import Any, Final

from conversations.paham.asking import DANGER, SWITCH, WHICH, whom_to_call
from conversations.paham.doing import ANSWERING, begun, do
from conversations.paham.manners import manners
from conversations.paham.memory import Words
from conversations.paham.weighing import KNOWN_ENOUGH, plainly, possible, to_choose, to_interrupt
from conversations.shared.writing import take_file
from feedbackbot.dialogue.answer_words import is_bare_answer
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Begin, Heard, Next, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.open_ends import Waits
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.roles import CITIZEN, EMPLOYEE
from feedbackbot.understanding.aims import FORMS, MANNERS, PLAIN, QUESTIONS, Aim, Reading
from feedbackbot.usecases.cases.read_cases import to_be_answered
from feedbackbot.usecases.cases.staff import DESK_ROLES
from feedbackbot.usecases.understanding.learn_words import NOT_UNDERSTOOD, count_heard, keep_unclear
from feedbackbot.usecases.understanding.read_words import (
    asks_the_bot,
    in_danger,
    only_opens,
    perhaps_in_danger,
    read_words,
)

_MAY_ANSWER: Final = FORMS | QUESTIONS | {Aim.PRAISE, Aim.HUMAN, Aim.THANKS, Aim.UNCLEAR}
"""What an officer's words to a citizen are like, to the ear."""
_DESK: Final = frozenset({("kasus", "meja"), ("kasus", "daftar")})
"""Where an officer's words are looked for in the cases."""
_A_SENTENCE: Final = 3
"""Words."""
_OF_WHAT_WAS_TOLD: Final = FORMS | QUESTIONS | {Aim.PRAISE, Aim.RATE, Aim.HUMAN, Aim.UNCLEAR}


async def start(chat: Chat[Words], argument: str) -> Transition:
    return Begin("menu")


async def alarm(chat: Chat[Words], heard: Heard) -> Transition | None:
    """Somebody is in danger: before everything else, whatever is under way."""
    if is_bare_answer(heard.answer.text):
        return None
    if in_danger(heard.answer.text):
        _keep(chat, heard, await chat.run(read_words, heard.answer.text))
        take_file(chat, chat.data, heard.answer)
        return Next(DANGER)
    at_work = heard.conversation and chat.roles - {CITIZEN, EMPLOYEE}
    if perhaps_in_danger(heard.answer.text) and not at_work:
        return Again(await whom_to_call(chat))
    return None


async def listen(chat: Chat[Words], heard: Heard) -> Transition | None:
    answer = heard.answer
    if answer.kind in (Kind.CONTACT, Kind.STICKER):
        return None
    duties = _duties(chat)
    reading = await chat.run(read_words, answer.text, duties) if answer.text else Reading()
    if heard.waits and not _is_no_answer(heard, reading):
        return None
    if is_bare_answer(answer.text):
        if heard.conversation or heard.step:
            return None  # to the question under way, which found no use for it
        reading = reading if reading.best == Aim.THANKS else Reading()
    _keep(chat, heard, reading)
    take_file(chat, chat.data, answer)
    if not answer.text:
        return None if heard.conversation else await _shown_at_home(chat)
    aims = possible(reading, chat.roles, duties)
    if heard.conversation:
        at_desk = (heard.conversation, heard.step) in _DESK
        then = await (_at_desk(chat, reading, aims) if at_desk else _beside(chat, reading, aims))
    else:
        then = await _at_home(chat, reading, aims)
    best = next(iter(aims), Aim.UNCLEAR)
    if then is None:
        await chat.run(keep_unclear, NOT_UNDERSTOOD, str(best), answer.text)
    else:
        await chat.run(count_heard, "asked" if isinstance(then, Next) else "done", str(best))
    return then


def _is_no_answer(heard: Heard, reading: Reading) -> bool:
    """To a person's question: what plainly asks the bot for something that it knows, or for a ticket by its number. To what was only told:
    whatever is plainly neither of it nor another report."""
    if reading.best is None or reading.known < KNOWN_ENOUGH or reading.aims[0][1] < PLAIN:
        return False
    if reading.best == Aim.STATUS:
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


def _duties(chat: Chat[Any]) -> frozenset[str]:
    return frozenset(name for role in chat.roles for name in chat.duties_of(role))


async def _shown_at_home(chat: Chat[Words]) -> Transition:
    """A picture, a voice or a place without a word."""
    if chat.data.files and await _has_to_answer(chat):
        chat.data.aims = [ANSWERING, Aim.COMPLAIN.value]
        return Next(WHICH)
    return Begin("lapor", begun(chat.data).as_argument())


async def _at_home(chat: Chat[Words], reading: Reading, aims: dict[str, float]) -> Transition:
    if reading.bare and chat.data.named and not reading.perhaps:
        return Begin("nilai", f"#{chat.data.units[0]}")
    plain = plainly(aims, reading)
    if await _may_answer(chat, aims, plain):
        return _ask_whether_an_answer(chat, aims)
    if plain is not None:
        return await do(chat, plain)
    chat.data.aims = to_choose(aims)
    return Next(WHICH)


async def _at_desk(chat: Chat[Words], reading: Reading, aims: dict[str, float]) -> Transition | None:
    """What stands in no case, and is no number of one."""
    if not await _may_answer(chat, aims, None):
        return await _beside(chat, reading, aims)
    return _ask_whether_an_answer(chat, aims)


def _ask_whether_an_answer(chat: Chat[Words], aims: dict[str, float]) -> Transition:
    chat.data.aims = [ANSWERING, *to_choose(aims)][:3]
    return Next(WHICH)


async def _may_answer(chat: Chat[Words], aims: dict[str, float], plain: str | None) -> bool:
    """An officer with cases open writes a sentence that asks the bot for nothing: most likely it is for one of their citizens."""
    text, best = chat.data.text, next(iter(aims), Aim.UNCLEAR)
    if best not in _MAY_ANSWER or len(text.split()) < _A_SENTENCE:
        return False
    if only_opens(text) or (plain in QUESTIONS and asks_the_bot(text)):
        return False
    return await _has_to_answer(chat)


async def _has_to_answer(chat: Chat[Words]) -> bool:
    return bool(chat.roles & DESK_ROLES and await chat.run(to_be_answered, chat.contact.person_id))


async def _beside(chat: Chat[Words], reading: Reading, aims: dict[str, float]) -> Transition | None:
    """Without anything else that they may mean the step says in its own words that it found nothing."""
    if reading.bare and chat.data.behind == "nilai":
        return None
    found = to_interrupt(aims, reading)
    if not found:
        return None
    if found[0] in MANNERS - {Aim.STOP}:
        said = await manners(chat, Aim(found[0]))
        if found[0] == Aim.ABUSE:  # the next one in a row is shown the way out
            return Again(said.text)
        chat.say(said)
        return Again()
    chat.data.aims = found
    return Next(SWITCH)
