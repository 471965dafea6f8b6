"""Whatever people do, in whatever order: the bot answers, stores what was tapped, and can go on."""

import asyncio
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from feedbackbot.dialogue.buttons import StepTap, read_data
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.database import SqliteDatabase
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.survey.tables import daily_total, response
from tests.builders import dialogue_of_all, sqlite_in, talk_in, test_settings
from tests.conversations.anything import commands, doors, kinds, links, who, words
from tests.talk import Clock, Talk, Talker

_WITHDRAWS = "!tarik/ya"


class AnySequence(RuleBasedStateMachine):
    """Two people, one database; `tapped` is what the tapped answers were, by rating and element."""

    template: Path

    @initialize()
    def begin(self) -> None:
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(prefix="any-sequence-"))
        shutil.copyfile(self.template, self.folder / "test.db")
        self.database = SqliteDatabase(self.folder / "test.db", synchronous="NORMAL")
        self.clock = Clock()
        self.talk = Talk(self.database, dialogue_of_all(), test_settings(), self.clock)
        self.tapped: dict[tuple[int, str], int] = {}
        self.history: list[tuple[str, str]] = []  # message and data of every button that anybody ever saw
        for name in ("Ani", "Budi"):
            self.do(self.talk.person(name), self.talk.person(name).opens("u_bpbd"))
            self.tap(self.talk.person(name), "setuju")
            self.tap(self.talk.person(name), "lain")

    def do(self, person: Talker, action: Any) -> None:
        """Never raises, never silent."""
        self.runner.run(action)
        assert person.answered or person.notice
        self.history += [
            (shown.ref, button.data or "") for shown in person.chat[-3:] for button in shown.buttons
        ]

    def state_of(self, person: Talker) -> ChatState:
        return self.runner.run(person.state())

    def rows(self) -> dict[int, dict[str, Any]]:
        found = self.runner.run(self.talk.work(lambda tx: tx.run(select(response)).mappings().all()))
        return {row["id"]: dict(row) for row in found}

    def tap(self, person: Talker, choice: str) -> None:
        state = self.state_of(person)
        part = f".{state.part}" if state.part else ""
        self.send(
            person, f"{state.conversation}.{state.run}/{state.step}{part}/{choice}", person.chat[-1].ref
        )

    def send(self, person: Talker, data: str, ref: str) -> None:
        before = self.state_of(person)
        self.do(person, person.sends_tap(data, ref))
        if data == _WITHDRAWS:
            there = self.rows()
            self.tapped = {key: value for key, value in self.tapped.items() if key[0] in there}
        tap = read_data(data)
        if not isinstance(tap, StepTap) or not tap.is_for(before) or before.conversation != "nilai":
            return
        if tap.step in ELEMENT_KEYS and tap.choice in ("1", "2", "3", "4"):
            after = self.state_of(person)
            if after.conversation == "nilai" and (rating := json.loads(after.data)["response_id"]):
                self.tapped[rating, tap.step] = int(tap.choice)
                assert self.rows()[rating][tap.step] == int(tap.choice)

    @rule(name=who, place=st.integers(0, 12))
    def taps_what_is_shown(self, name: str, place: int) -> None:
        person = self.talk.person(name)
        shown = next((one for one in reversed(person.chat) if one.buttons), None)
        if shown is not None:
            button = shown.buttons[place % len(shown.buttons)]
            self.send(person, button.data or "", shown.ref)

    @rule(name=who, values=st.lists(st.integers(1, 4), min_size=1, max_size=9))
    def answers_on(self, name: str, values: list[int]) -> None:
        for value in values:
            if self.state_of(self.talk.person(name)).step in ELEMENT_KEYS:
                self.tap(self.talk.person(name), str(value))

    @precondition(lambda self: self.history)
    @rule(name=who, place=st.integers(0, 10_000))
    def taps_what_was_shown_once_perhaps_to_another(self, name: str, place: int) -> None:
        ref, data = self.history[place % len(self.history)]
        self.send(self.talk.person(name), data, ref)

    @rule(name=who, step=st.sampled_from([*ELEMENT_KEYS, "izin", "cari", "ubah", "komentar", "sex", "x"]),
          choice=st.sampled_from(["1", "4", "0", "5", "kembali", "lewati", "selesai", "waktu", "~1", "", "☃", "a/b"]))  # fmt: skip
    def forges_a_tap(self, name: str, step: str, choice: str) -> None:
        person = self.talk.person(name)
        self.send(person, f"nilai.{self.state_of(person).run}/{step}/{choice}", "1")

    @rule(name=who, data=st.one_of(st.text(max_size=64), doors))
    def sends_any_data(self, name: str, data: str) -> None:
        self.send(self.talk.person(name), data, "")

    @rule(name=who, text=words)
    def types_words(self, name: str, text: str) -> None:
        person = self.talk.person(name)
        before = self.state_of(person)
        self.do(person, person.does(Kind.TEXT, text=text))
        after = self.state_of(person)
        if (
            before.step in ELEMENT_KEYS and after.conversation == "nilai"
        ):  # a typed answer counts as a tapped one
            data = json.loads(after.data)
            if data["response_id"] and before.step in data["answers"]:
                self.tapped[data["response_id"], before.step] = data["answers"][before.step]

    @rule(name=who, command=st.one_of(commands, links.map("/start {}".format)))
    def types_a_command(self, name: str, command: str) -> None:
        self.do(self.talk.person(name), self.talk.person(name).types(command))

    @rule(name=who, kind=kinds, hollow=st.booleans())
    def sends_something_else(self, name: str, kind: Kind, hollow: bool) -> None:
        """With the file or the place that belongs to it, or, as a forged update, without."""
        held = {} if hollow else {"file": Received("file-1"), "latitude": 5.18, "longitude": 97.14}
        self.do(self.talk.person(name), self.talk.person(name).does(kind, text="x", **held))

    @rule(hours=st.sampled_from([1, 25, 24 * 31]))
    def time_passes(self, hours: int) -> None:
        self.clock.passes(hours=hours)

    @rule(name=who)
    def is_left_alone(self, name: str) -> None:
        self.runner.run(self.talk.person(name).is_left_alone())

    @invariant()
    def every_tapped_answer_is_stored_as_tapped(self) -> None:
        if hasattr(self, "talk"):
            rows = self.rows()
            assert {key: rows[key[0]][key[1]] for key in self.tapped} == self.tapped

    @invariant()
    def what_a_chat_remembers_is_what_is_stored(self) -> None:
        if not hasattr(self, "talk"):
            return
        directory = self.talk.dialogue.directory
        for name in ("Ani", "Budi"):
            state = self.state_of(self.talk.person(name))
            if state.conversation is None:
                continue
            conversation = directory.by_key[state.conversation]
            assert state.step in conversation.by_key
            conversation.data.model_validate_json(state.data)
            data = json.loads(state.data)
            if data.get("response_id"):
                row = self.rows()[data["response_id"]]
                assert {key: row[key] for key in ELEMENT_KEYS if row[key] is not None} == data["answers"]

    @invariant()
    def the_totals_are_those_of_the_complete_ratings(self) -> None:
        if not hasattr(self, "talk"):
            return
        counted = [row for row in self.rows().values() if row["submitted_at"] is not None]
        days = self.runner.run(self.talk.work(lambda tx: tx.run(select(daily_total)).mappings().all()))
        assert sum(day["n"] for day in days) == len(counted)
        assert all(row[key] is not None for row in counted for key in ELEMENT_KEYS)
        for key in ELEMENT_KEYS:
            assert sum(day[f"{key}_sum"] for day in days) == sum(row[key] for row in counted)

    def teardown(self) -> None:
        if hasattr(self, "runner"):
            self.runner.run(self.database.close())
            self.runner.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(
    900
)  # whoever finds a fault here needs the shortest way to it, and the search for that takes minutes
def test_any_sequence_is_answered_stored_and_can_go_on(tmp_path: Path) -> None:
    async def prepare() -> None:
        database = await sqlite_in(tmp_path)
        await talk_in(database)
        await database.close()

    asyncio.run(prepare())
    AnySequence.template = tmp_path / "test.db"
    machine = AnySequence.TestCase
    machine.settings = settings(
        max_examples=25, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
    )
    machine().runTest()
