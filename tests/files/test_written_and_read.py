"""Any sheet of staff that is written is read back, whatever program, header, order and encoding wrote it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.data import sheet_headers
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.domain.staff.record import StaffRecord
from tests.files.people import NIPS
from tests.files.workbooks import ods, strict, xls, xlsb, xlsx
from tests.files.zoo import spreadsheet_xml, text, web_page

TODAY = date(2026, 11, 26)
KNOWN = sheet_headers("")["pegawai"]
FIELDS = ("nip", "name", "phone", "unit_name", "position_name")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéüñ'"
WORDS = (
    st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda words: words[0].isalpha() and words.casefold() not in ("na", "null", "none", "nihil"))
)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[tuple[str, ...]], list[tuple[Any, ...]]]:
    """A header of names from the data file in any order, the rows below it, and what should be read."""
    columns = [(field, draw(st.sampled_from(KNOWN[field]))) for field in draw(st.permutations(FIELDS))]
    people = [
        {
            "nip": nip,
            "name": draw(WORDS),
            "phone": draw(st.integers(811_0000_000, 859_9999_999).map(lambda number: f"0{number}")),
            "unit_name": draw(WORDS),
            "position_name": draw(WORDS),
        }
        for nip in draw(st.permutations(NIPS))
    ]
    rows = [tuple(header for _, header in columns)]
    rows += [tuple(person[field] for field, _ in columns) for person in people]
    return rows, [tuple(person[field] for field in FIELDS) for person in people]


def read(data: bytes) -> list[tuple[Any, ...]]:
    sheet = read_staff_sheet(data, today=TODAY)
    assert sheet.problems == ()
    return [_told(row.record) for row in sheet.rows]


def _told(record: StaffRecord) -> tuple[Any, ...]:
    phone = "0" + str(record.phone).removeprefix("+62")
    return record.nip.digits, record.name, phone, record.unit_name, record.position_name


@settings(max_examples=12, deadline=None)
@given(sheets(), st.sampled_from(";,\t|^"), st.sampled_from(ENCODINGS))
def test_any_text_that_is_written_is_read_back(made: Any, mark: str, encoding: str) -> None:
    rows, people = made
    assert read(text(rows, mark, encoding)) == people


@pytest.mark.parametrize(
    "written", [xlsx, ods, xls, xlsb, web_page, spreadsheet_xml, lambda rows: strict(xlsx(rows))]
)
@settings(max_examples=5, deadline=None)
@given(made=sheets())
def test_any_workbook_that_is_written_is_read_back(written: Any, made: Any) -> None:
    rows, people = made
    assert read(written(rows)) == people
