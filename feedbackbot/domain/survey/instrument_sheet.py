"""A sheet into which paper forms of a survey beside the SKM were keyed: one person a row, one statement a column."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from feedbackbot.data import sheet_headers
from feedbackbot.domain.forms.sheet_code import SheetCode, can_be_read, read_sheet_code
from feedbackbot.domain.sheets.header_names import HeaderNames
from feedbackbot.domain.sheets.problem import RowProblem, WrongValue
from feedbackbot.domain.sheets.read_table import read_table
from feedbackbot.domain.survey.answer_sheet import DAY, RESPONDENT
from feedbackbot.domain.survey.instrument import Instrument, instrument_form
from feedbackbot.domain.survey.paper_row import CODE
from feedbackbot.domain.survey.when_answered import read_day


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """What one person answered, by element. `respondent` is the number on the paper, "" where it has none."""

    number: int
    code: SheetCode
    day: date
    respondent: str
    answers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """`rows` count; a row with a problem is not among them."""

    rows: tuple[SurveyRow, ...]
    problems: tuple[RowProblem, ...]


def read_survey_sheet(data: bytes, one: Instrument, today: date) -> SurveySheet:
    """Rows without an answer are none. Raises SheetError. Call it within `RenderProcess.bounded`."""
    known = sheet_headers("")["jawaban"]
    names = {field: list(known[field]) for field in (CODE, RESPONDENT, DAY)}
    names |= {element.key: [element.key, *element.name.values()] for element in one.elements}
    required = {CODE: known[CODE][0], **{element.key: element.name["id"] for element in one.elements}}
    table = read_table(data, names=HeaderNames(names), required=required, key=CODE, totals=False)
    rows, problems = [], list(table.problems)
    for row in table.rows:
        if not row.values.keys() & {element.key for element in one.elements}:
            continue
        try:
            rows.append(_read(row.number, row.values, one, today))
        except _Refused as refused:
            column, wrong = table.columns.get(refused.field, refused.field), refused.wrong
            problems.append(RowProblem(row.number, column, wrong.key, wrong.args_, sheet=row.sheet))
    return SurveySheet(tuple(rows), tuple(problems))


class _Refused(Exception):
    """A field that cannot be read."""

    def __init__(self, field: str, wrong: WrongValue) -> None:
        super().__init__(field)
        self.field, self.wrong = field, wrong


def _read(number: int, values: Mapping[str, str], one: Instrument, today: date) -> SurveyRow:
    code = read_sheet_code(values.get(CODE, ""))
    if code is None or not can_be_read(code, instrument_form(one)):
        raise _Refused(CODE, WrongValue("sheet-code-wrong"))
    answers = {}
    for element in one.elements:
        typed = values.get(element.key, "").strip().removesuffix(".0")
        if typed and not (typed.isdecimal() and 1 <= int(typed[:4]) <= len(one.scale)):
            raise _Refused(element.key, WrongValue("sheet-answer-not-on-scale", highest=len(one.scale)))
        if typed:
            answers[element.key] = int(typed)
    return SurveyRow(number, code, _day(values, today), values.get(RESPONDENT, ""), answers)


def _day(values: Mapping[str, str], today: date) -> date:
    if DAY not in values:
        return today
    try:
        day, _ = read_day(values[DAY], month_first=False)
        if day > today:
            raise WrongValue("sheet-day-not-come", day=day.isoformat())
    except WrongValue as wrong:
        raise _Refused(DAY, wrong) from None
    return day
