"""Answers collected elsewhere count as those given in the chat do, and each sheet counts once."""

from decimal import Decimal

import pytest

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.usecases.survey.show_result import present_result
from tests.survey.sheets import NAMES, SEKADAU, UNIT, answers, bring, counted, csv, told
from tests.usecase_runner import Desk


async def test_the_published_answers_come_to_the_published_index_through_the_import(desk: Desk) -> None:
    plan = await bring(desk, SEKADAU)
    result = await desk.look(present_result, UNIT)
    assert told(plan) == (49, 0, 0, 0)
    assert result.index is not None
    assert (result.index.ikm, result.index.grade.value, result.n) == (Decimal("78.74"), "B", 49)
    sums = [result.totals.sums[element.key] for element in ELEMENTS]
    assert sums == [138, 139, 150, 177, 159, 163, 161, 143, 159]


SUMMARIES = [
    ("Jumlah nilai per unsur", "total", "74,75,80,90,85,88,87,77,86"),
    ("NRR per Unsur", "mean", "2.9,3.0,3.1,3.6,3.2,3.3,3.3,2.9,3.2"),
    ("NRR tertimbang", "mean", "1,1,1,1,1,1,1,1,1"),
    ("MIN", "min", "1,1,1,2,1,1,1,1,1"),
    ("Maks.", "max", "4,4,4,4,4,4,4,4,4"),
    ("Modus", "mode", "3,3,3,4,3,3,3,3,3"),
    ("Bobot", "other", "1,1,1,1,1,1,1,1,1"),
]


async def test_rows_that_sum_the_table_up_are_named_and_never_counted(desk: Desk) -> None:
    table = csv(answers(8), "Nama", [f"Responden {n}" for n in range(8)])
    below = "".join(f"{label},{values}\n" for label, _, values in SUMMARIES).encode()
    sheet = read_answer_sheet(table + below)
    assert [row.kind for row in sheet.summaries] == [kind for _, kind, _ in SUMMARIES]
    assert (len(sheet.rows), sheet.problems) == (8, ())
    await bring(desk, sheet)
    assert await counted(desk) == 8


@pytest.mark.parametrize(("kind", "of"), [("total", sum), ("min", min), ("max", max)])
def test_a_row_apart_below_the_table_that_sums_it_up_is_none_even_without_a_label(
    kind: str, of: type
) -> None:
    rows = answers(8)
    below = ",".join(str(of(column)) for column in zip(*rows, strict=True))
    sheet = read_answer_sheet(csv(rows) + f"{',' * 8}\n{below}\n".encode())
    assert (len(sheet.rows), [row.kind for row in sheet.summaries]) == (8, [kind])


def test_people_and_remarks_that_begin_like_a_total_are_none() -> None:
    names = ["Minarti", "Maksum", "Totalia", "Sumiati", "Nur Indeksa"]
    assert len(read_answer_sheet(csv(answers(5), "Nama", names)).rows) == 5
    remark = (",".join([*NAMES, "Saran"]) + "\n" + ",".join(["3"] * 9) + ",rata-rata\n").encode()
    assert len(read_answer_sheet(remark).rows) == 1


def test_u8_and_u9_mean_what_the_order_says() -> None:
    row = "U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,1,1,1,1,1,1,2,3\n"
    [annex], [form] = read_answer_sheet(row.encode()).rows, read_answer_sheet(row.encode(), "form").rows
    assert (annex.answers["pengaduan"], annex.answers["sarana"]) == (2, 3)
    assert (form.answers["pengaduan"], form.answers["sarana"]) == (3, 2)


@pytest.mark.parametrize("wrong", ["0", "5", "3.5", "entah", "", "=1+1", "e", "3-4", "(2)"])
def test_a_row_with_a_wrong_answer_is_named_and_left_out_and_the_others_count(wrong: str) -> None:
    good, bad = ",".join("3" * 9), ",".join(["3"] * 8 + [wrong])
    sheet = read_answer_sheet(f"{','.join(NAMES)}\n{good}\n{bad}\n{good}\n".encode())
    assert [row.number for row in sheet.rows] == [2, 4]
    assert {problem.row_number for problem in sheet.problems} == {3}


def test_a_sheet_without_one_of_the_elements_is_refused() -> None:
    with pytest.raises(SheetError, match="sheet-answers-no-header"):
        read_answer_sheet(b"persyaratan,prosedur\n1,2\n")
