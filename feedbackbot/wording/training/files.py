"""Files about trainings, made when the message that carries them is sent: calendars, certificates, the overview."""

from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import (
    CALENDAR,
    CERTIFICATE,
    RECAP_PICTURE,
    RECAP_WORKBOOK,
)
from feedbackbot.domain.sheets.write import XLSX, workbook_bytes
from feedbackbot.domain.training.calendar_file import CalendarSession, calendar_file
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.drawing.table_drawing import draw_table
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.reports.training.certificate import certificate_pdf
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.training.trainings import all_sessions_of, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.wording.training.printed_certificate import printed_certificate
from feedbackbot.wording.training.recap_file import recap_picture, recap_sheets


def training_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """By source."""

    async def calendar(attachment: Attachment) -> MadeFile:
        training_id = int(attachment.args["training"] or 0)
        return MadeFile(
            await runtime.read(lambda tx: calendar_of(tx, training_id)), attachment.name, "text/calendar"
        )

    async def certificate(attachment: Attachment) -> MadeFile:
        wanted, language = int(attachment.args["certificate"] or 0), str(attachment.args["language"])
        printed = await runtime.read(lambda tx: printed_certificate(tx, catalogue, wanted, language))
        return MadeFile(await render.render(certificate_pdf, printed), attachment.name, "application/pdf")

    async def overview(attachment: Attachment) -> MadeFile:
        admin, language = int(attachment.args["admin"] or 0), str(attachment.args["language"])
        table = await runtime.read(lambda tx: recap_picture(tx, catalogue, admin, language))
        return MadeFile(await render.render(draw_table, table), attachment.name, "image/png")

    async def workbook(attachment: Attachment) -> MadeFile:
        admin, language = int(attachment.args["admin"] or 0), str(attachment.args["language"])
        sheets = await runtime.read(lambda tx: recap_sheets(tx, catalogue, admin, language))
        return MadeFile(await render.render(workbook_bytes, sheets), attachment.name, XLSX)

    return {
        CALENDAR: calendar,
        CERTIFICATE: certificate,
        RECAP_PICTURE: overview,
        RECAP_WORKBOOK: workbook,
    }


def calendar_of(tx: Transaction, training_id: int) -> bytes:
    """All sessions, with those struck out that were cancelled. Raises LookupError for a training that does not exist."""
    found = training_by_id(tx, training_id)
    if found is None:
        raise LookupError("no such training")
    sessions = [
        CalendarSession(
            one.id,
            found.title,
            one.starts_at,
            one.ends_at,
            one.place,
            one.link,
            found.institution,
            one.sequence,
            one.cancelled,
        )
        for one in all_sessions_of(tx, training_id)
    ]
    return calendar_file(sessions, now=tx.now, domain=f"{tx.settings.city}.feedbackbot")
