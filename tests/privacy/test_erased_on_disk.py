"""What was erased is not in the file either: neither in free pages nor in the log of changes."""

from pathlib import Path

from feedbackbot.jobs.privacy import privacy_jobs
from feedbackbot.storage.database import open_database
from feedbackbot.storage.runtime import Runtime
from tests.builders import talk_in
from tests.cases.office import sends_case, staffed
from tests.survey.ratings import rate
from tests.talk import Clock

WORDS = "Petugas bernama Zainal meminta uang dua puluh ribu rupiah kemarin pagi"


def on_disk(file: Path) -> bytes:
    return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))


async def test_no_word_of_an_erased_citizen_is_left_in_the_files(sqlite_url: str) -> None:
    file, clock = Path(sqlite_url.removeprefix("sqlite:///")), Clock()
    database = open_database(sqlite_url)
    talk = await talk_in(database, clock)
    office = await staffed(talk)
    ani = talk.person("6281260007777")
    await rate(ani)
    await ani.types("Zainal sangat ramah")
    await sends_case(ani, office, WORDS)
    assert b"Zainal" in on_disk(file)
    assert b"6281260007777" in on_disk(file)
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    clock.passes(minutes=2)
    [job] = [job for job in privacy_jobs() if job.name == "finish_erasures"]
    assert await job.work(Runtime(database, clock, talk.settings)) == {"addresses": 1}
    assert b"Zainal" not in on_disk(file)
    assert b"6281260007777" not in on_disk(file)
    await database.close()
