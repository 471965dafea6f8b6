"""Readers answer by a tap, and switch off what they do not want."""

import pytest

from feedbackbot.channels.narrow import NarrowChannel
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.people.consents import MARKETING, Purpose
from feedbackbot.storage.broadcast.broadcast_people import (
    answer_counts,
)
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.subscriptions import Subscription, subscriptions
from feedbackbot.wording.broadcast.content import message_of
from tests.broadcast.city import join, newest, rows, send
from tests.builders import CATALOGUE
from tests.shown import Shown
from tests.talk import Talk, Talker


def arrive(tx: Transaction) -> None:
    """As if everything had been sent."""
    tx.run(outbox.update().values(state=State.SENT, settled_at=tx.now))


async def stands_in_chat(reader: Talker) -> None:
    """The newest broadcast, as its reader sees it."""
    message = message_of(await newest(reader.talk), CATALOGUE, "id")
    reader.chat.append(Shown("broadcast", as_outgoing(message, ChatState(), page=0, pages=("", ""))))


async def test_one_answer_a_person_counts_and_the_newest_at_that(
    talk: Talk, zul: Talker, ani: Talker, budi: Talker
) -> None:
    number = await send(zul, buttons="Hadir\nTidak")
    await ani.sends_tap(f"!siaran/{number}.1")
    assert ani.notice == "Terima kasih. Jawaban Anda: Hadir"
    await budi.sends_tap(f"!siaran/{number}.1")
    await budi.sends_tap(f"!siaran/{number}.2")
    await budi.sends_tap(f"!siaran/{number}.2")
    assert await talk.run(answer_counts, number) == {1: 1, 2: 1}


async def test_the_answer_that_was_pressed_is_marked_under_the_message(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    await send(zul, buttons="Hadir\nTidak")
    await stands_in_chat(ani)
    for pressed in ("Hadir", "Tidak", "Tidak"):
        await ani.taps(pressed)
        assert [label for label in ani.buttons() if "✅" in label] == [f"✅ {pressed}"]
        assert "Kantor tutup besok." in ani.last, "nothing else changes"
        assert len(ani.buttons()) == 3, "and it can still be switched off"


async def test_where_nothing_can_be_edited_the_answer_is_told_in_words(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    await send(zul, buttons="Hadir\nTidak")
    await stands_in_chat(ani)
    talk.can = NarrowChannel().can
    await ani.taps("Hadir")
    assert [plain(one.text) for one in ani.answered] == ["Terima kasih. Jawaban Anda: Hadir"]


async def test_an_answer_leaves_the_conversation_under_way_alone(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    number = await send(zul, buttons="Hadir")
    await ani.types("/nilai")
    before = await ani.state()
    await ani.sends_tap(f"!siaran/{number}.1")
    assert await ani.state() == before


async def test_who_did_not_get_it_cannot_answer_and_no_answer_is_made_up(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    number = await send(zul, buttons="Hadir")
    stranger = await join(talk, "Orang luar")
    await stranger.sends_tap(f"!siaran/{number}.1")
    assert "tidak dapat kami catat" in stranger.notice
    for data in (
        f"!siaran/{number}.2",
        f"!siaran/{number}.x",
        "!siaran/99.1",
        "!siaran/",
        f"!siaran/{number}.0",
    ):
        await ani.sends_tap(data)
    assert await talk.run(answer_counts, number) == {}


async def test_only_those_who_have_not_answered_are_reminded(
    talk: Talk, zul: Talker, ani: Talker, budi: Talker
) -> None:
    number = await send(zul, buttons="Hadir")
    await talk.work(arrive)
    await ani.sends_tap(f"!siaran/{number}.1")
    await join(talk, "Baru")
    await zul.sends_tap(f"!kelola/{number}.ingatkan")
    await zul.types("Kami menunggu jawaban Anda")
    await zul.taps("Tanpa English")
    await zul.taps("Tanpa tombol")
    assert f"Yang belum menjawab siaran #{number}" in zul.last
    await zul.taps("Kirim sekarang")
    assert sorted(row.name for row in await rows(talk, f"broadcast:{number + 1}")) == ["Budi", "Zul"]


async def test_the_button_under_a_message_switches_its_subscription_off_and_on_again(
    talk: Talk, ani: Talker
) -> None:
    person = (await ani.contact()).person_id
    await ani.sends_tap("!langganan/news")
    assert "tidak akan menerima Kabar dari kota" in ani.last
    assert not (await talk.run(subscriptions, person))[Subscription.NEWS]
    await ani.taps("Nyalakan lagi")
    assert (await talk.run(subscriptions, person))[Subscription.NEWS]


async def test_the_list_shows_every_subscription_and_a_tap_turns_one_over(talk: Talk, ani: Talker) -> None:
    await ani.types("/langganan")
    assert len(ani.buttons()) == len(Subscription) + 2
    await ani.taps("✅ Kabar dari kota")
    assert "⬜ Kabar dari kota" in ani.buttons()
    await ani.taps("⬜ Kabar dari kota")
    assert "✅ Kabar dari kota" in ani.buttons()


async def test_every_subscription_has_a_name(talk: Talk) -> None:
    for subscription in Subscription:
        for language in talk.dialogue.catalogue.languages:
            assert talk.dialogue.catalogue.text(language, f"topic-{subscription.value}")


@pytest.mark.parametrize("act", ["nyala", "mati"])
async def test_what_was_said_about_news_is_among_what_is_held_about_a_person(ani: Talker, act: str) -> None:
    await ani.types("/mulai")
    await ani.sends_tap(f"!langganan/news.{act}")
    await ani.types("/dataku")
    assert "setuju untuk kabar dan pengumuman kota" in ani.said()


@pytest.mark.parametrize("purpose", [*Purpose, MARKETING])
def test_every_purpose_that_can_be_agreed_to_has_a_name(purpose: str) -> None:
    for language in CATALOGUE.languages:
        assert CATALOGUE.text(language, f"purpose-{purpose}")
