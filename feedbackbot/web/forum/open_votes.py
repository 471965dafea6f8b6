"""All votes of a topic for anybody to compute with: rows of numbers that lead to nobody."""

import csv
import hashlib
import hmac
import io
from collections.abc import Sequence
from typing import Final

from feedbackbot.storage.forum.statements import shown_statements
from feedbackbot.storage.forum.votes import voters_of, votes_of
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.read_topic import topic_view

_VOTERS_AT_ONCE: Final = 200
_COLUMNS: Final = ("voter", "doubtful", "statement", "words", "vote")


async def votes_as_csv(runtime: Runtime, topic_id: int) -> str | None:
    """None while nothing is told of the topic. Voters are numbered anew, in an order that says nothing of who came when."""
    view = await runtime.read(lambda tx: topic_view(tx, topic_id))
    if view.result is None:
        return None
    numbers, doubtful, words = await runtime.read(lambda tx: _about(tx, topic_id))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    rows: list[Sequence[object]] = []
    after: int | None = 0
    while after is not None:
        start = after
        after, some = await runtime.read(
            lambda tx, start=start: votes_of(tx, topic_id, start, _VOTERS_AT_ONCE)  # type: ignore[misc]
        )
        rows += [
            (numbers[voter], int(voter in doubtful), statement, _safe(words[statement]), vote)
            for voter, statement, vote in some
            if statement in words and voter in numbers
        ]
    writer.writerows(sorted(rows))  # type: ignore[type-var]
    return buffer.getvalue()


def _about(tx: Transaction, topic_id: int) -> tuple[dict[int, int], set[int], dict[int, str]]:
    key, voters = tx.settings.require_key(), voters_of(tx, topic_id)
    lots = {one.id: hmac.new(key, f"csv:{one.id}".encode(), hashlib.sha256).digest() for one in voters}
    order = sorted(lots, key=lambda voter: lots[voter])
    words = {one.id: one.words for one in shown_statements(tx, topic_id)}
    return (
        {voter: place for place, voter in enumerate(order, 1)},
        {one.id for one in voters if one.doubts},
        words,
    )


def _safe(words: str) -> str:
    """A spreadsheet would take it for a formula."""
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words
