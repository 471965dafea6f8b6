"""Text that can be printed whatever people typed, imported or pasted. Pages and charts say names and comments through this."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

from feedbackbot.domain.visible_text import is_inside_a_sign

NO_SIGN: Final = "\ufffd"
"""Stands where a sign cannot be shown."""
_LINES_AND_CONTROLS: Final = frozenset({"Cc", "Zl", "Zp"})
_SHOWN_NOWHERE: Final = frozenset({"Cs", "Co", "Cn"})
# Emoji are newer every year than the tables of the running Python.
_EMOJI_TO_COME: Final = ("\U0001f000", "\U0001fbff")
# Who turns the direction round turns the rest of the printed line too; annotations and old shaping controls show nothing.
_TURNING: Final = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufff9\ufffa\ufffb\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)
COMBINING: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Letters of every language need no more; "Zalgo" text piles up hundreds and covers the lines above.
_TOO_MANY_MARKS: Final = re.compile(f"([{COMBINING}]{{6}})[{COMBINING}]+")
_LONG: Final = re.compile(r"\S{40,}")
_PIECE: Final = 6
_LINK: Final = re.compile(r"https?://\S{1,200}")
_MAY_BREAK_HERE: Final = "\u200b"


def printable(text: str) -> str:
    """In one line, composed, without controls; a sign that says nothing to a reader as U+FFFD."""
    shown = unicodedata.normalize("NFC", text)
    # Nearly every text is: the signs of a report's comments are looked at one by one only where one of them is none
    if not shown.isprintable():
        shown = "".join(map(_shown, shown))
    return _TOO_MANY_MARKS.sub(r"\1", shown)


def breakable(text: str) -> str:
    """With places to break in each word of 40 signs and more."""
    return _LONG.sub(_with_breaks, text)


def shortened(text: str, most: int) -> str:
    """At most `most` code points, the last an ellipsis where something is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plain(text: str) -> str:
    """Only what every font has: printable Latin letters, marks and digits, the rest as "?"."""
    return "".join(sign if " " <= sign <= "~" or "\u00a0" <= sign <= "\u00ff" else "?" for sign in text)


def everywhere(change: Callable[[str], str], value: Any) -> Any:
    """The same data with each of its texts changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: everywhere(change, item) for key, item in value.items()}
    return [everywhere(change, item) for item in value] if isinstance(value, list | tuple) else value


def _shown(sign: str) -> str:
    if sign in _TURNING:
        return ""
    kind = unicodedata.category(sign)
    if kind in _LINES_AND_CONTROLS:
        return " "
    first, last = _EMOJI_TO_COME
    return NO_SIGN if kind in _SHOWN_NOWHERE and not first <= sign <= last else sign


def _with_breaks(match: re.Match[str]) -> str:
    """A place to break after each sixth sign, never inside what is drawn as one; an address stays as it is, to be copied."""
    word = match[0]
    if _LINK.fullmatch(word):
        return word
    pieces: list[str] = []
    since = 0
    for place, sign in enumerate(word):
        if since >= _PIECE and not is_inside_a_sign(word, place):
            pieces.append(_MAY_BREAK_HERE)
            since = 0
        pieces.append(sign)
        since += 1
    return "".join(pieces)
