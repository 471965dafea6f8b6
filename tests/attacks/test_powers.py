"""Powers end where they should: with the registry, with the own sessions, with time."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.reports.imports.findings import detail_line
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.training.tables import attendance
from feedbackbot.usecases.imports.import_report import plan_details
from feedbackbot.usecases.imports.import_staff import plan_import, take_over
from feedbackbot.usecases.imports.suspend_roles import leavers
from tests.builders import CATALOGUE, talk_in
from tests.deliver import deliver
from tests.staff.personnel import Personnel, row_of, sheet_of, told
from tests.talk import Clock, Talker


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Personnel]:
    clock = Clock()
    talk = await talk_in(database, clock)
    yield Personnel(talk, clock)


async def roles(office: Personnel, who: Talker) -> set[str]:
    return set(await office.do(roles_of, (await who.contact()).person_id)) - {"citizen", "employee"}


async def leaves(office: Personnel, number: int = 1) -> None:
    """The next sheet no longer names this employee."""
    await office.do(take_over, sheet_of([row_of(one) for one in range(3) if one != number]), None)
    await deliver(office.talk)


async def test_who_leaves_the_registry_loses_all_roles_and_a_superadmin_can_give_them_back(
    office: Personnel,
) -> None:
    await office.employs(3)
    _, leaver = await office.links(0, 1)
    superadmin = await office.grants("Zulfikar", Role.SUPERADMIN)
    await office.grants("Pegawai 1", Role.HEAD, 1)
    await office.grants("Pegawai 1", Role.OFFICER, 1)
    await leaves(office)
    assert await roles(office, leaver) == set()
    assert "Pegawai 1" in superadmin.last
    assert "ditangguhkan" in superadmin.last
    await superadmin.presses(superadmin.chat[-1], superadmin.chat[-1].buttons[0])
    assert await roles(office, leaver) == {Role.HEAD}
    await superadmin.presses(superadmin.chat[-2], superadmin.chat[-2].buttons[0])
    assert await roles(office, leaver) == {Role.HEAD}, "a second tap does nothing"


async def test_nobody_else_gives_a_suspended_role_back(office: Personnel) -> None:
    await office.employs(3)
    _, leaver = await office.links(0, 1)
    await office.grants("Zulfikar", Role.SUPERADMIN)
    programme = await office.grants("Rina", Role.PROGRAMME_ADMIN)
    await office.grants("Pegawai 1", Role.HEAD, 1)
    await leaves(office)
    for grant in range(1, 8):
        await programme.sends_tap(f"!cabut/{grant}.aktif")
        await leaver.sends_tap(f"!cabut/{grant}.aktif")
    assert await roles(office, leaver) == set()


async def test_the_dry_run_names_the_roles_and_changes_nothing(office: Personnel) -> None:
    await office.employs(3)
    _, leaver = await office.links(0, 1)
    await office.grants("Pegawai 1", Role.HEAD, 1)
    plan = await office.do(plan_import, sheet_of([row_of(0), row_of(2)]))
    leaving = await office.do(leavers, [gone.nip.digits for gone in plan.gone])
    details = [one for one in plan_details(plan, leaving) if one["what"] == "roles"]

    def t(key: str, /, **values: object) -> str:
        return CATALOGUE.text("id", key, **values)  # type: ignore[arg-type]

    assert [detail_line(t, one) for one in details] == [
        "NIP ••••" + plan.gone[0].nip.digits[-4:] + ": Kepala unit"
    ]
    assert await roles(office, leaver) == {Role.HEAD}


async def test_the_last_superadmin_keeps_the_role(office: Personnel) -> None:
    await office.employs(3)
    _, leaver = await office.links(0, 1)
    await office.grants("Pegawai 1", Role.SUPERADMIN)
    await office.grants("Pegawai 1", Role.HEAD, 1)
    await leaves(office)
    assert await roles(office, leaver) == {Role.SUPERADMIN}


async def held(office: Personnel) -> tuple[Talker, Talker]:
    """A session that Rahmah held yesterday; and another trainer."""
    await office.employs(3)
    training = await office.offers(days=1, seats=None)
    for one in await office.links(0, 1):
        await one.sends_tap(f"!undangan/{training}.ya")
    trainer = await office.grants("Rahmah", Role.TRAINER)
    stranger = await office.grants("Syarifah", Role.TRAINER)
    office.clock.passes(days=1)
    await trainer.sends_tap("!kode_hadir/1")
    return trainer, stranger


async def turns_over(trainer: Talker) -> None:
    await trainer.sends_tap("!kode_hadir/1.daftar")
    if (await trainer.state()).step == "peserta":
        await trainer.presses(trainer.chat[-1], trainer.chat[-1].buttons[0])


async def test_attendance_is_corrected_by_who_held_the_session_and_not_for_ever(office: Personnel) -> None:
    trainer, stranger = await held(office)
    office.clock.passes(days=5)
    await turns_over(trainer)
    assert await office.count(attendance) == 1
    await turns_over(stranger)
    assert "bukan sesi Anda" in told(stranger)
    assert await office.count(attendance) == 1
    office.clock.passes(days=26)
    await turns_over(trainer)
    assert "lebih tua dari 30 hari" in told(trainer)
    admin = await office.grants("Rina", Role.PROGRAMME_ADMIN)
    await turns_over(admin)
    assert "lebih tua dari 30 hari" in told(admin)
    assert await office.count(attendance) == 1
