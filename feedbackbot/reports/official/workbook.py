"""The official report as a workbook whose formulas compute the index again from the raw answers.

Heavy for many answers (50,000 rows in some seconds): runs in the render process.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final, TypeAlias

from feedbackbot.domain.sheets.safe_cell import safe_text
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, number_of
from feedbackbot.domain.survey.index import INDEX_PER_NRR, Tally, Weight, ikm_exact, index_of, rounded
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.reports.official.contents import OfficialReport, RawAnswer
from feedbackbot.reports.official.printed import FLAG_WORDS, printed

_RESULT: Final = "Hasil"
_ANSWERS: Final = "Jawaban"
_WEIGHT_FORMULAS: Final = {Weight.EXACT: "=1/9", Weight.W0_111: "=0.111", Weight.W0_11: "=0.11"}
_FIRST_ELEMENT_ROW: Final = 9
_WEIGHT_CELL: Final = "$B$7"
# Where the nine answers stand on the sheet of answers: after day, service and whether it is counted.
_FIRST_ANSWER_COLUMN: Final = 3


def official_workbook(report: OfficialReport, answers: Sequence[RawAnswer]) -> bytes:
    """The workbook. ValueError when the counted answers do not give the report's index."""
    import xlsxwriter

    totals = _totals(answers)
    _check(report, totals)
    buffer = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {
                "title": f"SKM {report.unit_name}, {report.period.label}",
                "author": report.letterhead.government,
                "created": datetime.combine(report.printed_on, time()),
            }
        )
        writer = _Writer(book)
        _write_result(writer, report, totals, len(answers))
        _write_answers(writer, report, answers)
        _write_respondents(writer, report)
        _write_comments(writer, report)
        _write_plan(writer, report)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Formula:
    text: str
    value: float | str


_Cell: TypeAlias = str | int | float | datetime | _Formula


class _Writer:
    """Sheets written row after row, each kind of value as what it is; a text never becomes a formula."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._sheet: Any = None
        self._row = 0
        self._bold = book.add_format({"bold": True})
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def sheet(self, name: str, widths: Iterable[float], *, frozen_rows: int = 0) -> None:
        self._sheet, self._row = self._book.add_worksheet(name), 0
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        if frozen_rows:
            self._sheet.freeze_panes(frozen_rows, 0)

    def row(self, *cells: _Cell, style: str = "") -> None:
        chosen = {"bold": self._bold, "head": self._head, "wrap": self._wrap}.get(style)
        for column, cell in enumerate(cells):
            self._write(column, cell, chosen)
        self._row += 1

    def _write(self, column: int, cell: _Cell, style: Any) -> None:
        if isinstance(cell, _Formula):
            self._sheet.write_formula(self._row, column, cell.text, style, cell.value)
        elif isinstance(cell, datetime):
            self._sheet.write_datetime(self._row, column, cell, self._day)
        elif isinstance(cell, str):
            self._sheet.write_string(self._row, column, safe_text(cell), style)
        else:
            self._sheet.write_number(self._row, column, cell, style)


def _totals(answers: Iterable[RawAnswer]) -> dict[str, Tally]:
    sums, counts = dict.fromkeys(ELEMENT_KEYS, 0), dict.fromkeys(ELEMENT_KEYS, 0)
    for answer in answers:
        if answer.counted:
            for key, value in answer.values.items():
                sums[key] += value
                counts[key] += 1
    return {key: Tally(sums[key], counts[key]) for key in ELEMENT_KEYS}


def _check(report: OfficialReport, totals: Mapping[str, Tally]) -> None:
    found = index_of(totals, report.index.weight)
    if found is None or dict(found.nrr) != dict(report.index.nrr):
        raise ValueError("the counted answers do not give the index of the report")


def _write_result(writer: _Writer, report: OfficialReport, totals: Mapping[str, Tally], rows: int) -> None:
    index, first = report.index, _FIRST_ELEMENT_ROW
    last, weight = first + len(ELEMENT_KEYS) - 1, float(report.index.weight.fraction)
    writer.sheet(_RESULT, (34, 40, 14, 16, 12, 12, 16))
    writer.row("Survei Kepuasan Masyarakat", report.unit_name, style="bold")
    writer.row("Penyelenggara", report.letterhead.government)
    writer.row("Periode", report.period.label)
    writer.row("Data", "CONTOH, bukan hasil survei kota ini" if report.is_sample else "jawaban responden")
    writer.row("Responden yang dihitung", report.respondents)
    writer.row("Jawaban bertanda", report.flagged.responses, _inclusion(report))
    writer.row("Bobot setiap unsur", _Formula(_WEIGHT_FORMULAS[index.weight], weight))
    writer.row(
        "No", "Unsur", "Jumlah nilai", "Jumlah jawaban", "NRR", "Bobot", "NRR tertimbang", style="head"
    )
    for place, element in enumerate(report.elements):
        row, tally, mean = first + place, totals[element.key], float(index.nrr[element.key])
        column = _column(_FIRST_ANSWER_COLUMN + place)
        values, counted = _range(column, rows), _range("C", rows)
        writer.row(
            number_of(element, report.order),
            element.official_name,
            _Formula(f"=SUMIFS({values},{counted},1)", tally.total),
            _Formula(f'=COUNTIFS({counted},1,{values},">0")', tally.n),
            _Formula(f"=C{row}/D{row}", mean),
            _Formula(f"={_WEIGHT_CELL}", weight),
            _Formula(f"=E{row}*F{row}", mean * weight),
        )
    exact, ikm_row = ikm_exact(index.nrr, index.weight), last + 2
    writer.row("Jumlah tertimbang × 25", _Formula(f"=SUM(G{first}:G{last})*{INDEX_PER_NRR}", float(exact)))
    # Half up on the exact fraction; the last term outweighs what binary arithmetic loses, and is far smaller
    # than the distance of any other possible value from a half.
    halves_up = f"=INT(B{last + 1}*100+0.5+0.000000001)/100"
    writer.row("IKM", _Formula(halves_up, float(index.ikm)), style="bold")
    letters = f'=IF(B{ikm_row}>=88.31,"A",IF(B{ikm_row}>=76.61,"B",IF(B{ikm_row}>=65,"C","D")))'
    writer.row("Mutu pelayanan", _Formula(letters, index.grade.value), index.grade.word, style="bold")
    _write_sample(writer, report, ikm_row + 2)
    _write_invited(writer, report)


def _inclusion(report: OfficialReport) -> str:
    return "ikut dihitung" if report.flagged.included else "tidak dihitung"


def _write_sample(writer: _Writer, report: OfficialReport, row: int) -> None:
    if report.yearly_visitors is None or report.respondents_wanted is None:
        writer.row("Pengguna layanan setahun", "belum tercatat")
        return
    writer.row("Pengguna layanan setahun", report.yearly_visitors)
    wanted = f"=ROUND(96025*B{row}/(250*(B{row}-1)+96025),0)"
    writer.row("Sampel (Krejcie–Morgan)", _Formula(wanted, report.respondents_wanted))
    enough = "memenuhi" if report.representative else "belum memenuhi"
    writer.row("Kecukupan sampel", _Formula(f'=IF(B5>=B{row + 1},"memenuhi","belum memenuhi")', enough))


def _write_invited(writer: _Writer, report: OfficialReport) -> None:
    sample = report.invited
    if sample is None:
        return
    writer.row("Kunjungan yang diberitahukan", sample.visits)
    writer.row("Diundang secara acak", sample.invited)
    writer.row("Yang diundang dan menjawab", sample.answered)
    writer.row("Tingkat jawaban", round(sample.answered / sample.invited, 4))
    gap = sample.difference
    if gap is None:
        writer.row("Selisih terhadap yang datang sendiri", "belum dapat dinyatakan")
        return
    for label, value in (("", gap.points), (", batas bawah 95 %", gap.low), (", batas atas 95 %", gap.high)):
        writer.row(f"Selisih terhadap yang datang sendiri{label}", round(value, 2))


def _write_answers(writer: _Writer, report: OfficialReport, answers: Sequence[RawAnswer]) -> None:
    writer.sheet(_ANSWERS, (12, 34, 10, *(7,) * 9, 20, 44), frozen_rows=1)
    numbers = [number_of(element, report.order) for element in report.elements]
    writer.row("Tanggal", "Layanan", "Dihitung", *numbers, "Cara menjawab", "Tanda", style="head")
    for answer in answers:
        writer.row(
            datetime.combine(answer.day, time()),
            answer.service,
            int(answer.counted),
            *(answer.values.get(element.key, "") for element in report.elements),
            answer.channel,
            "; ".join(FLAG_WORDS[flag] for flag in Flag if flag in answer.flags),
        )


def _write_respondents(writer: _Writer, report: OfficialReport) -> None:
    writer.sheet("Responden", (34, 34, 12))
    writer.row("Menurut", "Pilihan", "Jumlah", style="head")
    tables = [("Layanan", report.by_service), ("Cara menjawab", report.by_channel)]
    tables += [(table.question, table.rows) for table in report.shown_profile]
    for name, rows in tables:
        for row in rows:
            writer.row(name, row.label, row.n)


def _write_comments(writer: _Writer, report: OfficialReport) -> None:
    writer.sheet("Saran", (40, 100), frozen_rows=1)
    writer.row("Unsur", "Saran", style="head")
    for group in printed(report)["comments"]:
        for text in group["texts"]:
            writer.row(group["name"], text, style="wrap")


def _write_plan(writer: _Writer, report: OfficialReport) -> None:
    writer.sheet("Tindak lanjut", (40, 10, 60, 16, 40))
    writer.row("Unsur (dari yang terendah)", "NRR", "Program", "Triwulan", "Penanggung jawab", style="head")
    means = {element.official_name: report.index.nrr[element.key] for element in report.elements}
    for plan in printed(report)["plan"]:
        mean = float(rounded(means[plan["name"]]))
        writer.row(plan["name"], mean, plan["programme"], plan["quarter"], plan["responsible"], style="wrap")


def _column(number: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def _range(column: str, rows: int) -> str:
    # At least one row, so that the range of an empty sheet is still a range.
    return f"{_ANSWERS}!${column}$2:${column}${max(rows, 1) + 1}"
