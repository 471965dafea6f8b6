"""A citizen rates by a form, in a chat service that can show one."""

from dataclasses import replace

import pytest

from feedbackbot.delivery.channel import Can
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import COMMENT, CONSENT, PROFILE_FIELDS, SERVICE
from tests.survey.ratings import LINK, VALUES, begin, responses, totals, values_of
from tests.talk import Clock, Talk, Talker

NINE = {key: str(value) for key, value in zip(ELEMENT_KEYS, VALUES, strict=True)}
WHOLE = {CONSENT: "ya", **NINE}


@pytest.fixture
def forms(talk: Talk) -> None:
    talk.can = Can(forms=True)


@pytest.mark.usefixtures("forms")
async def test_from_the_poster_to_the_thanks_the_bot_says_two_messages(talk: Talk, ani: Talker) -> None:
    await ani.opens("u_disdukcapil_loket-1")
    form = ani.form()
    assert (form.key, form.heading, form.label) == ("skm", "Disdukcapil", "Isi penilaian")
    assert form.fields == (CONSENT, SERVICE, *ELEMENT_KEYS, COMMENT, *PROFILE_FIELDS)
    service = next(key for key, label in form.options[SERVICE] if "KTP" in label)
    await ani.fills({**WHOLE, SERVICE: service, COMMENT: "Cepat sekali", "sex": "female"})
    assert len(ani.sees()) == 2
    assert "Terima kasih" in ani.last
    [row] = await responses(talk)
    assert values_of(row) == VALUES
    assert (row["visit"], str(row["service_id"]), row["comment"], row["sex"]) == (
        "loket-1", service, "Cepat sekali", "female",
    )  # fmt: skip
    counted = await totals(talk, "disdukcapil")
    assert (counted.n, counted.total) == (1, sum(VALUES))


@pytest.mark.usefixtures("forms")
async def test_a_form_counts_as_the_same_answers_tapped_one_by_one(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    await ani.fills(WHOLE)
    talk.can = Can()
    budi = talk.person("Budi")
    await begin(budi)
    for value in VALUES:
        await budi.types(str(value))
    first, second = await responses(talk)
    told = (*ELEMENT_KEYS, "day", "flags", "unit_id", "visit", "submitted_at")
    assert {key: first[key] for key in told} == {key: second[key] for key in told}
    assert {key: value // 2 for key, value in (await totals(talk)).sums.items()} == dict(
        zip(ELEMENT_KEYS, VALUES, strict=True)
    )


@pytest.mark.usefixtures("forms")
async def test_the_same_form_twice_counts_once_and_changes_nothing(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    form = ani.form()
    await ani.fills(WHOLE)
    await ani.fills({**WHOLE, "waktu": "1"}, form)
    assert "dihitung satu kali" in ani.last
    [row] = await responses(talk)
    assert values_of(row) == VALUES
    assert (await totals(talk)).n == 1


@pytest.mark.usefixtures("forms")
async def test_a_form_filled_in_days_later_whatever_is_under_way_still_counts(
    talk: Talk, ani: Talker, clock: Clock
) -> None:
    await ani.opens(LINK)
    form = ani.form()
    await ani.types("/batal")
    clock.passes(days=5)
    await ani.types("/lapor")
    await ani.fills(WHOLE, form)
    assert (await totals(talk)).n == 1
    clock.passes(days=90)
    await ani.fills(WHOLE, form)
    assert "terlalu lama" in ani.said()
    assert (await totals(talk)).n == 1


@pytest.mark.usefixtures("forms")
async def test_a_half_filled_form_is_kept_and_the_rest_is_asked_one_by_one(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    await ani.fills({CONSENT: "ya", **{key: NINE[key] for key in ELEMENT_KEYS[:7]}})
    assert "7 dari 9" in ani.said()
    assert "8/9" in ani.last
    assert (await totals(talk)).n == 0
    await ani.types("4")
    await ani.types("2")
    [row] = await responses(talk)
    assert values_of(row) == VALUES
    assert (await totals(talk)).n == 1


@pytest.mark.usefixtures("forms")
async def test_without_consent_nothing_is_kept(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    await ani.fills(NINE)
    assert await responses(talk) == []
    assert "Setuju?" in ani.last


@pytest.mark.usefixtures("forms")
async def test_a_second_form_in_the_period_changes_the_first_and_asks_no_more_than_needed(
    talk: Talk, ani: Talker
) -> None:
    await ani.opens(LINK)
    other = ani.form()
    await ani.opens(LINK)
    await ani.fills(WHOLE)
    await ani.fills({**WHOLE, "waktu": "1"}, other)
    assert "diperbarui" in ani.said()
    assert (await totals(talk)).n == 1
    assert (await totals(talk)).sums["waktu"] == 1
    await ani.opens("u_dinsos")
    assert not {CONSENT, *PROFILE_FIELDS} & set(ani.form().fields)


@pytest.mark.usefixtures("forms")
async def test_a_form_made_for_another_person_or_another_office_is_not_taken(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    form = ani.form()
    await talk.person("Budi").fills(WHOLE, form)
    forged = replace(form, data=form.data.replace("!isi/", "!isi/1"))
    await ani.fills(WHOLE, forged)
    await ani.fills(WHOLE, replace(form, data="!isi/1/1/1/1/"))
    await ani.fills(WHOLE, replace(form, data="!nilai/1"))
    await ani.fills(WHOLE, replace(form, data="nilai.ab/formulir/_form"))
    assert await responses(talk) == []


@pytest.mark.usefixtures("forms")
async def test_who_would_rather_be_asked_one_by_one_is(talk: Talk, ani: Talker) -> None:
    await ani.opens(LINK)
    await ani.types("satu per satu")
    assert "🚨" not in ani.said()
    await ani.taps("Setuju")
    while (await ani.state()).step == "layanan":
        await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    assert "1/9" in ani.last


@pytest.mark.usefixtures("forms")
async def test_a_low_score_by_form_is_told_to_the_officer_and_help_is_offered(
    talk: Talk, ani: Talker
) -> None:
    await ani.opens(LINK)
    await ani.fills({**dict.fromkeys(ELEMENT_KEYS, "1"), CONSENT: "ya", COMMENT: "Dimarahi petugas"})
    assert "Laporkan" in " ".join(ani.buttons()) or "lapor" in " ".join(ani.buttons()).lower()


async def test_a_chat_service_without_forms_is_offered_none(ani: Talker) -> None:
    await ani.opens(LINK)
    assert all(shown.message.form is None for shown in ani.chat)
    assert "Setuju?" in ani.last
