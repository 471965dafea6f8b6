"""A letter of appreciation as a tagged PDF, set by Typst. Heavy: runs in the render process."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from feedbackbot.reports.official.indonesian import day
from feedbackbot.reports.typesetting.printable import shortened
from feedbackbot.reports.typesetting.setter import Document, pdf_of

# So that the widest letters still leave it one page.
_LONGEST: Final = 120
_QUARTERS: Final = ("pertama", "kedua", "ketiga", "keempat")


@dataclass(frozen=True, slots=True)
class Letter:
    """`number` as printed ("APR/2026/0001"), `season` in words; `nip` of the employee."""

    government: str
    city: str
    number: str
    name: str
    nip: str
    unit: str
    season: str
    signed_on: date
    signer_name: str
    signer_title: str
    signer_nip: str = ""


def season_in_words(key: str) -> str:
    """ "2026-Q4" → "triwulan keempat tahun 2026"."""
    year, _, quarter = key.partition("-Q")
    return f"triwulan {_QUARTERS[int(quarter) - 1]} tahun {year}"


def letter_pdf(letter: Letter) -> bytes:
    """One page, as a tagged PDF. Equal letters give equal files."""
    return pdf_of(_document(letter))


def _document(letter: Letter) -> Document:
    fields = asdict(letter) | {"day": day(letter.signed_on), "signed_on": ""}
    data = {key: shortened(text, _LONGEST) for key, text in fields.items()}
    return Document(__package__, "letter.typ", data, standards=("ua-1", "a-2a"), printed_on=letter.signed_on)
