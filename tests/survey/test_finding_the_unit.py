"""From a link, a poster or typed words to the unit and service that is rated."""

import pytest

from feedbackbot.domain.survey.visit import counter_of_visit
from tests.survey.ratings import (
    VALUES,
    answer,
    rate,
    responses,
)
from tests.talk import Talk, Talker


@pytest.mark.parametrize("link", ["u_tidakada", "u_", "u_BPBD_<b>", "u_disdukcapil'--"])
async def test_a_link_to_a_unit_that_is_not_there_offers_the_others(ani: Talker, link: str) -> None:
    await ani.opens(link)
    assert "tidak ada lagi" in ani.sees()[0]
    await ani.taps("Setuju")
    assert "Kantor mana" in ani.last


async def test_a_counter_that_is_not_there_asks_for_all_services(ani: Talker) -> None:
    await ani.opens("u_disdukcapil_loket-99")
    await ani.taps("Setuju")
    assert len(ani.buttons()) == 9, "eight services and the way to the others"


async def test_a_poster_of_an_earlier_release_still_leads_to_its_counter_and_is_not_doubted(
    talk: Talk, ani: Talker
) -> None:
    await rate(ani, link="u_disdukcapil_loket-1_x7Kq")
    [row] = await responses(talk)
    assert (row["visit"], row["flags"]) == ("loket-1", "")
    assert counter_of_visit("loket-1:old") == "loket-1" and counter_of_visit("unit:x7Kq") is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dukcapli", "layanan apa"),
        ("imunisasi", "Yang cocok dengan"),
        ("akte lahir", "1/9"),
        ("ktp", "Yang cocok dengan “ktp”"),
        ("zzzz qqq", "tidak menemukan"),
    ],
)
async def test_a_unit_is_found_by_what_people_type(ani: Talker, words: str, said: str) -> None:
    await ani.types("/nilai")
    await ani.taps("Setuju")
    await ani.types(words)
    assert said in ani.last


async def test_a_service_found_by_words_needs_no_further_choice(ani: Talker) -> None:
    await ani.types("/nilai")
    await ani.taps("Setuju")
    await ani.types("ktp")
    await ani.taps("KTP elektronik · Disdukcapil")
    assert ani.last.startswith("Disdukcapil · KTP elektronik")
    assert "1/9" in ani.last


async def test_a_unit_is_found_by_kind_and_by_district(ani: Talker) -> None:
    await ani.types("/nilai")
    await ani.taps("Setuju")
    await ani.taps("Puskesmas")
    assert "Puskesmas Muara Dua" in ani.buttons()
    await ani.taps("Kembali")
    await ani.taps("Menurut kecamatan")
    await ani.taps("Muara Satu")
    assert "Puskesmas Muara Satu" in ani.buttons()


async def test_a_service_can_be_typed_or_left_open(talk: Talk, ani: Talker, budi: Talker) -> None:
    await ani.opens("u_disdukcapil")
    await ani.taps("Setuju")
    await ani.types("akte lahir")
    assert ani.last.startswith("Disdukcapil · Akta kelahiran")
    await ani.taps("Kembali")
    assert "layanan apa" in ani.last
    await budi.opens("u_disdukcapil")
    await budi.taps("Setuju")
    await budi.taps("Layanan lain")
    await answer(budi, VALUES)
    assert (await responses(talk))[0]["service_id"] is None


async def test_somebody_who_types_a_unit_at_home_goes_on_to_rate_it(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.types("dukcapil")
    await ani.taps("Setuju")
    assert "Disdukcapil: layanan apa" in ani.last
