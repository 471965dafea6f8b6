"""Sheets of answers, brought to a desk."""

from datetime import date
from importlib.resources import files

from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.storage.survey.daily_totals import totals_of, unit_totals
from feedbackbot.storage.survey.tables import response
from feedbackbot.usecases.survey.import_answers import (
    AnswerOffer,
    AnswerPlan,
    plan_answers,
    take_answers,
)
from tests.usecase_runner import Desk

SEKADAU = (files("feedbackbot.data") / "skm_answers_sekadau_2019.csv").read_bytes()
UNIT = 1
NAMES = [element.key for element in ELEMENTS]
Rows = list[tuple[int, ...]]


def today(desk: Desk) -> date:
    return desk.clock.now.date()


def answers(n: int) -> Rows:
    """`n` rows of answers, all different."""
    return [
        tuple(1 + (place * 7 + column * (1 + place // 4)) % 4 for column in range(9)) for place in range(n)
    ]


def csv(rows: Rows, head: str = "", left: list[str] | None = None) -> bytes:
    """A sheet; `left` stands before the answers of each row, under `head`."""
    lines = [",".join(([head] if head else []) + NAMES)]
    for place, row in enumerate(rows):
        lines.append(",".join(([left[place]] if left else []) + [str(value) for value in row]))
    return ("\n".join(lines) + "\n").encode()


async def bring(
    desk: Desk, data: bytes | AnswerSheet, name: str = "skm", day: date | None = None, **said: object
) -> AnswerPlan:
    """Dry run, then the import; the plan that both agree on."""
    sheet = data if isinstance(data, AnswerSheet) else read_answer_sheet(data)
    has_days = sheet.tells_days
    offer = AnswerOffer(UNIT, name, sheet, day or (None if has_days else today(desk)), **said)  # type: ignore[arg-type]
    plan = await desk.look(plan_answers, offer)
    assert await take_answers(desk.runtime, offer, plan) == plan
    return plan


async def counted(desk: Desk, day: date | None = None) -> int:
    """Ratings in the daily totals; the totals are those of the rows that lie under them."""
    first, last = (day, day) if day else (date(2020, 1, 1), today(desk))
    totals = await desk.look(unit_totals, UNIT, first, last)
    columns = [response.c[key] for key in NAMES]
    rows = await desk.rows(
        response.select().with_only_columns(*columns).where(response.c.day.between(first, last))
    )
    beside = totals_of([dict(zip(NAMES, row, strict=True)) for row in rows])
    assert (totals.n, totals.sums, totals.total_of_squares) == (
        len(rows),
        beside.sums,
        beside.total_of_squares,
    )
    return totals.n


def told(plan: AnswerPlan) -> tuple[int, int, int, int]:
    return plan.new, plan.changed, plan.gone, plan.same
