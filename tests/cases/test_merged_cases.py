"""Cases about the same are one work; each citizen is told, and what is confidential stays apart."""

from tests.cases.desk import more, sends_confidential
from tests.cases.office import Office, number_of, sends_case, two_cases
from tests.talk import Talker


async def is_about_to_merge(office: Office, case_id: int) -> Talker:
    """The officer, who is asked with which other case."""
    await office.officer.sends_tap(f"!kasus/{case_id}")
    await more(office.officer, "🔗 Gabungkan")
    return office.officer


async def test_two_cases_about_the_same_are_one_work_and_both_citizens_are_told(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (_, first), (second_id, second) = await two_cases(office, ani, budi)
    officer = await is_about_to_merge(office, second_id)
    assert first in officer.last, "the one that is alike is offered"
    await officer.taps(first)
    await office.mail()
    assert second in officer.last
    assert "dikerjakan bersama" in budi.last
    assert first not in budi.last, "the number of somebody else's case is not told"
    await officer.taps("💬 Jawab")
    await officer.types("Petugasnya sedang kami periksa")
    await office.mail()
    assert "sedang kami periksa" in ani.last
    assert "sedang kami periksa" in budi.last
    assert second in budi.last


async def test_words_of_a_merged_case_reach_the_desk_that_has_the_other_one(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (first_id, first), (second_id, _) = await two_cases(office, ani, budi)
    await is_about_to_merge(office, second_id)
    await office.officer.types(first)
    await office.officer.sends_tap(f"!kasus/{first_id}")
    await office.officer.taps("Teruskan")
    await office.officer.types("bpbd")
    await office.officer.taps("Tanpa catatan")
    await office.mail()
    await budi.sends_tap(f"!tiket/{second_id}.tulis")
    await budi.types("Masih terjadi sampai hari ini")
    await office.mail()
    assert "Masih terjadi" in office.other.last


async def test_who_is_not_helped_by_the_other_case_gets_the_own_one_back(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (_, first), (second_id, second) = await two_cases(office, ani, budi)
    officer = await is_about_to_merge(office, second_id)
    await officer.types(first)
    await officer.taps("✅ Selesai")
    await officer.types("Uangnya sudah dikembalikan")
    await office.mail()
    await budi.taps("Belum")
    await budi.types("Uang saya belum kembali")
    await office.mail()
    again = await office.case()
    assert again["number"] == second
    assert (again["state"], again["parent_id"]) == ("new", None)
    assert any("Uang saya belum kembali" in text for text in office.head.sees())


async def test_an_answer_to_a_case_that_was_merged_meanwhile_goes_where_it_is_worked_on(
    office: Office, ani: Talker, budi: Talker
) -> None:
    (first_id, first), (second_id, _) = await two_cases(office, ani, budi)
    await office.officer.sends_tap(f"!kasus/{second_id}")
    await office.officer.taps("💬 Jawab")
    await office.colleague.sends_tap(f"!kasus/{second_id}")
    await more(office.colleague, "🔗 Gabungkan")
    await office.colleague.types(first)
    await office.officer.types("Kami sedang memeriksa loketnya")
    assert "digabung ke" in office.officer.said()
    await office.mail()
    assert "sedang memeriksa" in ani.last
    assert "sedang memeriksa" in budi.last
    await ani.sends_tap(f"!tiket/{first_id}")
    assert "petugas: menjawab" in ani.last


async def test_what_is_confidential_is_never_merged_with_what_is_not(
    office: Office, ani: Talker, budi: Talker
) -> None:
    await sends_case(ani, office)
    first = await number_of(office)
    second_id = await sends_confidential(budi, office)
    await is_about_to_merge(office, second_id)
    await office.officer.types(first)
    assert "tidak bisa digabung" in (office.officer.notice or office.officer.last)
