"""Posters for a counter or a whole unit: printed once, good as long as the unit is. Typst is heavy: runs in the render process."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from feedbackbot.reports.typesetting.crest import crest_beside
from feedbackbot.reports.typesetting.printable import shortened
from feedbackbot.reports.typesetting.setter import Document, code_picture, pdf_of

# So that the widest letters still leave it one page.
_LONGEST: Final = 120
_LONGEST_HEADLINE: Final = 200
_STEPS: Final = ("step1.svg", "step2.svg", "step3.svg")


class PosterSize(StrEnum):
    """A tent is one A4 sheet, folded in the middle, that shows the same on both sides."""

    A4 = "a4"
    A5 = "a5"
    TENT = "tenda"


@dataclass(frozen=True, slots=True)
class Door:
    """One code on the poster: what it opens, in a word, and its link."""

    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Poster:
    """What is told of one place; `address` is what can be typed instead of scanning, "" for nothing."""

    unit: str
    counter: str
    doors: tuple[Door, ...]
    address: str


@dataclass(frozen=True, slots=True)
class PosterWords:
    """What all posters say, in `language`; `steps` are three."""

    language: str
    government: str
    headline: str
    steps: tuple[str, str, str]
    typed: str


def posters_pdf(
    words: PosterWords, size: PosterSize, posters: Sequence[Poster], crest: Path | None = None
) -> bytes:
    """A tagged PDF with a page for each poster. ValueError for a crest that is no picture file."""
    return pdf_of(_document(words, size, posters, crest))


def _document(
    words: PosterWords, size: PosterSize, posters: Sequence[Poster], crest: Path | None
) -> Document:
    beside = crest_beside(crest)
    data = {
        **asdict(words),
        "headline": shortened(words.headline, _LONGEST_HEADLINE),
        "steps": [
            {"text": shortened(text, _LONGEST), "picture": name}
            for text, name in zip(words.steps, _STEPS, strict=True)
        ],
        "size": size.value,
        "crest": next(iter(beside), None),
        "posters": [_page(number, poster) for number, poster in enumerate(posters)],
    }
    pictures = {name: (Path(__file__).parent / name).read_bytes() for name in _STEPS}
    # Q survives a scratched quarter, as a poster on a counter is
    codes = {
        _code(number, place): code_picture(door.link, "q", border=4)
        for number, poster in enumerate(posters)
        for place, door in enumerate(poster.doors)
    }
    return Document(__package__, "poster.typ", data, beside | pictures | codes)


def _page(number: int, poster: Poster) -> dict[str, object]:
    doors = [
        {"label": shortened(door.label, _LONGEST), "link": door.link, "code": _code(number, place)}
        for place, door in enumerate(poster.doors)
    ]
    texts = {name: shortened(getattr(poster, name), _LONGEST) for name in ("unit", "counter", "address")}
    return {**texts, "doors": doors}


def _code(number: int, place: int) -> str:
    return f"code-{number}-{place}.svg"
