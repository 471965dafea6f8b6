"""An admin writes a broadcast and sends it; every slip gets a clear answer and changes nothing."""

import json

import pytest
from sqlalchemy import update

from feedbackbot.delivery.sending import read_body
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.message_text import Span, parse
from feedbackbot.storage.broadcast.broadcasts import Stage
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.dispatch import queued_messages
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.usecases.broadcast.follow_stage import follow_stages
from feedbackbot.usecases.broadcast.preview import draft_of
from feedbackbot.usecases.broadcast.writing import write_buttons
from feedbackbot.usecases.people.subscriptions import Subscription, subscribe
from tests.broadcast.city import actions, at, drafts, newest, rows, send, settle_people, told, write
from tests.broadcast.pictures import sends_photo
from tests.talk import Clock, Talk, Talker


async def test_it_is_shown_as_it_will_look_and_then_waits_for_everybody(
    talk: Talk, zul: Talker, ani: Talker, budi: Talker
) -> None:
    await write(zul, "Kantor tutup *besok*.", "Baik | OK\nAda pertanyaan")
    shown, review = zul.sees()[-2:]
    assert shown == "Kantor tutup besok."
    assert "Akan dikirimi: 3 orang" in review
    assert "segera" in review
    await zul.taps("Kirim sekarang")
    assert "mulai dikirim" in zul.last
    waiting = await rows(talk)
    assert {row.name for row in waiting} == {"Zul", "Ani", "Budi"}
    assert {(row.state, row.lane, row.kind, row.body) for row in waiting} == {
        (State.WAITING, 2, "broadcast", None)
    }
    assert len({row.content_id for row in waiting}) == 1, "what many rows share is stored once"
    assert await actions(talk) == ["broadcast-confirmed"]


async def test_a_button_that_begins_a_broadcast_begins_one_however_often_it_is_tapped(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    await write(zul, "Kantor tutup *besok*.", "Baik")
    await zul.taps("Kirim sekarang")
    first = await newest(talk)
    for _ in range(3):
        await zul.sends_tap(f"!kelola/{first.id}.ingatkan", "1")
    assert await drafts(talk) == 1
    await zul.types("Jangan lupa, kantor tutup besok.")
    await zul.sends_tap(f"!kelola/{first.id}.ingatkan", "1")
    assert await drafts(talk) == 2, "what holds words stays a draft of its own"


async def test_each_reader_gets_their_own_language(talk: Talk, zul: Talker, ani: Talker) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    await zul.types("Selamat pagi")
    await zul.types("Good morning")
    await zul.types("Ya | Yes")
    await zul.taps("Kirim sekarang")
    ids = [row.id for row in await rows(talk) if row.name == "Ani"]
    [letter] = await talk.run(queued_messages, ids)
    assert read_body(letter).text == "Selamat pagi"
    await ani.sends_tap("!bahasa/en")
    [letter] = await talk.run(queued_messages, ids)
    english = read_body(letter)
    assert english.text == "Good morning"
    assert next(button.label for row in english.rows for button in row) == "Yes"


async def test_answer_buttons_are_written_in_every_language_of_the_catalogue(talk: Talk, zul: Talker) -> None:
    """A third language is a folder of texts; nothing else knows how many there are."""
    await write(zul, "Kantor tutup")
    draft, admin = json.loads((await zul.state()).data)["broadcast_id"], (await zul.contact()).person_id
    await talk.run(write_buttons, draft, admin, "Ya | Yes | Nyoe\nTidak", ("ace", "en", "id"))
    kept = await talk.run(draft_of, draft, admin)
    assert list(kept.buttons) == [{"id": "Ya", "ace": "Yes", "en": "Nyoe"}, {"id": "Tidak"}]


async def test_a_picture_goes_out_with_its_caption(talk: Talk, zul: Talker, ani: Talker) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    await sends_photo(zul, caption="Peta *banjir*")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert zul.chat[-2].message.picture is not None
    await zul.taps("Kirim sekarang")
    assert len(await rows(talk)) == 2


async def test_whoever_cannot_be_reached_is_counted_with_the_reason_and_left_out(
    talk: Talk, zul: Talker, ani: Talker, budi: Talker
) -> None:
    await talk.run(mark_gone, (await ani.contact()).address_id, "blocked")
    await talk.run(subscribe, (await budi.contact()).person_id, Subscription.NEWS, on=False)
    await write(zul)
    assert "Akan dikirimi: 1 orang" in zul.last
    assert "Tidak akan dikirimi: 2 orang" in zul.last
    assert "1 memblokir asisten ini" in zul.last
    assert "1 mematikan kabar" in zul.last
    await zul.taps("Kirim sekarang")
    assert [row.name for row in await rows(talk)] == ["Zul"]
    assert (await newest(talk)).left_out == {"blocked": 1, "opted-out": 1}


async def test_a_sample_goes_to_the_author_alone(talk: Talk, zul: Talker, ani: Talker) -> None:
    await write(zul, buttons="Ya\nTidak")
    await zul.taps("Contoh ke saya")
    assert "Contohnya" in zul.notice
    [body] = await told(talk, "Zul")
    assert json.loads(body)["text"] == "Kantor tutup *besok*."
    assert await told(talk, "Ani") == []
    await zul.sends_tap("!siaran/0.1")
    assert "hanya contoh" in zul.notice


@pytest.mark.parametrize(("typed", "moment"), [("besok 09:00", at(25, 9)), ("25/11 14.30", at(25, 14, 30))])
async def test_it_can_be_planned_in_words(talk: Talk, zul: Talker, typed: str, moment: object) -> None:
    await write(zul)
    await zul.taps("Atur waktu")
    await zul.types(typed)
    await zul.taps("Sekali saja")
    await zul.taps("Jadwalkan")
    planned = await newest(talk)
    assert (planned.stage, planned.due_at) == (Stage.PLANNED, moment)
    assert await rows(talk) == []


async def test_it_can_be_planned_by_a_button(talk: Talk, zul: Talker) -> None:
    await write(zul)
    await zul.taps("Atur waktu")
    first = zul.buttons()[0]
    assert "09.00" in first
    await zul.taps(first)
    await zul.taps("Sekali saja")
    await zul.taps("Jadwalkan")
    assert (await newest(talk)).due_at == at(25, 9)


async def test_in_the_night_the_review_says_when_it_goes(talk: Talk, zul: Talker, clock: Clock) -> None:
    clock.passes(hours=12)
    await write(zul)
    assert "Di luar jam kirim" in zul.last
    await zul.taps("Kirim sekarang")
    assert {row.due_at for row in await rows(talk)} == {at(25, 7)}


async def test_leaving_half_way_sends_nothing_and_says_so(talk: Talk, zul: Talker) -> None:
    await write(zul)
    await zul.types("/batal")
    assert "tidak dikirim" in zul.said()
    assert await rows(talk) == []


async def test_a_person_with_two_addresses_gets_it_once_at_the_newest_that_is_alive(
    talk: Talk, zul: Talker, ani: Talker, budi: Talker
) -> None:
    one, two = await ani.contact(), await budi.contact()
    await talk.work(
        lambda tx: tx.run(
            update(address).where(address.c.id == two.address_id).values(person_id=one.person_id)
        )
    )
    await send(zul)
    assert sorted(row.name for row in await rows(talk)) == ["Budi", "Zul"]
    await talk.run(mark_gone, two.address_id, "blocked")
    await send(zul, "Sekali lagi")
    assert sorted(row.name for row in await rows(talk, "broadcast:2")) == ["Ani", "Zul"]


async def test_a_broadcast_to_a_thousand_people_is_approved_before_anybody_gets_a_row(
    talk: Talk, zul: Talker, rina: Talker
) -> None:
    await talk.work(lambda tx: settle_people(tx, 1000))
    await write(zul)
    assert "Akan dikirimi: 1.002 orang" in zul.last
    assert "50 detik" in zul.last
    await zul.taps("Minta persetujuan")
    assert await rows(talk) == []
    [body] = await told(talk, "Rina")
    assert "menunggu persetujuan Anda" in body
    await rina.sends_tap("!kelola/1.setuju")
    await follow_stages(talk.runtime)
    assert len(await rows(talk)) == 1002


async def test_what_was_set_in_the_chat_apps_editor_is_kept_and_what_is_not_is_told(zul: Talker) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    await zul.does(Kind.TEXT, text="Besok libur", marked="*Besok* libur", look_lost=True)
    assert any("Yang tidak ikut" in text for text in zul.sees())
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert any(Span("Besok", bold=True) in parse(message.text) for message in zul.answered)


async def test_of_an_album_one_picture_goes_along_and_that_is_said(zul: Talker) -> None:
    await zul.types("/siarkan")
    await zul.taps("Semua yang memakai asisten ini")
    await zul.sends_album(3, caption="Lihat jadwalnya")
    assert any("hanya yang pertama" in text for text in zul.sees())


async def test_the_sentence_that_asked_for_a_broadcast_is_offered_as_its_message(zul: Talker) -> None:
    await zul.types("/batal")
    await zul.types("umumkan ke semua pegawai kantor tutup besok")
    await zul.taps("Semua yang memakai asisten ini")
    assert "umumkan ke semua pegawai kantor tutup besok" in zul.last
    await zul.taps("Pakai kalimat ini")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert zul.sees()[-2] == "umumkan ke semua pegawai kantor tutup besok"
