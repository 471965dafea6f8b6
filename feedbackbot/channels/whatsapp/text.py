"""Our own markup as WhatsApp's, cut into as many parts as its limits ask for.

WhatsApp knows no escape sign: a mark that somebody typed and that would format becomes a sign that looks like it.
"""

import re
from typing import Final

from feedbackbot.channels.raw_values import storable
from feedbackbot.channels.text_pieces import pieces, slice_spans
from feedbackbot.domain.message_text import Span, parse, utf16_length

LONGEST_TEXT: Final = 4096
LONGEST_BODY: Final = 1024
"""Of what has buttons, and of a caption. Whether the service counts characters or UTF-16 units is not confirmed: units are more."""
_LOOKS_LIKE: Final = {"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"}
# a mark formats only where it stands at the edge of a word: inside one, or in an address, it stays
_AT_AN_EDGE = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.|\bwa\.me/|\bt\.me/)\S+|(?<!\w)/\w+", re.IGNORECASE)


def parts(text: str, last: int = LONGEST_TEXT, others: int = LONGEST_TEXT) -> list[str]:
    """WhatsApp's text, [] for an empty one. The last part is at most `last` UTF-16 units long, those before it `others`."""
    spans = parse(storable(text))
    shown = "".join(span.text for span in spans)
    if not shown.strip():
        return []
    whole = _marked(spans)
    if utf16_length(whole) <= last:
        return [whole]
    share = 1.0
    while True:  # marks take room too: cut a little shorter until all fit
        cut = [
            _marked(slice_spans(spans, start, end))
            for start, end in pieces(shown, int(others * share), int(min(last, others) * share))
        ]
        if all(utf16_length(part) <= others for part in cut[:-1]) and utf16_length(cut[-1]) <= last:
            return cut
        share *= 0.9


def plain_line(text: str, most: int) -> str:
    """One line without any markup, for a field of a template: it takes no newline, no tab and no row of spaces."""
    words = " ".join("".join(span.text for span in parse(storable(text))).split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _marked(spans: list[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = _without_marks(span.text)
    mark = ("*" if span.bold else "") + ("_" if span.italic else "")
    if not mark:
        return text
    # it formats no further than a line, and only next to what is no white space
    return "\n".join(_wrapped(line, mark) for line in text.split("\n"))


def _wrapped(line: str, mark: str) -> str:
    bare = line.strip()
    if not bare:
        return line
    start = line.index(bare)
    return f"{line[:start]}{mark}{bare}{mark[::-1]}{line[start + len(bare) :]}"


def _without_marks(text: str) -> str:
    if not any(mark in text for mark in _LOOKS_LIKE):
        return text
    done, made = 0, []
    for address in _ADDRESS.finditer(text):
        made += [_AT_AN_EDGE.sub(_alike, text[done : address.start()]), address[0]]
        done = address.end()
    return "".join([*made, _AT_AN_EDGE.sub(_alike, text[done:])])


def _alike(mark: re.Match[str]) -> str:
    return _LOOKS_LIKE[mark[0]]
