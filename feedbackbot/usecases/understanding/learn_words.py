"""What was not understood is kept without its person, shown to admins, and taught by them."""

import re
from typing import Final

from feedbackbot.domain.cases.bribery import tells_of_bribery
from feedbackbot.figures import HEARD
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.unclear import (
    Unclear,
    counts_by_kind,
    forget_words,
    note_unclear,
    teach,
    unclear_by_id,
    unclear_since,
)
from feedbackbot.understanding.aims import Aim

__all__ = ["Unclear", "count_heard", "keep_unclear", "teach_words", "unclear_by_id", "unclear_page"]

NOT_UNDERSTOOD, CORRECTED = "not-understood", "corrected"
_LONGEST: Final = 300
_SHOWN: Final = 8
# numbers of people and papers, addresses of mail and web, and whoever is called by a name
_PERSONAL: Final = re.compile(
    r"https?://\S+|\S+@\S+|@\w+|\+?\d[\d .-]{3,}\d|(?<=\bnama saya )\S+(?: [A-Z]\S*)*"
    r"|(?<=\bbernama )\S+(?: [A-Z]\S*)*|(?<=\b[Pp]ak )[A-Z][a-z]+|(?<=\b[Bb]u )[A-Z][a-z]+|(?<=\b[Bb]uk )[A-Z][a-z]+"
)


def count_heard(tx: Transaction, how: str, aim: str) -> None:
    """`how`: done, asked, corrected or not-understood; no words."""
    HEARD.labels(how, aim).inc()


def keep_unclear(tx: Transaction, kind: str, guess: str, words: str) -> None:
    """Counted, and kept for `unclear_words_days`; what tells of bribery is counted only, for admins read the list."""
    HEARD.labels(kind, guess or "none").inc()
    if tells_of_bribery(words):
        return
    if kept := without_person(words):
        note_unclear(tx, kind, guess, kept)


def without_person(words: str) -> str:
    """What can be known of the person taken out, in one line."""
    return " ".join(_PERSONAL.sub("…", words).split())[:_LONGEST]


def unclear_page(tx: Transaction) -> tuple[list[Unclear], dict[str, int]]:
    """The commonest, and how many of each kind there are."""
    return unclear_since(tx, _SHOWN), counts_by_kind(tx)


def teach_words(tx: Transaction, admin_id: int, words: str, aim: Aim | None) -> None:
    """From now on these words mean that; with None they are only taken off the list."""
    kept = without_person(words)
    if aim is not None:
        teach(tx, kept, aim.value)
        record(tx, admin_id, "phrase-taught", f"aim:{aim}")
    forget_words(tx, kept)
