"""Telephone numbers in one form, so that a shared contact can be matched with the registry."""

import re

from feedbackbot.domain.sheets.problem import WrongValue

_NOT_A_DIGIT = re.compile(r"\D")
_SEVERAL = re.compile(r"[/,;|]|\batau\b|\bor\b|\bdan\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 8, 15  # digits with country code; 15 is the most E.164 allows


def normal_phone(text: str) -> str:
    """The number as "+628…". A number without country code is Indonesian; of several, the first counts.

    Takes "0812-3456-7890", "62812…", "+62 812…", "0062812…" and "812…" (Excel drops the zero).
    Raises `WrongValue("phone-not-a-number")`.
    """
    first = next((part for part in _SEVERAL.split(text) if part.strip()), "").strip()
    if re.search(r"[^\W\d_]", first):
        raise WrongValue("phone-not-a-number")
    digits = _NOT_A_DIGIT.sub("", first)
    if first.startswith("+"):
        number = digits.removeprefix("620") if digits.startswith("620") else digits
        number = "62" + number if digits.startswith("620") else number
    elif digits.startswith("00"):
        number = digits[2:]
    elif digits.startswith("0"):
        number = "62" + digits[1:]
    elif digits.startswith("620"):  # "62" put before a number that kept its zero
        number = "62" + digits[3:]
    elif digits.startswith("62"):
        number = digits
    elif digits.startswith("8"):
        number = "62" + digits
    else:
        number = ""
    if not _SHORTEST <= len(number) <= _LONGEST or not number.isascii():
        raise WrongValue("phone-not-a-number")
    return "+" + number


def masked_phone(number: str) -> str:
    """Enough to recognise one's own number: "+62••••7890"."""
    return f"{number[:3]}••••{number[-4:]}"
