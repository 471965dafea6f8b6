"""Answers collected elsewhere count as those given in the chat do."""

from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.storage.database import Database
from feedbackbot.usecases.survey.import_answers import import_answers
from feedbackbot.usecases.survey.mark_bursts import mark_bursts
from feedbackbot.usecases.survey.show_result import present_result
from feedbackbot.usecases.units.load_city_units import load_city_units
from feedbackbot.usecases.units.prepare_database import load_city
from tests.usecase_runner import Desk

SEKADAU = (files("feedbackbot.data") / "skm_answers_sekadau_2019.csv").read_bytes()
UNIT = 1
NAMES = ",".join(element.key for element in ELEMENTS)


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database)
    await made.do(load_city_units, load_city(made.settings))
    return made


def today(desk: Desk) -> date:
    return desk.clock.now.date()


async def test_the_published_answers_come_to_the_published_index_through_the_import(desk: Desk) -> None:
    sheet = read_answer_sheet(SEKADAU)
    done = await desk.do(import_answers, UNIT, today(desk), sheet.rows, SEKADAU)
    result = await desk.look(present_result, UNIT)
    assert (done.new, done.known) == (49, 0)
    assert result.index is not None
    assert (result.index.ikm, result.index.grade.value, result.n) == (Decimal("78.74"), "B", 49)
    assert [result.totals.sums[element.key] for element in ELEMENTS] == [
        138,
        139,
        150,
        177,
        159,
        163,
        161,
        143,
        159,
    ]


async def test_the_same_file_twice_changes_nothing_and_is_no_burst(desk: Desk) -> None:
    sheet = read_answer_sheet(SEKADAU)
    await desk.do(import_answers, UNIT, today(desk), sheet.rows, SEKADAU)
    before = await desk.look(present_result, UNIT)
    again = await desk.do(import_answers, UNIT, today(desk), sheet.rows, SEKADAU)
    assert (again.new, again.known) == (0, 49)
    assert await desk.do(mark_bursts) == {"marked": 0}
    assert await desk.look(present_result, UNIT) == before


def test_u8_and_u9_mean_what_the_order_says() -> None:
    row = "U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,1,1,1,1,1,1,2,3\n"
    annex, form = read_answer_sheet(row.encode()).rows[2], read_answer_sheet(row.encode(), "form").rows[2]
    assert (annex["pengaduan"], annex["sarana"]) == (2, 3)
    assert (form["pengaduan"], form["sarana"]) == (3, 2)


@pytest.mark.parametrize("wrong", ["0", "5", "3.5", "tiga", "", "=1+1", "٣"])
def test_a_row_with_a_wrong_answer_is_named_and_left_out_and_the_others_count(wrong: str) -> None:
    good, bad = ",".join("3" * 9), ",".join(["3"] * 8 + [wrong])
    sheet = read_answer_sheet(f"{NAMES}\n{good}\n{bad}\n{good}\n".encode())
    assert list(sheet.rows) == [2, 4]
    assert {problem.row_number for problem in sheet.problems} == {3}


def test_a_sheet_without_one_of_the_elements_is_refused() -> None:
    with pytest.raises(SheetError, match="sheet-no-header"):
        read_answer_sheet(b"persyaratan,prosedur\n1,2\n")
