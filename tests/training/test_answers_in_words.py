"""An invitation is answered in words as well as by its buttons; doubtful words enrol nobody."""

import pytest

from tests.deliver import deliver
from tests.staff.personnel import Personnel, told
from tests.talk import Talker


async def invited(office: Personnel) -> tuple[Talker, int]:
    await office.employs(2)
    [who] = await office.links(0)
    office.clock.passes(minutes=5)
    training = await office.offers()
    await office.invites(training)
    await deliver(office.talk)
    return who, training


@pytest.mark.parametrize(
    ("words", "state"),
    [
        *(
            (yes, "seated")
            for yes in ("iya", "Saya ikut", "hadir", "1", "InsyaAllah hadir 🙏", "ok pak saya ikut ya")
        ),
        *((no, "declined") for no in ("tidak", "gak bisa", "maaf pak gak bisa ya")),
    ],
)
async def test_plain_words_right_after_the_invitation_answer_it(
    office: Personnel, words: str, state: str
) -> None:
    who, training = await invited(office)
    await who.types(words)
    assert state in await office.states(training)


@pytest.mark.parametrize(
    "words",
    [
        "insyaallah kalau sempat",
        "maaf kayaknya tidak bisa, tanggal itu saya cuti",
        "ok kalau jadwalnya cocok",
    ],
)
async def test_doubtful_words_are_asked_back_with_the_invitations_own_buttons(
    office: Personnel, words: str
) -> None:
    who, training = await invited(office)
    await who.types(words)
    assert "undangan Pelayanan prima" in who.last
    assert [label.split()[-1] for label in who.buttons()[:2]] == ["Ikut", "bisa"]
    assert await office.states(training) == {"invited": 2}
    await who.types("iya")
    assert (await office.states(training)).get("seated") == 1


async def test_words_for_something_else_are_not_lost_to_the_invitation(office: Personnel) -> None:
    who, training = await invited(office)
    await who.types("tidak ada air bersih sudah tiga hari di rumah kami")
    await who.taps("Bukan, ini hal lain")
    assert await office.states(training) == {"invited": 2}
    await who.taps("Setuju")
    assert "Laporan ini untuk kantor mana" in who.last


async def test_days_later_it_is_still_asked_but_words_are_no_answer_unasked(office: Personnel) -> None:
    who, _ = await invited(office)
    office.clock.passes(minutes=1)
    await who.types("/mulai")
    office.clock.passes(days=2)
    await who.types("saya ikut")
    assert "undangan Pelayanan prima" in who.last
    await who.taps("Ikut")
    assert "terdaftar" in told(who)


async def test_before_the_invitation_has_arrived_even_plain_words_are_asked_back(office: Personnel) -> None:
    await office.employs(2)
    [who] = await office.links(0)
    training = await office.offers()
    await office.invites(training)
    await who.types("iya")
    assert "undangan Pelayanan prima" in who.last
    assert await office.states(training) == {"invited": 2}


async def test_after_the_answer_nothing_is_open_any_more(office: Personnel) -> None:
    who, training = await invited(office)
    await who.types("tidak bisa")
    await who.types("iya")
    assert "seated" not in await office.states(training)


@pytest.mark.parametrize("words", ["Kenapa saya diundang?", "kok saya diundang", "alasan diundang"])
async def test_whoever_asks_why_is_told_and_has_answered_nothing(office: Personnel, words: str) -> None:
    who, training = await invited(office)
    await who.types(words)
    assert "Kenapa Anda diundang ke Pelayanan prima?" in who.last
    assert await office.states(training) == {"invited": 2}
    await who.taps("✅ Ikut")
    assert (await office.states(training)).get("seated") == 1


async def test_why_is_told_at_any_time_and_the_invitation_stays_open(office: Personnel) -> None:
    who, training = await invited(office)
    await who.types("/mulai")
    await who.types("kenapa saya diundang?")
    assert "Pelayanan prima" in who.last
    assert any("Ikut" in label for label in who.buttons())
    assert await office.states(training) == {"invited": 2}


async def test_what_only_begins_like_a_yes_is_heard_for_what_it_is(office: Personnel) -> None:
    who, training = await invited(office)
    await who.types("/mulai")
    await who.types("lanjut belajar dong")
    assert "undangan" not in who.last
    assert await office.states(training) == {"invited": 2}
