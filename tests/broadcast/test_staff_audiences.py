"""Broadcasts to employees: by unit, rank group, training and JP, and by a pasted list of numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert, select

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.jobs.broadcast import broadcast_jobs
from feedbackbot.storage.broadcast.audiences import people_of
from feedbackbot.storage.broadcast.broadcast_people import keep_list_file, list_files
from feedbackbot.storage.people.tables import role_grant
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment, jp_entry, training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from tests.broadcast.city import join, newest, rows, told
from tests.render_fake import InThisProcess
from tests.talk import Talk, Talker

NIPS = {
    "Fajar": "198001012005011001",
    "Nurul": "198502022010012002",
    "Hasan": "197903032004011003",
    "Lepas": "198804042012011004",  # no chat
}


async def employ(
    talk: Talk,
    name: str,
    *,
    at: str = "disdukcapil",
    rank: str = "III",
    kind: str = "pns",
    linked: bool = True,
) -> int:
    """An employee of the registry; the id."""
    person = (await (await join(talk, name)).contact()).person_id if linked else None

    def work(tx: Transaction) -> int:
        unit_id = tx.run(select(unit.c.id).where(unit.c.code == at)).scalar_one()
        row: dict[str, Any] = {
            "nip": NIPS[name], "kind": kind, "name": name, "unit_id": unit_id, "rank_group": rank, "active": True,
            "person_id": person, "created_at": tx.now, "changed_at": tx.now,
        }  # fmt: skip
        return int(tx.run(insert(employee).returning(employee.c.id), row).scalar_one())

    return await talk.work(work)


async def names(talk: Talk, code: str) -> Sequence[str]:
    """Who is in an audience."""
    wanted = select(employee.c.name).order_by(employee.c.name)
    return await talk.work(
        lambda tx: list(tx.run(wanted.where(employee.c.person_id.in_(people_of(tx, code)))).scalars())
    )


@pytest.fixture
async def staff(talk: Talk) -> dict[str, int]:
    return {
        "Fajar": await employ(talk, "Fajar"),
        "Nurul": await employ(talk, "Nurul", at="bpbd", rank="IV"),
        "Hasan": await employ(talk, "Hasan", kind="pppk", rank="IX"),
        "Lepas": await employ(talk, "Lepas", linked=False),
    }


async def test_units_and_rank_groups_and_all_staff(talk: Talk, staff: dict[str, int]) -> None:
    assert await names(talk, "staff") == ["Fajar", "Hasan", "Nurul"]
    assert await names(talk, "rank:III") == ["Fajar"]
    disdukcapil = await talk.work(
        lambda tx: tx.run(select(unit.c.id).where(unit.c.code == "disdukcapil")).scalar_one()
    )
    assert await names(talk, f"unit:{disdukcapil}") == ["Fajar", "Hasan"]


async def test_below_a_jp_figure_are_only_pns_and_only_this_year_counts(
    talk: Talk, staff: dict[str, int]
) -> None:
    def work(tx: Transaction) -> None:
        for cause, name, jp, day in (
            ("a", "Fajar", 30, date(2025, 6, 1)),
            ("b", "Fajar", 8, date(2026, 6, 1)),
            ("c", "Nurul", 12, date(2026, 6, 1)),
        ):
            row = {"employee_id": staff[name], "jp": jp, "day": day, "cause": cause, "at": tx.now}
            tx.run(insert(jp_entry), row)

    await talk.work(work)
    assert await names(talk, "jp:10") == ["Fajar"]
    assert await names(talk, "jp:20") == ["Fajar", "Nurul"]


async def test_by_mode_and_state_of_a_training(talk: Talk, staff: dict[str, int]) -> None:
    def work(tx: Transaction) -> None:
        row = {
            "title": "Pelayanan prima", "kind": "workshop", "skill": "soft", "mode": "online", "form": "1", "jp": 4,
            "needs_consent": False, "created_at": tx.now, "changed_at": tx.now,
        }  # fmt: skip
        number = tx.run(insert(training).returning(training.c.id), row).scalar_one()
        for name, state in (("Fajar", "invited"), ("Nurul", "seated")):
            seat = {"training_id": number, "employee_id": staff[name], "state": state, "changed_at": tx.now}
            tx.run(insert(enrolment), seat)

    await talk.work(work)
    assert await names(talk, "training:online:invited") == ["Fajar"]
    assert await names(talk, "training:classroom:invited") == []


async def test_staff_without_a_chat_are_counted_as_out_of_reach(
    talk: Talk, zul: Talker, staff: dict[str, int]
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua pegawai")
    await zul.types("Apel Senin pukul 07.30")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert "Akan dikirimi: 3 orang" in zul.last
    assert "1 pegawai yang belum terhubung" in zul.last
    await zul.taps("Kirim sekarang")
    assert sorted(row.name for row in await rows(talk)) == ["Fajar", "Hasan", "Nurul"]
    assert (await newest(talk)).left_out == {"not-linked": 1}


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


async def test_a_units_admin_writes_to_the_own_unit_only(
    talk: Talk, staff: dict[str, int], ani: Talker
) -> None:
    person = (await ani.contact()).person_id

    def work(tx: Transaction) -> None:
        own = tx.run(select(unit.c.id).where(unit.c.code == "disdukcapil")).scalar_one()
        grant = {"person_id": person, "role": "unit_admin", "unit_id": own, "granted_at": tx.now}
        tx.run(insert(role_grant), grant)

    await talk.work(work)
    await ani.types("/siarkan")
    assert len(ani.buttons()) == 1
    await ani.taps(ani.buttons()[0])
    await ani.types("Rapat pukul 10")
    await ani.taps("Tanpa English")
    await ani.taps("Tanpa tombol")
    await ani.taps("Jadikan darurat")
    assert "hanya dari admin kota" in ani.notice
    await ani.taps("Kirim sekarang")
    assert sorted(row.name for row in await rows(talk)) == ["Fajar", "Hasan"]


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
