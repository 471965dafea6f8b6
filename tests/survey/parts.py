"""A city in which anything may happen to ratings, and what their breakdowns are when the ratings themselves are counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from sqlalchemy import delete, select

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.survey.answer_sheet import AnswerRow
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.paper_row import PaperRow
from feedbackbot.domain.survey.profile import PROFILE_QUESTIONS
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.survey.changed_days import DIMENSIONS
from feedbackbot.storage.survey.daily_totals import UnitTotals, totals_of
from feedbackbot.storage.survey.pace import mark_some_of_hour
from feedbackbot.storage.survey.part_tables import changed_day, part_progress, part_total
from feedbackbot.storage.survey.part_totals import Stretch, keep_stretch, next_stretch
from feedbackbot.storage.survey.response_totals import totals_by_column
from feedbackbot.storage.survey.responses import ResponseRow
from feedbackbot.storage.survey.tables import daily_total, respondent, response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.join_voices import join_voices
from feedbackbot.usecases.privacy.unlink_ratings import unlink_ratings
from feedbackbot.usecases.survey.count_sheet_rows import count_rows, uncount
from feedbackbot.usecases.survey.keep_part_totals import keep_part_totals
from feedbackbot.usecases.survey.rate_unit import begin_rating, change_rating, submit_rating
from feedbackbot.usecases.survey.survey_profile import answer_profile
from tests.usecase_runner import Desk

UNITS = (1, 2)
CHANNELS = ("memory", "narrow")
Parts = dict[tuple[int, str, bool], dict[str | None, UnitTotals]]


def parts_read(tx: Transaction, first: date, last: date) -> Parts:
    """Of all units, by every column, with marked ratings and without."""
    return {
        (unit, column, flagged): totals_by_column(tx, unit, first, last, column, with_flagged=flagged)
        for unit in UNITS
        for column in DIMENSIONS
        for flagged in (True, False)
    }


def parts_counted(tx: Transaction, first: date, last: date) -> Parts:
    """The same from nothing but the ratings, without a line of what is tested."""
    rows = [
        row
        for row in tx.run(select(response)).mappings()
        if row["submitted_at"] is not None and first <= row["day"] <= last
    ]
    found: Parts = {}
    for unit in UNITS:
        for column in DIMENSIONS:
            for flagged in (True, False):
                some = [row for row in rows if row["unit_id"] == unit and (flagged or not row["flags"])]
                found[unit, column, flagged] = {
                    value: totals_of(answers(row) for row in some if row[column] == value)
                    for value in {row[column] for row in some}
                }
    return found


def answers(row: Mapping[Any, Any]) -> dict[str, int]:
    return {key: row[key] for key in ELEMENT_KEYS}


@dataclass
class AnyCity:
    """What may happen, by name; `chance` says to whom."""

    desk: Desk
    chance: Random
    people: tuple[int, ...] = (1, 2, 3, 4)
    ratings: list[tuple[int, int]] = field(default_factory=list)
    sheets: list[list[ResponseRow]] = field(default_factory=list)
    under_way: Stretch | None = None

    async def empties(self) -> None:
        tables = (changed_day, part_total, part_progress, daily_total, respondent, response)
        await self.desk.do(lambda tx: [tx.run(delete(table)) for table in tables])

    async def rates(self) -> None:
        person, unit, given = self.chance.choice(self.people), self.chance.choice(UNITS), self._answers()
        channel = self.chance.choice(CHANNELS)

        def work(tx: Transaction) -> int:
            rating = begin_rating(tx, person, unit, None, channel, None, given)
            done = submit_rating(tx, person, rating)
            assert done is not None
            return done.response_id

        self.ratings.append((person, await self.desk.do(work)))

    async def changes(self) -> None:
        await self._of_a_rating(lambda tx, _, rating: change_rating(tx, rating, self._answers()))

    async def says(self) -> None:
        question = self.chance.choice(PROFILE_QUESTIONS)
        option = self.chance.choice(question.options)
        await self._of_a_rating(lambda tx, who, one: answer_profile(tx, who, one, question.key, option))

    async def erases(self) -> None:
        person = self.chance.choice(self.people)
        await self.desk.do(unlink_ratings, person)
        self.ratings = [one for one in self.ratings if one[0] != person]

    async def joins(self) -> None:
        """Of two ratings of one unit the newer counts on."""
        gone, keep = self.chance.sample(self.people, 2)
        await self.desk.do(join_voices, gone, keep)
        self.ratings = [(keep if who == gone else who, one) for who, one in self.ratings]

    async def doubts(self) -> None:
        hours = await self.desk.rows(select(response.c.unit_id, response.c.submitted_at))
        if hours:
            unit, hour = self.chance.choice(sorted(hours))
            await self.desk.do(mark_some_of_hour, unit, hour, 2)

    async def brings_a_sheet(self) -> None:
        today = city_day(self.desk.clock())
        days = [today - timedelta(days=self.chance.randint(0, 20)) for _ in range(3)]
        rows = [(day, self._row(number)) for number, day in enumerate(days)]
        self.sheets.append(await self.desk.do(count_rows, self.chance.choice(UNITS), rows))

    async def takes_a_sheet_back(self) -> None:
        if self.sheets:
            await self.desk.do(uncount, self.sheets.pop())

    async def hours_pass(self) -> None:
        self.desk.clock.passes(hours=self.chance.choice((1, 7, 26, 24 * 8, 24 * 31)))

    async def clock_is_set_back(self) -> None:
        """The job has run since, as it does every ten minutes."""
        self.under_way = None
        self.desk.clock.passes(hours=-self.chance.choice((1, 26)))
        await self.job_runs()

    async def job_runs(self) -> None:
        await keep_part_totals(self.desk.runtime)

    async def another_job_counts(self) -> None:
        """It has read, and what follows happens before it keeps anything."""
        now = self.desk.clock()
        last = city_day(now - timedelta(hours=1)) - timedelta(days=1)
        self.under_way = await self.desk.look(next_stretch, last)

    async def the_other_job_keeps(self) -> None:
        if self.under_way is not None:
            await self.desk.do(keep_stretch, self.under_way)
        self.under_way = None

    async def _of_a_rating(self, work: Callable[[Transaction, int, int], object]) -> None:
        if self.ratings:
            person, rating = self.chance.choice(self.ratings)
            try:
                await self.desk.do(lambda tx: work(tx, person, rating))
            except FeedbackbotError:
                return

    def _row(self, number: int) -> AnswerRow:
        said = {one.key: self.chance.choice(one.options) for one in PROFILE_QUESTIONS[: number % 3]}
        return AnswerRow(number, self._answers(), paper=PaperRow(profile=said))

    def _answers(self) -> dict[str, int]:
        one = self.chance.randint(1, 4)
        alike = self.chance.random() < 0.3
        return {key: one if alike else self.chance.randint(1, 4) for key in ELEMENT_KEYS}
