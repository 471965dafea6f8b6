"""Any words in any state: never silent, never raised, never on to a person unasked, never a form in an emergency."""

import asyncio
import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.storage.cases.tables import case_file, timeline_entry
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.survey.tables import response
from feedbackbot.usecases.understanding.read_words import in_danger
from tests.builders import sqlite_in, talk_in
from tests.cases.office import Office, sends_case, staffed, to_what
from tests.dialogue.crawl import put_state
from tests.survey.ratings import answer, begin, rate
from tests.talk import Clock, Talk, Talker

SENTENCES = [
    row["text"]
    for file in sorted(Path(__file__).parent.glob("utterances_*.csv"))
    for row in csv.DictReader(file.open(encoding="utf-8"))
]
ODD = ("?", "...", "0", "1", "3️⃣", "ya", "tidak", "batal", "menu", "dukcapil", "x" * 4096, "a b " * 500, "\u202etolong",
       "<b>ktp</b>", "{ $unit }", "'; DROP TABLE response; --", "٣", "🙏", "👍", "/", "//batal", "ktp " * 300)  # fmt: skip
EMERGENCIES = (
    "kebakaran di rumah tetangga",
    "ada orang hanyut di sungai",
    "tolong anak saya kejang tidak sadar",
    "my neighbour is bleeding please help",
    "ada begal bawa parang",
    "bapak saya pingsan tidak bangun",
    "rumoh gob ka tutong tulong bagah",
    "istri saya dipukuli berdarah",
    "tabrakan korban tergeletak tolong ambulans",
)
CRIES = [
    row["text"]
    for file in sorted(Path(__file__).parent.glob("alarms_*.csv"))
    for row in csv.DictReader(file.open(encoding="utf-8"))
    if row["danger"] == "yes"
]
words = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(ODD),
    st.text(max_size=60),
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=3).map(" ".join),
)
emergencies = st.builds(
    lambda text, before, after, loud: f"{before}{text.upper() if loud else text}{after}",
    st.sampled_from(EMERGENCIES),
    st.sampled_from(("", "pak ", "min!! ", "Assalamualaikum, ", "🚨🚨 ")),
    st.sampled_from(("", "!!!", " 😭", " cepat pak", "\n")),
    st.booleans(),
)
modest = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


class World:
    """The bot, one citizen, and the states in which she may be."""

    talk: Talk
    office: Office
    ani: Talker

    def __init__(self, folder: Path) -> None:
        self.runner = asyncio.Runner()
        self.states: dict[str, ChatState] = {}
        self.run(self._start(folder))

    def run(self, work: Any) -> Any:
        return self.runner.run(work)

    async def _start(self, folder: Path) -> None:
        self.clock = Clock()
        self.talk = await talk_in(await sqlite_in(folder), self.clock)
        self.office = await staffed(self.talk)
        self.ani = self.talk.person("Ani")
        await sends_case(self.ani, self.office)
        await self.office.officer.taps("Buka")
        await self.office.officer.taps("Tanya balik")
        await self.office.officer.types("Mohon dijelaskan lagi di mana kejadiannya, Pak/Bu?")
        await self.office.mail()
        await self.ani.types("Kejadiannya di loket dua, Pak.")
        await self._keep("has answered an officer")
        await self.ani.types("/mulai")
        await self._keep("menu")
        await self.ani.types("/batal")
        await self._keep("nothing under way")
        await self.ani.opens("u_bpbd")
        await self._keep("consent to a survey")
        await begin(self.ani, "u_bpbd")
        await self._keep("first element")
        await answer(self.ani, (3, 3))
        await self._keep("third element")
        await rate(self.ani, (3,) * 9, "u_dinsos")
        await self._keep("comment")
        await self.ani.types("/nilai")
        await self._keep("which office")
        await to_what(self.ani, self.office)
        await self._keep("what happened")
        await self.ani.types("Petugas loket membentak saya kemarin pagi di depan orang banyak.")
        await self._keep("when it happened")
        await self.ani.types("/batal")
        await self.ani.types("apa syarat bikin ktp baru di dukcapil?")
        await self._keep("an answer of the city's file")
        await self.ani.types("yang kemarin itu gimana")
        await self._keep("asked what was meant")

    async def _keep(self, name: str) -> None:
        """What comes next comes later: else the officer's question would have been asked in the same second as each of ours."""
        self.states[name] = await self.ani.state()
        self.clock.passes(minutes=1)

    async def facts(self) -> tuple[list[Any], list[Any], list[Any]]:
        """What an officer or the statistics would see."""
        queries = (select(timeline_entry.c.id), select(case_file.c.id), select(response))
        found = [await self.talk.work(lambda tx, q=query: [tuple(r) for r in tx.run(q)]) for query in queries]
        return found[0], found[1], found[2]

    async def types(self, state: ChatState, text: str) -> None:
        await put_state(self.talk, self.ani, state)
        await self.ani.does(Kind.TEXT, text=text)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder))
        yield made
        made.run(made.talk.database.close())
        made.runner.close()


moments = st.sampled_from((0, 1, 20, 60 * 5, 60 * 24 * 3))
"""Minutes that pass before somebody writes on."""


@modest
@given(text=words, minutes=moments)
def test_any_words_get_an_answer_and_reach_nobody_unasked(world: World, text: str, minutes: int) -> None:
    world.clock.passes(minutes=minutes)
    for name, state in world.states.items():
        before = world.run(world.facts())[:2]
        world.run(world.types(state, text))
        assert world.ani.answered or world.ani.notice, f"silent in {name!r}"
        assert all(message.text.strip() for message in world.ani.answered), name
        assert world.run(world.facts())[:2] == before, f"went to an officer from {name!r}"


@modest
@given(text=emergencies)
def test_an_emergency_is_answered_with_the_numbers_and_fills_no_form(world: World, text: str) -> None:
    assert in_danger(text)
    for name, state in world.states.items():
        before = world.run(world.facts())
        world.run(world.types(state, text))
        assert "110" in world.ani.said(), name
        assert "119" in world.ani.said(), name
        assert world.run(world.ani.state()).conversation == "paham", name
        assert world.run(world.facts()) == before, f"filled in something in {name!r}"


@modest
@given(text=st.sampled_from(CRIES), minutes=moments)
def test_every_cry_for_help_is_told_the_numbers_and_begins_no_form(
    world: World, text: str, minutes: int
) -> None:
    """Also those that are not sure to be one: whatever is said else stands below the numbers."""
    world.clock.passes(minutes=minutes)
    for name, state in world.states.items():
        before = world.run(world.facts())[:2]
        world.run(world.types(state, text))
        assert "119" in world.ani.said(), name
        then = world.run(world.ani.state()).conversation
        assert then == state.conversation or then not in ("lapor", "nilai"), name
        assert world.run(world.facts())[:2] == before, f"went to an officer from {name!r}"
