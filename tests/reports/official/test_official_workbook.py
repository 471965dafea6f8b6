"""The workbook computes the same index again, and runs nothing that a citizen typed."""

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import formulas
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from feedbackbot.domain.sheets.safe_cell import LONGEST_TEXT, safe_text
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Weight
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.reports.official.contents import Flagged, OfficialReport, RawAnswer
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.workbook import official_workbook

MakeReport = Callable[..., OfficialReport]


def recomputed(workbook: bytes, folder: Path) -> dict[str, Any]:
    """What a formula engine makes of the sheet of results, by cell; the stored values are not looked at."""
    file = folder / "laporan.xlsx"
    file.write_bytes(workbook)
    model = formulas.ExcelModel().loads(str(file)).finish()
    solution = model.calculate()
    prefix = "'[laporan.xlsx]HASIL'!"
    return {
        key.removeprefix(prefix): cell.value[0, 0]
        for key, cell in solution.items()
        if key.startswith(prefix) and ":" not in key
    }


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def sheet(workbook: bytes, name: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook), data_only=True)
    return list(book[name].iter_rows(values_only=True))


@pytest.mark.parametrize("weight", Weight)
def test_formulas_pdf_and_index_give_the_same_two_decimals(
    make_report: MakeReport, raw_answers: list[RawAnswer], tmp_path: Path, weight: Weight
) -> None:
    report = make_report(weight=weight, yearly_visitors=12_000)
    cells = recomputed(official_workbook(report, raw_answers), tmp_path)
    assert Decimal(str(round(float(cells["B19"]), 6))).quantize(Decimal("0.01")) == report.index.ikm
    assert cells["B20"] == report.index.grade.value == "B"
    assert f"adalah {str(report.index.ikm).replace('.', ',')}" in words_of(official_pdf(report))
    assert [int(cells[f"C{row}"]) for row in range(9, 18)] == [138, 139, 150, 177, 159, 163, 161, 143, 159]
    assert {int(cells[f"D{row}"]) for row in range(9, 18)} == {49}
    assert (int(cells["B22"]), cells["B23"]) == (372, "belum memenuhi")


@pytest.mark.parametrize(
    ("answers", "ikm", "letter"),
    [
        pytest.param([dict.fromkeys(ELEMENT_KEYS, 4)] * 3, 100.0, "A", id="all four"),
        pytest.param(
            [dict.fromkeys(ELEMENT_KEYS, 4)] * 8 + [dict.fromkeys(ELEMENT_KEYS, 3)] * 7, 88.33, "A", id="flip"
        ),
        pytest.param(
            # 1000 respondents whose totals add up to 23 399: 64.9972 before rounding.
            [dict.fromkeys(ELEMENT_KEYS, 3)] * 599
            + [dict.fromkeys(ELEMENT_KEYS, 2)] * 400
            + [dict.fromkeys(ELEMENT_KEYS, 3) | {"sarana": 2}],
            65.0,
            "C",
            id="in the gap of the bands",
        ),
    ],
)
def test_formulas_agree_at_the_edges(
    make_report: MakeReport,
    raw_answers: list[RawAnswer],
    tmp_path: Path,
    answers: list[dict[str, int]],
    ikm: float,
    letter: str,
) -> None:
    rows = [replace(raw_answers[0], values=values) for values in answers]
    cells = recomputed(official_workbook(make_report(answers), rows), tmp_path)
    assert (round(float(cells["B19"]), 6), cells["B20"]) == (ikm, letter)


def test_the_formulas_follow_the_raw_answers(
    make_report: MakeReport, raw_answers: list[RawAnswer], tmp_path: Path
) -> None:
    """All 49 answers to the first element set to 4 by hand: its sum is 196, not the stored 138."""
    book = openpyxl.load_workbook(io.BytesIO(official_workbook(make_report(), raw_answers)))
    for row in range(2, 51):
        book["Jawaban"].cell(row, 4).value = 4
    changed = io.BytesIO()
    book.save(changed)
    cells = recomputed(changed.getvalue(), tmp_path)
    assert (int(cells["C9"]), float(cells["B19"])) == (196, pytest.approx(82.03))


def test_answers_left_out_of_the_index_are_shown_but_not_added_up(
    make_report: MakeReport, raw_answers: list[RawAnswer], tmp_path: Path
) -> None:
    ones = dict.fromkeys(ELEMENT_KEYS, 1)
    left_out = replace(raw_answers[0], values=ones, flags=frozenset({Flag.STRAIGHT_LINE}), counted=False)
    report = make_report(flagged=Flagged({Flag.STRAIGHT_LINE: 1}, 1, included=False))
    workbook = official_workbook(report, [*raw_answers, left_out])
    assert float(recomputed(workbook, tmp_path)["B19"]) == pytest.approx(78.74)
    last = sheet(workbook, "Jawaban")[-1]
    assert last[2] == 0
    assert last[-1] == "sembilan unsur dijawab sama"


def test_an_element_that_some_skipped_is_averaged_over_the_others(
    make_report: MakeReport, raw_answers: list[RawAnswer], tmp_path: Path
) -> None:
    answers = [
        {key: value for key, value in raw.values.items() if key != "biaya" or number < 10}
        for number, raw in enumerate(raw_answers)
    ]
    report = make_report(answers, interval=None)
    rows = [replace(raw_answers[0], values=values) for values in answers]
    cells = recomputed(official_workbook(report, rows), tmp_path)
    assert (int(cells["D12"]), int(cells["D11"])) == (10, 49)
    assert float(cells["B19"]) == pytest.approx(float(report.index.ikm))


def test_answers_that_do_not_give_the_index_are_refused(
    make_report: MakeReport, raw_answers: list[RawAnswer]
) -> None:
    with pytest.raises(ValueError, match="do not give the index"):
        official_workbook(make_report(), raw_answers[1:])
    with pytest.raises(ValueError, match="do not give the index"):
        official_workbook(make_report(), [])


def test_a_typed_formula_is_stored_as_text(make_report: MakeReport, raw_answers: list[RawAnswer]) -> None:
    typed = ("=1+1", "+62812", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "baik = bagus", "http://a.b/c")
    report = make_report(comments={"umum": typed})
    service = replace(raw_answers[0], service="=cmd()")
    workbook = official_workbook(report, [service, *raw_answers[1:]])
    assert [row[1] for row in sheet(workbook, "Saran")[1:]] == [
        *("'=1+1", "'+62812", "'-5", "'@SUM(A1)", "'\t=1", '\'=HYPERLINK("x")'),
        *("baik = bagus", "http://a.b/c"),
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    typed_cells = [cell for name in ("Saran", "Jawaban") for row in book[name].iter_rows() for cell in row]
    assert not [cell.coordinate for cell in typed_cells if cell.data_type == "f" or cell.hyperlink]


@given(st.text(max_size=80))
def test_no_text_of_a_cell_begins_like_a_formula(text: str) -> None:
    safe = safe_text(text)
    assert not safe.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    if text.isprintable():
        assert safe in (text, f"'{text}")


def test_a_text_is_cut_to_what_a_cell_holds() -> None:
    assert len(safe_text("=" * 40_000)) == LONGEST_TEXT


def test_the_raw_answers_name_nobody(make_report: MakeReport, raw_answers: list[RawAnswer]) -> None:
    head = sheet(official_workbook(make_report(), raw_answers), "Jawaban")[0]
    assert head == (
        "Tanggal",
        "Layanan",
        "Dihitung",
        *(f"U{n}" for n in range(1, 10)),
        "Cara menjawab",
        "Tanda",
    )


def test_sample_data_say_so(make_report: MakeReport, raw_answers: list[RawAnswer]) -> None:
    marked = sheet(official_workbook(make_report(is_sample=True), raw_answers), "Hasil")
    assert any("CONTOH" in str(value) for row in marked for value in row)


def test_equal_reports_give_equal_workbooks(make_report: MakeReport, raw_answers: list[RawAnswer]) -> None:
    assert official_workbook(make_report(), raw_answers) == official_workbook(make_report(), raw_answers)
