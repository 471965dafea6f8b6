"""Golongan: the rank of a PNS ("III/a") or a PPPK ("IX"), from the many ways in which lists write it."""

import re
import unicodedata

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import EmployeeKind

_ROMAN = ("", "I", "II", "III", "IV")
_PPPK_RANKS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_PNS = re.compile(r"(?<!\w)(IV|I{1,3}|[1-4])\s*(?:[/.\-\\ |,⁄∕]|ruang)?\s*([A-Ea-e])(?!\w)", re.IGNORECASE)
_SMALL_L = re.compile(r"(?<!\w)l{1,3}(?=\s*[/.]\s*[A-Ea-e](?!\w))")
_PNS_REFERENCE = re.compile(r"([1-4])([1-5])")  # SIASN's id: 31 is III/a (seen in practice, not documented)
_NAMES = {
    **{"juru muda": "I/a", "juru muda tingkat i": "I/b", "juru": "I/c", "juru tingkat i": "I/d"},
    **{
        "pengatur muda": "II/a",
        "pengatur muda tingkat i": "II/b",
        "pengatur": "II/c",
        "pengatur tingkat i": "II/d",
    },
    **{
        "penata muda": "III/a",
        "penata muda tingkat i": "III/b",
        "penata": "III/c",
        "penata tingkat i": "III/d",
    },
    **{"pembina": "IV/a", "pembina tingkat i": "IV/b", "pembina utama muda": "IV/c"},
    **{"pembina utama madya": "IV/d", "pembina utama": "IV/e"},
}
"""What each golongan of a PNS is called (PP 99/2000, annex): a column "Pangkat" often holds the name alone."""
_GRADE_ONE = re.compile(r"\b(?:tk|tkt|tingkat)\b\.?\s*(?:i|1|satu)\b")
_PPPK = re.compile(r"(?<!\w)([IVX]{1,5})(?!\w)", re.IGNORECASE)


def parse_rank(text: str, kind: EmployeeKind) -> str:
    """The rank in its short form.

    Takes "III/a", "III.A", "3b", "Penata Muda (III/a)", "31"; of a PPPK "IX", "9". Raises
    `WrongValue("rank-unknown")`.
    """
    text = _SMALL_L.sub(lambda found: "I" * len(found[0]), unicodedata.normalize("NFKC", text))
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
        return _name_of_pns(text)
    if letter == "e" and group != 4:
        return None
    return f"{_ROMAN[group]}/{letter}"


def _name_of_pns(text: str) -> str | None:
    return _NAMES.get(_GRADE_ONE.sub("tingkat i", " ".join(text.casefold().split())).strip(" ."))


def _pppk_rank(text: str) -> str | None:
    bare = text.strip()
    if bare.isascii() and bare.isdigit() and 1 <= int(bare) <= len(_PPPK_RANKS):
        return _PPPK_RANKS[int(bare) - 1]
    if _name_of_pns(text):
        return None  # "Penata Muda Tingkat I" is not PPPK I
    for found in _PPPK.finditer(text):
        if found[1].upper() in _PPPK_RANKS:
            return found[1].upper()
    return None
