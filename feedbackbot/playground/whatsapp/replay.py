"""Real respondents' answers given again on the other app: half of them by form, half by tapping one answer after the other."""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence

from feedbackbot.dialogue.buttons import StepTap, read_data
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.replay import ON_THE_WAY, ReplayFailed
from feedbackbot.playground.whatsapp.person import Person
from feedbackbot.playground.whatsapp.phone import choices_of
from feedbackbot.playground.whatsapp.side import WhatsAppSide

SIDE_BY_SIDE = 8
STEP_BY_STEP = "satu per satu"
_MOST_TAPS = 20
_PATIENCE = 60.0


async def replay(
    side: WhatsAppSide, payload: str, answers: Sequence[Mapping[str, int]], progress: Callable[[], None]
) -> None:
    """Each respondent is a new person who opens the link with `payload`; `progress` is called after each."""
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(number: int, given: Mapping[str, int]) -> None:
        async with places:
            # every other one hides the number
            person = await side.person(f"Responden {number}", hidden=number % 4 > 1)
            if number % 2:
                await rate_by_form(person, payload, given)
            else:
                await person.opens(f"mulai {payload}")
                await person.hears(patience=_PATIENCE)
                await rate_by_steps(person, STEP_BY_STEP, given)
            progress()

    async with asyncio.TaskGroup() as group:
        for number, given in enumerate(answers, 1):
            group.create_task(one(number, given))


async def rate_by_form(person: Person, payload: str, answers: Mapping[str, int]) -> None:
    """One whole rating in four messages: the link's text, the form, its answers, the thanks."""
    await person.opens(f"mulai {payload}")
    filled = {"izin": True, **{key: str(answers[key]) for key in ELEMENT_KEYS}}
    await person.fills(filled, patience=_PATIENCE)
    await person.hears(patience=_PATIENCE)


async def rate_by_steps(
    person: Person,
    first_words: str,
    answers: Mapping[str, int],
    *,
    thinking: float = 0.0,
    patience: float = _PATIENCE,
    on_tap: Callable[[], None] = lambda: None,
) -> None:
    """One whole rating from `first_words` to the thanks, a tap at a time. Before each tap the person thinks up to `thinking` seconds;
    `patience` is how long the next question may take; `on_tap` is called after each tap."""
    wanted = ON_THE_WAY | {key: str(answers[key]) for key in ELEMENT_KEYS}
    tapped: set[str] = set()
    await person.types(first_words)
    for _ in range(_MOST_TAPS):
        tap, message_id, otherwise, offered = await person.until(
            lambda: _newest_question(person, tapped), patience, "the next question"
        )
        await asyncio.sleep(random.uniform(0, thinking))  # noqa: S311
        if tap.step not in wanted:
            if set(ELEMENT_KEYS) <= {step.partition("/")[0] for step in tapped}:
                return
            raise ReplayFailed(f"the bot asks «{tap.step}», and the replay has no answer to it")
        tapped.add(f"{tap.step}/{tap.part}")
        await person.taps_at(message_id, offered.get(wanted[tap.step], otherwise))
        on_tap()
    raise ReplayFailed("the rating does not end")


def _newest_question(person: Person, tapped: set[str]) -> tuple[StepTap, str, str, dict[str, str]] | None:
    """The newest message that asks a step which was not answered yet: that step, the message, its first tap, and the taps by choice."""
    for message in reversed(person.messages()):
        if message["from"] != "bot":
            continue
        taps = [(data, read_data(data)) for data, _, _ in choices_of(message)]
        steps = [(data, tap) for data, tap in taps if isinstance(tap, StepTap)]
        if steps and f"{steps[0][1].step}/{steps[0][1].part}" not in tapped:
            data, tap = steps[0]
            return tap, message["message_id"], data, {one.choice or "": key for key, one in steps}
    return None
