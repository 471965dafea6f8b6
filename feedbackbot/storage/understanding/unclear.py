"""Words that were not understood, and what admins have said they mean."""

from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from feedbackbot.storage.transaction import Transaction, upsert
from feedbackbot.storage.understanding.tables import taught_phrase, unclear_words

_MOST_TAUGHT = 2_000


@dataclass(frozen=True, slots=True)
class Unclear:
    """`times`: how often such words came. `id`: of the newest."""

    id: int
    words: str
    guess: str
    times: int


def note_unclear(tx: Transaction, kind: str, guess: str, words: str) -> None:
    tx.run(insert(unclear_words).values(at=tx.now, kind=kind, guess=guess, words=words))


def unclear_since(tx: Transaction, most: int) -> list[Unclear]:
    """What came most often first."""
    times = func.count().label("times")
    statement = (
        select(
            func.max(unclear_words.c.id).label("id"),
            unclear_words.c.words,
            func.max(unclear_words.c.guess).label("guess"),
            times,
        )
        .group_by(unclear_words.c.words)
        .order_by(times.desc(), func.max(unclear_words.c.id).desc())
        .limit(most)
    )
    return [Unclear(row.id, row.words, row.guess, row.times) for row in tx.run(statement)]


def counts_by_kind(tx: Transaction) -> dict[str, int]:
    statement = select(unclear_words.c.kind, func.count().label("many")).group_by(unclear_words.c.kind)
    return {row.kind: row.many for row in tx.run(statement)}


def unclear_by_id(tx: Transaction, row_id: int) -> str | None:
    """Its words."""
    return tx.run(select(unclear_words.c.words).where(unclear_words.c.id == row_id)).scalar_one_or_none()


def forget_words(tx: Transaction, words: str) -> None:
    tx.run(delete(unclear_words).where(unclear_words.c.words == words))


def teach(tx: Transaction, words: str, aim: str) -> None:
    """The newest word on a phrase counts."""
    statement = upsert(tx, taught_phrase)
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["words"], set_={"aim": statement.excluded.aim, "at": statement.excluded.at}
        ),
        {"words": words, "aim": aim, "at": tx.now},
    )


def taught(tx: Transaction) -> tuple[tuple[str, str], ...]:
    """Phrases with their aims."""
    statement = (
        select(taught_phrase.c.words, taught_phrase.c.aim).order_by(taught_phrase.c.id).limit(_MOST_TAUGHT)
    )
    return tuple((row.words, row.aim) for row in tx.run(statement))
