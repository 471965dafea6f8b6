"""Files that an admin sends, and the job that reads them."""

from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.errors import FeedbackbotError
from feedbackbot.jobs.imports import import_job
from feedbackbot.storage.staff.tables import received_import
from tests.render_fake import InThisProcess
from tests.staff.personnel import Personnel
from tests.talk import Talker


class Post:
    """The chat service's store of files."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    async def fetch(self, ref: str) -> bytes:
        if ref not in self.files:
            raise FeedbackbotError("import-file-gone")
        return self.files[ref]


async def sends(
    office: Personnel, admin: Talker, post: Post, data: bytes, *, kind: str = "Data pegawai (Excel, CSV)"
) -> None:
    """The admin sends a file, and the job reads it."""
    post.files["berkas"] = data
    await admin.types("/impor")
    await admin.taps(kind)
    await admin.does(Kind.DOCUMENT, file=Received("berkas", "pegawai.xlsx", "", len(data)))
    await runs(office, post)


async def runs(office: Personnel, post: Post) -> dict[str, int]:
    talk = office.talk
    job = import_job(InThisProcess(), post.fetch)  # type: ignore[arg-type]
    return await job.work(talk.runtime)


async def decides(office: Personnel, admin: Talker, post: Post, act: str) -> None:
    found = await office.rows(select(received_import.c.id).order_by(received_import.c.id.desc()).limit(1))
    await admin.sends_tap(f"!impor/{found[0][0]}.{act}")
    await runs(office, post)
