"""Answers collected elsewhere count as those given in the chat do, and each sheet counts once."""

from datetime import date, time, timedelta
from decimal import Decimal
from importlib.resources import files

import pytest

from feedbackbot.command_line.answer_import import day_typed
from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.domain.survey.period import free_period
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.official.contents import Letterhead
from feedbackbot.reports.official.from_database import build_report
from feedbackbot.storage.database import Database
from feedbackbot.storage.survey.daily_totals import totals_of, unit_totals
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.import_answers import (
    AnswerOffer,
    AnswerPlan,
    all_imports,
    plan_answers,
    take_answers,
    take_back_answers,
)
from feedbackbot.usecases.survey.mark_bursts import BurstMarking
from feedbackbot.usecases.survey.show_result import present_result
from feedbackbot.usecases.units.city_file import load_city
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import CATALOGUE
from tests.usecase_runner import Desk

SEKADAU = (files("feedbackbot.data") / "skm_answers_sekadau_2019.csv").read_bytes()
UNIT = 1
NAMES = [element.key for element in ELEMENTS]
Rows = list[tuple[int, ...]]


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database)
    await made.do(load_city_units, load_city(made.settings))
    return made


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


async def test_the_published_answers_come_to_the_published_index_through_the_import(desk: Desk) -> None:
    plan = await bring(desk, SEKADAU)
    result = await desk.look(present_result, UNIT)
    assert told(plan) == (49, 0, 0, 0)
    assert result.index is not None
    assert (result.index.ikm, result.index.grade.value, result.n) == (Decimal("78.74"), "B", 49)
    sums = [result.totals.sums[element.key] for element in ELEMENTS]
    assert sums == [138, 139, 150, 177, 159, 163, 161, 143, 159]


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


@pytest.mark.parametrize("typed", ["2026-06-30", "30 Juni 2026", "Selasa, 30/06/26", "30-Jun-26"])
def test_the_day_of_a_command_is_read_as_in_a_sheet(typed: str) -> None:
    assert day_typed(typed) == date(2026, 6, 30)


def test_a_day_of_a_command_that_is_not_sure_is_refused_with_the_reason() -> None:
    with pytest.raises(ValueError, match="bukan tanggal"):
        day_typed("Juni 2026")
