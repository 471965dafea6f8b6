"""A hostile sheet ends no bot and is told so; what cannot be read safely at speed is read slowly."""

import pytest

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.reports.render_process import FOREIGN_FILE, RenderFailed, RenderProcess
from tests.files.people import TABLE
from tests.files.workbooks import repacked, xlsx
from tests.files.zoo import FOLDER, TODAY


async def test_a_sheet_that_lays_out_more_memory_than_allowed_is_refused_and_the_next_is_read() -> None:
    """Nothing in the package says how large the sheet is: its far cell stands in a row of seven digits without its own place."""

    def hide(name: str, content: bytes) -> bytes:
        if not name.startswith("xl/worksheets/"):
            return content
        text = content.replace(b'<dimension ref="A1:XFD900000"/>', b"").replace(
            b'<dimension ref="A1:XFD900000" />', b""
        )
        return text + b"<!--" + b" " * 5_000 + b"-->"

    def far(book: object) -> None:
        book.active["XFD900000"] = "x"  # type: ignore[attr-defined]

    hostile = repacked(xlsx(TABLE, change=far), content=hide)
    process = RenderProcess()
    try:
        with pytest.raises((RenderFailed, SheetError)):
            await process.bounded(FOREIGN_FILE, read_staff_sheet, hostile, today=TODAY)
        good = (FOLDER / "xlsx-biasa.xlsx").read_bytes()
        assert len((await process.bounded(FOREIGN_FILE, read_staff_sheet, good, today=TODAY)).rows) == 3
    finally:
        await process.close()
