"""A sheet that is brought again, corrected, grown, or under another name."""

from datetime import timedelta

import pytest

from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.errors import FeedbackbotError
from feedbackbot.usecases.survey.import_answers import (
    AnswerOffer,
    all_imports,
    plan_answers,
    take_answers,
    take_back_answers,
)
from feedbackbot.usecases.survey.mark_bursts import BurstMarking
from feedbackbot.usecases.survey.show_result import present_result
from tests.survey.sheets import SEKADAU, UNIT, answers, bring, counted, csv, today, told
from tests.usecase_runner import Desk


async def test_the_same_file_twice_changes_nothing_and_is_no_burst(desk: Desk) -> None:
    await bring(desk, SEKADAU)
    before = await desk.look(present_result, UNIT)
    again = await bring(desk, SEKADAU)
    assert again.changes_nothing
    assert told(again) == (0, 0, 0, 49)
    desk.clock.passes(hours=5)
    assert await BurstMarking().run(desk.runtime) == {"marked": 0}
    assert await desk.look(present_result, UNIT) == before


@pytest.mark.parametrize("numbered", [False, True])
async def test_a_corrected_file_replaces_what_it_had_brought(desk: Desk, numbered: bool) -> None:
    rows = answers(31)
    head, left = ("No", [str(n) for n in range(1, 32)]) if numbered else ("", None)
    await bring(desk, csv(rows, head, left))
    rows[4] = (4, 4, 4, 4, 4, 4, 4, 4, 1)
    assert told(await bring(desk, csv(rows, head, left))) == (0, 1, 0, 30)
    assert await counted(desk) == 31
    saved_again = csv(rows, head, left).replace(b"\n", b"\r\n").replace(b",", b";")
    assert told(await bring(desk, saved_again)) == (0, 0, 0, 31)
    assert await counted(desk) == 31


async def test_a_growing_sheet_with_days_brings_only_what_is_new(desk: Desk) -> None:
    rows, first = answers(12), today(desk) - timedelta(days=9)
    days = [(first + timedelta(days=n // 2)).strftime("%d/%m/%Y") for n in range(12)]
    assert told(await bring(desk, csv(rows[:8], "Tanggal", days[:8]))) == (8, 0, 0, 0)
    assert told(await bring(desk, csv(rows, "Tanggal", days))) == (4, 0, 0, 8)
    assert [await counted(desk), await counted(desk, first), await counted(desk, today(desk))] == [12, 2, 0]


async def test_a_sheet_without_days_that_only_grew_is_asked_about_and_keeps_the_days_of_its_rows(
    desk: Desk,
) -> None:
    rows, before = answers(15), today(desk) - timedelta(days=7)
    await bring(desk, csv(rows[:10]), day=before)
    with pytest.raises(FeedbackbotError, match="answers-which"):
        await bring(desk, csv(rows))
    assert await counted(desk) == 10
    [earlier] = await desk.look(all_imports)
    assert told(await bring(desk, csv(rows), replaces=earlier.id)) == (5, 0, 0, 10)
    assert [await counted(desk, before), await counted(desk, today(desk))] == [10, 5]


async def test_equal_sheets_of_two_days_count_twice(desk: Desk) -> None:
    data, before = csv(answers(9)), today(desk) - timedelta(days=1)
    await bring(desk, data, day=before)
    assert told(await bring(desk, data)) == (9, 0, 0, 0)
    assert [await counted(desk, before), await counted(desk, today(desk))] == [9, 9]


async def test_the_same_rows_under_another_name_are_asked_about_and_never_counted_twice_unasked(
    desk: Desk,
) -> None:
    await bring(desk, csv(answers(20)), "skm")
    with pytest.raises(FeedbackbotError, match="answers-which"):
        await bring(desk, csv(answers(22)), "skm-final (2)")
    assert await counted(desk) == 20
    assert told(await bring(desk, csv(answers(22)), "loket 2", separate=True)) == (22, 0, 0, 0)
    assert await counted(desk) == 42


async def test_a_sheet_of_that_name_with_nothing_in_common_is_asked_about(desk: Desk) -> None:
    await bring(desk, csv([(1,) * 9] * 6))
    with pytest.raises(FeedbackbotError, match="answers-which"):
        await bring(desk, csv([(2,) * 9] * 6))
    assert await counted(desk) == 6


async def test_rows_that_are_alike_are_counted_as_often_as_they_stand_there(desk: Desk) -> None:
    await bring(desk, csv([(4,) * 9] * 5 + [(3,) * 9] * 2))
    assert told(await bring(desk, csv([(4,) * 9] * 3 + [(3,) * 9] * 3))) == (0, 1, 1, 5)
    assert await counted(desk) == 6


async def test_an_import_is_taken_back_whole_and_can_be_brought_again(desk: Desk) -> None:
    await bring(desk, csv(answers(7)), "loket 1")
    await bring(desk, csv([(4,) * 9] * 5), "loket 2")
    before = await desk.look(present_result, UNIT)
    await bring(desk, csv([(1,) * 9] * 8), "salah")
    wrong = (await desk.look(all_imports))[0]
    await take_back_answers(desk.runtime, wrong.id)
    assert await counted(desk) == 12
    assert await desk.look(present_result, UNIT) == before
    with pytest.raises(FeedbackbotError, match="answers-no-import"):
        await take_back_answers(desk.runtime, wrong.id)
    assert told(await bring(desk, csv([(1,) * 9] * 8), "salah")) == (8, 0, 0, 0)
    assert await counted(desk) == 20


async def test_a_plan_that_is_out_of_date_is_not_carried_out(desk: Desk) -> None:
    offer = AnswerOffer(UNIT, "skm", read_answer_sheet(csv(answers(6))), today(desk))
    plan = await desk.look(plan_answers, offer)
    await bring(desk, csv(answers(5)))
    with pytest.raises(FeedbackbotError, match="answers-plan-old"):
        await take_answers(desk.runtime, offer, plan)
    assert await counted(desk) == 5
