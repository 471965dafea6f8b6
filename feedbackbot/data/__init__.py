"""Files that ship with the program, and their reading: cities, published survey answers, JP conversion.

The lowest layer, like the settings: what a file means is decided in `feedbackbot.domain`.
"""

import csv
from importlib.resources import files
from typing import Final

_SEKADAU: Final = "skm_answers_sekadau_2019.csv"
_JP_CONVERSION: Final = "jp_conversion_bps_2019.csv"
# The published table numbers its columns in the order of the regulation's annex.
_ANNEX_COLUMNS: Final = {
    "U1": "persyaratan",
    "U2": "prosedur",
    "U3": "waktu",
    "U4": "biaya",
    "U5": "produk",
    "U6": "kompetensi",
    "U7": "perilaku",
    "U8": "pengaduan",
    "U9": "sarana",
}


def sekadau_answers() -> list[dict[str, int]]:
    """The 49 real respondents that Sekadau regency published for the first half of 2019, by element key."""
    rows = csv.DictReader(_text_of(_SEKADAU).splitlines())
    return [{key: int(row[column]) for column, key in _ANNEX_COLUMNS.items()} for row in rows]


def jp_conversion_rows() -> list[dict[str, str]]:
    """One agency's rule for counting learning hours, as in the file: kode, jalur, nasional, internasional."""
    return list(csv.DictReader(_text_of(_JP_CONVERSION).splitlines()))


def _text_of(name: str) -> str:
    return (files("feedbackbot.data") / name).read_text("utf-8")
