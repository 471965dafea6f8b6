"""A small table, read or refused."""

from feedbackbot.domain.sheets.header_names import HeaderNames
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.read_table import read_table
from feedbackbot.domain.sheets.sheet_table import SheetTable

HEADER = ("Kode", "Rahasia", "Nama")
ROWS = (("A1", "jangan", "Ani"), ("B2", "jangan", "Budi"))
NAMES = HeaderNames({"code": ["Kode"], "name": ["Nama"]}, bracket_words=["ID"])


def read(data: bytes, **more: object) -> SheetTable:
    limits = Limits(**more) if more else None  # type: ignore[arg-type]
    return read_table(data, names=NAMES, required={"code": "KODE", "name": "NAMA"}, limits=limits)
