"""What comes after its answer is not lost: the last picture of an album, the next sentence of a story."""

import json
from datetime import timedelta

import pytest

from feedbackbot.dialogue.incoming import Kind, Received
from tests.cases.office import Office, pictures, sends_case, to_what
from tests.talk import Clock, Talk, Talker

LATE = {"file": Received("late", "gambar.jpg", "image/jpeg", 1000), "album": "album"}


async def test_a_picture_that_comes_while_something_else_is_asked_goes_into_the_report(
    office: Office, ani: Talker
) -> None:
    await to_what(ani, office)
    await ani.sends_album(2, caption="Petugas loket meminta uang untuk kartu keluarga saya")
    assert "Kapan" in ani.last
    await ani.does(Kind.PHOTO, **LATE)
    assert "3 berkas" in ani.said()
    await ani.types("kemarin pagi")
    assert "3" in ani.said()


async def test_the_next_sentence_of_a_story_is_no_day(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types("Petugas loket meminta uang untuk kartu keluarga saya")
    await ani.types("katanya supaya cepat selesai dan tidak boleh ada yang tahu")
    assert "Kapan" in ani.said()
    await ani.types("kemarin pagi")
    await ani.taps("Lewati")
    assert "supaya cepat selesai" in ani.said()


async def test_pictures_right_after_a_report_can_be_added_to_it(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await who.does(Kind.PHOTO, **LATE)
    await who.does(Kind.PHOTO, **LATE | {"file": Received("later")})
    assert "Tambahkan" in who.said()
    await who.taps("Ya, kirim ke petugas")
    await office.mail()
    assert pictures(office.officer) == 2


async def test_of_pictures_that_are_something_else_none_is_lost(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await who.does(Kind.PHOTO, **LATE)
    await who.taps("Bukan, ini laporan baru")
    state = await who.state()
    assert [one["ref"] for one in json.loads(state.data)["files"]] == ["late"]


@pytest.mark.parametrize("later", [timedelta(minutes=16), timedelta(days=2)])
async def test_pictures_long_after_a_report_are_asked_about_as_always(
    talk: Talk, office: Office, clock: Clock, later: timedelta
) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    clock.now += later
    await who.does(Kind.PHOTO, **LATE)
    assert "Tambahkan" not in who.said()
