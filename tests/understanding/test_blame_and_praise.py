"""Who blames somebody's manners is never asked first whether it is praise, and who praises not whether it is a report."""

import csv
from pathlib import Path

import pytest

from benchmarks.understanding import reader_of_shipped_city
from conversations.paham.weighing import plainly, possible, to_choose
from feedbackbot.domain.people.roles import CITIZEN
from feedbackbot.understanding.aims import Aim

READER = reader_of_shipped_city()


def _said(outcome: str) -> list[str]:
    with (Path(__file__).parent / "utterances_manners.csv").open(encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file) if row["outcome"] == outcome]


def _ways(text: str) -> list[str]:
    """What it is done for unasked, or what is offered, in order."""
    reading = READER.read(text)
    aims = possible(reading, {CITIZEN}, set())
    plain = plainly(aims, reading)
    return [plain] if plain else to_choose(aims)


def test_blame_is_a_report_or_asked_about_as_one_first() -> None:
    blaming = _said("complain")
    first = [text for text in blaming if _ways(text)[0] == Aim.COMPLAIN]
    assert len(first) >= 0.95 * len(blaming), set(blaming) - set(first)
    begun = [text for text in blaming if _ways(text) == [Aim.COMPLAIN]]
    assert len(begun) >= 0.8 * len(blaming), set(blaming) - set(begun)


@pytest.mark.parametrize("text", _said("rate"))
def test_who_praises_is_offered_a_rating_first(text: str) -> None:
    assert _ways(text)[0] == Aim.RATE
