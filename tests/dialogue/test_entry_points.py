"""Entry points are declared once and served once: a button cannot lead nowhere."""

import re
from pathlib import Path

import pytest

import conversations
from conversations import entry_points
from feedbackbot.dialogue.conversation import Conversation, Entry
from feedbackbot.dialogue.directory import check_served
from feedbackbot.dialogue.entry_point import EntryPoint
from tests.dialogue import toy

ROOT = Path(__file__).parents[2]
HERE, THERE = EntryPoint("here"), EntryPoint("there")
SERVES_ONE = Conversation("one", toy.home, entries=(Entry(HERE, toy.home),))


def test_what_is_declared_is_served() -> None:
    check_served(conversations.ALL, entry_points.ALL)
    assert len(entry_points.ALL) > 50


def test_the_start_fails_for_one_that_nobody_serves_or_nobody_declared() -> None:
    check_served([SERVES_ONE], {HERE})
    with pytest.raises(ValueError, match="there"):
        check_served([SERVES_ONE], {HERE, THERE})
    with pytest.raises(ValueError, match="here"):
        check_served([SERVES_ONE], set())


def test_a_point_that_no_button_could_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="1 to 16"):
        EntryPoint("Not a key")


def test_points_are_made_where_they_are_listed_and_nowhere_else() -> None:
    files = [*(ROOT / "conversations").rglob("*.py"), *(ROOT / "feedbackbot").rglob("*.py")]
    made = re.compile(r"\bEntryPoint\(\"")
    assert {file.name for file in files if made.search(file.read_text("utf-8"))} == {
        "entry_points.py",  # of the conversations, and of broadcasts, which are rendered below them
        "entry_point.py",  # the engine's own: a command behind a button
        "wording.py",  # the button that switches a subscription off
    }
