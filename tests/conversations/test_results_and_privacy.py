"""Results for everybody; what is kept, and how to take a consent back; the language."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.people.consents import WORDING_IN_FORCE, Purpose
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.survey.tables import respondent
from tests.survey.ratings import LINK, VALUES, answer, begin, rate, responses, totals, values_of
from tests.talk import Talk, Talker


async def test_the_real_answers_of_sekadau_give_their_index_in_chat(talk: Talk) -> None:
    """49 real respondents: IKM 78.74, grade B (facts of PermenPANRB 14/2017)."""
    for number, one in enumerate(sekadau_answers()):
        await rate(talk.person(f"Warga {number}"), [one[key] for key in ELEMENT_KEYS])
    reader = talk.person("Pembaca")
    await reader.types("/hasil")
    await reader.types("bpbd")
    assert "Badan Penanggulangan Bencana Daerah" in reader.last
    assert "Indeks kepuasan (IKM): 78,74, mutu B (Baik)" in reader.last
    assert "49 penilaian" in reader.last
    assert "Kisaran yang wajar (95 %)" in reader.last
    assert "Paling perlu dibenahi: Persyaratan (2,82 dari 4)" in reader.last
    picture = reader.answered[-1].picture
    assert picture is not None
    assert picture.source == "unit-chart"
    assert picture.args["n"] == 49
    assert [picture.args[f"sum_{key}"] for key in ELEMENT_KEYS] == [
        138,
        139,
        150,
        177,
        159,
        163,
        161,
        143,
        159,
    ]
    assert len(picture.cache_key or "") <= 160


async def test_few_ratings_have_no_index_and_no_chart(talk: Talk, ani: Talker) -> None:
    await rate(ani)
    await ani.types("/hasil bpbd")
    assert "sekarang baru ada 1" in ani.last
    assert ani.answered[-1].picture is None


async def test_equal_elements_name_no_weakest_and_equal_people_no_range(talk: Talk) -> None:
    for number in range(5):
        await rate(talk.person(f"Warga {number}"), (3,) * 9)
    reader = talk.person("Pembaca")
    await reader.types("/hasil bpbd")
    assert "75,00" in reader.last
    assert "Paling perlu" not in reader.last
    assert "belum bisa dihitung" in reader.last


async def test_ratings_older_than_a_year_are_not_the_present_result(talk: Talk, ani: Talker) -> None:
    for number in range(5):
        await rate(talk.person(f"Warga {number}"))
    talk.now.passes(days=365)  # type: ignore[attr-defined]
    await ani.types("/hasil bpbd")
    assert "sekarang baru ada 0" in ani.last


async def test_a_result_is_shown_beside_a_rating_under_way(ani: Talker) -> None:
    await begin(ani)
    await answer(ani, VALUES[:2])
    unit = (await ani.state()).data
    await ani.sends_tap("!hasil/11", "1")
    assert "3/9" in ani.last
    assert (await ani.state()).data == unit


@pytest.mark.parametrize("argument", ["0", "99999", "-1", "x", "", "٣", "1" * 40])
async def test_a_forged_unit_is_answered_with_the_choice_of_one(ani: Talker, argument: str) -> None:
    await ani.types("/mulai")
    await ani.sends_tap(f"!hasil/{argument}", "1")
    assert "Hasil kantor mana" in ani.last


async def test_words_that_find_nothing_are_said_and_asked_again(ani: Talker) -> None:
    await ani.types("/hasil zzzz")
    assert "tidak menemukan “zzzz”" in ani.sees()[0]
    assert "Hasil kantor mana" in ani.last
    await ani.types("*qqqq*")
    assert "tidak menemukan “*qqqq*”" in ani.last


async def test_the_privacy_notice_tells_what_the_law_wants_told(ani: Talker) -> None:
    """UU 27/2022 art. 21: legality, purpose, kinds of data, retention, rights; art. 56: servers abroad."""
    await ani.types("/privasi")
    for word in (
        "Dasar.",
        "Untuk apa.",
        "Data apa.",
        "Berapa lama.",
        "Hak Anda.",
        "luar Indonesia",
        "versi 1",
    ):
        assert word in ani.last
    assert "Tarik persetujuan" not in ani.buttons(), "there is none yet"


async def test_withdrawing_asks_first_then_cuts_every_tie_and_the_figures_stay(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    await rate(budi)
    await rate(ani)
    await ani.types("Antrean panjang")
    await ani.taps("Perempuan")
    before = await totals(talk)
    name = (await responses(talk))[1]["pseudonym"]
    await ani.types("/privasi")
    await ani.taps("Tarik persetujuan")
    assert (await responses(talk))[1]["pseudonym"] == name, "nothing is done before the second tap"
    await ani.taps("Ya, tarik dan hapus")
    assert any("sudah ditarik" in text for text in ani.sees())
    mine = (await responses(talk))[1]
    assert mine["pseudonym"] != name
    assert (mine["comment"], mine["sex"]) == (None, None)
    assert values_of(mine) == VALUES
    assert await totals(talk) == before
    known = await talk.work(lambda tx: tx.run(select(respondent.c.pseudonym)).scalars().all())
    assert name not in known
    assert "response" not in (await ani.state()).data
    await ani.opens(LINK)
    assert "Setuju?" in ani.last
    await ani.taps("Setuju")
    assert "Anda sudah menilai" not in ani.last, "nobody knows that any more"


async def test_withdrawing_in_the_middle_of_a_rating_erases_it_and_ends_it_in_every_chat(
    talk: Talk, ani: Talker
) -> None:
    await begin(ani)
    await answer(ani, VALUES[:4])
    await ani.types("/privasi")
    old = next(shown for shown in ani.chat if "4/9" not in shown.text and "5/9" in shown.text)
    await ani.taps("Tarik persetujuan")
    await ani.taps("Ya, tarik dan hapus")
    assert await responses(talk) == []
    await ani.presses(old, old.buttons[0])
    assert await responses(talk) == []


async def test_a_new_wording_is_agreed_to_anew(
    talk: Talk, ani: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rate(ani)
    monkeypatch.setitem(WORDING_IN_FORCE, Purpose.SURVEY, 2)
    await ani.opens("u_dinsos")
    assert "Setuju?" in ani.last


async def test_the_language_is_remembered_and_the_thanks_speak_it(talk: Talk, ani: Talker) -> None:
    await ani.types("/bahasa")
    await ani.taps("English")
    await ani.types("/batal")
    await rate_in_english(ani)
    assert any("Thank you!" in text for text in ani.sees())
    assert (await ani.contact()).language == "en"
    assert (await totals(talk)).n == 1


async def rate_in_english(person: Talker) -> None:
    await person.opens(LINK)
    await person.taps("I agree")
    await person.presses(person.chat[-1], person.chat[-1].buttons[0])
    await answer(person, VALUES)


async def test_a_language_that_is_not_there_offers_those_that_are(ani: Talker) -> None:
    await ani.sends_tap("!bahasa/xx", "1")
    assert ani.buttons() == ["Bahasa Indonesia", "English"]


def test_the_decimal_of_the_index_keeps_both_places() -> None:
    from tests.builders import CATALOGUE

    assert "75,00" in CATALOGUE.text("id", "rating-standing", ikm=Decimal("75.00"), grade="Baik", n=1234)
    assert "1.234" in CATALOGUE.text("id", "rating-standing", ikm=Decimal("75.00"), grade="Baik", n=1234)
