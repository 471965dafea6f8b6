"""The one thing that is still missing before a case can be worked on."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.visible_text import letters_in

LEAST_LETTERS = 15
"""Below this many letters nobody can tell what happened."""


class Missing(StrEnum):
    """What to ask for next; the values serve as catalogue keys."""

    KIND = "case-missing-kind"
    WHAT = "case-missing-what"
    MORE_WORDS = "case-missing-more-words"
    UNIT_OR_PLACE = "case-missing-unit-or-place"
    WHEN = "case-missing-when"


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What the citizen has said so far; empty strings count as not said. `spoken`: a voice tells what happened."""

    kind: CaseKind | None = None
    what: str = ""
    unit: str = ""
    place: str = ""
    when: str = ""
    spoken: bool = False


_SPAN = r"(?:hari|hr|minggu|mgg|mggu|pekan|bulan|bln|tahun|thn)"
_NUMERAL = r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|beberapa|bbrp|belasan|puluhan|berapa)"
_WHEN_WORDS = re.compile(
    r"\b(?:hari ini|hr ini|tadi|td (?:pagi|siang|sore|malam|malem)|barusan|kemarin|kemaren|kmrn|kmren|semalam|semalem"
    r"|sekarang|skrg|lusa|minggu lalu|bulan lalu|tahun lalu|sejak|dari dulu|dari tadi|dari kemar[ie]n|sudah lama|udah lama"
    rf"|se(?:minggu|pekan|bulan|tahun)(?:an)?|{_NUMERAL} {_SPAN}|ber(?P<span>hari|minggu|bulan|tahun)[ -](?P=span)"
    r"|senin|selasa|rabu|kamis|jum'?at|sabtu|ahad|hari minggu|tanggal|tgl|pukul|jam \d|jan(?:uari)?|feb(?:ruari)?"
    r"|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|setiap hari|tiap hari|hampir tiap|hampir setiap"
    rf"|\d+ ?(?:{_SPAN}|jam)|today|yesterday|last (?:week|month|night|year)|this (?:morning|week)"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ago|since|every day)\b"
    r"|\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b"
)


_WORD = re.compile(r"[^\W_]+")


def first_missing(draft: ReportDraft, places: Iterable[str] = ()) -> Missing | None:
    """What to ask for next, or `None` when the draft is complete.

    A complaint needs what, unit or place, and when; the other kinds need no time. What the text itself says is not
    asked for again: a time in it, or one of `places` (names of units, kecamatan and gampong).
    """
    if draft.kind is None:
        return Missing.KIND
    letters = max(letters_in(draft.what), LEAST_LETTERS if draft.spoken else 0)
    if letters == 0:
        return Missing.WHAT
    if letters < LEAST_LETTERS:
        return Missing.MORE_WORDS
    if not (draft.unit.strip() or draft.place.strip() or says_where(draft.what, places)):
        return Missing.UNIT_OR_PLACE
    if draft.kind is CaseKind.COMPLAINT and not (draft.when.strip() or says_when(draft.what)):
        return Missing.WHEN
    return None


def says_when(text: str) -> bool:
    """Whether a text mentions a day or an hour."""
    return _WHEN_WORDS.search(_plain(text)) is not None


def says_where(text: str, places: Iterable[str]) -> bool:
    """Whether a text mentions one of the places, as whole words."""
    words = f" {_words(text)} "
    return any(f" {name} " in words for name in map(_words, places) if name)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
