"""What the rules say of a statement before a person sees it: what cannot stand, and where a person should look twice."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from feedbackbot.domain.forum.statement import is_too_long, is_too_short
from feedbackbot.domain.forum.word_lists import disguises, folded, word_lists

_TOP_LEVELS: Final = (
    "com|net|org|id|info|co|me|io|gg|ly|xyz|link|site|online|shop|store|top|club|app|dev|biz|to"
)
_LINK: Final = re.compile(
    rf"https?:|www\.|\b[\w-]+(?:\.[\w-]+)*\.(?:{_TOP_LEVELS})\b(?:/|\b)|@\w{{3,}}", re.I
)
_RUN: Final = re.compile(r"\+?\d(?:[\s().\-/]{0,2}\d){6,}")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
_HOUSE: Final = re.compile(
    r"\b(?:jl|jln|jalan|gang|gg|lorong|lr|blok|dusun)\b.{1,40}?\b(?:no|nomor|nomer)\b\W{0,2}\d", re.I
)
_TITLED: Final = re.compile(r"([^\W\d_]+)\.?\s+([^\W\d_]+)")
_LEAST_PHONE, _LEAST_NUMBER = 9, 10  # a day or opening hours have eight figures


class Objection(StrEnum):
    """Why a statement does not even wait: the author reads it at once and can write it anew."""

    TOO_LONG = "too-long"
    TOO_SHORT = "too-short"
    LINK = "link"
    NUMBER = "number"
    ADDRESS = "address"
    INSULT = "insult"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Ruling:
    """`objection`: it cannot stand so. `doubts`: words of it at which the moderator looks twice."""

    objection: Objection | None = None
    doubts: tuple[str, ...] = ()


def judge(text: str) -> Ruling:
    """Of a statement as it is kept."""
    objection = _objection(text)
    if objection is not None:
        return Ruling(objection)
    return Ruling(doubts=tuple(sorted(disguises(text) & word_lists().doubtful)) + _lower_names(text))


def _objection(text: str) -> Objection | None:
    if is_too_long(text):
        return Objection.TOO_LONG
    if is_too_short(text):
        return Objection.TOO_SHORT
    plain = _plain(text)
    found = {
        Objection.LINK: bool(_LINK.search(plain)),
        Objection.NUMBER: _has_number(plain),
        Objection.ADDRESS: bool(_HOUSE.search(plain)),
        Objection.INSULT: bool(disguises(text) & word_lists().insults),
        Objection.NAME: bool(_names(plain)),
    }
    return next((objection for objection, there in found.items() if there), None)


def _plain(text: str) -> str:
    """Wide letters as usual ones, figures of every script as ours."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in wide)


def _has_number(text: str) -> bool:
    """A phone number, an identity number, an account: not a sum of money, not a day."""
    for run in _RUN.finditer(text):
        found = run[0]
        if _THOUSANDS.fullmatch(found):
            continue
        figures = sum(sign.isdigit() for sign in found)
        called = found.startswith(("0", "+", "62")) and figures >= _LEAST_PHONE
        if called or figures >= _LEAST_NUMBER:
            return True
    return False


def _names(text: str) -> list[str]:
    """What stands with a capital behind a title, and is no office ("Pak Budi", not "Pak Camat")."""
    if text.isupper():
        return []
    return [name for name in _behind_titles(text) if name[:1].isupper()]


def _lower_names(text: str) -> tuple[str, ...]:
    """The same in small letters, or all in capitals: perhaps a name."""
    return tuple(folded(name) for name in _behind_titles(_plain(text)))


def _behind_titles(text: str) -> list[str]:
    lists, found, place = word_lists(), [], 0
    while pair := _TITLED.search(text, place):
        title, name = folded(pair[1]), folded(pair[2])
        if title in lists.titles and name not in lists.offices and name not in lists.titles and len(name) > 1:
            found.append(pair[2])
        place = pair.start(2)
    return found
