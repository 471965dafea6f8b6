"""Readers answer by a tap, and switch off what they do not want."""

from feedbackbot.storage.broadcast.broadcast_people import (
    answer_counts,
)
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.subscriptions import Subscription, subscriptions
from tests.broadcast.city import join, rows, send
from tests.talk import Talk, Talker


def arrive(tx: Transaction) -> None:
    """As if everything had been sent."""
    tx.run(outbox.update().values(state=State.SENT, settled_at=tx.now))


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
