"""The list of what an import does, and the sheet of answers to fill in, as workbooks."""

from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import FACTS_WORKBOOK, IMPORT_WORKBOOK
from feedbackbot.domain.sheets.write import XLSX, workbook_bytes
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.imports.findings import import_sheets
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.reports.understanding.facts_sheet import facts_sheet
from feedbackbot.storage.runtime import Runtime


def import_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """By source."""

    async def import_list(attachment: Attachment) -> MadeFile:
        wanted, language = int(attachment.args["import"] or 0), str(attachment.args["language"])
        sheets = await runtime.read(lambda tx: import_sheets(tx, catalogue, wanted, language))
        return MadeFile(await render.render(workbook_bytes, sheets), attachment.name, XLSX)

    async def facts(attachment: Attachment) -> MadeFile:
        language = str(attachment.args["language"])
        sheet = await runtime.read(lambda tx: facts_sheet(tx, catalogue, language))
        return MadeFile(await render.render(workbook_bytes, [sheet]), attachment.name, XLSX)

    return {IMPORT_WORKBOOK: import_list, FACTS_WORKBOOK: facts}
