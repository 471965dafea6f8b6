"""Rating a unit again: changed within the period, anew after it, and what the thanks then tell."""

from tests.survey.ratings import (
    LINK,
    rate,
    responses,
    totals,
    values_of,
)
from tests.talk import Clock, Talk, Talker


async def test_the_second_time_offers_to_change_the_first_and_the_totals_follow(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    await rate(budi, (4,) * 9)
    await rate(ani)
    await ani.opens(LINK)
    assert "Anda sudah menilai BPBD pada 24 November 2026" in ani.last
    await ani.taps("Ubah jawaban")
    await ani.taps("Kecepatan: Cepat")
    await ani.taps("Tidak cepat")
    await ani.taps("Selesai")
    assert "diperbarui" in ani.last
    changed = (4, 4, 1, 4, 3, 3, 4, 4, 2)
    assert values_of((await responses(talk))[1]) == changed
    counted = await totals(talk)
    assert counted.n == 2
    assert tuple(counted.sums.values()) == tuple(4 + value for value in changed)
    assert counted.total == 36 + sum(changed)
    assert counted.total_of_squares == 36**2 + sum(changed) ** 2


async def test_a_change_on_a_later_day_stays_with_the_day_of_the_rating(
    talk: Talk, ani: Talker, clock: Clock
) -> None:
    await rate(ani)
    clock.passes(days=3)
    await ani.taps("Ubah jawaban")
    await ani.taps("Sarana prasarana: Cukup")
    await ani.taps("Sangat baik")
    counted = await totals(talk)
    assert counted.n == 1
    assert counted.sums["sarana"] == 4


async def test_after_the_period_the_same_unit_can_be_rated_again(
    talk: Talk, ani: Talker, clock: Clock
) -> None:
    await rate(ani)
    clock.passes(days=30, minutes=1)
    await rate(ani, (1,) * 9)
    assert (await totals(talk)).n == 2
    await ani.taps("Ubah jawaban")
    await ani.taps("Kecepatan: Tidak cepat")
    await ani.taps("Cepat")
    assert [values_of(row)[2] for row in await responses(talk)] == [3, 3]


async def test_the_button_under_old_thanks_begins_a_new_rating_once_the_period_is_over(
    talk: Talk, ani: Talker, clock: Clock
) -> None:
    await rate(ani)
    clock.passes(days=31)
    await ani.taps("Ubah jawaban")
    assert (await ani.state()).step == "layanan"


async def test_other_people_and_other_units_are_not_touched_by_the_period(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    await rate(ani)
    await rate(budi)
    await rate(ani, link="u_dinsos")
    assert (await totals(talk)).n == 2
    assert (await totals(talk, "dinsos")).n == 1


async def test_thanks_show_the_index_only_from_five_ratings_on(talk: Talk) -> None:
    for number in range(1, 6):
        person = talk.person(f"Warga {number}")
        await rate(person, (3,) * 9)
        thanks = next(text for text in person.sees() if "Terima kasih" in text)
        if number < 5:
            assert f"sekarang baru ada {number}" in thanks
            assert "75,00" not in thanks
    assert "75,00" in thanks
    assert "Kurang baik" in thanks
    assert "dari 5 penilaian" in thanks
