"""What holds in every step of every conversation, found by using the whole bot."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from conversations.nilai.entering import FORM
from feedbackbot.dialogue.buttons import LIST_LENGTH, SHORT_LENGTH
from feedbackbot.dialogue.conversation import Step
from feedbackbot.dialogue.incoming import CARRY_A_FILE, Kind
from feedbackbot.domain.message_text import plain_length, problems
from feedbackbot.storage.people.contacts import ChatState
from tests.builders import CATALOGUE
from tests.dialogue.crawl import Steps, ask_present, put_state
from tests.dialogue.crawled import ALL_ROLES, Crawled, copied, crawled
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk, Talker

LHOKSEUMAWE: Final = {"latitude": 5.18, "longitude": 97.14}


def as_before(state: ChatState) -> ChatState:
    """Without what every turn may change."""
    return replace(state, anchor="", refusals=0, spoke_at=None)


@pytest.fixture
async def found(tmp_path: Path, clock: Clock) -> Crawled:
    return await crawled(tmp_path, clock)


@pytest.fixture
async def talk(found: Crawled, tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    """The whole bot, as the crawl left it."""
    made = copied(found, tmp_path, clock)
    yield made
    await assert_nobody_is_named(made)
    await made.database.close()


@pytest.fixture
def person(talk: Talk) -> Talker:
    return talk.people[ALL_ROLES.name]


@pytest.fixture
def steps(found: Crawled) -> Steps:
    return dict(found.steps)


async def test_every_step_of_the_survey_and_the_results_is_reached(talk: Talk, steps: Steps) -> None:
    """Else the other tests here would prove nothing."""
    by_key = talk.dialogue.directory.by_key
    for key in ("menu", "nilai", "hasil"):
        for step in by_key[key].by_key:
            # the form is only for chat services that show forms (tests/survey/test_rating_by_form.py), the others for who has duties
            # (tests/conversations/test_menu.py)
            if step not in (FORM, "peran", "tugas"):
                assert (key, step) in steps, f"{key}/{step} was not reached"


@pytest.mark.parametrize("language", CATALOGUE.languages)
async def test_every_question_fits_into_a_message_in_every_language(
    talk: Talk, person: Talker, steps: Steps, language: str
) -> None:
    await person.sends_tap(f"!bahasa/{language}")
    for key, state in steps.items():
        [question] = await ask_present(talk, person, state)
        assert 0 < plain_length(question.text) <= 4096, key
        assert problems(question.text) == [], key
        room = SHORT_LENGTH if sum(map(len, question.rows)) <= 3 else LIST_LENGTH
        for row in question.rows:
            assert 1 <= len(row) <= 8, key
            for button in row:
                assert 0 < len(button.label) <= 64, (key, button)
                assert 0 < len(button.short) <= room, (key, button)
                assert button.url or 0 < len((button.data or "").encode()) <= 64, (key, button)


async def test_short_labels_of_one_question_differ(talk: Talk, person: Talker, steps: Steps) -> None:
    """A channel that has only room for the short label must not show the same twice."""
    for key, state in steps.items():
        [question] = await ask_present(talk, person, state)
        shorts = [button.short for row in question.rows for button in row]
        assert len(shorts) == len(set(shorts)), (key, shorts)


@pytest.mark.parametrize("kind", [Kind.STICKER, Kind.EDITED, Kind.OTHER])
async def test_what_is_of_no_use_gets_a_word_and_the_question(
    talk: Talk, person: Talker, steps: Steps, kind: Kind
) -> None:
    for key, state in steps.items():
        if kind.value not in step_at(talk, key).accepts:
            await is_refused(talk, person, key, state, kind)


async def test_a_place_is_taken_heard_or_refused(talk: Talk, person: Talker, steps: Steps) -> None:
    for key, state in steps.items():
        step = step_at(talk, key)
        if step.passing:  # nothing is lost there, so a place is heard as at home
            await ask_present(talk, person, state)
            await person.does(Kind.LOCATION, **LHOKSEUMAWE)
            assert person.answered, key
        elif Kind.LOCATION.value not in step.accepts:
            await is_refused(talk, person, key, state, Kind.LOCATION, **LHOKSEUMAWE)


@pytest.mark.parametrize("kind", [*sorted(CARRY_A_FILE), Kind.LOCATION])
async def test_a_file_without_its_file_is_of_no_use_even_where_files_are_asked_for(
    talk: Talk, person: Talker, steps: Steps, kind: Kind
) -> None:
    for key, state in steps.items():
        await is_refused(talk, person, key, state, kind)


def step_at(talk: Talk, key: tuple[str, str]) -> Step:
    return talk.dialogue.directory.by_key[key[0]].by_key[key[1]]


async def is_refused(
    talk: Talk, person: Talker, key: tuple[str, str], state: ChatState, kind: Kind, **what: object
) -> None:
    """With a word and the question again, and nothing is changed."""
    [question] = await ask_present(talk, person, state)
    await person.does(kind, **what)
    [answer] = person.answered
    assert answer.text.endswith(question.text), key
    assert len(answer.text) > len(question.text), key
    assert as_before(await person.state()) == as_before(state), key


async def test_help_answers_and_asks_again(talk: Talk, person: Talker, steps: Steps) -> None:
    for key, state in steps.items():
        [question] = await ask_present(talk, person, state)
        await person.types("/bantuan")
        assert "/nilai" in person.answered[0].text, key
        assert person.answered[-1].text == question.text, key
        assert as_before(await person.state()) == as_before(state), key


async def test_the_language_changes_and_the_question_is_asked_in_it(
    talk: Talk, person: Talker, steps: Steps
) -> None:
    for key, state in steps.items():
        await person.sends_tap("!bahasa/id")
        [indonesian] = await ask_present(talk, person, state)
        await person.types("/bahasa")
        await person.taps("English")
        assert person.answered[0].text == "All right, we speak English now.", key
        assert person.answered[-1].text != indonesian.text, key
        assert as_before(await person.state()) == as_before(state), key


async def test_cancel_ends_it_with_a_word_and_the_menu_is_a_tap_away(
    talk: Talk, person: Talker, steps: Steps
) -> None:
    for key, state in steps.items():
        await put_state(talk, person, state)
        await person.types("/batal")
        assert (await person.state()).conversation is None, key
        [word] = person.answered
        assert any((button.data or "").startswith("!menu") for row in word.rows for button in row), key


async def test_start_leads_home(talk: Talk, person: Talker, steps: Steps) -> None:
    for key, state in steps.items():
        await put_state(talk, person, state)
        await person.types("/mulai")
        assert (await person.state()).conversation == "menu", key


async def test_an_unknown_command_gets_a_word_and_the_question(
    talk: Talk, person: Talker, steps: Steps
) -> None:
    for key, state in steps.items():
        [question] = await ask_present(talk, person, state)
        await person.types("/tidakada")
        [answer] = person.answered
        assert answer.text.endswith(question.text), key
        assert "tidak ada" in answer.text, key


async def test_a_state_of_an_older_release_is_asked_again_from_a_safe_step(
    talk: Talk, person: Talker, steps: Steps
) -> None:
    for key, state in steps.items():
        for old in (
            replace(state, data_version=state.data_version + 7),
            replace(state, step="dahulu"),
            replace(state, data='{"answers": 7, "unit_id": "x", "words": 1}'),
            replace(state, data="not JSON"),
        ):
            await put_state(talk, person, old)
            await person.types("☃")
            assert person.answered, key
            present = await person.state()
            assert present.conversation is None or present.step != "dahulu", key


async def test_what_is_left_alone_is_let_go_without_a_fault(talk: Talk, person: Talker, steps: Steps) -> None:
    for key, state in steps.items():
        await put_state(talk, person, state)
        await person.is_left_alone()
        assert (await person.state()).conversation is None, key


@pytest.mark.slow
@pytest.mark.parametrize("word", ["Batal!", "\u200ebatal", "/batal.", "btal", "gak jadi deh", "Menu."])
async def test_the_wish_to_stop_is_obeyed_or_asked_about(
    talk: Talk, person: Talker, steps: Steps, word: str
) -> None:
    home = talk.dialogue.directory.home.key
    for key, state in steps.items():
        await put_state(talk, person, state)
        await person.does(Kind.TEXT, text=word)
        assert person.answered, key
        assert key[0] == home or (await person.state()).conversation != key[0], key
