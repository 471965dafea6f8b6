"""Our own markup as Telegram's HTML, cut into as many parts as its limits ask for."""

import re
from html import escape

from feedbackbot.channels.text_pieces import pieces, slice_spans
from feedbackbot.domain.message_text import Span, parse, plain, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
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
    return [_html(slice_spans(spans, start, end)) for start, end in pieces(shown, first, following)]


def verbatim_parts(text: str) -> list[str]:
    """As `html_parts`, in blocks that the chat app copies as a whole by one tap."""
    return [f"<code>{escape(part, quote=False)}</code>" for part in _plain_parts(text)]


def _plain_parts(text: str) -> list[str]:
    shown = _HALF_PAIRS.sub("�", plain(text))
    return (
        [shown[start:end] for start, end in pieces(shown, LONGEST_TEXT, LONGEST_TEXT)]
        if shown.strip()
        else []
    )


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
