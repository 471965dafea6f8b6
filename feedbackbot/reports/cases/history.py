"""The history of a report on one page, as a tagged PDF set by Typst. Heavy: runs in the render process."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from feedbackbot.reports.typesetting.printable import shortened
from feedbackbot.reports.typesetting.setter import Document, pdf_of

# So that the widest letters still leave it one page.
_LONGEST_WORDS: Final = 700
_LONGEST_CELL: Final = 130


@dataclass(frozen=True, slots=True)
class History:
    """All in the reader's words: `facts` are names and values, `steps` are moment, who, what; `columns` their names."""

    language: str
    government: str
    title: str
    facts: tuple[tuple[str, str], ...]
    words_head: str
    words: str
    steps_head: str
    columns: tuple[str, str, str]
    steps: tuple[tuple[str, str, str], ...]
    foot: str
    printed_on: date


def history_pdf(history: History) -> bytes:
    """One page, as a tagged PDF. Equal histories give equal files."""
    return pdf_of(_document(history))


def _document(history: History) -> Document:
    data: Mapping[str, Any] = asdict(history) | {
        "facts": [[name, shortened(value, _LONGEST_CELL)] for name, value in history.facts],
        "words": shortened(history.words, _LONGEST_WORDS),
        "steps": [[shortened(cell, _LONGEST_CELL) for cell in step] for step in history.steps],
        "printed_on": "",
    }
    return Document(__package__, "history.typ", data, printed_on=history.printed_on)
