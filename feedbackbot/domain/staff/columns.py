"""Which columns of a staff sheet are wanted, by the headers that exports and offices use."""

import csv
from functools import cache
from importlib.resources import files

from feedbackbot.data import sheet_headers
from feedbackbot.domain.sheets.header_names import HeaderNames

# Fields that a sheet may fill. `kind` is worked into another and not kept itself.
REQUIRED = {"nip": "NIP", "name": "NAMA"}

_SIASN = {
    "name": "NAMA",
    "nip": "NIP BARU",
    "kind": "STATUS ASN",
    "rank": "GOL AKHIR ID",
    "position_ref": "JABATAN ID",
    "phone": "NOMOR HP",
    "unit_ref": "UNOR ID",
    "agency_ref": "SATUAN KERJA KERJA ID",
}


@cache
def staff_names(own: str = "") -> HeaderNames:
    """The columns of a staff sheet; `own`: the path of the city's own additions. DataFileError for such a file that is none."""
    known = sheet_headers(own)
    names = {field: [*headers] for field, headers in known["pegawai"].items()}
    for field, header in _SIASN.items():
        names.setdefault(field, []).append(header)
    return HeaderNames(
        names, never=not_needed(), bracket_words=known["pengubah_arti"]["kata"], reads_compounds=True
    )


def staff_field(header: str) -> str | None:
    """The field for a header; None for a column that must not be read."""
    found = staff_names().match(header)
    return found.fields[0] if found else None


@cache
def not_needed() -> frozenset[str]:
    """Headers of SIASN columns that the bot has no use for (`data/siasn_export_columns.csv`): the export's own list has the
    last word over any name."""
    text = files("feedbackbot").joinpath("data", "siasn_export_columns.csv").read_text(encoding="utf-8")
    return frozenset(
        row["column"].casefold()
        for row in csv.DictReader(text.splitlines())
        if row["personal_data_not_needed_by_bot"] == "x"
    )
