r"""The markup our own texts are written in: `*bold*`, `_italic_`, and `\` before a mark meant literally.

Rules, in the order they are applied:

1. `\*`, `\_`, `\\` are the bare character. A backslash before anything else, or at the end, is itself.
2. Two or more equal marks in a row (`**`, `____`, `***`) are plain: fill-in lines and hidden digits.
3. Marks inside a web address (`http://`, `https://`, `www.`, `t.me/` up to the next white space) are plain;
   marks and punctuation at its very end are not part of it, so `*https://example.id*` is bold.
4. A mark can open where something other than white space follows and no letter or digit comes before; it can
   close where something other than white space comes before and no letter or digit follows. So `skm_2026`,
   `3*4`, `3 * 4` and a bullet `* ` are plain.
5. A pair opens and closes in one line (WhatsApp formats no further, and a slip spoils one line only). Pairs
   never overlap: an inner mark still open when the outer one closes is plain. Of two openings of one kind the
   later one counts.
6. A mark without a partner is plain text, and `problems` tells the author where.

What people type goes through `escape` before it is placed in a text. A value set directly between marks
(`*{ $name }*`) should be stripped of outer white space first, or rule 4 leaves the marks visible.
Every function takes any string, never raises and runs in linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, free of markup; a channel must still escape it for its own format."""

    text: str
    bold: bool = False
    italic: bool = False


class ProblemKind(StrEnum):
    """What is wrong with a mark; the values serve as catalogue keys."""

    NEVER_CLOSED = "markup-never-closed"
    NEVER_OPENED = "markup-never-opened"
    DOUBLED = "markup-doubled"


@dataclass(frozen=True, slots=True)
class Problem:
    """A mark that will be shown as it stands although it looks meant as formatting.

    `position` counts characters of the authored text from 0, `line` from 1; `near` is the text around it.
    """

    kind: ProblemKind
    mark: str
    position: int
    line: int
    near: str


@dataclass(frozen=True, slots=True)
class _Mark:
    sign: str  # "*" or "_", or a run of several
    at: int  # index in the text without escapes
    source: int  # index in the authored text
    line: int
    opens: bool
    closes: bool


_TOKEN = re.compile(r"\\[*_\\]|\*+|_+")
_SPECIAL = re.compile(r"[*_\\]")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.|\bt\.me/)\S+", re.IGNORECASE)
_AFTER_ADDRESS = "*_.,;:!?)]}>\"'"
_NEAR = 12


def parse(text: str) -> list[Span]:
    """The text as spans: none is empty, neighbours differ, only paired marks and escapes are gone."""
    if not _SPECIAL.search(text):
        return [Span(text)] if text else []
    bare, marks = _read(text)
    pairs, _ = _pair(marks)
    return list(_spans(bare, pairs))


def plain(text: str) -> str:
    """The text as a reader sees it where no formatting exists."""
    return "".join(span.text for span in parse(text))


def escape(typed: str) -> str:
    """Typed text made safe inside an authored one: `parse(escape(x)) == [Span(x)]` unless `x` is empty."""
    return _SPECIAL.sub(r"\\\g<0>", typed)


def problems(text: str) -> list[Problem]:
    """Marks that look meant but format nothing, in the order they stand."""
    if not _SPECIAL.search(text):
        return []
    _, marks = _read(text)
    _, lone = _pair(marks)
    found = [(mark, ProblemKind.NEVER_CLOSED if mark.opens else ProblemKind.NEVER_OPENED) for mark in lone]
    found += [
        (mark, ProblemKind.DOUBLED) for mark in marks if mark.sign == "**" and (mark.opens != mark.closes)
    ]
    found.sort(key=lambda entry: entry[0].source)
    return [
        Problem(kind, mark.sign, mark.source, mark.line, _around(text, mark.source)) for mark, kind in found
    ]


def utf16_length(shown: str) -> int:
    """Length in UTF-16 code units, the unit of Telegram's limits (an emoji counts 2)."""
    return len(shown.encode("utf-16-le", "surrogatepass")) // 2


def plain_length(text: str) -> int:
    """UTF-16 units of the text as it is shown, marks and escapes not counted."""
    return utf16_length(plain(text))


def _read(text: str) -> tuple[str, list[_Mark]]:
    """The text without escapes, and the unescaped runs of marks in it."""
    pieces: list[str] = []
    runs: list[tuple[str, int, int]] = []
    done = length = 0
    for token in _TOKEN.finditer(text):
        pieces.append(text[done : token.start()])
        length += token.start() - done
        sign = token[0]
        if sign[0] == "\\":
            sign = sign[1]
        else:
            runs.append((sign, length, token.start()))
        pieces.append(sign)
        length += len(sign)
        done = token.end()
    pieces.append(text[done:])
    bare = "".join(pieces)
    return bare, list(_judged(bare, runs))


def _judged(bare: str, runs: list[tuple[str, int, int]]) -> Iterator[_Mark]:
    """Each run with what it can do where it stands; those inside a web address are left out."""
    addresses = _addresses(bare)
    address = next(addresses, None)
    line, counted = 1, 0
    for sign, at, source in runs:
        while address and address[1] <= at:
            address = next(addresses, None)
        if address and address[0] <= at:
            continue
        line += bare.count("\n", counted, at)
        counted = at
        before = bare[at - 1] if at else " "
        after = bare[at + len(sign)] if at + len(sign) < len(bare) else " "
        opens = not after.isspace() and not before.isalnum()
        closes = not before.isspace() and not after.isalnum()
        yield _Mark(sign, at, source, line, opens, closes)


def _addresses(bare: str) -> Iterator[tuple[int, int]]:
    for found in _ADDRESS.finditer(bare):
        yield found.start(), found.start() + len(found[0].rstrip(_AFTER_ADDRESS))


def _pair(marks: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """The marks that format, in order, and the single ones that found no partner."""
    paired: list[_Mark] = []
    lone: list[_Mark] = []
    waiting: list[_Mark] = []  # at most one of each kind, so this loop stays linear
    for mark in marks:
        if len(mark.sign) > 1:
            continue
        if waiting and waiting[-1].line != mark.line:
            lone += waiting
            waiting = []
        partner = next((index for index, other in enumerate(waiting) if other.sign == mark.sign), None)
        if partner is not None and mark.closes:
            paired += (waiting[partner], mark)
            lone += waiting[partner + 1 :]
            del waiting[partner:]
        elif mark.opens:
            if partner is not None:
                lone.append(waiting.pop(partner))
            waiting.append(mark)
        elif mark.closes:
            lone.append(mark)
    paired.sort(key=lambda mark: mark.at)
    return paired, lone + waiting


def _spans(bare: str, pairs: list[_Mark]) -> Iterator[Span]:
    bold = italic = False
    start = 0
    for mark in pairs:
        if mark.at > start:
            yield Span(bare[start : mark.at], bold, italic)
        if mark.sign == "*":
            bold = not bold
        else:
            italic = not italic
        start = mark.at + 1
    if start < len(bare):
        yield Span(bare[start:], bold, italic)


def _around(text: str, position: int) -> str:
    return text[max(0, position - _NEAR) : position + _NEAR + 1].replace("\n", " ")
