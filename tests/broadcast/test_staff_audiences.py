"""Broadcasts to employees: by unit, rank group, training and JP, and by a pasted list of numbers."""

from datetime import date

from sqlalchemy import insert, select

from feedbackbot.storage.people.tables import role_grant
from feedbackbot.storage.training.tables import enrolment, jp_entry, training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from tests.broadcast.city import newest, rows
from tests.broadcast.staff import names
from tests.talk import Talk, Talker


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
