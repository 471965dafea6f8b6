"""Real respondents' answers given again, through the bot and over HTTP, as people would: by tapping."""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from feedbackbot.dialogue.buttons import StepTap, read_data
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person

SIDE_BY_SIDE = 8
_MOST_TAPS = 20
_PATIENCE = 60.0
ON_THE_WAY = {"izin": "setuju", "layanan": "lain"}


class ReplayFailed(RuntimeError):
    """The bot asked something that the replay cannot answer; the text says what."""


async def replay(
    city: Playground, deep_link: str, answers: Sequence[Mapping[str, int]], progress: Callable[[], None]
) -> None:
    """Each respondent is a new person who opens `deep_link` and taps nine answers; `progress` is called after each."""
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(number: int, given: Mapping[str, int]) -> None:
        async with places:
            person = await city.person(f"Responden {number}")
            await rate(person, deep_link, given)
            progress()

    async with asyncio.TaskGroup() as group:
        for number, given in enumerate(answers, 1):
            group.create_task(one(number, given))


async def rate(
    person: Person,
    deep_link: str,
    answers: Mapping[str, int],
    *,
    thinking: float = 0.0,
    patience: float = _PATIENCE,
    on_tap: Callable[[], None] = lambda: None,
) -> None:
    """One whole rating, from the deep link to the thanks. Before each tap the person thinks up to `thinking` seconds; `patience` is how
    long the next question may take; `on_tap` is called after each tap."""
    wanted = ON_THE_WAY | {key: str(answers[key]) for key in ELEMENT_KEYS}
    tapped: set[str] = set()
    await person.starts(deep_link)
    for _ in range(_MOST_TAPS):
        tap, message_id = await person.until(
            lambda: _newest_question(person, tapped), patience, "the next question"
        )
        await asyncio.sleep(random.uniform(0, thinking))  # noqa: S311
        if tap.step not in wanted:
            if set(ELEMENT_KEYS) <= {step.partition("/")[0] for step in tapped}:
                return
            raise ReplayFailed(f"the bot asks «{tap.step}», and the replay has no answer to it")
        place = _place(person, message_id, tap, wanted[tap.step])
        if place is None:
            continue  # a bot that was killed may have said an earlier question once more meanwhile
        tapped.add(f"{tap.step}/{tap.part}")
        await person.taps_at(message_id, *place)
        on_tap()
    raise ReplayFailed("the rating does not end")


def _newest_question(person: Person, tapped: set[str]) -> tuple[StepTap, int] | None:
    """The newest message whose buttons answer a step that was not answered yet."""
    for message in reversed(person.messages()):
        for buttons in message["inline_keyboard"]:
            for button in buttons:
                tap = read_data(button.get("callback_data") or "")
                if isinstance(tap, StepTap) and f"{tap.step}/{tap.part}" not in tapped:
                    return tap, message["message_id"]
    return None


def _place(person: Person, message_id: int, asked: StepTap, choice: str) -> tuple[int, int] | None:
    """Where the button of that choice is; the first one where there is none. None where the message asks something else by now."""
    keyboard: list[list[Any]] = next(m for m in person.messages() if m["message_id"] == message_id)[
        "inline_keyboard"
    ]
    answers = {
        (row, column): tap.choice
        for row, buttons in enumerate(keyboard)
        for column, button in enumerate(buttons)
        if isinstance(tap := read_data(button.get("callback_data") or ""), StepTap)
        and (tap.step, tap.part) == (asked.step, asked.part)
    }
    named = (place for place, one in answers.items() if one == choice)
    return next(named, next(iter(answers), None))
