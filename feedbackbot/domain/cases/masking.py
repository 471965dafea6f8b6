"""Numbers and names in free text, hidden from whoever need not see them."""

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# from seven digits on, however they are grouped: telephones, identity cards, accounts; never a date, a time or an amount
_LONG_NUMBER = re.compile(r"(?<![\w.,])\+?\d(?:[ .-]?\d){6,}(?!\w)")
_MONEY = re.compile(r"(?:rp\.?\s*|idr\s*)\Z", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\Z")
_HOURS = re.compile(r"\d{1,2}[.:]\d{2} ?- ?\d{1,2}[.:]\d{2}\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_NAME = re.compile(
    r"\b(?P<before>(?:[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u|[Ss]audara|[Ss]audari|[Ss]dri?\.?|[Bb]ang|[Kk]ak|[Tt]gk\.?|[Tt]eungku"
    r"|(?:ber)?nama(?:nya)?|a\.?n\.?|atas nama|Mr\.?|Mrs\.?|Ms\.?|named)\s+)(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3})"
)
HIDDEN = "•••"


def masked(words: str) -> str:
    """Addresses of mail, long numbers and names after a title are hidden; a number keeps its last two digits, so that two of them can be
    told apart. What is no name and no number stays as it was written."""
    hidden = _MAIL.sub(HIDDEN, words)
    hidden = _LONG_NUMBER.sub(_without_digits, hidden)
    return _NAME.sub(lambda found: f"{found['before']}{found['name'][0]}{HIDDEN}", hidden)


def _without_digits(found: re.Match[str]) -> str:
    text = found.group()
    if _MONEY.search(found.string[: found.start()]) or any(
        one.match(text) for one in (_DATE, _HOURS, _THOUSANDS)
    ):
        return text
    digits = [sign for sign in text if sign.isdigit()]
    return f"{HIDDEN}{''.join(digits[-2:])}"
