"""A survey beside the SKM in a chat: statement after statement, under a name of its own, read by the head."""

import json
from collections.abc import Sequence

import pytest
from starlette.applications import Starlette

from feedbackbot.domain.people.roles import Role
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.instrument_tables import instrument_answer, instrument_response
from feedbackbot.storage.survey.instruments import ask_instrument, stop_asking
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.unlink_ratings import unlink_ratings
from feedbackbot.usecases.survey.instruments import answer_in_chat
from feedbackbot.web.reports.survey_result import SurveyResultPages
from tests.builders import CATALOGUE, talk_in
from tests.survey.beside import SPAK, rows
from tests.survey.ratings import rate, totals
from tests.talk import Clock, Talk, Talker
from tests.web.results import visitor

UNIT = "bpbd"


def unit_id(tx: Transaction) -> int:
    found = report_unit(tx, UNIT)
    assert found is not None
    return found.id


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    talk = await talk_in(database, clock, public_url="https://kota.go.id")
    await talk.work(lambda tx: ask_instrument(tx, unit_id(tx), "spak"))
    return talk


async def answer(who: Talker, values: Sequence[int]) -> None:
    for value in values:
        await who.presses(who.chat[-1], who.chat[-1].buttons[value - 1])


async def test_whoever_has_rated_is_offered_it_and_answers_statement_by_statement(talk: Talk) -> None:
    ani = talk.person("Ani")
    await rate(ani)
    await ani.taps("Lewati")
    await ani.taps("Lewati semua")
    await ani.taps("Survei Persepsi Anti Korupsi")
    assert "Tanpa nama" in ani.last
    await ani.taps("✅ Setuju")
    assert "1/5" in ani.last and "Semua orang dilayani sama." in ani.last
    await answer(ani, (4, 3))
    await ani.taps("‹ Kembali")
    await answer(ani, (4, 4, 4, 4))
    assert "Terima kasih, jawaban Anda sudah masuk" in ani.last and "Inspektorat" not in ani.last
    [response] = await rows(talk, instrument_response)
    assert (response.instrument, response.channel, response.flags) == ("spak", "memory", "")
    assert {row.answer for row in await rows(talk, instrument_answer)} == {4}
    assert (await totals(talk)).n == 1, "never in the index"


async def test_the_newest_word_counts_and_a_low_one_shows_where_to_report(talk: Talk) -> None:
    ani = talk.person("Ani")
    for values in ((4,) * 5, (4, 4, 1, 4, 4)):
        await ani.opens(f"jawab_{UNIT}_spak")
        await ani.taps("✅ Setuju")
        await answer(ani, values)
    assert "Inspektorat" in ani.last
    assert len(await rows(talk, instrument_response)) == 1
    assert sorted(row.answer for row in await rows(talk, instrument_answer)) == [1, 4, 4, 4, 4]


async def test_what_is_left_half_way_counts_and_a_no_keeps_nothing(talk: Talk) -> None:
    ani, budi = talk.person("Ani"), talk.person("Budi")
    await budi.opens(f"jawab_{UNIT}_spak")
    await budi.taps("Tidak")
    assert await rows(talk, instrument_response) == []
    await ani.opens(f"jawab_{UNIT}_spak")
    await ani.taps("✅ Setuju")
    await answer(ani, (3, 3))
    await ani.types("/batal")
    assert "Tersimpan: 2 jawaban" in ani.said()
    assert len(await rows(talk, instrument_answer)) == 2


@pytest.mark.parametrize("link", ["jawab_bpbd_spkp", "jawab_zzz_spak", "jawab_bpbd_", "jawab_"])
async def test_a_survey_that_is_not_asked_is_said_to_be_none(talk: Talk, link: str) -> None:
    ani = talk.person("Ani")
    await ani.opens(link)
    assert "tidak (lagi) ditanyakan" in ani.said()


async def test_a_survey_that_is_stopped_in_the_middle_ends_in_words(talk: Talk) -> None:
    ani = talk.person("Ani")
    await ani.opens(f"jawab_{UNIT}_spak")
    await ani.taps("✅ Setuju")
    shown = ani.chat[-1]
    await talk.work(lambda tx: stop_asking(tx, unit_id(tx), "spak"))
    await ani.presses(shown, shown.buttons[0])
    assert "tidak (lagi) ditanyakan" in ani.said()


async def test_after_erasing_the_answers_stay_under_a_name_of_chance(talk: Talk) -> None:
    ani = talk.person("Ani")
    await ani.opens(f"jawab_{UNIT}_spak")
    await ani.taps("✅ Setuju")
    await answer(ani, (4,) * 5)
    [before] = await rows(talk, instrument_response)
    await talk.run(unlink_ratings, (await ani.contact()).person_id)
    [after] = await rows(talk, instrument_response)
    assert before.pseudonym != after.pseudonym
    assert len(await rows(talk, instrument_answer)) == 5


async def test_after_erasing_nobody_answers_again_within_the_period(talk: Talk, clock: Clock) -> None:
    ani = talk.person("Ani")
    await ani.opens(f"jawab_{UNIT}_spak")
    await ani.taps("✅ Setuju")
    await answer(ani, (4,) * 5)
    await talk.run(unlink_ratings, (await ani.contact()).person_id)
    await ani.opens(f"jawab_{UNIT}_spak")
    assert "masih dihitung" in ani.said() + ani.notice and "Satu orang satu suara" in ani.said() + ani.notice
    assert len(await rows(talk, instrument_response)) == 1
    budi = talk.person("Budi")
    await budi.opens(f"jawab_{UNIT}_spak")
    assert "Setuju" in "".join(budi.buttons()), "nobody else is held up"
    clock.passes(days=talk.settings.survey_period_days + 2)
    await ani.opens(f"jawab_{UNIT}_spak")
    assert "Setuju" in "".join(ani.buttons()), "a new period"


async def test_the_report_shows_figures_from_enough_people_on_and_machines_read_what_they_mean(
    talk: Talk,
) -> None:
    zul = talk.person("Zulfikar")
    await rate(zul)
    person_id = (await zul.contact()).person_id
    await talk.work(lambda tx: add_grant(tx, person_id, Role.SUPERADMIN, None))

    def answers(tx: Transaction, first: int, most: int) -> None:
        values = {element.key: 4 - place % 2 for place, element in enumerate(SPAK.elements)}
        for number in range(first, most):
            answer_in_chat(tx, 9000 + number, "memory", unit_id(tx), SPAK, values, str(number))

    await talk.run(answers, 0, SPAK.least - 1)
    await zul.types(f"/laporan {UNIT}")
    await zul.taps("📋 Survei lain")
    assert "Baru 29 orang menjawab" in zul.last
    await talk.run(answers, SPAK.least - 1, SPAK.least)
    await zul.types(f"/laporan {UNIT}")
    await zul.taps("📋 Survei lain")
    assert "IPAK layanan: 90,00 (A, Sangat Baik), 30 orang" in zul.last
    assert "Tanpa calo: 4,00" in zul.last and "Sesuai prosedur: 3,00" in zul.last
    app = Starlette(
        routes=SurveyResultPages(Runtime(talk.database, talk.now, talk.settings), CATALOGUE).routes()
    )
    async with visitor(app) as client:
        table = (await client.get(f"/hasil/{UNIT}/survei/spak.csv")).text.lstrip("\ufeff")
        told = json.loads((await client.get(f"/hasil/{UNIT}/survei/spak.csv-metadata.json")).text)
    assert [one["name"] for one in told["tableSchema"]["columns"]] == table.splitlines()[0].split(",")
    assert told["dc:identifier"] == "IPAK layanan" and "PermenPANRB 90/2021" in told["dc:source"]
