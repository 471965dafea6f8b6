"""What will not do is refused and asked again: texts, files, buttons, times, audiences, and whoever may not."""

import pytest

from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.people.roles import end_grant, grants_of
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.sending import confirm
from feedbackbot.wording.broadcast.content import in_all_languages
from tests.broadcast.city import actions, rows, send, states, write
from tests.broadcast.pictures import sends_photo
from tests.talk import Clock, Talk, Talker


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("   ", "Tolong jawab dengan tulisan"),
        ("x" * 4097, "4.097 huruf"),
        ("Ini *penting", "tidak ditutup"),
        ("Ini penting_ sekali", "tidak ada pembukanya"),
        ("**penting** sekali", "ganda"),
    ],
)
async def test_a_text_that_will_not_do_is_refused_and_asked_again(
    talk: Talk, zul: Talker, text: str, answer: str
) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    await zul.types(text)
    assert answer in zul.said()
    assert (await zul.state()).step == "pesan"
    await zul.types("Sekarang benar")
    assert (await zul.state()).step == "terjemah"


async def test_a_caption_or_file_that_will_not_do_is_refused(talk: Talk, zul: Talker) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    for caption, size, answer in (
        ("", 1000, "belum ada keterangannya"),
        ("x" * 1025, 1000, "1.025 huruf"),
        ("Peta", 60_000_000, "lebih besar dari 50 MB"),
    ):
        await sends_photo(zul, caption=caption, size=size)
        assert answer in zul.said()
        assert (await zul.state()).step == "pesan"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("a\nb\nc\nd", "Paling banyak 3 tombol"),
        ("Jawaban yang jauh terlalu panjang", "terlalu panjang"),
        ("| Yes", "bahasa Indonesia"),
        ("Ya\nya", "sama bunyinya"),
    ],
)
async def test_buttons_that_will_not_do_are_refused(zul: Talker, typed: str, answer: str) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    await zul.types("Halo")
    await zul.taps("Tanpa English")
    await zul.types(typed)
    assert answer in zul.said()
    assert (await zul.state()).step == "tombol"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("kemarin 09:00", "sudah lewat"),
        ("24/11 08.00", "sudah lewat"),
        ("31/02 09.00", "Tanggal itu tidak ada"),
        ("besok 25:00", "Jam itu tidak ada"),
        ("besok", "Jam berapa"),
        ("kapan-kapan", "belum mengerti waktunya"),
        ("1/1/2029 09:00", "terlalu jauh"),
    ],
)
async def test_a_time_that_will_not_do_is_refused_and_asked_again(
    zul: Talker, typed: str, answer: str
) -> None:
    await write(zul)
    await zul.taps("Atur waktu")
    await zul.types(typed)
    assert answer in zul.said()
    assert (await zul.state()).step == "kapan"


async def test_a_moment_that_went_by_during_the_review_is_refused(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await write(zul)
    await zul.taps("Atur waktu")
    await zul.types("hari ini 10:30")
    await zul.taps("Sekali saja")
    clock.passes(hours=1)
    await zul.taps("Jadwalkan")
    assert "sudah lewat" in zul.notice
    assert await states(talk) == {}


async def test_an_audience_of_nobody_is_refused(talk: Talk, zul: Talker, rina: Talker) -> None:
    """Only the programme admins, and the only one has blocked the bot."""
    await talk.run(mark_gone, (await rina.contact()).address_id, "blocked")
    await zul.types("/siarkan")
    await zul.taps("Pemegang peran …")
    await zul.taps("Semua admin program")
    await zul.types("Halo")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert "Akan dikirimi: 0 orang" in zul.last
    await zul.taps("Kirim sekarang")
    assert "Tidak ada seorang pun" in zul.notice
    assert await rows(talk) == []


async def test_a_role_taken_away_between_preview_and_send_sends_nothing(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    await write(zul)
    person = (await zul.contact()).person_id

    def take_away(tx: Transaction) -> None:
        for grant in grants_of(tx, person):
            end_grant(tx, grant.id)

    await talk.work(take_away)
    await zul.taps("Kirim sekarang")
    assert "tidak lagi berwenang" in zul.said()
    assert await rows(talk) == []
    assert (await zul.state()).conversation is None


async def test_pressing_send_twice_sends_once(talk: Talk, zul: Talker, ani: Talker) -> None:
    await write(zul)
    shown, button = zul.button("Kirim sekarang")
    await zul.presses(shown, button)
    await zul.presses(shown, button)
    assert len(await rows(talk)) == 2
    assert await actions(talk) == ["broadcast-confirmed"]


async def test_the_draft_of_one_admin_is_not_anothers_to_send(talk: Talk, zul: Talker, rina: Talker) -> None:
    await write(zul)
    other = await rina.contact()
    with pytest.raises(FeedbackbotError, match="broadcast-draft-gone"):
        await talk.run(
            confirm, in_all_languages(talk.dialogue.catalogue), 1, other.person_id, other.address_id
        )
    assert await rows(talk) == []


@pytest.mark.parametrize(
    "command", ["/siarkan", "/siaran", "/peran", "/audit", "/admin", "/admin ABCDE-FGHJK"]
)
async def test_whoever_has_no_role_gets_the_answer_of_an_unknown_command(ani: Talker, command: str) -> None:
    await ani.types("/tidakada")
    unknown = ani.said()
    await ani.types(command)
    assert ani.said() == unknown


async def test_forged_buttons_of_admins_do_nothing_for_others(talk: Talk, zul: Talker, ani: Talker) -> None:
    number = await send(zul)
    for data in (
        f"!kelola/{number}.batalkan",
        f"!kelola/{number}.jeda",
        "!siarkan/baru",
        "!peran/beri",
        "!cabut/1.ya",
    ):
        await ani.sends_tap(data)
    assert await states(talk) == {State.WAITING: 2}
