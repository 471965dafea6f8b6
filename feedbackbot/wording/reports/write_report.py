"""Write the official report of a unit into files, from the command line."""

from pathlib import Path

from feedbackbot.domain.survey.period import SurveyPeriod, parse_period
from feedbackbot.i18n import load_catalogue
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.official.archive import report_contents
from feedbackbot.reports.official.from_database import ReportContents
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.workbook import official_workbook
from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.transaction import Transaction


async def write_report(settings: Settings, unit_code: str, period_code: str, folder: Path) -> list[Path]:
    """The files written: PDF and workbook. ValueError for what is no period, LookupError for no such unit or no ratings."""
    period = parse_period(period_code)
    async with checked_runtime(settings) as runtime:
        found = await runtime.read(lambda tx: _contents(tx, unit_code, period))
    report = found.report
    folder.mkdir(parents=True, exist_ok=True)
    pdf, workbook = (folder / report.file_name(ending) for ending in ("pdf", "xlsx"))
    pdf.write_bytes(official_pdf(report))
    workbook.write_bytes(official_workbook(report, found.answers))
    return [pdf, workbook]


def _contents(tx: Transaction, unit_code: str, period: SurveyPeriod) -> ReportContents:
    unit = report_unit(tx, unit_code)
    if unit is None:
        raise LookupError(f"no unit has the code {unit_code!r}")
    found = report_contents(tx, load_catalogue(), unit, period)
    if found is None:
        raise LookupError(f"{unit_code} has no ratings in {period.code}")
    return found
