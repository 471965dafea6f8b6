"""Files that a message can name are declared once, and each has its maker: one that nobody makes stops the start."""

import re
from pathlib import Path

import pytest

from feedbackbot.dialogue import file_sources
from feedbackbot.dialogue.file_sources import ALL, CHART, check_made

ROOT = Path(__file__).parents[2]


def test_the_start_fails_for_a_file_that_nobody_makes_or_nobody_declared() -> None:
    check_made(ALL)
    with pytest.raises(ValueError, match="chart"):
        check_made(ALL - {CHART})
    with pytest.raises(ValueError, match="cahrt"):
        check_made(ALL | {"cahrt"})


def test_files_are_named_by_what_is_declared() -> None:
    raw = re.compile(r"Attachment\(\s*f?\"")
    files = [*(ROOT / "conversations").rglob("*.py"), *(ROOT / "feedbackbot").rglob("*.py")]
    assert [file.name for file in files if raw.search(file.read_text("utf-8"))] == []
    assert len(ALL) == len([name for name in vars(file_sources) if name.isupper() and name != "ALL"])
