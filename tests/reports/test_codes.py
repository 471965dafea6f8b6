"""The picture of a link shows a code for each chat service, since nobody knows which one somebody has who scans it."""

import struct

import pytest

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CODE_PICTURE
from feedbackbot.reports.poster.code_makers import code_makers
from feedbackbot.storage.database import Database
from tests.builders import CATALOGUE
from tests.render_fake import InThisProcess
from tests.usecase_runner import Desk

BOTH = {"telegram": "https://t.me/kota_bot?start=", "whatsapp": "https://wa.me/62645?text=mulai%20"}


async def picture(database: Database, *channels: str) -> tuple[int, int]:
    """Width and height in pixels."""
    runtime = Desk(database).runtime
    for channel in channels:
        runtime.links.add(channel, lambda payload, base=BOTH[channel]: base + payload)
    maker = code_makers(runtime, CATALOGUE, InThisProcess())[CODE_PICTURE]  # type: ignore[arg-type]
    wanted = Attachment(CODE_PICTURE, {"payload": "kode_ABCD2345", "language": "id"}, "kode.png")
    width, height = struct.unpack(">II", (await maker(wanted)).content[16:24])
    return width, height


async def test_one_chat_service_has_one_code_and_two_have_two_beside_each_other(database: Database) -> None:
    width, height = await picture(database, "telegram")
    assert width == height >= 400
    width, height = await picture(database, "telegram", "whatsapp")
    assert width > 1.5 * height >= 900


async def test_where_no_bot_has_a_name_there_is_no_picture(database: Database) -> None:
    with pytest.raises(LookupError):
        await picture(database)
