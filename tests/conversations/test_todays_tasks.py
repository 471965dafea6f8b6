"""What waits at each home, counted, and opened by a tap."""

from collections.abc import AsyncIterator

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.broadcast.broadcasts import Stage, change_draft, move, new_draft
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant, end_grant, grants_of
from tests.builders import grant_roles, talk_in
from tests.cases.office import Office, sends_case, staffed
from tests.cast import Member
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    yield await talk_in(database, clock)


@pytest.fixture
async def office(talk: Talk) -> Office:
    return await staffed(talk)


@pytest.fixture
def ani(talk: Talk) -> Talker:
    return talk.person("Ani")


async def test_an_officer_without_cases_is_told_that_nothing_waits(office: Office) -> None:
    await office.officer.types("/mulai")
    assert "Beranda petugas aduan · Disdukcapil" in office.officer.last
    assert "Tidak ada yang menunggu Anda sekarang" in office.officer.last


async def test_cases_are_counted_by_how_pressing_they_are(office: Office, ani: Talker, clock: Clock) -> None:
    await sends_case(ani, office)
    await office.officer.types("/mulai")
    assert "1 laporan belum ada yang menangani" in office.officer.last
    clock.passes(days=10)
    await office.officer.types("/mulai")
    assert "1 laporan lewat tenggat" in office.officer.last
    await office.officer.taps("🔴 Lewat tenggat (1)")
    assert (await office.officer.state()).step == "daftar"
    assert [label for label in office.officer.buttons() if label.startswith("🔴")] == [
        f"🔴 {(await office.case())['number']}"
    ]


async def test_the_desk_of_another_unit_is_not_counted(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.other.types("/mulai")
    assert "Tidak ada yang menunggu" in office.other.last


async def test_a_role_taken_away_takes_its_home_along(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    officer = office.officer
    await officer.types("/mulai")
    menu = officer.chat[-1]
    person_id = (await officer.contact()).person_id
    grants = await office.talk.run(grants_of, person_id)
    await office.talk.run(end_grant, grants[0].id)
    await officer.presses(menu, officer.button("📥 Baru (1)")[1])
    assert "Nilai pelayanan" in " ".join(officer.buttons())
    assert (await officer.state()).conversation == "menu"


async def test_a_citizen_sees_how_the_own_reports_stand(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    number = (await office.case())["number"]
    await ani.types("/mulai")
    assert f"{number}: menunggu petugas" in ani.last
    assert "🗂 Laporan saya" in ani.buttons()


async def test_a_question_of_the_unit_waits_at_the_citizens_home(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.is_done("Uangnya sudah dikembalikan.")
    await ani.types("/mulai")
    assert "1 laporan Anda menunggu jawaban Anda" in ani.last
    await ani.taps("❗ Jawab (1)")
    await ani.taps("Ya, sudah")
    assert "ditutup sebagai selesai" in ani.last


async def test_a_rating_left_half_way_is_gone_on_with(talk: Talk, ani: Talker) -> None:
    await ani.opens("u_bpbd")
    await ani.taps("Setuju")
    while not (await ani.state()).step.startswith("u"):
        await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
        if (await ani.state()).step not in ("izin", "layanan"):
            break
    await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    await ani.types("/mulai")
    assert "belum selesai" in ani.last
    await ani.taps("⏳ Lanjutkan menilai")
    assert (await ani.state()).conversation == "nilai"


async def test_a_broadcast_waits_for_another_admin_and_a_draft_for_its_author(talk: Talk) -> None:
    author = await grant_roles(talk, Member("Zulfikar", ("superadmin",)))
    other = await grant_roles(talk, Member("Intan", ("programme_admin",)))
    author_id = (await author.contact()).person_id
    first = await talk.run(new_draft, author_id, "all")
    second = await talk.run(new_draft, author_id, "all")
    await talk.run(new_draft, author_id, "all")  # nothing was written in it
    for one in (first, second):
        await talk.run(change_draft, one, words={"id": "Kantor tutup besok"})
    await talk.run(move, first, [Stage.DRAFT], Stage.AWAITING)

    await other.types("/mulai")
    assert "1 siaran menunggu persetujuan Anda" in other.last
    await other.taps("📝 Setujui siaran (1)")
    assert any("Setuju" in label for label in other.buttons())

    await author.types("/mulai")
    assert "persetujuan" not in author.last
    assert "1 naskah siaran belum dikirim" in author.last


async def test_an_own_role_of_a_unit_is_named_with_it(office: Office) -> None:
    person_id = (await office.officer.contact()).person_id
    await office.talk.run(add_grant, person_id, Role.HEAD, office.unit_id)
    await office.officer.types("/mulai")
    assert "Beranda kepala unit · Disdukcapil" in office.officer.last
