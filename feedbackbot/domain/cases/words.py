"""What people wrote, made safe to show to somebody else: nothing visible is lost."""

import re
import unicodedata

from feedbackbot.domain.message_text import escape

# marks that turn the direction of everything after them; letters of right-to-left scripts need none of them
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_MANY_LINES = re.compile(r"\n{3,}")


def shown_to_others(typed: str) -> str:
    """Without control signs and marks of direction, at most two line breaks in a row."""
    kept = "".join(sign for sign in typed if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return _MANY_LINES.sub("\n\n", _TURNING.sub("", kept)).strip()


def beginning(words: str, most: int) -> str:
    """At most `most` characters, with a sign that something follows."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def quoted(words: str) -> str:
    """As somebody wrote it, within a text of ours. Not through the catalogue, which refuses words as long as a message."""
    return f"“{escape(words)}”"
