"""Workbooks we write are typed, readable, and carry out nothing when opened."""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.sheets.safe_cell import safe_text
from feedbackbot.domain.sheets.write import (
    CellValue,
    Column,
    ColumnKind,
    Formula,
    Sheet,
    workbook_bytes,
    write_workbook,
)


def written(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(sheets)))


def cell(value: CellValue, kind: ColumnKind = ColumnKind.TEXT) -> Any:
    return written(Sheet("Data", [Column("Isi", kind)], [[value]]))["Data"]["A2"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "＠"])
def test_a_text_that_could_start_a_formula_gets_an_apostrophe(start: str) -> None:
    assert safe_text(f"{start}1+1") == f"'{start}1+1"
    assert cell(f"{start}1+1").data_type == "s"


@given(st.lists(st.text(max_size=50), min_size=1, max_size=40))
@settings(deadline=None, max_examples=25)
def test_no_text_whatever_becomes_a_formula(texts: list[str]) -> None:
    page = written(Sheet("Data", [Column("Isi")], [[text] for text in texts]))["Data"]
    for (found,) in page.iter_rows(min_row=2):
        assert found.data_type in ("s", "n")
        assert not str(found.value or "").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_titles_and_notes_are_neutralised_too() -> None:
    page = written(Sheet("Data", [Column("=1+1")], [], notes=["@catatan"]))["Data"]
    assert page["A1"].value == "'@catatan"
    assert page["A2"].value == "'=1+1"


def test_values_keep_their_kind() -> None:
    assert cell(5, ColumnKind.INTEGER).value == 5
    assert cell(Decimal("78.74"), ColumnKind.DECIMAL).value == 78.74
    assert cell(0.25, ColumnKind.PERCENT).number_format == "0.0%"
    assert cell(date(2026, 3, 1), ColumnKind.DATE).value == datetime.fromisoformat("2026-03-01")
    assert cell(None).value is None


def test_a_moment_is_shown_in_the_citys_time() -> None:
    assert cell(datetime(2026, 3, 1, 2, 0, tzinfo=UTC), ColumnKind.MOMENT).value == datetime.fromisoformat(
        "2026-03-01T09:00"
    )


def test_a_nip_keeps_all_its_digits_also_as_a_number() -> None:
    assert cell("198001012005011001").value == "198001012005011001"
    assert cell(198001012005011001, ColumnKind.INTEGER).value == "198001012005011001"


def test_a_figure_that_is_no_number_is_written_as_a_word() -> None:
    assert cell(float("nan"), ColumnKind.DECIMAL).value == "nan"
    assert cell(float("-inf"), ColumnKind.DECIMAL).value == "'-inf"


def test_our_own_formulas_stay_formulas() -> None:
    assert cell(Formula("=1+1", 2), ColumnKind.INTEGER).data_type == "f"


def test_sheet_names_are_made_fit_and_different() -> None:
    columns: Sequence[Column] = [Column("A")]
    book = written(
        *(Sheet(name, columns, []) for name in ("Dinas: A/B [x]", "dinas  a b  x", "'", "x" * 40, "x" * 40))
    )
    assert len(book.sheetnames) == 5
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_a_text_over_excels_limit_is_cut_visibly() -> None:
    assert cell("x" * 40_000).value.endswith("x…")


def test_a_workbook_needs_a_sheet() -> None:
    with pytest.raises(ValueError, match="at least one sheet"):
        workbook_bytes([])


def test_a_row_longer_than_the_header_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="longer than its header"):
        write_workbook(path, [Sheet("Data", [Column("A")], [["a", "b"]])])
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["rekap.xlsx"]


def test_a_file_is_written_to_its_path(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    write_workbook(path, [Sheet("Data", [Column("Nama")], [["Ani"]])])
    assert openpyxl.load_workbook(path)["Data"]["A2"].value == "Ani"
