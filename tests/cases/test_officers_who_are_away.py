"""A desk whose officer is on leave, has lost the role, or was slower than another."""

from feedbackbot.storage.people.roles import end_grant, grants_of
from tests.cases.office import Office, sends_case
from tests.talk import Clock, Talker


async def test_cases_of_an_officer_who_is_away_are_told_to_the_others(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    await office.mail()
    await office.officer.types("/piket")
    await office.officer.taps("🌴 Saya cuti")
    await office.officer.taps("3 hari")
    assert "cuti sampai" in office.officer.last
    await ani.taps("✍️ Tulis ke petugas")
    await ani.types("Ini masih berlanjut hari ini")
    before = len(office.officer.chat)
    await office.mail()
    assert "masih berlanjut" in office.colleague.last
    assert len(office.officer.chat) == before
    await office.officer.types("/piket")
    await office.officer.taps("🌴 Saya sudah kembali")
    await ani.taps("Lihat laporan")
    await ani.taps("✍️ Tulis ke petugas")
    await ani.types("Sekarang sudah sore")
    await office.mail()
    assert "sudah sore" in office.officer.last


async def test_leave_ends_by_itself(office: Office, ani: Talker, clock: Clock) -> None:
    for person in (office.officer, office.colleague):
        await person.types("/piket")
        await person.taps("🌴 Saya cuti")
        await person.types("2")
    clock.passes(days=3)
    await sends_case(ani, office)
    assert "Laporan baru" in office.officer.last


async def test_of_two_officers_who_take_one_case_the_second_is_told_whose_it_is(
    office: Office, ani: Talker
) -> None:
    case_id = await sends_case(ani, office)
    for person in (office.officer, office.colleague):
        await person.sends_tap(f"!kasus/{case_id}")
    await office.officer.taps("💬 Jawab")
    await office.colleague.taps("💬 Jawab")
    await office.officer.types("Kami periksa hari ini")
    await office.colleague.types("Sudah ditangani rekan saya")
    await office.mail()
    assert (await office.case())["officer_id"] == (await office.officer.contact()).person_id
    assert "periksa hari ini" in office.colleague.last, "the second sees what the first has answered"


async def test_a_role_taken_away_in_the_middle_sends_nothing(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("💬 Jawab")
    person_id = (await office.officer.contact()).person_id
    for grant in await office.talk.run(grants_of, person_id):
        await office.talk.run(end_grant, grant.id)
    before = len(ani.chat)
    await office.officer.types("Jawaban yang tidak boleh sampai")
    await office.mail()
    assert len(ani.chat) == before
    assert (await office.case())["state"] == "new"
