"""Files that ship with the program, and their reading: cities, published survey answers, JP conversion.

The lowest layer, like the settings: what a file means is decided in `feedbackbot.domain`.
"""

import csv
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from feedbackbot.data.yaml_file import DataFileError, read_yaml

__all__ = [
    "DataFileError",
    "answer_words",
    "course_files",
    "forum_words",
    "identity",
    "jp_conversion_rows",
    "read_city",
    "read_places",
    "referrals",
    "sekadau_answers",
    "sheet_headers",
    "survey_files",
    "whatsapp_cloud_messages",
]

_SHEET_HEADERS: Final = "sheet_headers.yaml"
_SEKADAU: Final = "skm_answers_sekadau_2019.csv"
_JP_CONVERSION: Final = "jp_conversion_bps_2019.csv"
_WHATSAPP: Final = "whatsapp_cloud_messages.json"
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


def course_files() -> list[tuple[str, bytes]]:
    """The courses that come with the product, by name."""
    found = (one for one in files(__package__).joinpath("courses").iterdir() if one.name.endswith(".md"))
    return sorted((one.name, one.read_bytes()) for one in found)


def jp_conversion_rows() -> list[dict[str, str]]:
    """One agency's rule for counting learning hours, as in the file: kode, jalur, nasional, internasional."""
    return list(csv.DictReader(_text_of(_JP_CONVERSION).splitlines()))


@cache
def whatsapp_cloud_messages() -> dict[str, Any]:
    """What WhatsApp's Cloud API takes: a JSON Schema of its message bodies, and beside it `x-rules`, `x-media` and `x-errors`."""
    read: dict[str, Any] = json.loads(_text_of(_WHATSAPP))
    return read


@cache
def identity() -> Mapping[str, Mapping[str, str]]:
    """The product's colours by name, of "light" and "dark"."""
    read = json.loads(_text_of("identity.json"))
    return {ground: read[ground] for ground in ("light", "dark")}


def answer_words() -> list[tuple[str, object]]:
    """The words of short answers: (file name, what it holds) of each language."""
    folder = files("feedbackbot.data") / "answer_words"
    found = sorted(folder.iterdir(), key=lambda one: one.name)
    return [(one.name, read_yaml(one, one.name)) for one in found if one.name.endswith(".yaml")]


def forum_words() -> dict[str, list[list[str]]]:
    """What the forum's rules go by, in lines of words: insults, titles of persons, words that turn a sentence round."""
    held: Any = read_yaml(files("feedbackbot.data") / "forum_words.yaml", "forum_words.yaml")
    return {key: [[str(word) for word in line] for line in lines] for key, lines in held.items()}


@cache
def referrals(own: str = "") -> tuple[Mapping[str, str], ...]:
    """Whose a matter is that is not the city's: of the file shipped, or of the city's own."""
    file: Traversable | Path = Path(own) if own else files("feedbackbot.data") / "referrals.yaml"
    name = own or "referrals.yaml"
    read = read_yaml(file, name)
    if not isinstance(read, list) or not all(
        isinstance(row, dict) and {"key", "agency", "short", "matters"} <= row.keys() for row in read
    ):
        raise DataFileError(f"{name}: should be a list of rows with key, agency, short and matters")
    return tuple({str(name): str(value) for name, value in row.items()} for row in read)


def read_places(own: str) -> object:
    """What the city's file of places holds. DataFileError where there is none or it is not YAML."""
    return read_yaml(Path(own), own)


def survey_files(own: str = "") -> list[tuple[str, object]]:
    """Surveys beside the SKM: (file name, what it holds) of those shipped, then of a city's own folder, where one of the same id takes the
    place of a shipped one. DataFileError for a folder or file that cannot be read."""
    folders: list[Traversable | Path] = [files("feedbackbot.data") / "surveys"]
    if own:
        folders.append(Path(own))
        if not Path(own).is_dir():
            raise DataFileError(f"{own}: is not a folder")
    found = [
        one
        for folder in folders
        for one in sorted(folder.iterdir(), key=lambda one: one.name)
        if one.name.endswith((".yaml", ".yml"))
    ]
    return [(one.name, read_yaml(one, one.name)) for one in found]


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


@cache
def sheet_headers(own: str = "") -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What columns of sheets are called, by kind of sheet and field, as in `sheet_headers.yaml`.

    `own`: the path of a city's own file of the same form, whose names are added; "" for none. DataFileError where it cannot
    be read as one.
    """
    known = _headers_of(files("feedbackbot.data") / _SHEET_HEADERS, _SHEET_HEADERS)
    if not own:
        return known
    added = _headers_of(Path(own), own)
    if unknown := [
        f"{kind}.{field}"
        for kind, fields in added.items()
        for field in fields
        if field not in known.get(kind, {})
    ]:
        raise DataFileError(f"{own}: {', '.join(unknown)} is no column that is read")
    return {
        kind: {field: (*names, *added.get(kind, {}).get(field, ())) for field, names in fields.items()}
        for kind, fields in known.items()
    }


def _headers_of(file: Traversable | Path, name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    read = read_yaml(file, name)
    if not isinstance(read, dict) or not all(isinstance(fields, dict) for fields in read.values()):
        raise DataFileError(f"{name}: should hold kinds of sheets, each with its fields and their names")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, fields in read.items():
        if not all(isinstance(names, list) for names in fields.values()):
            raise DataFileError(f"{name}: the names of a field of {kind} should be a list")
        found[str(kind)] = {str(field): tuple(str(one) for one in names) for field, names in fields.items()}
    return found


def _text_of(name: str) -> str:
    return (files("feedbackbot.data") / name).read_text("utf-8")
