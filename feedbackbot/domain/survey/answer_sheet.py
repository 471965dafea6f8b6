"""A sheet of answers collected elsewhere: one respondent a row, one element a column."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.domain.sheets.problem import RowProblem
from feedbackbot.domain.sheets.read_table import plain_header, read_table
from feedbackbot.domain.survey.elements import ELEMENTS, HIGHEST_ANSWER, LOWEST_ANSWER, Order, ordered


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """`rows`: row number as the spreadsheet shows it → nine answers by element key. A row with a problem is not among them."""

    rows: Mapping[int, Mapping[str, int]]
    problems: tuple[RowProblem, ...]


def read_answer_sheet(data: bytes, order: Order = "annex") -> AnswerSheet:
    """XLSX or CSV whose columns are called by key, by official name, or U1 to U9 in the order of the annex or of the form.

    The order must be told: the annex has complaints 8th and facilities 9th, the form the other way round. Raises SheetError.
    """
    fields = _headers(order)
    required = {element.key: element.official_name for element in ELEMENTS}
    table = read_table(data, recognise=lambda header: fields.get(plain_header(header)), required=required)
    problems = list(table.problems)
    troubled = {problem.row_number for problem in problems if problem.refuses_row}
    rows: dict[int, Mapping[str, int]] = {}
    for row in table.rows:
        wrong = [key for key in required if not _is_answer(row.values.get(key, ""))]
        problems += [RowProblem(row.number, table.columns[key], "sheet-answer-wrong") for key in wrong]
        if not wrong and row.number not in troubled:
            rows[row.number] = {key: int(row.values[key]) for key in required}
    return AnswerSheet(rows, tuple(problems))


def _headers(order: Order) -> dict[str, str]:
    named = {plain_header(name): one.key for one in ELEMENTS for name in (one.key, one.official_name)}
    return named | {f"u{place}": one.key for place, one in enumerate(ordered(ELEMENTS, order), 1)}


def _is_answer(text: str) -> bool:
    return text.isascii() and text.isdigit() and LOWEST_ANSWER <= int(text) <= HIGHEST_ANSWER
