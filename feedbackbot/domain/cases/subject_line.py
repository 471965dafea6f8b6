"""What a case is called in a list: the beginning of what the citizen wrote, on one line."""

import re

LONGEST_SUBJECT = 60
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")


def subject_line(words: str, most: int = LONGEST_SUBJECT) -> str:
    """The first sentence, cut between two words where it is long; "" where nothing was said."""
    first = next((part for part in _SENTENCE_END.split(words) if part.strip()), "")
    line = " ".join(first.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    whole_words = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return f"{whole_words.rstrip(' ,;:')}…"
