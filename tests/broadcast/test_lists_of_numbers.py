"""A broadcast to a list of employees' numbers, pasted or as a file that a job reads."""

import pytest

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.jobs.broadcast import broadcast_jobs
from feedbackbot.storage.broadcast.broadcast_people import keep_list_file, list_files
from tests.broadcast.city import rows, told
from tests.broadcast.staff import NIPS, names
from tests.render_fake import InThisProcess
from tests.talk import Talk, Talker


async def test_a_pasted_list_with_doubles_blanks_and_nonsense(
    talk: Talk, zul: Talker, staff: dict[str, int]
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Daftar NIP …")
    fajar, lepas = NIPS["Fajar"], NIPS["Lepas"]
    spaced = f"{fajar[:8]} {fajar[8:14]} {fajar[14]} {fajar[15:]}"
    await zul.types(
        f"{fajar}\n\n   \n{spaced}\n{NIPS['Nurul']};{lepas}, 12345\nbukan nomor\n199912312022012009"
    )
    assert "2 orang akan dikirimi" in zul.said()
    assert (
        "Dobel 1, bukan NIP 2, tidak ada di daftar pegawai 1, belum terhubung dengan asisten ini 1"
        in zul.said()
    )
    await zul.types("Halo")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert "Orang-orang dalam daftar NIP" in zul.last
    await zul.taps("Kirim sekarang")
    assert sorted(row.name for row in await rows(talk)) == ["Fajar", "Nurul"]


async def test_a_list_of_nobody_is_refused_and_asked_again(
    talk: Talk, zul: Talker, staff: dict[str, int]
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Daftar NIP …")
    await zul.types("199912312022012009\nabc")
    assert "tidak ada yang dapat dikirimi" in zul.said()
    assert (await zul.state()).step == "daftar"


async def test_a_list_as_a_file_is_read_by_a_job_and_the_author_goes_on(
    talk: Talk, zul: Talker, staff: dict[str, int]
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Daftar NIP …")
    await zul.does(Kind.DOCUMENT, file=Received("list-1", "daftar.csv", "text/csv", 100))
    assert "sedang dibaca" in zul.said()
    assert (
        await reading(talk, {"list-1": f"Nama;NIP\nFajar;{NIPS['Fajar']}\nNurul;'{NIPS['Nurul']}\n".encode()})
        == 1
    )
    [body] = await told(talk, "Zul")
    assert "*2 orang*" in body
    await zul.sends_tap("!siarkan/lanjut.1")
    await zul.types("Halo")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    await zul.taps("Kirim sekarang")
    assert sorted(row.name for row in await rows(talk)) == ["Fajar", "Nurul"]
    assert await reading(talk, {}) == 0


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (None, "tidak dapat diambil"),
        (b"", "kosong"),
        (b"PK\x03\x04xx", "rusak"),
        (b"nama\nBudi\n", "tidak ada NIP"),
    ],
)
async def test_a_file_that_will_not_do_is_told_and_another_can_be_sent(
    talk: Talk, zul: Talker, staff: dict[str, int], content: bytes | None, answer: str
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Daftar NIP …")
    await zul.does(Kind.DOCUMENT, file=Received("list-1", "daftar.xlsx", "", 100))
    assert await reading(talk, {"list-1": content} if content is not None else {}) == 0
    [body] = await told(talk, "Zul")
    assert answer in body
    await zul.sends_tap("!siarkan/daftar.1")
    assert (await zul.state()).step == "daftar"


async def test_a_draft_whose_list_is_still_being_read_is_not_sent(
    talk: Talk, zul: Talker, staff: dict[str, int]
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Daftar NIP …")
    await zul.types(NIPS["Fajar"])
    await zul.types("Halo")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    await talk.run(keep_list_file, 1, "list-1")
    await zul.taps("Kirim sekarang")
    assert "sedang dibaca" in zul.notice + zul.said()
    numbers = [NIPS["Nurul"], *(f"19790303200401{number:04}" for number in range(2000, 9000))]
    assert await reading(talk, {"list-1": "\n".join(["NIP", *numbers]).encode()}) == 1
    assert await names(talk, "list:1") == ["Nurul"]


async def test_a_list_of_60_mb_is_refused_before_anybody_fetches_it(
    talk: Talk, zul: Talker, staff: dict[str, int]
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Daftar NIP …")
    await zul.does(Kind.DOCUMENT, file=Received("list-1", "daftar.xlsx", "", 60_000_000))
    assert "lebih besar dari 20 MB" in zul.said()
    assert await talk.run(list_files) == []


async def reading(talk: Talk, files: dict[str, bytes]) -> int:
    """The job runs once; how many lists it could use."""

    async def fetch(ref: str) -> bytes:
        return files[ref]

    jobs = broadcast_jobs(talk.dialogue.catalogue, InThisProcess(), fetch)  # type: ignore[arg-type]
    [job] = [job for job in jobs if job.name == "read_broadcast_lists"]
    return (await job.work(talk.runtime))["read"]
