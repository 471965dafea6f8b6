"""A letter of appreciation as a tagged PDF, set by Typst. Heavy: runs in the render process."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from feedbackbot.reports.official.indonesian import day

_TEMPLATE: Final = "letter.typ"
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
    """Equal letters give equal files."""
    import typst

    with TemporaryDirectory(prefix="letter-") as folder:
        place = Path(folder)
        data = asdict(letter) | {"day": day(letter.signed_on), "signed_on": ""}
        # a registry may hold control characters, which a printer cannot show
        data = {key: "".join(c if c.isprintable() else " " for c in text) for key, text in data.items()}
        (place / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        template = place / _TEMPLATE
        template.write_text((files(__package__) / _TEMPLATE).read_text("utf-8"), "utf-8")
        made: bytes = typst.compile(
            template,
            root=place,
            ignore_system_fonts=True,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=datetime.combine(letter.signed_on, time(), tzinfo=UTC),
        )
        return made
