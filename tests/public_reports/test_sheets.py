"""Inputs made after public bug reports, by their number there: sheets of staff, answers and trainings."""

# ruff: noqa: E501

import random
import re
from datetime import date, time
from typing import Any

import pytest

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.spoken.clock import read_clock
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.numbers import whole_number
from feedbackbot.domain.staff.nip import parse_nip
from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Tally, Weight, index_of
from tests.files.people import HEADER, NAMES, NIPS, PHONES, READ, ROWS, WITHOUT_PHONES
from tests.files.workbooks import xlsx
from tests.files.zoo import text
from tests.public_reports.reading import TODAY, people, staff

UNITS = tuple(f"U{number}" for number in range(1, 10))


def answers(*rows: tuple[Any, ...]) -> AnswerSheet:
    return read_answer_sheet(xlsx(rows), today=TODAY)


def ikm(sheet: AnswerSheet, weight: Weight = Weight.EXACT) -> str:
    n = len(sheet.rows)
    found = index_of(
        {key: Tally(sum(row.answers[key] for row in sheet.rows), n) for key in ELEMENT_KEYS}, weight
    )
    assert found is not None
    return str(found.ikm)


@pytest.mark.parametrize("n", [1, 2, 12, 13, 49])
def test_row_07_the_rows_below_the_table_are_no_respondents(n: int) -> None:
    draw = random.Random(n)
    rows = [tuple(draw.randint(2, 4) for _ in UNITS) for _ in range(n)]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    table = [("No", *UNITS), *((place, *row) for place, row in enumerate(rows, 1))]
    below = [
        ("Σ", *sums),
        ("Jumlah", *sums),
        ("NRR", *(total / n for total in sums)),
        ("NRR × 0,111", *(total / n * 0.111 for total in sums)),
        ("Min", *(min(column) for column in zip(*rows, strict=True))),
        ("Max", *(max(column) for column in zip(*rows, strict=True))),
        ("Modus", *rows[0]),
        ("IKM", 98.5, *(None,) * 8),
    ]
    with_below, without = answers(*table, *below), answers(*table)
    assert len(with_below.rows) == n
    assert ikm(with_below) == ikm(without)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2 Jan 2026", "2 Jul 2026"),
        ("02/01/2026", "02/07/2026"),
        ("2026-01-02", "2026-07-02"),
        ("2-1-2026", "2-7-2026"),
        ("2 Januari 2026", "2 Juli 2026"),
        ("Jumat, 2 Jan 2026", "Kamis, 2 Jul 2026"),
        (date(2026, 1, 2), date(2026, 7, 2)),
        ("02.01.2026", "02.07.2026"),
        ("2/1/26", "2/7/26"),
        ("2-Jan-26", "2-Jul-26"),
    ],
)
def test_row_08_each_answer_on_its_own_day_and_what_is_not_read_is_told(first: Any, second: Any) -> None:
    header = ("Tanggal", "ID LOKET", "Nama", *UNITS)
    sheet = answers(header, (first, 3, "Ani", *(3,) * 9), (second, 3, "Budi", *(4,) * 9))
    assert [row.day for row in sheet.rows] == [date(2026, 1, 2), date(2026, 7, 2)]
    assert {"ID LOKET", "Nama"} <= set(sheet.dropped_columns)


@pytest.mark.parametrize("form", ["{}", "{}.", "({})", "{})", " {} "])
@pytest.mark.parametrize("letters", ["bcbcbcccc", "BCBCBCCCC"])
def test_row_09_the_letters_of_the_paper_form(letters: str, form: str) -> None:
    [row] = answers(UNITS, tuple(form.format(letter) for letter in letters)).rows
    assert tuple(row.answers[key] for key in ELEMENT_KEYS) == (2, 3, 2, 3, 2, 3, 3, 3, 3)


@pytest.mark.parametrize("form", ["{}.0", "{},0", "{}.00", "{}", " {} "])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_row_10_a_whole_number_with_a_decimal(form: str, mark: str) -> None:
    given = [form.format(answer) for answer in (4, 3, 4, 3, 4, 3, 4, 3, 4)]
    [row] = read_answer_sheet(text([UNITS, given], mark)).rows
    assert tuple(row.answers[key] for key in ELEMENT_KEYS) == (4, 3, 4, 3, 4, 3, 4, 3, 4)


@pytest.mark.parametrize(("total", "published"), [(21, "57.75"), (23, "63.25"), (27, "74.25"), (22, "60.50")])
def test_row_12_published_values_with_the_weight_of_two_decimals(total: int, published: str) -> None:
    values = [total // 9 + (place < total % 9) for place in range(9)]
    assert ikm(answers(UNITS, tuple(values)), Weight.W0_11) == published


@pytest.mark.parametrize("commas", range(0, 16, 3))
@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_row_33_the_separator_is_the_headers(commas: int, mark: str) -> None:
    name = ", ".join(["Dr. H. Budi Santoso", *(f"S{number}" for number in range(commas))])
    lines = [mark.join(HEADER), mark.join((NIPS[0], name, PHONES[0]))]
    [row] = staff("\r\n".join(lines).encode()).rows
    assert row.record.nip.digits == NIPS[0]
    assert row.record.phone == READ[0][2]


@pytest.mark.parametrize("header", ["NAMA / NIP", "Nama/NIP", "NAMA\nNIP", "Nama dan NIP", "NAMA, NIP"])
@pytest.mark.parametrize("word", ["NIP. ", "NIP ", "NIP: ", ""])
def test_row_35_name_and_number_in_one_cell(header: str, word: str) -> None:
    rows = [
        (place, f"{name}\n{word}{nip}") for place, (nip, name) in enumerate(zip(NIPS, NAMES, strict=True), 1)
    ]
    assert people(xlsx([("NO", header), *rows])) == WITHOUT_PHONES


@pytest.mark.parametrize("column", ["Unit (ID)", "UNIT (ID)", "Unit ID", "unit_id", "ID Unit", "Unit (Kode)"])
def test_row_37_the_number_of_a_unit_is_no_name(column: str) -> None:
    sheet = staff(xlsx([(*HEADER, column, "Golongan (ID)"), *((*row, 3, 4) for row in ROWS)]))
    assert {(row.record.unit_name, row.record.rank) for row in sheet.rows} == {(None, None)}


@pytest.mark.parametrize(
    "before", ["NIP. ", "NIP ", "NIP: ", "NIPPPK. ", "Nip.", "1. ", "12) ", "NIP/NRP: ", "- ", "NIP : "]
)
def test_row_40_what_stands_before_a_number_is_overlooked(before: str) -> None:
    assert parse_nip(f"{before}{NIPS[0]}", today=TODAY).digits == NIPS[0]


"""The same people under titles and over blank rows."""


def test_row_49_an_agencys_export_of_fourteen_columns() -> None:
    header = ("No", "NIP", "NRP", "Nama", "Tempat Lahir", "Tanggal Lahir", "Jenis Kelamin", "Agama", "No HP", "Email", "Pangkat/Golongan", "Jabatan", "Unit Kerja", "Status")  # fmt: skip
    row = (1, NIPS[0], "", NAMES[0], "Bireuen", "01/01/1980", "L", "Islam", PHONES[0], "a@kota.example", "Penata (III/c)", "Analis", "Sekretariat", "PNS")  # fmt: skip
    [found] = staff(xlsx([header, row])).rows
    record = found.record
    assert (record.nip.digits, record.name, record.phone) == READ[0]
    assert (record.rank, record.position_name, record.unit_name) == ("III/c", "Analis", "Sekretariat")


AGENCIES = [
    ("No", "NAMA LENGKAP DENGAN GELAR", "NIP", "PANGKAT/GOL. RUANG", "JABATAN", "SATKER", "NO. HP/WA"),
    ("NO.", "NIP BARU", "NAMA PEGAWAI", "GOLRU", "JABATAN TERAKHIR", "UNIT ORGANISASI", "NOMOR HP"),
    ("nip_baru", "nama_lengkap", "golongan", "jabatan_nama", "unit_kerja", "no_hp", "email"),
    ("Nomor Induk Pegawai", "Nama", "Golongan", "Nama Jabatan", "OPD / Unit Kerja", "Telepon"),
    ("NIP/NIPPPK", "Nama ASN", "Gol", "Jabatan", "Perangkat Daerah", "WhatsApp"),
    ("N I P", "N A M A", "GOL/RUANG", "JABATAN", "SKPK", "HP"),
    (
        "No",
        "Nama Pegawai dan Gelar",
        "NIP Pegawai",
        "Pangkat",
        "Jabatan Struktural/Fungsional",
        "Dinas/Badan",
        "No Telp/HP",
    ),
    ("NIP 18 digit", "NAMA PNS/PPPK", "Pangkat Terakhir", "Tugas Jabatan", "Tempat Tugas", "Nomor Handphone"),
    ("Employee Number", "Full Name", "Rank", "Position", "Work Unit", "Mobile Phone"),
    (
        "No. Induk Pegawai",
        "Nama Tanpa Gelar",
        "Golongan Ruang",
        "Jabatan Saat Ini",
        "Instansi / Unit Kerja",
        "No. Hp Yang Aktif",
    ),
]
CELLS = {
    "nip": NIPS[0],
    "name": NAMES[0],
    "rank": "III/c",
    "position": "Analis",
    "unit": "Sekretariat",
    "phone": PHONES[0],
}


def _cell(header: str) -> str:
    """What stands under such a header."""
    plain = re.sub(r"[^a-z]", "", header.casefold())
    kinds = {"nip|induk|employeenumber": "nip", "jabatan|position": "position", "nama|name": "name", "pangkat|gol|rank": "rank", "hp|telp?|whatsapp|phone": "phone", "unit|satker|opd|perangkat|skpk|dinas|tempat|instansi": "unit"}  # fmt: skip
    for words, field in kinds.items():
        if re.search(words, plain):
            return CELLS[field]
    return "1"


@pytest.mark.parametrize("header", AGENCIES, ids=lambda header: header[1])
def test_row_49_exports_of_ten_more_agencies(header: tuple[str, ...]) -> None:
    [found] = staff(xlsx([header, tuple(_cell(one) for one in header)])).rows
    record = found.record
    assert (record.nip.digits, record.name, record.phone) == READ[0]
    assert (record.rank, record.position_name, record.unit_name) == ("III/c", "Analis", "Sekretariat")


@pytest.mark.parametrize("titles", ["Dr. {}, S.Sos., M.Si.", "{}, S.E.", "Drs. H. {}", "{} S.T, M.T", "Ir. {}; M.Sc", "dr. {}, Sp.A (K)", "Prof. Dr. {}, Ph.D.", "Hj. {}, A.Md", "{}, S.Pd.I.", "H.M. {}, Lc., M.A."])  # fmt: skip
def test_row_50_a_tab_separated_list_with_titles(titles: str) -> None:
    titled = [(nip, titles.format(name), phone) for nip, name, phone in ROWS]
    assert [row.record.nip.digits for row in staff(text([HEADER, *titled], "\t")).rows] == list(NIPS)


@pytest.mark.parametrize("written", ["1 Desember 2026", "Selasa, 1 Desember 2026", "1-Dec-26", "01/12/26", "01/12/2026", "1 Des 2026", "Selasa, 1-Des-26", "1.12.2026", "2026-12-01", "tgl. 1 Desember 2026"])  # fmt: skip
def test_row_54_dates_kept_as_text(written: str) -> None:
    assert read_date(written) == date(2026, 12, 1)


@pytest.mark.parametrize(
    "written",
    ["0,375", "0.375", "Pukul 09.00", "09.00 WIB", "2026-12-01 09:00", "pkl 9.00", "9:00", "jam 9", "9 am"],
)
def test_row_54_hours_kept_as_text(written: str) -> None:
    assert read_clock(written) == time(9)


@pytest.mark.parametrize(
    "written", ["8 JP", "8", "8.0", "8,0", "8 jp", " 8 ", "delapan", "8 jam pelajaran", "８", "08"]
)
def test_row_54_numbers_kept_as_text(written: str) -> None:
    assert whole_number(written, 1, 100) == 8


@pytest.mark.parametrize(
    "nothing", [b"", b" \r\n", b"NIP\r\n", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n" + b"\0" * 20]
)
def test_what_holds_no_sheet_is_refused_with_a_reason_of_its_own(nothing: bytes) -> None:
    with pytest.raises(SheetError):
        staff(nothing)


def test_a_title_right_above_the_header_is_no_part_of_it_and_a_total_under_the_names_is_no_employee() -> None:
    """As it was seen in the chat: every column was called "DAFTAR PEGAWAI …", and "Jumlah" had no NIP."""
    people_rows = [(n, f"{name}\nNIP. {nip}", phone) for n, (nip, name, phone) in enumerate(ROWS, 1)]
    header = ("No", "NAMA / NIP", "No. HP/WA")
    sheet = staff(xlsx([("DAFTAR PEGAWAI", None, None), header, *people_rows, (None, "Jumlah", 3)]))
    assert len(sheet.rows) == len(ROWS)
    assert sheet.problems == ()
    assert [column.label for column in sheet.found] == ["NAMA / NIP", "No. HP/WA"]
