"""What reading dates and reading hours have in common: the scanner, number words, and what can be wrong."""

import re
import unicodedata
from enum import StrEnum


class TimeProblem(StrEnum):
    """Why a typed moment cannot be used; the values serve as catalogue keys."""

    NOT_UNDERSTOOD = "time-not-understood"
    NO_SUCH_DATE = "time-no-such-date"
    NO_SUCH_HOUR = "time-no-such-hour"
    AMBIGUOUS = "time-ambiguous"
    HOUR_MISSING = "time-hour-missing"
    PAST = "time-past"
    HIJRI = "time-hijri"
    TOO_FAR = "time-too-far"


NUMBER_WORDS = {
    **{"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8},
    **{"sembilan": 9, "sepuluh": 10, "sebelas": 11, "dua belas": 12},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
}
WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))


_APOSTROPHES = re.compile("[’‘`´ʼʻʹ′＇‛]")
_DASHES = re.compile("[‐‑‒–—―−]")


def alike(text: str) -> str:
    """Text made alike before reading: plain digits and spaces, one apostrophe, one dash, nothing invisible.

    A telephone's keyboard writes "Jum’at" where another writes "Jum'at", and a key-cap "3️⃣" is the digit 3.
    """
    plain = _DASHES.sub("-", _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text.replace("´", "'"))))
    plain = plain.replace("٬", ".").replace("٫", ",")
    shown = (sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Mn", "Me"))
    digits = (str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in shown)
    return " ".join("".join(digits).split())


def plain_words(text: str) -> str:
    """`alike` in small letters."""
    return alike(text).casefold()


def number(text: str) -> int:
    """The value of digits or of a number word."""
    return NUMBER_WORDS[text] if text in NUMBER_WORDS else int(text)


class Scanner:
    """A text from which understood pieces are taken until only small words are left."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Every match of the pattern, cut out of the text."""
        found = list(pattern.finditer(self.text))
        # A bar keeps words that were apart from becoming neighbours.
        self.text = pattern.sub(" | ", self.text)
        return found

    def words(self) -> set[str]:
        return set(self.text.split()) - {"|"}
