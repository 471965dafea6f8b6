"""A citizen rates a unit."""

from sqlalchemy import select

from feedbackbot.storage.people.tables import consent
from feedbackbot.storage.survey.tables import respondent
from tests.survey.ratings import (
    ANSWERS,
    LINK,
    VALUES,
    answer,
    begin,
    rate,
    responses,
    totals,
    values_of,
)
from tests.talk import Talk, Talker


async def test_a_first_rating_by_qr_code_takes_eleven_taps_with_consent_and_service(
    talk: Talk, ani: Talker
) -> None:
    await ani.opens("u_disdukcapil_loket-1")
    await ani.taps("Setuju")
    await ani.taps("KTP elektronik")
    for label in ANSWERS:
        await ani.taps(label)
    assert ani.taps_made == 11
    assert any("Terima kasih" in text for text in ani.sees())
    [row] = await responses(talk)
    assert values_of(row) == VALUES
    assert row["submitted_at"] is not None
    assert row["visit"] == "loket-1"
    assert row["service_id"] is not None


async def test_a_counter_asks_only_for_the_services_that_it_gives(ani: Talker) -> None:
    await ani.opens("u_disdukcapil_loket-2")
    await ani.taps("Setuju")
    assert ani.buttons() == [
        "Kartu Keluarga",
        "Surat keterangan pindah (SKPWNI)",
        "‹ Kembali",
        "Layanan lain",
    ]


async def test_the_questions_make_place_for_each_other_and_show_how_far_one_is(ani: Talker) -> None:
    await begin(ani)
    await answer(ani, (3, 3))
    assert len(ani.chat) == 1
    assert "3/9 ●●●○○○○○○" in ani.last
    assert "Seberapa cepat" in ani.last


async def test_no_question_is_asked_before_consent_and_a_refusal_stores_nothing_but_itself(
    talk: Talk, ani: Talker
) -> None:
    await ani.opens(LINK)
    assert "Setuju?" in ani.last
    await ani.taps("Tidak")
    assert "tidak ada jawaban yang disimpan" in ani.last
    assert await responses(talk) == []
    given = await talk.work(lambda tx: tx.run(select(consent.c.purpose, consent.c.given)).all())
    assert [tuple(row) for row in given] == [("survey", False)]
    await ani.opens(LINK)
    assert "Setuju?" in ani.last


async def test_consent_is_asked_once_and_the_whole_notice_can_be_read_first(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    await ani.taps("Baca selengkapnya")
    assert any("UU 27/2022" in text and "Hak Anda" in text for text in ani.sees())
    assert "Setuju?" in ani.last
    await ani.types("setuju")
    await ani.opens(LINK)
    assert "Setuju?" not in ani.last
    given = await talk.work(lambda tx: tx.run(select(consent.c.version, consent.c.given)).all())
    assert [tuple(row) for row in given] == [(1, True)]


async def test_every_answer_is_kept_at_once(talk: Talk, ani: Talker) -> None:
    await begin(ani)
    assert await responses(talk) == []
    for count in range(1, 9):
        await answer(ani, VALUES[count - 1 : count])
        [row] = await responses(talk)
        assert values_of(row) == VALUES[:count] + (None,) * (9 - count)
        assert row["submitted_at"] is None
    assert (await totals(talk)).n == 0
    await answer(ani, VALUES[8:])
    counted = await totals(talk)
    assert (counted.n, counted.total, counted.total_of_squares) == (1, sum(VALUES), sum(VALUES) ** 2)
    assert tuple(counted.sums.values()) == VALUES


async def test_one_can_go_back_and_change_an_answer_before_the_end(talk: Talk, ani: Talker) -> None:
    await begin(ani)
    await answer(ani, (1, 2))
    await ani.taps("Kembali")
    assert "✓ Kurang mudah" in ani.buttons()
    await ani.taps("Kembali")
    await ani.taps("Sangat sesuai")
    assert "3/9" in ani.last, "what is answered already is not asked again"
    [row] = await responses(talk)
    assert values_of(row)[:3] == (4, 2, None)


async def test_answers_can_be_typed(talk: Talk, ani: Talker) -> None:
    await begin(ani)
    for words in (
        "4",
        "sangat mudah",
        "cepatt",
        "gratis",
        "puas",
        "kompten",
        "sangat ramah",
        "dikelola baik",
        "cukup",
    ):
        await ani.types(words)
    [row] = await responses(talk)
    assert values_of(row) == (4, 4, 3, 4, 3, 3, 4, 4, 2)


async def test_leaving_half_way_keeps_the_answers_and_coming_back_offers_to_go_on(
    talk: Talk, ani: Talker
) -> None:
    await begin(ani)
    await answer(ani, VALUES[:5])
    await ani.types("/batal")
    assert "5 dari 9" in ani.last
    await ani.opens(LINK)
    assert "Anda sudah menjawab 5 dari 9" in ani.last
    await ani.taps("Lanjutkan")
    assert "6/9" in ani.last
    await answer(ani, VALUES[5:])
    [row] = await responses(talk)
    assert values_of(row) == VALUES
    assert (await totals(talk)).n == 1


async def test_a_partial_rating_is_offered_first_when_a_unit_is_chosen(ani: Talker) -> None:
    await begin(ani)
    await answer(ani, VALUES[:5])
    await ani.types("/nilai")
    assert ani.buttons()[0] == "▶️ Lanjutkan: BPBD (5/9)"
    await ani.taps("Lanjutkan: BPBD (5/9)")
    assert "6/9" in ani.last


async def test_a_partial_rating_can_be_started_afresh(talk: Talk, ani: Talker) -> None:
    await begin(ani)
    await answer(ani, (1, 1))
    await ani.opens(LINK)
    await ani.taps("Mulai dari awal")
    while (await ani.state()).step == "layanan":
        await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    await answer(ani, VALUES)
    first, second = await responses(talk)
    assert values_of(first) == (1, 1) + (None,) * 7
    assert values_of(second) == VALUES
    assert (await totals(talk)).n == 1


async def test_a_comment_is_kept_as_written_and_never_rendered_as_markup(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await ani.types("Ruang tunggu *panas* <b>sekali</b> '); DROP TABLE response;--")
    assert (await responses(talk))[0][
        "comment"
    ] == "Ruang tunggu *panas* <b>sekali</b> '); DROP TABLE response;--"
    assert "panas" not in "".join(ani.sees())


async def test_a_long_comment_is_cut_and_that_is_said(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await ani.types("😀" * 4096)
    assert (await responses(talk))[0]["comment"] == "😀" * 1000
    assert any("1.000 huruf pertama" in text for text in ani.sees())


async def test_the_profile_is_asked_once_and_each_question_can_be_skipped(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await ani.taps("Lewati")
    await ani.taps("Perempuan")
    await ani.taps("Lewati")
    await ani.taps("SMA/SMK")
    await ani.taps("Wirausaha")
    assert "Selesai" in ani.last
    [row] = await responses(talk)
    profile = {key: row[key] for key in ("sex", "age", "education", "occupation")}
    assert profile == {"sex": "female", "age": None, "education": "sma", "occupation": "self-employed"}
    await rate(ani, link="u_dinsos")
    await ani.taps("Lewati")
    assert "Selesai" in ani.last, "not asked a second time"
    assert {key: (await responses(talk))[1][key] for key in profile} == profile


async def test_all_profile_questions_can_be_skipped_with_one_tap_for_ever(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await ani.types("Terima kasih")
    await ani.taps("Lewati semua")
    assert "Selesai" in ani.last
    await rate(ani, link="u_dinsos")
    await ani.taps("Lewati")
    assert "Selesai" in ani.last


async def test_who_does_not_care_for_the_comment_is_not_bothered_later(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await ani.is_left_alone()
    assert ani.answered == []


async def test_nine_equal_answers_are_marked_not_refused(talk: Talk, ani: Talker, budi: Talker) -> None:
    await rate(ani, (4,) * 9)
    await rate(budi)
    assert [row["flags"] for row in await responses(talk)] == ["straight-line", ""]
    assert (await totals(talk)).n == 2


async def test_a_rating_is_kept_under_a_name_that_only_the_key_can_tell(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    [row] = await responses(talk)
    person_id = (await ani.contact()).person_id
    assert len(row["pseudonym"]) == 32
    assert "Ani" not in str(row)
    assert row["pseudonym"] != str(person_id)
    asked = await talk.work(lambda tx: tx.run(select(respondent.c.pseudonym)).scalars().all())
    assert asked == [row["pseudonym"]]
