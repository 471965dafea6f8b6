"""Workbooks of unusual make that offices have published about."""

from typing import Any

import pytest

from tests.files.people import HEADER, NAMES, NIPS, PHONES, READ, ROWS, TABLE
from tests.files.workbooks import ods, repacked, strict, xlsb, xlsx
from tests.files.zoo import spreadsheet_xml, web_page
from tests.public_reports.reading import people, staff

TITLES = [(), ("DAFTAR PEGAWAI",), (None,), ("KOTA CONTOH", None, "2026"), ("DAFTAR PEGAWAI\nTAHUN 2026",)]
TABLES = [(*((title,) if title else ()), *rows) for title in TITLES for rows in (TABLE, (*TABLE, (None, None, None)))]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_row_42_strict_workbooks_are_read(table: Any) -> None:
    assert people(strict(xlsx(table))) == READ


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("made", [xlsx, ods])
def test_row_43_backslashes_inside_are_read(table: Any, made: Any) -> None:
    assert people(repacked(made(table), lambda name: name.replace("/", "\\"))) == READ


def test_row_43_binary_workbooks_are_read() -> None:
    assert people(xlsb(TABLE)) == READ


@pytest.mark.parametrize(
    "top",
    [
        "",
        "<h3>Data Pegawai</h3>",
        "<table><tr><td>Menu</td></tr></table>",
        "\n\n",
        "<br>" * 50,
        "<p>a &amp; b</p>",
        "<!-- <table> -->",
        "<div>",
        "<style>td{mso-number-format:'@'}</style>",
        "<h1>NIP</h1>",
        "<p>1 < 2",
    ],
)
def test_row_44_a_web_page_called_xls(top: str) -> None:
    assert people(web_page(TABLE, top=top)) == READ


@pytest.mark.parametrize("table", TABLES)
def test_row_45_spreadsheet_xml_called_xls(table: Any) -> None:
    assert people(spreadsheet_xml(table)) == READ


@pytest.mark.parametrize("spelt", [str.lower, str.upper, str.title], ids=["lower", "upper", "title"])
@pytest.mark.parametrize("part", ["sharedStrings", "workbook.xml", "styles", "worksheets"])
def test_row_46_odd_casing_inside_is_read_or_told(spelt: Any, part: str) -> None:
    data = repacked(xlsx(TABLE), lambda name: name.replace(part, spelt(part)))
    assert people(data) == READ


@pytest.mark.parametrize(
    "cell", [float(NIPS[0]), int(NIPS[0]), "1,98001E+17", "1.98001E+17", "1,98001012005012E+17"]
)
def test_row_48_a_number_that_lost_its_last_digits_is_refused(cell: Any) -> None:
    sheet = staff(xlsx([HEADER, (cell, NAMES[0], PHONES[0]), *ROWS[1:]]))
    assert tuple(row.record.nip.digits for row in sheet.rows) == NIPS[1:]
    [problem] = [one for one in sheet.problems if one.refuses_row]
    assert (problem.row_number, problem.column) == (2, HEADER[0])
