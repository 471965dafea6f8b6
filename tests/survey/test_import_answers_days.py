"""The day of each answer, as offices write it, and the hour that a sheet never tells."""

from datetime import date, time, timedelta

import pytest

from feedbackbot.command_line.answer_import import day_typed
from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.domain.survey.period import free_period
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.official.contents import Letterhead
from feedbackbot.reports.official.from_database import build_report
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.import_answers import (
    AnswerOffer,
    take_answers,
)
from tests.builders import CATALOGUE
from tests.survey.sheets import UNIT, answers, bring, counted, csv, today
from tests.usecase_runner import Desk


async def test_the_hour_of_a_sheet_is_the_citys(desk: Desk) -> None:
    before = today(desk) - timedelta(days=1)
    stamps = [f"{before:%d/%m/%Y} 00:30:00", f"{before:%d/%m/%Y} 23:45:00", f"{before:%Y-%m-%d} 09:05"]
    await bring(desk, csv(answers(3), "Stempel waktu", stamps))
    assert await counted(desk, before) == 3
    moments = await desk.rows(
        response.select().with_only_columns(response.c.submitted_at).order_by(response.c.id)
    )
    assert [f"{moment:%H:%M}" for moment in moments] == ["17:30", "16:45", "02:05"]


async def test_the_report_says_of_whom_a_sheet_tells_no_hour(desk: Desk) -> None:
    """Such answers were not all given at noon, where they are kept."""
    before = today(desk) - timedelta(days=1)
    await bring(desk, csv(answers(7), "Tanggal", [f"{before:%d/%m/%Y}"] * 7), "kertas")
    await bring(desk, csv(answers(6), "Stempel waktu", [f"{before:%d/%m/%Y} 09:05"] * 6), "formulir")

    def hours(tx: Transaction) -> dict[str, int]:
        unit, period = report_unit(tx, "disdukcapil"), free_period(before, before)
        assert unit is not None and unit.id == UNIT
        found = build_report(tx, CATALOGUE, Letterhead("Kota", "Kota"), unit, period)
        assert found is not None
        (table,) = [one for one in found.report.profile if one.question == "Jam mengisi"]
        return {row.label: row.n for row in table.rows}

    told = await desk.look(hours)
    assert told.pop("Jam tidak dicatat") == 7
    assert list(told.values()) == [6]


async def test_without_a_day_anywhere_nothing_is_counted(desk: Desk) -> None:
    offer = AnswerOffer(UNIT, "skm", read_answer_sheet(csv(answers(3))))
    with pytest.raises(FeedbackbotError, match="answers-day-needed"):
        await take_answers(desk.runtime, offer)


@pytest.mark.parametrize(
    ("written", "day", "at"),
    [
        ("2026-11-12", date(2026, 11, 12), None),
        ("12/11/2026 9:30:15", date(2026, 11, 12), time(9, 30, 15)),
        ("Kamis 12 November 2026", date(2026, 11, 12), None),
        ("12-Nov-2026", date(2026, 11, 12), None),
        ("46338", date(2026, 11, 12), None),
        ("46338.5", date(2026, 11, 12), time(12)),
    ],
)
def test_a_day_is_read_as_offices_write_it(written: str, day: date, at: time | None) -> None:
    [row] = read_answer_sheet(csv(answers(1), "Tanggal", [written])).rows
    assert (row.day, row.at) == (day, at)


@pytest.mark.parametrize("written", ["32/11/2026", "kemarin", "2026-13-01", "01/12/2026"])
def test_a_day_that_is_none_or_has_not_come_yet_is_a_problem_of_its_row(written: str) -> None:
    sheet = read_answer_sheet(csv(answers(2), "Tgl", ["12/11/2026", written]), today=date(2026, 11, 26))
    assert [row.number for row in sheet.rows] == [2]
    assert [problem.row_number for problem in sheet.problems] == [3]


@pytest.mark.parametrize("typed", ["2026-06-30", "30 Juni 2026", "Selasa, 30/06/26", "30-Jun-26"])
def test_the_day_of_a_command_is_read_as_in_a_sheet(typed: str) -> None:
    assert day_typed(typed) == date(2026, 6, 30)


def test_a_day_of_a_command_that_is_not_sure_is_refused_with_the_reason() -> None:
    with pytest.raises(ValueError, match="bukan tanggal"):
        day_typed("Juni 2026")
