"""What a typed command looks like, in every chat service."""

import re
from typing import Final

# signs may follow it ("/batal, salah kirim"), and marks that show nothing stand around it
COMMAND: Final = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*/[\u200b-\u200f]?([A-Za-z0-9_]{1,64})(?:@[A-Za-z0-9_]+)?"
    r"(?![\w/])[^\w\s]{0,8}(?:\s+|$)(.*)",
    re.DOTALL,
)
"""Group 1 is the name without slash, group 2 what follows."""
