"""Invented employees in the form of a SIASN export: for benchmarks, tests and the playground's big runs.

No name, number or address belongs to anybody: they are drawn from a seed.
"""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import xlsxwriter

GIVEN = ("Ahmad", "Cut", "Fitri", "Ismail", "Mutia", "Nurul", "Rahmat", "Safrida", "Teuku", "Yusra", "Putri")
FAMILY = ("Abdullah", "Hidayat", "Jalil", "Kamaruddin", "Lestari", "Muhammad", "Nasution", "Rasyid", "Usman")
TITLES_AFTER = ("", "S.E.", "S.Kom.", "S.Pd., M.Si.", "A.Md.Kep.", "S.H.", "S.STP.")
EXCEL_DAY_ZERO = date(1899, 12, 30)


def siasn_headers() -> list[str]:
    text = files("feedbackbot").joinpath("data", "siasn_export_columns.csv").read_text(encoding="utf-8")
    return [row["column"] for row in csv.DictReader(text.splitlines())]


def siasn_rows(count: int, *, seed: int = 2026, units: int = 60) -> Iterator[dict[str, str | int]]:
    """`count` different employees, about a third of them PPPK; the columns as in the export."""
    draw = random.Random(seed)
    taken: set[str] = set()
    while len(taken) < count:
        born = date(1967, 1, 1) + timedelta(days=draw.randrange(12_000))
        pppk = draw.random() < 0.35
        year = draw.randint(2021, 2025) if pppk else draw.randint(born.year + 22, max(born.year + 23, 2020))
        joined = f"{year}{draw.choice((21, 24))}" if pppk else f"{year}{draw.randint(1, 12):02}"
        nip = f"{born:%Y%m%d}{joined}{draw.choice('12')}{draw.randint(1, 999):03}"
        if nip not in taken:
            taken.add(nip)
            yield _siasn_row(draw, len(taken), nip, born, pppk, units)


def _siasn_row(
    draw: random.Random, number: int, nip: str, born: date, pppk: bool, units: int
) -> dict[str, str | int]:
    name = f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}"
    row: dict[str, str | int] = dict.fromkeys(siasn_headers(), "")
    row |= {header: f"{draw.getrandbits(64):016x}" for header in row if header.endswith(" ID")}
    row |= {
        "NIP BARU": f"'{nip}",
        "NIK": f"'11730{draw.randrange(10**11):011}",
        "NAMA": name.upper(),
        "GELAR BELAKANG": draw.choice(TITLES_AFTER),
        "TEMPAT LAHIR NAMA": "Lhokseumawe",
        "TANGGAL LAHIR": (born - EXCEL_DAY_ZERO).days,
        "JENIS KELAMIN": "M" if nip[14] == "1" else "F",
        "JENIS PEGAWAI NAMA": "PPPK Daerah" if pppk else "PNS Daerah Kab/Kota",
        "STATUS ASN": "PPPK" if pppk else "PNS",
        "GOL AKHIR ID": draw.choice((5, 7, 9)) if pppk else draw.choice((22, 23, 31, 32, 33, 34, 41, 42)),
        "ALAMAT": f"Jalan Contoh {draw.randint(1, 200)}, Lhokseumawe",
        "NOMOR HP": f"'0811{number:08}",
        "EMAIL": f"pegawai{number}@example.org",
        "UNOR ID": f"unor-{draw.randrange(units):03}",
        "SATUAN KERJA KERJA ID": "kota-lhokseumawe",
    }
    return row


def write_siasn_workbook(path: Path, count: int, *, seed: int = 2026, units: int = 60) -> None:
    """An export of `count` employees at `path`."""
    headers = siasn_headers()
    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False})
    page = book.add_worksheet("Data Utama")
    page.write_row(0, 0, headers)
    for number, row in enumerate(siasn_rows(count, seed=seed, units=units), start=1):
        page.write_row(number, 0, [row[header] for header in headers])
    book.close()


def write_siasn_csv(path: Path, count: int, *, seed: int = 2026, units: int = 60) -> None:
    """The same as text, with semicolons, as Indonesian spreadsheets save it."""
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.DictWriter(target, siasn_headers(), delimiter=";")
        writer.writeheader()
        writer.writerows(siasn_rows(count, seed=seed, units=units))


def write_office_workbook(path: Path, count: int) -> None:
    """The same people in the eight columns that an office keeps by hand."""
    header = ("NO", "NIP", "NAMA", "GOLRU", "JABATAN", "OPD / Unit Kerja", "No. HP/WA", "Email")
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet("Pegawai")
        page.write_row(0, 0, header)
        for number, row in enumerate(siasn_rows(count), start=1):
            plain = [str(row[name]).lstrip("'") for name in ("NIP BARU", "NAMA", "GOL AKHIR ID")]
            unit = f"Dinas {number % 60}"
            phone = f"0811{number:08}"
            page.write_row(number, 0, [number, *plain, "Analis", unit, phone, f"pegawai{number}@example.org"])
