"""Words that tell of danger, or may: the numbers come before everything else."""

import csv
import json
from pathlib import Path

import pytest

from feedbackbot.understanding.aims import FORMS
from feedbackbot.usecases.understanding.read_words import read_words
from tests.cases.office import sends_case, staffed
from tests.survey.ratings import answer, begin
from tests.talk import Talk, Talker
from tests.understanding.said import ROAD, words_of

SENTENCES = [
    row["text"]
    for file in sorted(Path(__file__).parent.glob("utterances_*.csv"))
    for row in csv.DictReader(file.open(encoding="utf-8"))
]


@pytest.mark.parametrize("opening", ["", "/mulai", "/nilai", "/lapor"])
async def test_danger_comes_before_everything(ani: Talker, opening: str) -> None:
    if opening:
        await ani.types(opening)
    await ani.types("tolong ada kebakaran di pasar, apinya besar")
    assert "113" in ani.last
    assert (await ani.state()).conversation == "paham"


async def test_words_after_an_emergency_are_heard_as_at_home(ani: Talker) -> None:
    await ani.types("tolong ada kebakaran di pasar, apinya besar")
    await ani.types(ROAD)
    assert "hal lain" not in ani.last
    await ani.taps("Setuju")
    assert await words_of(ani) == ROAD


async def test_where_words_may_be_of_danger_no_form_begins_and_the_numbers_stand_above(
    talk: Talk, ani: Talker
) -> None:
    """Whichever sentences are in doubt today."""
    for text in SENTENCES:
        reading = await talk.run(read_words, text)
        if reading.urgent or not reading.perhaps or reading.best not in FORMS:
            continue
        await ani.types("/batal")
        await ani.types(text)
        assert (await ani.state()).conversation == "paham", text
        assert "119" in ani.last.splitlines()[0], text


async def test_words_of_a_false_alarm_go_on_into_the_question_that_waited_for_words(ani: Talker) -> None:
    await begin(ani, "u_bpbd")
    await answer(ani, (3,) * 9)
    await ani.types("kebakaran di pasar kami, petugasnya sigap")
    assert "113" in ani.last
    await ani.taps("Lanjutkan yang tadi")
    assert "Dalam bahaya" not in ani.last


async def test_where_danger_is_not_sure_the_numbers_stand_above_and_the_question_is_answered(
    anywhere: Talk,
) -> None:
    who = anywhere.person("Warga")
    await who.types("nomor ambulans puskesmas muara dua berapa ya")
    [answer] = who.answered
    assert "119" in answer.text.splitlines()[0]
    assert len(who.buttons()) >= 2
    assert (await who.state()).conversation != "lapor"


async def test_where_the_question_takes_the_words_it_goes_on_below_the_numbers(ani: Talker) -> None:
    await begin(ani, "u_bpbd")
    await answer(ani, (3,) * 9)
    await ani.types("lubang di depan kantor bahaya, hampir ada yang nyungsep")
    assert "119" in ani.answered[0].text.splitlines()[0]
    assert (await ani.state()).conversation != "paham"


async def test_an_officer_at_work_is_not_told_the_numbers_for_what_may_be_danger(
    talk: Talk, ani: Talker
) -> None:
    office = await staffed(talk)
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Pohon itu roboh di sebelah mana, Pak?")
    assert "119" not in office.officer.said()


async def test_an_emergency_with_a_picture_is_one_and_the_picture_goes_along(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.sends_file(caption="tolong rumah tetangga kebakaran apinya besar")
    assert "113" in ani.said()
    await ani.taps("Buat laporan")
    await ani.taps("Setuju")
    assert json.loads((await ani.state()).data)["files"]
