"""Inputs made after public bug reports, by their number there: whole talks."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from feedbackbot.dialogue.incoming import Kind
from tests.broadcast.city import CITY_ADMIN, at, plan, starting, states
from tests.builders import grant_roles
from tests.cases.office import Office, sends_case, to_what
from tests.deliver import deliver
from tests.talk import Clock, Talk, Talker

ROWS = "02 07 08 09 10 12 14 17 19 20 21 22 24 25 26 28 29 31 32 33 35 37 40 42 43 44 45 46 48 49 50 51 52 53 54 55 56 58 59"
"""All that the list has: inputs that failed once, and those that were right and have to stay so."""


def test_each_row_of_the_list_has_its_test() -> None:
    folder = Path(__file__).parent
    named = set(
        re.findall(
            r"def test_row_(\d\d)_", "".join(file.read_text("utf-8") for file in folder.glob("test_*.py"))
        )
    )
    assert named == set(ROWS.split())


def pictures(who: Talker) -> int:
    return sum(shown.message.picture is not None for shown in who.chat)


@pytest.mark.parametrize("count", range(2, 6))
async def test_row_14_an_album_with_words_reaches_the_other_side_whole(
    talk: Talk, office: Office, count: int
) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Mohon kirim foto tempatnya, Pak/Bu.")
    await office.mail()
    await who.taps("Tulis ke petugas")
    await who.sends_album(count, caption="ini fotonya pak")
    assert len(who.answered) == 1
    await office.mail()
    assert pictures(office.officer) == count
    assert any("ini fotonya pak" in text for text in office.officer.sees())


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.DOCUMENT])
async def test_row_14_the_officers_album_reaches_the_citizen_whole(
    talk: Talk, office: Office, count: int, kind: Kind
) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Jawab")
    await office.officer.sends_album(count, caption="begini keadaannya", kind=kind)
    await office.mail()
    files = [shown for shown in who.chat if shown.message.picture or shown.message.document]
    assert len(files) == count
    assert any("begini keadaannya" in text for text in who.sees())


EDITS = (
    ("dua puluh ribu", "dua ratus ribu"),
    ("ribu rupiah", "ribu rupiah (Rp20.000,-)"),
    ("kemarin pagi", "tadi pagi jam 9"),
    ("petugas", "petugas 😡"),
    ("loket", "loket 3️⃣"),
    ("diminta", "DIMINTA"),
    ("pagi", "pagi sekali"),
    ("Saya", "Saya (ibu saya)"),
    ("rupiah", "rupiah, tanpa kuitansi,"),
    ("oleh", "oleh\u200b"),
    ("uang", "uang"),
)
"""What is edited in the same message, one after the other."""
SAID = "Saya diminta uang dua puluh ribu rupiah di loket kemarin pagi oleh petugas."


async def test_row_19_each_edit_of_what_was_sent_is_told_and_can_be_added(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office, SAID)
    for before, after in EDITS:
        await who.does_edit(SAID.replace(before, after))
        assert "tidak ikut" in who.last, after
        await who.taps("Ya, kirim ke petugas")
    await office.mail()
    assert any("tanpa kuitansi" in shown for shown in office.officer.sees())


async def test_row_20_each_edit_of_a_draft_is_taken_over(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.does(Kind.TEXT, text=SAID, own_ref="7")
    text = SAID
    for before, after in EDITS:
        text = text.replace(before, after)
        await ani.does_edit(text, "7")
    await ani.taps("Lewati")
    said = ani.said()
    assert all(
        after in said for after in ("Rp20.000,-", "😡", "3️⃣", "DIMINTA", "(ibu saya)", "tanpa kuitansi")
    )
    assert "dua puluh ribu" not in said


async def test_row_19_an_edit_of_what_was_sent_is_told_and_can_be_added(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office, "Saya diminta dua puluh ribu rupiah di loket kemarin pagi oleh petugas.")
    await who.does_edit("Saya diminta dua ratus ribu rupiah di loket kemarin pagi oleh petugas.")
    assert "tidak ikut" in who.last
    await who.taps("Ya, kirim ke petugas")
    await office.mail()
    assert any("dua ratus ribu" in text for text in office.officer.sees())


async def test_row_20_an_edit_of_a_draft_is_taken_over(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    before = "Saya diminta dua puluh ribu rupiah di loket kemarin pagi oleh petugas."
    await ani.does(Kind.TEXT, text=before, own_ref="7")
    await ani.does_edit(before.replace("puluh", "ratus"), "7")
    await ani.taps("Lewati")
    assert "dua ratus ribu" in ani.said()
    assert "dua puluh ribu" not in ani.last


@pytest.mark.parametrize("count", range(1, 11))
async def test_row_22_an_album_in_a_complaint_gets_one_answer(
    office: Office, ani: Talker, count: int
) -> None:
    await to_what(ani, office)
    await ani.types("Petugas loket meminta uang dua puluh ribu kemarin pagi")
    await ani.sends_album(count)
    assert len(ani.answered) == 1


@pytest.mark.parametrize("late", [timedelta(hours=n) for n in (2.1, 3, 5, 9, 13, 24, 36, 72, 480, 2000)])
async def test_row_24_a_broadcast_long_after_its_moment_asks_its_author(
    talk: Talk, clock: Clock, late: timedelta
) -> None:
    zul = await grant_roles(talk, CITY_ADMIN)
    await plan(zul, "besok 09:00")
    clock.now = at(25, 9) + late
    await starting(talk)
    assert await states(talk) == {}
    await deliver(talk)
    assert "Belum dikirim" in zul.last
