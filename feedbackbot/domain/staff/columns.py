"""Which columns of a staff sheet are wanted, by the headers that exports and offices use."""

import csv
from functools import cache
from importlib.resources import files

from feedbackbot.domain.sheets.read_table import plain_header

# Fields that a sheet may fill. `kind` and `email_gov` are worked into others and not kept themselves.
REQUIRED = {"nip": "NIP", "name": "NAMA"}

_SIASN = {
    "NIP BARU": "nip",
    "NAMA": "name",
    "GELAR DEPAN": "title_before",
    "GELAR BELAKANG": "title_after",
    "JENIS PEGAWAI NAMA": "kind",
    "STATUS ASN": "kind",
    "GOL AKHIR ID": "rank",
    "JABATAN ID": "position_ref",
    "NOMOR HP": "phone",
    "EMAIL": "email",
    "EMAIL GOV": "email_gov",
    "UNOR ID": "unit_ref",
    "SATUAN KERJA KERJA ID": "agency_ref",
}

_SYNONYMS = {
    "nip": (
        "nip, nip baru, nip pns, nip nipppk, nip ni pppk, ni pppk, nipppk, nip pppk, nomor induk pegawai, "
        "nip pegawai, no nip, nomor nip, employee number, employee no, staff number, employee id number"
    ),
    "name": (
        "nama, nama lengkap, nama pegawai, nama asn, nama pns, nama lengkap dan gelar, nama dan gelar, "
        "name, full name, employee name, staff name"
    ),
    "title_before": "gelar depan, title before name, prefix title",
    "title_after": "gelar belakang, title after name, suffix title",
    "unit_name": (
        "unit, unit kerja, unit organisasi, unor, unor nama, nama unor, nama unit, nama unit kerja, opd, "
        "skpd, nama opd, perangkat daerah, dinas, instansi, satuan kerja, work unit, unit name, office, "
        "department, agency"
    ),
    "rank": (
        "golongan, gol, pangkat, pangkat golongan, pangkat gol, pangkat gol ruang, golongan ruang, gol "
        "ruang, pangkat golongan ruang, golongan pangkat, gol akhir, gol akhir nama, golongan akhir, "
        "rank, grade, rank grade, rank group"
    ),
    "position_name": (
        "jabatan, nama jabatan, jabatan nama, jabatan terakhir, position, job title, position name, job"
    ),
    "phone": (
        "hp, no hp, nomor hp, nomer hp, handphone, no handphone, nomor handphone, telepon, no telepon, "
        "telp, no telp, nomor telepon, no telpon, wa, no wa, nomor wa, whatsapp, no whatsapp, nomor "
        "whatsapp, phone, phone number, phone no, mobile, mobile phone, mobile number, telephone"
    ),
    "email": (
        "email, e mail, surel, alamat email, alamat surel, alamat e mail, email address, e mail address, mail"
    ),
    "email_gov": "email dinas, surel dinas, office email",
    "kind": (
        "status pegawai, status kepegawaian, jenis asn, jenis pegawai, jenis kepegawaian, pns pppk, "
        "employment status, employee type, kind of employee"
    ),
}


def staff_field(header: str) -> str | None:
    """The field for a header in the form of `plain_header`; None for a column that must not be read."""
    return _by_header().get(header)


@cache
def _by_header() -> dict[str, str]:
    known = {
        synonym.strip(): field for field, synonyms in _SYNONYMS.items() for synonym in synonyms.split(",")
    }
    known |= {plain_header(header): field for header, field in _SIASN.items()}
    # The export's own list of what is not needed has the last word over any synonym.
    return {header: field for header, field in known.items() if header not in not_needed()}


@cache
def not_needed() -> frozenset[str]:
    """Headers of SIASN columns that the bot has no use for (`data/siasn_export_columns.csv`)."""
    text = files("feedbackbot").joinpath("data", "siasn_export_columns.csv").read_text(encoding="utf-8")
    return frozenset(
        plain_header(row["column"])
        for row in csv.DictReader(text.splitlines())
        if row["personal_data_not_needed_by_bot"] == "x"
    )
