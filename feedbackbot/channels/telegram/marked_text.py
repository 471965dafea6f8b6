"""Bold, italic and links that were set in the chat app's editor, in our own markup; an admin's broadcast would lose them."""

import re
from dataclasses import dataclass
from typing import Any, Final

from feedbackbot.domain.message_text import plain

_MARKS: Final = {"bold": "*", "italic": "_"}
_SHOWN_ANYWAY: Final = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bank_card",
        "custom_emoji",
    }
)
_LINE: Final = re.compile(r"[^\n]+")


_OPENING, _LINK, _CLOSING = range(3)


@dataclass(frozen=True, slots=True)
class _Insert:
    """`sign` goes in before the sign at `place`; `entity` is the number of the entity that wants it."""

    place: int
    part: int
    entity: int
    sign: str

    @property
    def order(self) -> tuple[int, int, int]:
        """From the end of the text, so that places hold; of two marks that begin at one place the later stands inside."""
        return -self.place, self.part, -self.entity if self.part == _OPENING else self.entity


def marked_text(text: object, entities: object) -> tuple[str, bool]:
    """The text with its marks, "" where the editor set none; and whether something of its look could not be kept.

    A link behind words stands behind them in brackets. Text as Telegram has it, entities counted in UTF-16 units.
    """
    if not isinstance(text, str) or not isinstance(entities, list):
        return "", False
    wanted: list[_Insert] = []
    lost = False
    places = _places(text)
    for number, one in enumerate(entities):
        if not isinstance(one, dict) or one.get("type") in _SHOWN_ANYWAY:
            continue
        inserts = _inserts(text, places, number, one)
        if inserts and _holds(text, [*wanted, *inserts]):
            wanted += inserts
        else:
            lost = True
    return (_with(text, wanted) if wanted else ""), lost


def _holds(text: str, inserts: list[_Insert]) -> bool:
    """Whether every mark is read as one: in the middle of a word it would be shown as a star."""
    links = [one for one in inserts if one.part == _LINK]
    return plain(_with(text, inserts)) == plain(_with(text, links))


def _inserts(text: str, places: list[int], number: int, entity: dict[str, Any]) -> list[_Insert]:
    """What to put where; nothing where the look has no like in our markup."""
    offset, length = entity.get("offset"), entity.get("length")
    if (
        not isinstance(offset, int)
        or not isinstance(length, int)
        or not 0 <= offset < offset + length < len(places)
    ):
        return []
    start, end = places[offset], places[offset + length]
    url = str(entity.get("url", ""))
    if entity.get("type") == "text_link" and url.startswith(("https://", "http://")):
        shown = text[start:end].strip()
        itself = "." in shown and url.rstrip("/").endswith(shown.rstrip("/"))
        return [_Insert(start + len(text[start:end].rstrip()), _LINK, number, "" if itself else f" ({url})")]
    mark = _MARKS.get(str(entity.get("type")))
    if mark is None:
        return []
    # a mark holds within its line, and stands close to its words
    found: list[_Insert] = []
    for line in _LINE.finditer(text, start, end):
        if words := line[0].strip():
            first = line.start() + line[0].index(words)
            found.append(_Insert(first, _OPENING, number, mark))
            found.append(_Insert(first + len(words), _CLOSING, number, mark))
    return found


def _with(text: str, inserts: list[_Insert]) -> str:
    for one in sorted(inserts, key=lambda one: one.order):
        text = text[: one.place] + one.sign + text[one.place :]
    return text


def _places(text: str) -> list[int]:
    """The index of the sign at each UTF-16 unit, and of the end."""
    found = [place for place, sign in enumerate(text) for _ in range(2 if sign > "\uffff" else 1)]
    return [*found, len(text)]
