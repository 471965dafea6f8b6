"""What a button that stands alone opens, or a link: declared once, referred to by name."""

import re
from typing import Final

_KEY = re.compile(r"[a-z0-9_]{1,16}")


class EntryPoint(str):
    """Its text is what buttons and links carry. Raises ValueError for what they could not."""

    __slots__ = ()

    def __new__(cls, key: str) -> "EntryPoint":
        if not _KEY.fullmatch(key):
            raise ValueError(f"entry point {key!r} must be 1 to 16 characters of a-z, 0-9 and _")
        return super().__new__(cls, key)


COMMAND: Final = EntryPoint("perintah")
"""The engine's own: its argument is the name of a command, and what follows is as if that had been typed."""
