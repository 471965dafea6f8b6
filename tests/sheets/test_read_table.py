"""A sheet from outside is read by its header, and only the wanted columns leave the reader."""

import codecs
import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.sheets.cells import cell_text
from feedbackbot.domain.sheets.problem import SheetError, WrongValue
from feedbackbot.domain.sheets.read_table import read_table
from feedbackbot.domain.sheets.sheet_table import SheetTable
from tests.sheets.made_sheets import csv_text, package, worksheet, xlsx
from tests.sheets.read import HEADER, NAMES, ROWS, read


def values(table: SheetTable) -> list[tuple[int, str, str]]:
    return [(row.number, row.values.get("code", ""), row.values.get("name", "")) for row in table.rows]


def test_a_column_that_is_not_wanted_never_leaves_the_reader() -> None:
    table = read(xlsx([HEADER, *ROWS]))
    assert table.dropped == ("Rahasia",)
    assert "jangan" not in repr(table)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_encoding_are_found_out(separator: str, encoding: str) -> None:
    data = csv_text([HEADER, ("A1", "x", "Ani “Café”")], separator).encode(encoding)
    assert values(read(data)) == [(2, "A1", "Ani “Café”")]


def test_excels_own_separator_line_is_understood_and_counted_as_a_row() -> None:
    assert values(read(b"sep=;\r\nKode;Nama\r\nA1;Ani, S.E., M.M., dan lain\r\n")) == [
        (3, "A1", "Ani, S.E., M.M., dan lain")
    ]


def test_titles_above_the_header_and_blank_rows_keep_the_spreadsheets_row_numbers() -> None:
    rows = [("DAFTAR PEGAWAI",), (), ("Keadaan 1 November",), ("Nama *", "KODE (unik)"), (), ("Ani", "A1")]
    assert values(read(xlsx(rows))) == [(6, "A1", "Ani")]


def test_merged_titles_above_the_header_do_not_matter() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(("PEMERINTAH KOTA",))
    page.append(("Data", None, None))
    page.append(HEADER)
    page.append(ROWS[0])
    page.merge_cells("A1:C1")
    page.merge_cells("A2:C2")
    target = io.BytesIO()
    book.save(target)
    assert values(read(target.getvalue())) == [(4, "A1", "Ani")]


def test_the_right_sheet_is_found_behind_a_wrong_one() -> None:
    table = read(xlsx([("Petunjuk",), ("isi dengan benar",)], [HEADER, *ROWS], names=["Petunjuk", "Data"]))
    assert table.sheet_name == "Data"
    assert len(table.rows) == 2


def test_a_wrong_sheet_is_told_which_columns_it_lacks() -> None:
    with pytest.raises(SheetError) as told:
        read(xlsx([("Kode", "Harga"), ("A1", 5)]))
    assert told.value.key == "sheet-no-header"
    assert told.value.args_ == {"missing": "NAMA"}


def test_a_formula_is_reported_and_not_worked_out() -> None:
    table = read(xlsx([HEADER, ("A1", "", '=HYPERLINK("http://example.org","x")')]))
    assert [(problem.row_number, problem.column, problem.key) for problem in table.problems] == [
        (2, "Nama", "cell-formula")
    ]
    assert values(table) == [(2, "A1", "")]


def test_an_array_formula_is_a_formula_too() -> None:
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Kode</t></is></c><c r="B1" t="inlineStr"><is><t>Nama</t></is></c>'
        '</row><row r="2"><c r="A2"><f t="array" ref="A2:A2">1+1</f><v>2</v></c>'
        '<c r="B2" t="inlineStr"><is><t>Ani</t></is></c></row>'
    )
    table = read(package(worksheet(cells)))
    assert [problem.key for problem in table.problems] == ["cell-formula"]


def test_progress_is_told_while_reading() -> None:
    data = csv_text([("Kode", "Nama"), *(("A", str(number)) for number in range(1200))]).encode()
    heard: list[int] = []
    read_table(data, names=NAMES, required={"code": "KODE"}, progress=heard.append)
    assert heard == [500, 1000, 1200]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("'0812", "0812"),
        ("  a \t b\u200b ", "a b"),
        ("\u202eevil", "evil"),
        (5.0, "5"),
        (81234567890.0, "81234567890"),
        (2.5, "2.5"),
        (198001012005011001, "198001012005011001"),
        ('="0812"', "0812"),
        ("8,1234567890E+10", "81234567890"),
        ("1.5E+1", "15"),
        (datetime.fromisoformat("2026-03-01"), "2026-03-01"),
        (datetime.fromisoformat("2026-03-01T09:30"), "2026-03-01 09:30"),
        (True, "1"),
    ],
)
def test_a_cell_becomes_plain_text(value: object, text: str) -> None:
    assert cell_text(value) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (1.98001012005011e17, "cell-digits-lost"),
        ("1.98001012005011E+17", "cell-digits-lost"),
        ("1,98E+17", "cell-digits-lost"),
        ("=1+1", "cell-formula"),
        ("=cmd|' /C calc'!A0", "cell-formula"),
        ("#N/A", "cell-excel-error"),
        (float("nan"), "cell-excel-error"),
        ("x" * 2_001, "cell-too-long"),
        ("é" * 2_001, "cell-too-long"),
    ],
)
def test_a_cell_that_cannot_be_trusted_is_refused(value: object, key: str) -> None:
    with pytest.raises(WrongValue) as told:
        cell_text(value)  # type: ignore[arg-type]
    assert told.value.key == key


def test_headers_are_compared_by_their_words() -> None:
    assert NAMES.plain(" No. HP *") == "no hp"
    assert NAMES.plain("NIP_BARU") == "nip baru"
    assert NAMES.plain("E-mail (aktif)") == "e mail"
    assert NAMES.plain("(Nama)") == "nama"
    assert NAMES.plain("Unit (ID)") == "unit id"
    assert NAMES.plain("3. Unit kerja") == "unit kerja"


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_get_an_answer_and_never_a_trace(data: bytes) -> None:
    for content in (data, b"Kode;Nama\n" + data, b"PK\x03\x04" + data, codecs.BOM_UTF16_LE + data):
        try:
            read(content)
        except SheetError as error:
            assert error.key.startswith("sheet-")


@given(st.binary(min_size=1, max_size=20), st.integers(0, 10_000))
@settings(deadline=None, max_examples=60)
def test_a_workbook_with_bytes_changed_gets_an_answer_and_never_a_trace(noise: bytes, place: int) -> None:
    good = xlsx([HEADER, *ROWS])
    at = place % len(good)
    try:
        read(good[:at] + noise + good[at + len(noise) :])
    except SheetError as error:
        assert error.key.startswith("sheet-")
