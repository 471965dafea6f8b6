"""A topic of the forum with votes of three kinds of people, open for two more weeks."""

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
# how likely each kind of people agrees with each statement
_KINDS: Final = (
    (0.95, 0.15, 0.7, 0.9, 0.9, 0.8, 0.2, 0.7, 0.95),
    (0.95, 0.85, 0.3, 0.6, 0.9, 0.9, 0.85, 0.6, 0.9),
    (0.9, 0.5, 0.9, 0.85, 0.8, 0.85, 0.5, 0.9, 0.9),
)


async def hold_forum(past: Past, staff: Staff) -> int:
    """Returns the votes."""
    now = past.goes_to(days=10)
    draft = TopicDraft(None, _QUESTION, now, now + timedelta(days=24), seeds=_SEEDS)
    topic = await past.does(lambda tx: open_topic(tx, staff.admin, draft))
    past.goes_to(days=4)
    return await past.does(lambda tx: _vote(past, tx, topic))


def _vote(past: Past, tx: Transaction, topic: int) -> int:
    statements, votes = [one.id for one in shown_statements(tx, topic)], 0
    for number in range(VOTERS):
        voice = Voice(
            browser_name(tx, f"sample-{number}"), past.chance.choice(("telegram", "whatsapp", "web"))
        )
        for statement, likely in zip(statements, _KINDS[number % len(_KINDS)], strict=True):
            if past.chance.random() < 0.15:
                continue
            vote = Vote.AGREE if past.chance.random() < likely else Vote.DISAGREE
            cast_vote(tx, voice, topic, statement, vote)
            votes += 1
    return votes
