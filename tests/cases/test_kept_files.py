"""Files that their chat service would forget are fetched at once, kept with the case, and sent on from there."""

import pytest
from sqlalchemy import insert, select

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import RECEIVED
from feedbackbot.errors import FeedbackbotError
from feedbackbot.jobs.case_files import keep_files_job
from feedbackbot.storage.cases.tables import timeline_entry, timeline_file
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.passed_files import received_maker
from tests.usecase_runner import Desk

JPEG = b"\xff\xd8\xff\xe0 a picture"


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def a_file(desk: Desk, ref: str, channel: str = "other") -> None:
    def work(tx: Transaction) -> None:
        said = {"at": tx.now, "actor": "citizen", "action": "sent", "words": ""}
        entry = tx.run(insert(timeline_entry).values(**said).returning(timeline_entry.c.id)).scalar_one()
        tx.run(insert(timeline_file).values(entry_id=entry, kind="photo", channel=channel, ref=ref))

    await desk.do(work)


async def contents(desk: Desk) -> list[bytes | None]:
    return await desk.rows(select(timeline_file.c.content).order_by(timeline_file.c.id))


class Service:
    """Has the files of its table until it forgets them."""

    def __init__(self) -> None:
        self.files = {"other:1": JPEG}
        self.asked: list[str] = []

    async def fetch(self, ref: str) -> bytes:
        self.asked.append(ref)
        if ref not in self.files:
            raise FeedbackbotError("import-file-gone")
        return self.files[ref]


async def test_a_file_is_fetched_once_and_sent_on_after_the_service_forgot_it(desk: Desk) -> None:
    service = Service()
    await a_file(desk, "other:1")
    await a_file(desk, "42", channel="elsewhere")
    job = keep_files_job(service.fetch, ["other"])
    assert await job.work(desk.runtime) == {"kept": 1, "failed": 0}
    assert await job.work(desk.runtime) == {"kept": 0, "failed": 0}
    assert await contents(desk) == [JPEG, None]
    service.files.clear()
    made = await received_maker(desk.runtime, service.fetch)(
        Attachment(RECEIVED, {"ref": "other:1"}, name="photo")
    )
    assert (made.content, made.mime) == (JPEG, "image/jpeg")
    assert service.asked == ["other:1"]


async def test_a_file_that_is_lost_is_not_asked_for_for_ever(desk: Desk) -> None:
    service = Service()
    await a_file(desk, "other:9")
    job = keep_files_job(service.fetch, ["other"])
    for _ in range(30):
        await job.work(desk.runtime)
    assert len(service.asked) == 20
    assert await contents(desk) == [b""]
