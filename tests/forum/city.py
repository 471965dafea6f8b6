"""People of the forum's tests, and what they do in a word."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from feedbackbot.domain.forum.topic import Audience
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.forum.statements import (
    Statement,
    shown_statements,
    statements_of,
    waiting_statements,
)
from feedbackbot.storage.forum.topics import Topic, topic_by_id
from feedbackbot.storage.forum.votes import add_voter, keep_vote
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.compute_results import compute_results
from feedbackbot.usecases.forum.open_topic import TopicDraft, open_topic
from feedbackbot.usecases.forum.take_part import VoteOutcome, cast_vote
from feedbackbot.usecases.forum.tell_voters import tell_voters
from feedbackbot.usecases.forum.voice import forum_name, voice_of
from feedbackbot.usecases.forum.write_statement import Written, write_statement
from tests.deliver import deliver
from tests.render_fake import InThisProcess
from tests.talk import Clock, Talk, Talker

UNIT = 1
SEEDS = ("Jam buka loket perlu sampai sore", "Antrean perlu nomor digital", "Parkir harus gratis")


@dataclass
class City:
    """`head` answers for unit 1, `other` moderates it too, `admin` is of the programme."""

    talk: Talk
    clock: Clock
    head: Talker
    other: Talker
    admin: Talker

    @classmethod
    async def founded(cls, talk: Talk) -> "City":
        assert isinstance(talk.now, Clock)
        head = await with_role(talk, "Hasan", Role.HEAD, UNIT)
        other = await with_role(talk, "Rahmah", Role.UNIT_ADMIN, UNIT)
        admin = await with_role(talk, "Zulfikar", Role.PROGRAMME_ADMIN, None)
        return cls(talk, talk.now, head, other, admin)

    async def opens(
        self,
        *seeds: str,
        unit_id: int | None = UNIT,
        days: int = 14,
        audience: Audience = Audience.EVERYBODY,
        question: str = "Apa yang perlu diperbaiki di kantor ini?",
    ) -> int:
        """A topic of today."""
        now = self.talk.now()
        draft = TopicDraft(unit_id, question, now, now + timedelta(days=days), audience, seeds or SEEDS)
        return await self.talk.run(open_topic, await person_id(self.admin), draft)

    async def votes(self, who: Talker, topic_id: int, statement_id: int, vote: Vote) -> VoteOutcome:
        number = await person_id(who)

        def work(tx):  # type: ignore[no-untyped-def]
            return cast_vote(tx, voice_of(tx, number, "memory", topic_id), topic_id, statement_id, vote)

        return await self.talk.work(work)

    async def writes(self, who: Talker, topic_id: int, words: str) -> Written:
        return await self.talk.run(write_statement, await self.name(who), topic_id, words)

    async def name(self, who: Talker) -> str:
        return await self.talk.run(forum_name, await person_id(who))

    async def shown(self, topic_id: int) -> list[Statement]:
        return await self.talk.run(shown_statements, topic_id)

    async def waiting(self) -> list[Statement]:
        return await self.talk.run(waiting_statements, None)

    async def of(self, who: Talker) -> list[Statement]:
        return await self.talk.run(statements_of, await self.name(who))

    async def topic(self, topic_id: int) -> Topic:
        found = await self.talk.run(topic_by_id, topic_id)
        assert found is not None
        return found

    async def computes(self) -> int:
        return (await compute_results(self.talk.runtime, InThisProcess()))["computed"]  # type: ignore[arg-type]

    async def tells(self) -> int:
        """The rounds, and the post; returns how many messages came."""
        while any((await self.talk.run(tell_voters)).values()):
            pass
        return await deliver(self.talk)

    async def people(self, names: Sequence[str]) -> list[Talker]:
        """Citizens who wrote once, long enough ago that they are not new."""
        made = []
        for name in names:
            person = self.talk.person(name)
            await person.types("/mulai")
            made.append(person)
        self.clock.passes(hours=5)
        return made


async def with_role(talk: Talk, name: str, role: Role, unit_id: int | None) -> Talker:
    person = talk.person(name)
    await person.types("/mulai")
    await talk.run(add_grant, await person_id(person), role, unit_id)
    return person


async def person_id(who: Talker) -> int:
    return (await who.contact()).person_id


async def crowd_votes(
    city: City, topic: int, people: int, against: Collection[int], first: int = 0, hours: int = 3
) -> None:
    """Half of them say no to the statements at the places `against`, the others yes to all; some each hour."""
    statements = [one.id for one in await city.shown(topic)]

    def some(tx: Transaction, numbers: Collection[int]) -> None:
        for number in numbers:
            voter = add_voter(tx, topic, f"{number:032x}", "memory", fresh=False)
            for place, statement in enumerate(statements):
                says_no = number % 2 == 1 and place in against
                keep_vote(tx, voter, statement, Vote.DISAGREE if says_no else Vote.AGREE)

    for start in range(0, people, 10):
        numbers = range(first + start, first + min(start + 10, people))
        await city.talk.work(lambda tx, numbers=numbers: some(tx, numbers))
        city.clock.passes(hours=hours)
