"""A topic of the forum with votes of two kinds of people, open for two more weeks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from feedbackbot.domain.forum.voting import Vote
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.staff import Staff
from feedbackbot.storage.forum.statements import shown_statements
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.open_topic import TopicDraft, open_topic
from feedbackbot.usecases.forum.take_part import cast_vote
from feedbackbot.usecases.forum.voice import Voice, browser_name

VOTERS: Final = 120
_QUESTION: Final = "Apa yang sebaiknya diperbaiki dulu di Pasar Inpres?"
_SEEDS: Final = (
    "Sampah diangkut dua kali sehari", "Pedagang kaki lima dipindah ke lantai dua", "Parkir motor dibuat satu arah",
    "Lampu pasar menyala sampai pukul sebelas malam", "Toilet umum gratis dan dijaga", "Harga bahan pokok ditulis di papan",
    "Jalan masuk ditutup untuk mobil pada pagi hari", "Tempat salat diperluas", "Petugas kebersihan ditambah",
)  # fmt: skip
# how likely each kind of people agrees with each statement: shoppers, and those who sell there
_KINDS: Final = (
    (0.95, 0.1, 0.9, 0.85, 0.95, 0.9, 0.12, 0.85, 0.95),
    (0.95, 0.9, 0.1, 0.9, 0.9, 0.85, 0.9, 0.8, 0.9),
)
_DAYS, _FROM, _UNTIL = 9, 1, 13  # ago; the hours of a day in UTC in which people are awake


async def hold_forum(past: Past, staff: Staff) -> int:
    """Returns the votes. People come at their own hours: all at once they would be a burst, and rightly doubted."""
    now = past.goes_to(days=_DAYS + 1)
    draft = TopicDraft(None, _QUESTION, now, now + timedelta(days=24), seeds=_SEEDS)
    topic = await past.does(lambda tx: open_topic(tx, staff.admin, draft))
    statements = await past.does(lambda tx: [one.id for one in shown_statements(tx, topic)])
    return sum([await _comes(past, number, topic, statements) for number in range(VOTERS)])


async def _comes(past: Past, number: int, topic: int, statements: Sequence[int]) -> int:
    days = past.chance.randrange(1, _DAYS + 1)
    hour = past.chance.randrange(_FROM, _UNTIL)
    past.goes_to_hour(days, hour)
    channel = past.chance.choice(("telegram", "whatsapp", "web"))
    said = _opinion(past, number, statements)

    def vote(tx: Transaction) -> None:
        voice = Voice(browser_name(tx, f"sample-{number}"), channel)
        for statement, one in said.items():
            cast_vote(tx, voice, topic, statement, one)

    await past.does(vote)
    return len(said)


def _opinion(past: Past, number: int, statements: Sequence[int]) -> dict[int, Vote]:
    """What somebody says of those that were not passed over."""
    chance = past.chance
    return {
        statement: Vote.AGREE if chance.random() < likely else Vote.DISAGREE
        for statement, likely in zip(statements, _KINDS[number % len(_KINDS)], strict=True)
        if chance.random() >= 0.15
    }
