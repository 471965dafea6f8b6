"""The recipients of a broadcast as a workbook, one row each; made when the message that carries it is sent."""

from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import BROADCAST_WORKBOOK
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.write import XLSX, CellValue, Column, ColumnKind, Sheet, workbook_bytes
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.broadcast.broadcast_rows import Recipient, recipients
from feedbackbot.storage.broadcast.broadcasts import Broadcast, broadcast_by_id
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.content import label_of
from feedbackbot.wording.broadcast.card import in_language, reason_in_words

_COLUMNS = {
    "person": ColumnKind.INTEGER,
    "channel": ColumnKind.TEXT,
    "fate": ColumnKind.TEXT,
    "reason": ColumnKind.TEXT,
    "attempts": ColumnKind.INTEGER,
    "at": ColumnKind.MOMENT,
    "answer": ColumnKind.TEXT,
    "repeated": ColumnKind.TEXT,
}


def broadcast_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """The maker of the source "broadcast-workbook"; its args are broadcast (an id) and language."""

    async def make(attachment: Attachment) -> MadeFile:
        broadcast_id, language = int(attachment.args["broadcast"] or 0), str(attachment.args["language"])
        sheet = await runtime.read(lambda tx: recipients_sheet(tx, catalogue, broadcast_id, language))
        return MadeFile(await render.render(workbook_bytes, [sheet]), attachment.name, XLSX)

    return {BROADCAST_WORKBOOK: make}


def recipients_sheet(tx: Transaction, catalogue: Catalogue, broadcast_id: int, language: str) -> Sheet:
    """Raises LookupError for a broadcast that does not exist."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None:
        raise LookupError("no such broadcast")
    rows = [_row(one, found, catalogue, language) for one in recipients(tx, broadcast_id)]
    columns = [
        Column(plain(catalogue.text(language, f"broadcast-column-{name}")), kind)
        for name, kind in _COLUMNS.items()
    ]
    return Sheet(plain(catalogue.text(language, "broadcast-sheet-name")), columns, rows)


def _row(one: Recipient, found: Broadcast, catalogue: Catalogue, language: str) -> list[CellValue]:
    t = in_language(catalogue, language)
    offered = one.answer is not None and one.answer <= len(found.buttons)
    return [
        one.person_id,
        one.channel,
        t(f"broadcast-fate-{one.state.name.lower().replace('_', '-')}"),
        plain(reason_in_words(one.reason, t)) if one.reason else "",
        one.attempts,
        one.settled_at,
        label_of(found.buttons[one.answer - 1], language) if offered and one.answer else "",
        t("broadcast-yes") if one.repeated else "",
    ]
