"""A text as plain words: lower case, one spelling, without signs."""

import re
import unicodedata
from collections.abc import Mapping

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d+")
_LENGTHENED = re.compile(r"(?:(?<=[a-z])|(?=[aeiou]))([a-z])\1{2,}")  # not what "pppk" begins with
_DOUBLED = re.compile(r"\b([a-z]{2,})2\b")  # "jalan2" is jalan-jalan
_APOSTROPHES = re.compile(r"['’‘`´]")
LONGEST = 700
"""Characters that are read: of a longer text its beginning and its end."""


def fold(text: str, spelling: Mapping[str, str]) -> list[str]:
    """The words of a text in one spelling. `spelling` maps what people write to what is meant, one word or several."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 200]} {text[-200:]}"
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = _LENGTHENED.sub(r"\1", _DOUBLED.sub(r"\1", _APOSTROPHES.sub("", plain)))
    words: list[str] = []
    for word in _WORD.findall(plain):
        meant = spelling.get(word) or spelling.get(word.replace("-", ""))
        if meant is not None:
            words += meant.split()
            continue
        first, dash, second = word.partition("-")
        words += [first] if dash and first == second else word.split("-")
    return words
