"""A file is made when it is sent, and uploaded once to each chat service by each bot."""

import pytest

from feedbackbot.delivery.attachments import AttachmentStore
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import RECEIVED
from feedbackbot.storage.runtime import Runtime
from tests.delivery.pipeline import Moody
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

CHART = Attachment("chart", {"unit": 3}, "chart.png", cache_key="chart:3:today")
ONCE = Attachment("chart", {"unit": 3}, "chart.png")
PHOTO = Attachment(RECEIVED, {"ref": "a-file-of-Ani"}, "photo.jpg", cache_key="ignored")


async def draw(attachment: Attachment) -> MadeFile:
    return MadeFile(f"unit {attachment.args['unit']}".encode(), attachment.name, "image/png")


def store(desk: Desk, instance: str = "bot 1") -> AttachmentStore:
    return AttachmentStore(desk.runtime, {"chart": draw}, instance=instance)


async def test_a_file_is_made_by_its_recipe(desk: Desk) -> None:
    assert await store(desk).make(CHART) == MadeFile(b"unit 3", "chart.png", "image/png")


async def test_nobody_makes_what_has_no_maker(desk: Desk) -> None:
    with pytest.raises(LookupError, match="poster"):
        await store(desk).make(Attachment("poster", {}, "poster.pdf"))


async def test_what_was_uploaded_is_known_until_it_was_another_service_or_another_bot(desk: Desk) -> None:
    assert await store(desk).known_ref(CHANNEL, CHART) is None
    await store(desk).remember(CHANNEL, CHART, "file 1")
    assert await store(desk).known_ref(CHANNEL, CHART) == "file 1"
    assert await store(desk).known_ref("whatsapp", CHART) is None
    assert await store(desk, "bot 2").known_ref(CHANNEL, CHART) is None


async def test_a_file_without_a_key_is_made_each_time(desk: Desk) -> None:
    await store(desk).remember(CHANNEL, ONCE, "file 1")
    assert await store(desk).known_ref(CHANNEL, ONCE) is None


async def test_what_a_person_sent_is_passed_on_by_its_own_id(desk: Desk) -> None:
    await store(desk).remember(CHANNEL, PHOTO, "not kept")
    assert await store(desk).known_ref(CHANNEL, PHOTO) == "a-file-of-Ani"


async def test_a_key_of_any_length_is_told_from_others(desk: Desk) -> None:
    long = [Attachment("chart", {}, "chart.png", cache_key="x" * 300 + end) for end in "ab"]
    await store(desk).remember(CHANNEL, long[0], "file a")
    assert await store(desk).known_ref(CHANNEL, long[0]) == "file a"
    assert await store(desk).known_ref(CHANNEL, long[1]) is None


async def test_a_message_that_arrived_is_no_failure_because_its_file_was_not_remembered(desk: Desk) -> None:
    away = Moody(desk.database, refuses=1)
    await AttachmentStore(Runtime(away, desk.clock, desk.settings), {}, instance="bot 1").remember(
        CHANNEL, CHART, "file 1"
    )
    assert await store(desk).known_ref(CHANNEL, CHART) is None
