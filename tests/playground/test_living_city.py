"""The living city of the demonstration: everything is there, marked as sample data, told to nobody; each role has a phone at its home."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from feedbackbot.domain.cases.terms import CaseState
from feedbackbot.domain.cases.tips import TipState
from feedbackbot.domain.forum.result import Certainty
from feedbackbot.playground.living.city import PHONES, hand_out_phones, live_a_year
from feedbackbot.playground.living.forum import VOTERS
from feedbackbot.settings import Settings, load_settings
from feedbackbot.storage.forum.topics import open_topics
from feedbackbot.storage.people.contacts import lock_chat, roles_of
from feedbackbot.storage.runtime import open_runtime
from feedbackbot.usecases.forum.compute_results import compute_results
from feedbackbot.usecases.forum.read_topic import topic_view
from feedbackbot.usecases.units.prepare_database import prepare_database
from tests.builders import KEY
from tests.render_fake import InThisProcess


@dataclass
class Phone:
    """What stands for a phone of the page."""

    id: int

    async def starts(self) -> None: ...

    async def hears(self) -> None: ...


class Page:
    """Gives phones."""

    def __init__(self) -> None:
        self.phones: list[Phone] = []

    def crowd(self, names: Sequence[str]) -> list[int]:
        return [1_000 + place for place, _ in enumerate(names)]

    async def person(self, name: str, *, phone: str, role_hint: str) -> Phone:
        self.phones.append(Phone(len(self.phones) + 1))
        return self.phones[-1]


def settings_in(folder: Path) -> Settings:
    url = f"sqlite:///{folder / 'city.db'}"
    return load_settings(None, database_url=url, secret_key=KEY, mark_as_sample=True, telegram_token="1:a")


@pytest.mark.slow
async def test_a_year_is_made_up_of_everything_and_each_role_has_its_phone(tmp_path: Path) -> None:
    settings, page = settings_in(tmp_path), Page()
    await prepare_database(settings)
    staff, made = await live_a_year(settings, ratings=600)
    assert (made.ratings, made.trainings) == (600, 8) and made.votes > 500 and made.published >= 25
    with sqlite3.connect(tmp_path / "city.db") as city:

        def found(question: str) -> list[Any]:
            return [row[0] for row in city.execute(question)]

        assert set(found("SELECT state FROM case_file")) == {state.value for state in CaseState}
        assert set(found("SELECT state FROM tip")) == {state.value for state in TipState}
        assert found("SELECT DISTINCT sample FROM response") == [1]
        assert found("SELECT count(*) FROM outbox") == [0], "nobody is told of what never happened"
        assert found("SELECT state FROM campaign") == ["finished"]
        assert found("SELECT count(*) FROM certificate") == [64]
        assert found("SELECT sum(n) FROM daily_total") == [600]
    async with open_runtime(settings) as runtime:
        assert await compute_results(runtime, InThisProcess()) == {"computed": 1}  # type: ignore[arg-type]
        [topic] = await runtime.read(open_topics)
        result = (await runtime.read(lambda tx: topic_view(tx, topic.id))).result
        assert result is not None and result.certainty is Certainty.CLEAR and len(result.groups) == 2
        assert result.doubtful < VOTERS / 10, "people who come at their own hours are no burst"
        await hand_out_phones(page, runtime, staff)  # type: ignore[arg-type]
        for phone, (_, _, role) in zip(page.phones, PHONES, strict=True):
            contact, _ = await runtime.write(lambda tx, p=phone: lock_chat(tx, "telegram", str(p.id)))  # type: ignore[misc]
            roles = await runtime.read(lambda tx, c=contact: roles_of(tx, c.person_id))  # type: ignore[misc]
            assert role is None or role.value in roles
