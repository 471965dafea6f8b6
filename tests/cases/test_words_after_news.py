"""Words right after news of a case or a low score: whom they are for."""

import pytest

from tests.cases.asked import heard, is_told_done, is_told_taken
from tests.cases.office import Office
from tests.survey.ratings import rate
from tests.talk import Clock, Talk, Talker


@pytest.mark.parametrize(("words", "score"), [("4", 4), ("baik", 3), ("Sangat baik", 4), ("dua", 2)])
async def test_how_the_handling_was_is_said_in_words(
    talk: Talk, office: Office, words: str, score: int
) -> None:
    who = talk.person("Warga")
    await is_told_done(who, office)
    await who.taps("Ya, sudah")
    await office.mail()
    assert "penanganan laporan" in who.last
    await who.types(words)
    assert (await office.case())["score"] == score


async def test_words_after_a_low_score_reach_the_officer_once_confirmed(
    talk: Talk, office: Office, ani: Talker
) -> None:
    await rate(ani, (4, 4, 1, 4, 3, 3, 1, 4, 2), "u_disdukcapil")
    await ani.taps("Ya, boleh")
    await ani.types("/batal")
    await office.mail()
    await office.officer.taps("Buka")
    await office.officer.taps("Balas")
    await office.officer.types("Maaf, loket berapa waktu itu?")
    await office.mail()
    await ani.types("loket dua, jam sepuluh pagi")
    await office.mail()
    assert not heard(office, "loket dua")
    await ani.taps("Ya, kirim ke petugas")
    await office.mail()
    assert heard(office, "loket dua")
    await ani.types("loket tiga juga")
    assert "jawaban untuk petugas" not in ani.last  # nothing is asked any more
    await ani.types("/batal")
    await office.officer.taps("Buka")
    await office.officer.taps("Sudah dibereskan")
    await office.mail()
    await ani.types("alhamdulillah sudah lebih baik")
    await ani.taps("Nilai sekali lagi")
    assert (await ani.state()).step == "nilailagi"


async def test_words_right_after_word_of_a_case_may_be_for_its_officer(
    talk: Talk, office: Office, clock: Clock
) -> None:
    who = talk.person("Warga")
    await is_told_taken(who, office, clock)
    clock.passes(minutes=1)
    await who.types("tolong juga dicek cctv di loket itu")
    assert "jawaban untuk petugas" in who.last
    await who.taps("Ya, kirim ke petugas")
    await office.mail()
    assert heard(office, "cctv")


async def test_a_thank_you_after_word_of_a_case_is_no_letter(
    talk: Talk, office: Office, clock: Clock
) -> None:
    who = talk.person("Warga")
    await is_told_taken(who, office, clock)
    await who.types("terima kasih banyak")
    assert "Sama-sama" in who.last
