"""Makers of what a report sends: charts by their recipe, the official report and its workbook."""

from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CHART, OFFICIAL_PDF, OFFICIAL_WORKBOOK
from feedbackbot.domain.sheets.write import XLSX
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.drawing.chart_json import chart_from_json
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.official.archive import report_contents
from feedbackbot.reports.official.from_database import ReportContents
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.workbook import official_workbook
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.report_units import report_unit_by_id

_PDF = "application/pdf"


def report_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """The makers of every source that reports name; drawing is done in the render process, reading before it."""

    async def chart(attachment: Attachment) -> MadeFile:
        recipe = chart_from_json(str(attachment.args["chart"]))
        return MadeFile(await render.render(draw, recipe, "png"), attachment.name, "image/png")

    async def contents(attachment: Attachment) -> ReportContents:
        unit_id, period = int(attachment.args["unit"] or 0), parse_period(str(attachment.args["period"]))

        def work(tx: Transaction) -> ReportContents | None:
            unit = report_unit_by_id(tx, unit_id)
            return report_contents(tx, catalogue, unit, period) if unit else None

        found = await runtime.read(work)
        if found is None:
            raise LookupError(f"unit {unit_id} has no ratings in {period.code}")
        return found

    async def pdf(attachment: Attachment) -> MadeFile:
        found = await contents(attachment)
        return MadeFile(await render.render(official_pdf, found.report), attachment.name, _PDF)

    async def workbook(attachment: Attachment) -> MadeFile:
        found = await contents(attachment)
        made = await render.render(official_workbook, found.report, found.answers)
        return MadeFile(made, attachment.name, XLSX)

    return {CHART: chart, OFFICIAL_PDF: pdf, OFFICIAL_WORKBOOK: workbook}
