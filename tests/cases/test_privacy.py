"""Everything about a person is shown and erased, in whatever table it is: the tables themselves say where."""

import json

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import end_grant, grants_of
from feedbackbot.storage.privacy.erasing import finish_erasures
from feedbackbot.storage.tables import metadata
from feedbackbot.usecases.privacy.data_export import held_as_json
from feedbackbot.usecases.privacy.retention import throw_away
from tests.cases.office import LINK, WHAT, Office, sends_case
from tests.cases.traces import PHONE, all_text
from tests.survey.ratings import LOW, rate, responses, totals
from tests.talk import Talk, Talker


async def test_after_erasing_no_table_holds_the_address_the_name_or_the_phone_and_the_figures_stay(
    office: Office, talk: Talk
) -> None:
    warga = talk.person(PHONE)
    await rate(warga, LOW, LINK)
    await warga.types("Hubungi Siti Aminah di 0812-6000-9999")
    await warga.taps("Perempuan")
    await warga.types("/batal")
    await sends_case(warga, office, WHAT + ", nama saya Siti Aminah")
    await office.officer.taps("Buka")
    await office.officer.taps("Jawab")
    await office.officer.types("Baik, Ibu Siti Aminah")
    await office.mail()
    figures = await totals(talk, "disdukcapil")
    await warga.types("/hapus")
    assert "1 penilaian tetap dihitung" in warga.last
    assert "1 laporan" in warga.last
    assert PHONE in await talk.work(all_text), "nothing is done before the second tap"
    await warga.taps("Ya, hapus semua")
    assert "sudah dihapus" in warga.said()
    await office.mail()
    assert "menarik laporan" in "\n".join(office.officer.sees())
    talk.now.passes(minutes=2)  # type: ignore[attr-defined]
    assert await talk.run(finish_erasures) == 1
    # what officers were sent is emptied once it is sent; the fake post of these tests leaves it to the worker
    await talk.work(lambda tx: tx.run(metadata.tables["outbox"].update().values(body=None)))
    await talk.work(lambda tx: tx.run(metadata.tables["chat_state"].update().values(data="{}")))
    everything = await talk.work(all_text)
    for trace in (PHONE, "Siti", "Aminah", "6000-9999"):
        assert trace not in everything, trace
    assert await totals(talk, "disdukcapil") == figures
    [rating] = await responses(talk)
    assert (rating["comment"], rating["sex"]) == (None, None)


async def test_everything_held_is_told_in_words_and_as_a_file_without_anybody_elses_number(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await rate(ani, LOW, LINK)
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    await ani.types("/dataku")
    said = ani.said()
    for words in (
        "memory Ani",
        "setuju untuk laporan",
        "Penilaian: 1",
        "Laporan: 1",
        (await office.case())["number"],
    ):
        assert words in said, words
    file = next(message.document for message in ani.answered if message.document)
    assert (file.source, file.args) == ("held-data", {"person": (await ani.contact()).person_id})
    written = await talk.run(held_as_json, (await ani.contact()).person_id)
    data = json.loads(written)["data"]
    assert data["case_file"][0]["words"] == WHAT
    assert "officer_id" not in data["case_file"][0]
    assert data["response"][0]["waktu"] == 1
    assert {row["action"] for row in data["timeline_entry"]} == {"send", "take"}


async def test_an_officers_file_holds_no_words_of_citizens(office: Office, ani: Talker, talk: Talk) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    officer = (await office.officer.contact()).person_id
    data = json.loads(await talk.run(held_as_json, officer))["data"]
    assert "case_file" not in data
    assert data["case_file.officer_id"] == [{"id": 1}]


async def test_who_is_on_duty_for_the_city_is_relieved_first(office: Office, talk: Talk) -> None:
    officer = office.officer
    await officer.types("/hapus")
    assert "masih memegang peran" in officer.last
    await officer.sends_tap("!hapus/ya", "1")
    assert "masih memegang peran" in (officer.notice or officer.last)
    person_id = (await officer.contact()).person_id
    for grant in await talk.run(grants_of, person_id):
        assert grant.role is Role.OFFICER
        await talk.run(end_grant, grant.id)
    await officer.types("/hapus")
    await officer.taps("Ya, hapus semua")
    assert "sudah dihapus" in officer.said()


async def test_who_writes_again_is_somebody_of_whom_nothing_is_known(ani: Talker, talk: Talk) -> None:
    await rate(ani, (3,) * 9, "u_bpbd")
    before = (await ani.contact()).person_id
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    await ani.opens("u_dinsos")
    assert "Setuju?" in ani.last
    await ani.taps("Setuju")
    talk.now.passes(minutes=2)  # type: ignore[attr-defined]
    await talk.run(finish_erasures)
    assert (await ani.contact()).person_id != before
    assert (await ani.state()).conversation == "nilai", "what was begun since goes on"


@pytest.mark.parametrize("days", [729, 731])
async def test_a_closed_case_keeps_its_words_until_its_time_is_over(
    office: Office, ani: Talker, talk: Talk, days: int
) -> None:
    case_id = await sends_case(ani, office)
    await ani.sends_tap(f"!tiket/{case_id}.tarikya", "1")
    talk.now.passes(days=days)  # type: ignore[attr-defined]
    counts = await talk.run(throw_away)
    kept = await office.case()
    over = days > talk.settings.cases_kept_days
    assert counts["cases"] == over
    assert (kept["words"] is None, kept["person_id"] is None) == (over, over)
    assert kept["state"] == "withdrawn", "the counts stay"
    assert (await talk.run(throw_away))["cases"] == 0


async def test_comments_and_talks_after_low_scores_are_thrown_away_each_in_its_time(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await rate(ani, LOW, LINK)
    await ani.types("Lama sekali")
    await ani.taps("Ya, boleh")
    talk.now.passes(days=181)  # type: ignore[attr-defined]
    assert (await talk.run(throw_away))["recoveries"] == 1
    assert (await responses(talk))[0]["comment"] == "Lama sekali"
    talk.now.passes(days=1000)  # type: ignore[attr-defined]
    counts = await talk.run(throw_away)
    assert (counts["comments"], counts["recoveries"]) == (1, 0)
    assert (await responses(talk))[0]["comment"] is None


async def test_each_consent_is_given_and_taken_back_by_itself(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await ani.types("/privasi")
    assert "Tarik izin laporan" in ani.buttons()
    assert "Tarik persetujuan" not in ani.buttons(), "nothing was rated"
    await ani.taps("Tarik izin laporan")
    await ani.taps("Ya, tarik izin")
    await ani.types("/lapor")
    assert "izin Anda dulu" in ani.last
