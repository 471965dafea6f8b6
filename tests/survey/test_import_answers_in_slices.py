"""A sheet of answers is written in slices: cut short it is taken up again, and of two who change an import one goes on."""

import pytest

from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.runtime import T, Work
from feedbackbot.storage.survey.answer_imports import begin_change
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey import import_answers
from feedbackbot.usecases.survey.import_answers import (
    AnswerOffer,
    all_imports,
    plan_answers,
    take_answers,
    take_back_answers,
)
from tests.slices import Dying, Killed, dying
from tests.survey.sheets import UNIT, answers, bring, counted, csv, today
from tests.usecase_runner import Desk

ROWS = 9


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_answers, "_AT_ONCE", 2)


def offered(desk: Desk, n: int) -> AnswerOffer:
    return AnswerOffer(UNIT, "skm", read_answer_sheet(csv(answers(n))), today(desk))


@pytest.mark.parametrize("commits", range(1, 7))
async def test_a_sheet_that_was_cut_short_is_finished_by_the_same_command(desk: Desk, commits: int) -> None:
    with pytest.raises(Killed):
        await take_answers(dying(desk.runtime, commits), offered(desk, ROWS))
    again = await take_answers(desk.runtime, offered(desk, ROWS))
    assert again.same == min(2 * (commits - 1), ROWS)
    assert await counted(desk) == ROWS
    [found] = await desk.look(all_imports)
    assert found.rows == ROWS
    assert (await desk.look(plan_answers, offered(desk, ROWS))).changes_nothing


@pytest.mark.parametrize("commits", range(1, 6))
async def test_a_replacement_that_was_cut_short_is_finished(desk: Desk, commits: int) -> None:
    await bring(desk, csv(answers(ROWS)))
    shorter = AnswerOffer(UNIT, "skm", read_answer_sheet(csv([*answers(ROWS)[3:], (1,) * 9])), today(desk))
    with pytest.raises(Killed):
        await take_answers(dying(desk.runtime, commits), shorter)
    await take_answers(desk.runtime, shorter)
    assert await counted(desk) == ROWS - 2
    assert len(await desk.look(all_imports)) == 1


async def test_taking_back_that_was_cut_short_is_finished(desk: Desk) -> None:
    await bring(desk, csv(answers(ROWS)))
    [found] = await desk.look(all_imports)
    with pytest.raises(Killed):
        await take_back_answers(dying(desk.runtime, 3), found.id)
    assert await counted(desk) == ROWS - 4
    await take_back_answers(desk.runtime, found.id)
    assert await counted(desk) == 0
    [found] = await desk.look(all_imports)
    assert (found.rows, found.taken_back_at is not None) == (ROWS, True)


async def test_whoever_began_earlier_stops_where_another_changes_the_import(desk: Desk) -> None:
    class Overtaken(Dying):
        async def write(self, work: Work[T]) -> T:
            if self.commits == 0:
                await super(Dying, self).write(_another)
            self.commits -= 1
            return await super(Dying, self).write(work)

    def _another(tx: Transaction) -> None:
        assert begin_change(tx, 1) is not None

    runtime = Overtaken(desk.database, desk.clock, desk.settings)
    runtime.commits = 3
    with pytest.raises(FeedbackbotError, match="answers-plan-old"):
        await take_answers(runtime, offered(desk, ROWS))
    assert await counted(desk) == 4
