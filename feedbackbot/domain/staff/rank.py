"""Golongan: the rank of a PNS ("III/a") or a PPPK ("IX"), from the many ways in which lists write it."""

import re

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import EmployeeKind

_ROMAN = ("", "I", "II", "III", "IV")
_PPPK_RANKS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_PNS = re.compile(r"(?<!\w)(IV|I{1,3}|[1-4])\s*[/.\-\\ ]?\s*([A-Ea-e])(?!\w)", re.IGNORECASE)
_PNS_REFERENCE = re.compile(r"([1-4])([1-5])")  # SIASN's id: 31 is III/a (seen in practice, not documented)
_PPPK = re.compile(r"(?<!\w)([IVX]{1,5})(?!\w)", re.IGNORECASE)


def parse_rank(text: str, kind: EmployeeKind) -> str:
    """The rank in its short form.

    Takes "III/a", "III.A", "3b", "Penata Muda (III/a)", "31"; of a PPPK "IX", "9". Raises
    `WrongValue("rank-unknown")`.
    """
    rank = _pns_rank(text) if kind is EmployeeKind.PNS else _pppk_rank(text)
    if rank is None:
        raise WrongValue("rank-unknown")
    return rank


def rank_group(rank: str) -> str:
    """The group that invitations choose by: "III" of "III/a"; a PPPK's rank is its own group."""
    return rank.partition("/")[0]


def _pns_rank(text: str) -> str | None:
    if reference := _PNS_REFERENCE.fullmatch(text.strip()):
        group, letter = int(reference[1]), "abcde"[int(reference[2]) - 1]
    elif found := list(_PNS.finditer(text)):
        written, letter = found[-1][1].upper(), found[-1][2].lower()
        group = int(written) if written.isdigit() else _ROMAN.index(written)
    else:
        return None
    if letter == "e" and group != 4:
        return None
    return f"{_ROMAN[group]}/{letter}"


def _pppk_rank(text: str) -> str | None:
    bare = text.strip()
    if bare.isascii() and bare.isdigit() and 1 <= int(bare) <= len(_PPPK_RANKS):
        return _PPPK_RANKS[int(bare) - 1]
    for found in _PPPK.finditer(text):
        if found[1].upper() in _PPPK_RANKS:
            return found[1].upper()
    return None
