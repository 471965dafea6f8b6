"""Telephone numbers in one form, so that a shared contact can be matched with the registry."""

import hmac
import re
from hashlib import sha256

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.words import alike

_NOT_A_DIGIT = re.compile(r"\D")
_SEVERAL = re.compile(r"[/,;|&\n]|\batau\b|\bor\b|\bdan\b", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:no(?:mor|mer)?|hp|h\.p|wa|whats\s?app|telp?|tlp|telepon|handphone|phone|mobile|aktif|pribadi)\b\.?\s*[:=]?",
    re.IGNORECASE,
)
_CHAT_LINK = re.compile(
    r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?(?=\d)", re.IGNORECASE
)
_NOT_SURE = re.compile(r"[.,]0+\s*$|\(\s*(?!\+?62\s*\)|0)\d{1,2}\s*\)|[eE]\+|[?*xX]|\.{2,}|…")
_SHORTEST, _LONGEST = 8, 15  # digits with country code; 15 is the most E.164 allows
_LONGEST_HERE = 14  # "62" and at most twelve: no number of the country is longer


def normal_phone(text: str) -> str:
    """The number as "+628…". A number without country code is Indonesian; of several, the first counts.

    Takes "0812-3456-7890", "62812…", "+62 812…", "0062812…", "812…" (Excel drops the zero) and "WA: 0812…". Raises
    `WrongValue`: `phone-not-a-number`, `phone-not-sure` for one that something was done to: "81234567890.0", "0812… (2)", one
    digit too many.
    """
    if text.isdigit() and text.isascii():
        return _international(text, text)
    whole = _CHAT_LINK.sub("+", "\n".join(alike(line) for line in text.strip().splitlines()))
    if _NOT_SURE.search(whole) and sum(sign.isdigit() for sign in whole) >= _SHORTEST:
        raise WrongValue("phone-not-sure")
    first = next((part for part in _SEVERAL.split(whole) if part.strip()), "")
    first = _AROUND.sub("", first).strip(" .:()'’‘`´") if re.search(r"[^\W\d_]", first) else first.strip()
    if re.search(r"[^\W\d_]", first):
        raise WrongValue("phone-not-a-number")
    return _international(first, _NOT_A_DIGIT.sub("", first))


def _international(written: str, digits: str) -> str:
    if digits.startswith("00"):
        digits, written = digits[2:], "+"
    if digits.startswith("62"):
        number = "62" + digits[2:].removeprefix("0")  # "62" put before a number that kept its zero
    elif written.startswith(("+", "(+")):
        number = digits
    elif digits.startswith("0"):
        number = "62" + digits[1:]
    elif digits.startswith("8"):
        number = "62" + digits
    else:
        number = ""
    if not number.isascii() or len(number) < _SHORTEST:
        raise WrongValue("phone-not-a-number")
    if len(number) > (_LONGEST_HERE if number.startswith("62") else _LONGEST):
        raise WrongValue("phone-not-sure")
    return "+" + number


def masked_phone(number: str) -> str:
    """Enough to recognise one's own number: "+62••••7890"."""
    return f"{number[:3]}••••{number[-4:]}"


def phone_hash(number: str, key: bytes) -> str:
    """What is kept of a phone number ("+62…"): enough to recognise it, not to call it."""
    return hmac.new(key, b"phone:" + number.encode(), sha256).hexdigest()
