"""Five hundred citizens of two opinions, over Telegram and on the web, from the first question to a promise that passes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from sqlalchemy import func, select

from feedbackbot.clock import ShiftedClock, system_now
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forum.result import Certainty
from feedbackbot.domain.forum.topic import Stage
from feedbackbot.domain.people.roles import Role
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.forum.statements import shown_statements, waiting_statements
from feedbackbot.storage.forum.tables import forum_voter
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.compute_results import compute_results
from feedbackbot.usecases.forum.moderate import decide
from feedbackbot.usecases.forum.open_topic import TopicDraft, open_topic
from feedbackbot.usecases.forum.read_topic import topic_view
from feedbackbot.usecases.forum.steer_topic import answer_topic, close_topic, reopen_overdue
from feedbackbot.usecases.forum.tell_voters import tell_voters
from feedbackbot.web.app import create_app
from feedbackbot.web.forum.routes import ForumPages
from feedbackbot.web.server import WebServer
from tests.builders import CATALOGUE
from tests.endtoend.city_bot import city_bot
from tests.forum.crowd import (
    SHARED,
    STATEMENTS,
    Browser,
    opinions,
    taps_through,
    votes_at_once,
    votes_on_page,
)

OWN_WORDS = "Kursi di ruang tunggu terlalu sedikit"


@dataclass(frozen=True, slots=True)
class Voters:
    """How many; of those `on_web` so many go `page_by_page`, the others send their answers from one page."""

    by_tap: int
    on_web: int
    page_by_page: int

    @property
    def all(self) -> int:
        return self.by_tap + self.on_web


FIVE_HUNDRED = Voters(by_tap=40, on_web=460, page_by_page=40)
FEWER = Voters(by_tap=20, on_web=140, page_by_page=20)
"""The same story on the second database."""


class Story:
    """The city with its forum: who steers it is one person, who moderates another."""

    def __init__(
        self, city: Playground, runtime: Runtime, clock: ShiftedClock, address: str, voters: Voters
    ) -> None:
        self.city, self.runtime, self.clock, self.address = city, runtime, clock, address
        self.voters = voters
        self.people: list[Person] = []
        self.topic = 0

    async def staff(self, name: str) -> int:
        """Somebody who may steer the city's topics."""

        def work(tx: Transaction) -> int:
            contact, _ = lock_chat(tx, "telegram", name)
            add_grant(tx, contact.person_id, Role.PROGRAMME_ADMIN, None)
            return contact.person_id

        return await self.runtime.write(work)

    async def opens(self, admin: int) -> None:
        now = self.clock()
        draft = TopicDraft(
            None, "Bagaimana kantor sebaiknya melayani?", now, now + timedelta(days=7), seeds=STATEMENTS
        )
        self.topic = await self.runtime.write(lambda tx: open_topic(tx, admin, draft))

    async def everybody_votes(self) -> None:
        by_tap, everybody = self.voters.by_tap, self.voters.all
        for number in range(by_tap):
            self.people.append(await self.city.person(f"Warga {number}"))
        some = [self._taps(range(start, by_tap, 4)) for start in range(4)]
        some += [self._browses(range(by_tap + start, everybody, 4)) for start in range(4)]
        await asyncio.gather(*some)

    async def _taps(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            await taps_through(self.people[number], self.topic, opinions(number))

    async def _browses(self, numbers: Sequence[int]) -> None:
        statements = await self.runtime.read(lambda tx: shown_statements(tx, self.topic))
        ids = {one.words: one.id for one in statements}
        for number in numbers:
            cookies = aiohttp.CookieJar(unsafe=True)  # of an address without a name
            async with aiohttp.ClientSession(self.address, cookie_jar=cookies) as session:
                browser = Browser(session)
                if number < self.voters.by_tap + self.voters.page_by_page:
                    await votes_on_page(browser, self.topic, opinions(number))
                else:
                    await votes_at_once(browser, self.topic, opinions(number), ids)

    async def tells(self) -> None:
        while any((await self.runtime.write(tell_voters)).values()):
            pass


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_from_the_question_to_a_promise_that_passes(database_url: str) -> None:
    clock, render = ShiftedClock(_to_a_working_noon()), RenderProcess()
    async with (
        Playground(patience=60) as city,
        city_bot(
            city, database_url, clock, forms=False, web_ratings_most=10_000, web_ratings_doubtful=10_000
        ) as bot,
    ):
        server = WebServer(create_app(ForumPages(bot.runtime, CATALOGUE).routes()), "127.0.0.1", 0)
        await server.start()
        try:
            voters = FIVE_HUNDRED if database_url.startswith("sqlite") else FEWER
            story = Story(city, bot.runtime, clock, f"http://127.0.0.1:{server.port}", voters)
            await _votes_and_groups(story, render)
            await _words_are_checked(story)
            await _promise_passes(story)
        finally:
            await server.stop()
            await render.close()


def _to_a_working_noon() -> timedelta:
    """From now to noon of the second Tuesday of December 2026: nothing that is told waits for morning."""
    return datetime(2026, 12, 8, 5, tzinfo=UTC) - system_now()


async def _votes_and_groups(story: Story, render: RenderProcess) -> None:
    await story.opens(await story.staff("900001"))
    await story.everybody_votes()
    counted = select(forum_voter.c.channel, func.count()).group_by(forum_voter.c.channel)
    channels = await story.runtime.read(lambda tx: dict(map(tuple, tx.run(counted))))
    assert channels == {"telegram": story.voters.by_tap, "web": story.voters.on_web}, "everybody once"
    statements = await story.runtime.read(lambda tx: shown_statements(tx, story.topic))
    assert {one.counts.n for one in statements} == {story.voters.all}, "and on every statement once"
    assert await compute_results(story.runtime, render) == {"computed": 1}
    result = (await story.runtime.read(lambda tx: topic_view(tx, story.topic))).result
    assert result is not None and result.certainty is Certainty.CLEAR
    half = story.voters.all / 2
    assert [abs(group.size - half) <= half / 10 for group in result.groups] == [True, True]
    words = {one.id: one.words for one in statements}
    agreed = {words[one.statement] for one in result.consensus if one.side == "agree"}
    assert agreed == {*STATEMENTS[:SHARED]}
    assert {words[number] for number in result.dividing} <= {*STATEMENTS[SHARED:]}


async def _words_are_checked(story: Story) -> None:
    author, moderator = story.people[0], await story.staff("900002")
    await author.types("/forum")
    await author.then_taps("1. Bagaimana kantor")
    await author.then_taps("✍️ Tulis pernyataan")
    await author.hears("Tulis satu pernyataan")
    await author.types(OWN_WORDS)
    await author.hears("diperiksa seorang petugas")
    [waits] = await story.runtime.read(lambda tx: waiting_statements(tx, None))
    await story.runtime.write(lambda tx: decide(tx, moderator, waits.id, None))
    await story.tells()
    await author.waits_for("sekarang tampil di forum")


async def _promise_passes(story: Story) -> None:
    admin = await story.staff("900001")
    await story.runtime.write(lambda tx: close_topic(tx, admin, story.topic))
    due = city_day(story.clock()) + timedelta(days=3)
    await story.runtime.write(
        lambda tx: answer_topic(tx, admin, story.topic, 1, "Loket buka sampai pukul 17", due)
    )
    await story.tells()
    for person in story.people[:5]:
        await person.waits_for("Forum yang Anda ikuti sudah dijawab")
    story.clock.offset += timedelta(days=6)
    assert await story.runtime.write(reopen_overdue) == {"reopened": 1}
    await story.tells()
    for person in story.people[:5]:
        await person.waits_for("lewat waktunya")
    view = await story.runtime.read(lambda tx: topic_view(tx, story.topic))
    assert view.stage is Stage.REOPENED
