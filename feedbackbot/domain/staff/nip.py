"""NIP of a PNS and NI PPPK: 18 digits whose structure can be checked.

PNS: birth date YYYYMMDD, month of appointment YYYYMM, sex 1 or 2, serial of 3.
PPPK: birth date YYYYMMDD, year of appointment YYYY, number of the contract (2 digits, not a month: 21 and
24 are common), sex 1 or 2, serial of 3.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.words import alike

LENGTH = 18
LENGTH_BEFORE_2008 = 9  # the older NIP, still seen in lists
YOUNGEST_AT_APPOINTMENT = 15  # a plausibility bound in years, wider than any rule of entry
FIRST_PPPK_YEAR = 2019  # PP 49/2018 took effect in the last weeks of 2018

_SEPARATORS = re.compile(r"[\s.\-–—_/'’‘`´]+")
# What stands around a number and belongs to nobody: the word for it, and the number of a list before it.
_LABEL = re.compile(
    r"(?:no(?:mor)?\.?\s*)?(?:(?:nip|nrp|nik)\s*/\s*)?(?:ni\s*pppk|ni\s*p3k|nip\s*(?:pppk|p3k|pns|baru|asn)|nipppk|nip3k|nrp|n\.\s*i\.\s*p\.?|nip)"
    r"\s*\.?\s*[:=.\-]?\s*",
    re.IGNORECASE,
)
_NUMBER_OF_LIST = re.compile(
    r"\(?\d{1,4}\s*(?:[.)]\s*|\)\s*)(?=\D{0,20}\d)|\d{1,3}\s+(?=\d{18}$)|[-•*●▪–]\s*(?=\D{0,20}\d)"
)
_WITHIN = re.compile(r"(?<!\w)\d{8}[ .\-]?\d{6}[ .\-]?\d[ .\-]?\d{3}(?!\w)")
_OLDER_BEHIND = re.compile(r"^\s*/\s*\d{9}\b")
_WHOLE_NUMBER_OF_TEXT = re.compile(r"[.,]0+$")
_SCIENTIFIC = re.compile(r"\d[.,]?\d*[eE]\+?\d+")


class EmployeeKind(StrEnum):
    PNS = "pns"
    PPPK = "pppk"
    PPPK_PART_TIME = "pppw"  # "paruh waktu": the same number, another contract; no rule for its JP is known


@dataclass(frozen=True, slots=True, order=True)
class Nip:
    """A checked number. Printing it shows only the masked form, so that it cannot slip into a log."""

    digits: str
    kind: EmployeeKind = field(compare=False)

    @property
    def masked(self) -> str:
        """Enough to recognise one's own number, too little to tell the date of birth: "••••1001"."""
        return "••••" + self.digits[-4:]

    @property
    def grouped(self) -> str:
        """As it is written on letters: "19800101 200501 1 001". For the person's own eyes only."""
        digits = self.digits
        return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"Nip({self.masked}, {self.kind.value})"


def parse_nip(text: str, *, today: date, kind: EmployeeKind | None = None) -> Nip:
    """Check a typed or imported number. `kind` is what else is known of the person, if anything.

    Spaces, dots, dashes and apostrophes are overlooked. Without `kind`, a number that fits both structures
    counts as a PNS's. Raises `WrongValue` with one of the keys `nip-…`.
    """
    digits = _bare_digits(text)
    born = _date_of_birth(digits[:8], today)
    year, tail = int(digits[8:12]), int(digits[12:14])
    if year < born.year + YOUNGEST_AT_APPOINTMENT:
        raise WrongValue("nip-appointed-too-young")
    if year > today.year + 1:
        raise WrongValue("nip-appointed-in-future")
    if digits[14] not in "12":
        raise WrongValue("nip-sex-digit")
    if digits.endswith("000"):
        # No serial is 000, but it is what remains of any serial once Excel has kept 15 digits of the number.
        raise WrongValue("nip-digits-lost")
    return Nip(digits, _kind(year, tail, kind))


def kind_from_words(text: str) -> EmployeeKind | None:
    """What a status column says ("PPPK Daerah", "CPNS"); None where it says neither."""
    words = text.casefold()
    if "paruh waktu" in words or "part time" in words or "part-time" in words:
        return EmployeeKind.PPPK_PART_TIME
    if "pppk" in words or "p3k" in words or "perjanjian kerja" in words:
        return EmployeeKind.PPPK
    if "pns" in words or "pegawai negeri" in words:
        return EmployeeKind.PNS
    return None


def _bare_digits(text: str) -> str:
    if len(text) == LENGTH and text.isascii() and text.isdigit():
        return text
    # Marks without a width hide in text copied from PDFs and chats.
    plain = alike(text)
    if _SCIENTIFIC.fullmatch(plain.lstrip("'’‘`´ ")):
        raise WrongValue("nip-digits-lost")
    plain = _without_company(plain)
    if (
        _WHOLE_NUMBER_OF_TEXT.search(plain)
        and not plain.endswith((" 0", ".000"))
        and _digits_of(plain) > LENGTH - 2
    ):
        raise WrongValue("nip-digits-lost")  # "….0": a program took it for a number
    if named := _amid_words(plain):
        return named
    digits = _SEPARATORS.sub("", plain)
    if not digits:
        raise WrongValue("nip-missing")
    if not (digits.isascii() and digits.isdigit()):
        raise WrongValue("nip-not-digits")
    if len(digits) == LENGTH_BEFORE_2008:
        raise WrongValue("nip-old-form")
    if len(digits) != LENGTH:
        raise WrongValue("nip-length", digits=len(digits), expected=LENGTH)
    return digits


def _amid_words(plain: str) -> str:
    """The one number of 18 digits among words ("Ani Rahmawati / 1980…", "1980… / 390012345" with the older number); "" where any other
    digit makes it unsure."""
    found = list(_WITHIN.finditer(plain))
    if len(found) != 1:
        return ""
    around = f"{plain[: found[0].start()]} {_OLDER_BEHIND.sub('', plain[found[0].end() :])}"
    return "" if _digits_of(around) else _SEPARATORS.sub("", found[0][0])


def _digits_of(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _without_company(plain: str) -> str:
    """The number without its word ("NIP. …") and without the number of a list ("1. …"), where 18 digits are left."""
    if before := _NUMBER_OF_LIST.match(plain):
        rest = plain[before.end() :]
        if _digits_of(rest) == LENGTH:
            plain = rest
    if before := _LABEL.match(plain):
        plain = plain[before.end() :]
    return plain.strip(" ;,:'’‘`´\"")


def _date_of_birth(digits: str, today: date) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise WrongValue("nip-birth-date") from error
    if born.year < 1900 or born >= today:
        raise WrongValue("nip-birth-date")
    return born


def _kind(year: int, tail: int, told: EmployeeKind | None) -> EmployeeKind:
    may_be_pns = 1 <= tail <= 12
    may_be_pppk = year >= FIRST_PPPK_YEAR
    if told is EmployeeKind.PNS and not may_be_pns:
        raise WrongValue("nip-appointment-month")
    if told in (EmployeeKind.PPPK, EmployeeKind.PPPK_PART_TIME) and not may_be_pppk:
        raise WrongValue("nip-pppk-year", first_year=str(FIRST_PPPK_YEAR))
    if told is not None:
        return told
    if may_be_pns:
        return EmployeeKind.PNS
    if may_be_pppk:
        return EmployeeKind.PPPK
    raise WrongValue("nip-appointment-month")
