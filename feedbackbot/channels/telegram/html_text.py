"""Our own markup as Telegram's HTML, cut into as many parts as its limits ask for."""

import re
from html import escape

from feedbackbot.domain.message_text import Span, parse, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
# where a long text may be cut, the best first: between paragraphs, lines, sentences, words
_BREAKS = ("\n\n", "\n", ". ", " ")
# a part shorter than this is not worth a nicer place to cut
_LEAST_SHARE = 0.4
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


def html_parts(text: str, first: int = LONGEST_TEXT, following: int = LONGEST_TEXT) -> list[str]:
    """HTML of the text, [] for an empty one.

    The first part shows at most `first` UTF-16 units, the others `following`. Formatting that reaches over a cut is closed before it
    and opened again after it. Between two parts white space is dropped.
    """
    if not text.isascii():
        text = _HALF_PAIRS.sub("�", text)
    spans = parse(text)
    shown = "".join(span.text for span in spans)
    if not shown.strip():
        return []
    # a character is at most two units: short texts need no counting
    if len(shown) * 2 <= first or utf16_length(shown) <= first:
        return [_html(spans)]
    return [_html(_slice(spans, start, end)) for start, end in _pieces(shown, first, following)]


def _html(spans: list[Span]) -> str:
    pieces: list[str] = []
    for span in spans:
        piece = escape(span.text, quote=False)
        if span.italic:
            piece = f"<i>{piece}</i>"
        if span.bold:
            piece = f"<b>{piece}</b>"
        pieces.append(piece)
    return "".join(pieces)


def _pieces(shown: str, first: int, following: int) -> list[tuple[int, int]]:
    """Start and end of each part, free of white space at its edges."""
    pieces: list[tuple[int, int]] = []
    position, limit = 0, first
    while (start := _after_space(shown, position)) < len(shown):
        position = _cut(shown, start, limit)
        pieces.append((start, start + len(shown[start:position].rstrip())))
        limit = following
    return pieces


def _after_space(shown: str, position: int) -> int:
    while position < len(shown) and shown[position].isspace():
        position += 1
    return position


def _cut(shown: str, start: int, limit: int) -> int:
    """Where the part that begins at `start` ends at the latest."""
    latest = start + _fitting(shown[start : start + limit], limit)
    if latest >= len(shown):
        return len(shown)
    earliest = start + int((latest - start) * _LEAST_SHARE)
    for mark in _BREAKS:
        found = shown.rfind(mark, earliest, latest + 1)
        if found > start:
            return found + len(mark.rstrip())
    return latest


def _fitting(piece: str, limit: int) -> int:
    """How many characters of the piece fit into `limit` UTF-16 units."""
    encoded = piece.encode("utf-16-le")[: limit * 2]
    return len(encoded.decode("utf-16-le", "ignore"))


def _slice(spans: list[Span], start: int, end: int) -> list[Span]:
    sliced: list[Span] = []
    position = 0
    for span in spans:
        text = span.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            sliced.append(Span(text, span.bold, span.italic))
        position += len(span.text)
    return sliced
