"""Where a text that is too long for one message is cut."""

from feedbackbot.domain.message_text import Span
from feedbackbot.domain.visible_text import is_inside_a_sign

# where a long text may be cut, the best first: between paragraphs, lines, sentences, words
_BREAKS = ("\n\n", "\n", ". ", " ")
# a part shorter than this is not worth a nicer place to cut
_LEAST_SHARE = 0.4


def pieces(shown: str, first: int, following: int) -> list[tuple[int, int]]:
    """Start and end of each part, free of white space at its edges; the first shows at most `first` UTF-16 units, the others
    `following`."""
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
    return _whole(shown, earliest, latest)


def _whole(shown: str, earliest: int, latest: int) -> int:
    """The last place up to `latest` that is not inside a family, a keycap or a letter with its accents, where there is one."""
    place = latest
    while place > earliest and is_inside_a_sign(shown, place):
        place -= 1
    return place if place > earliest else latest


def _fitting(piece: str, limit: int) -> int:
    """How many characters of the piece fit into `limit` UTF-16 units."""
    encoded = piece.encode("utf-16-le")[: limit * 2]
    return len(encoded.decode("utf-16-le", "ignore"))


def slice_spans(spans: list[Span], start: int, end: int) -> list[Span]:
    """What the spans show from `start` to `end`, in their styles."""
    sliced: list[Span] = []
    position = 0
    for span in spans:
        text = span.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            sliced.append(Span(text, span.bold, span.italic))
        position += len(span.text)
    return sliced
