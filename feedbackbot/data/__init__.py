"""Files that ship with the program, and their reading: cities, published survey answers, JP conversion.

The lowest layer, like the settings: what a file means is decided in `feedbackbot.domain`.
"""

import csv
import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from feedbackbot.data.yaml_file import DataFileError, read_yaml

__all__ = ["DataFileError", "jp_conversion_rows", "read_city", "sekadau_answers"]

_SEKADAU: Final = "skm_answers_sekadau_2019.csv"
_JP_CONVERSION: Final = "jp_conversion_bps_2019.csv"
_SHIPPED_NAME: Final = re.compile(r"[a-z0-9-]+")
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


def read_city(name: str) -> tuple[object, str]:
    """What a city's file holds, for `parse_city`, and how to call the file in a complaint.

    `name` is that of a file shipped here ("lhokseumawe") or the path of an own one, ending in .yaml or .yml.
    DataFileError when there is no such file or it is not YAML.
    """
    own = Path(name)
    if own.suffix in {".yaml", ".yml"}:
        return read_yaml(own, str(own)), str(own)
    shipped = files("feedbackbot.data") / f"{name}.yaml"
    if not _SHIPPED_NAME.fullmatch(name) or not shipped.is_file():
        raise DataFileError(f"no city is called {name!r}, and it is not the path of a .yaml file")
    return read_yaml(shipped, f"{name}.yaml"), f"{name}.yaml"


def _text_of(name: str) -> str:
    return (files("feedbackbot.data") / name).read_text("utf-8")
