"""The channel, over HTTP to the playground's Bot API."""

import asyncio
from dataclasses import replace

import pytest

from feedbackbot.channels.telegram.channel import TelegramChannel
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.delivery.channel import DeliveryStatus, Sent
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Button, Outgoing
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from tests.channels.conftest import Drawer

YES = Button("Ya", "Ya", data="rate/1/yes")
CHART = Attachment("chart", {}, "grafik.png", "chart:1")
REPORT = Attachment("report", {}, 'laporan "IKM" Dinas Élok.pdf', "report:1")


async def test_a_message_arrives_formatted_with_its_buttons(channel: TelegramChannel, ani: Person) -> None:
    sent = await channel.send(str(ani.id), Outgoing("*Halo* <Ani>", rows=((YES,),)))
    seen = await ani.waits_for("Halo <Ani>")
    assert sent == Sent(DeliveryStatus.SENT, message_ref=str(seen["message_id"]))
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in seen["entities"]] == [
        ("bold", 0, 4)
    ]
    assert ani.buttons() == ["Ya"]


async def test_a_replacement_changes_the_message(channel: TelegramChannel, ani: Person) -> None:
    first = await channel.send(str(ani.id), Outgoing("satu", rows=((YES,),)))
    second = await channel.send(str(ani.id), Outgoing("dua", replaces_ref=first.message_ref))
    await ani.waits_for("dua")
    assert second == first
    assert "satu" not in ani.sees()
    assert ani.buttons() == []


async def test_a_replacement_that_changes_nothing_counts_as_sent(
    channel: TelegramChannel, ani: Person
) -> None:
    first = await channel.send(str(ani.id), Outgoing("satu"))
    assert await channel.send(str(ani.id), Outgoing("satu", replaces_ref=first.message_ref)) == first


async def test_what_cannot_be_edited_is_sent_anew(channel: TelegramChannel, ani: Person) -> None:
    picture = await channel.send(str(ani.id), Outgoing("grafik", picture=CHART))
    took_keyboard = await channel.send(str(ani.id), Outgoing("terima kasih", closes_keyboard=True))
    for number, ref in enumerate(("999999", picture.message_ref, took_keyboard.message_ref)):
        sent = await channel.send(str(ani.id), Outgoing(f"baru {number}", replaces_ref=ref))
        assert sent.fate is DeliveryStatus.SENT
        assert sent.message_ref not in (None, ref)
        await ani.waits_for(f"baru {number}")


async def test_only_the_buttons_change_where_only_they_are_to(channel: TelegramChannel, ani: Person) -> None:
    picture = await channel.send(str(ani.id), Outgoing("grafik", picture=CHART, rows=((YES,),)))
    await ani.waits_for("grafik")
    pressed = Outgoing(
        "", rows=((replace(YES, label="✅ Ya"),),), replaces_ref=picture.message_ref, buttons_only=True
    )
    for _ in range(2):  # the second time there is nothing to change
        assert (await channel.send(str(ani.id), pressed)).fate is DeliveryStatus.SENT
    await ani.waits_until(lambda phone: phone.buttons() == ["✅ Ya"])
    assert ani.sees()[1:] == ["grafik"]


async def test_buttons_that_cannot_be_changed_any_more_are_left(
    channel: TelegramChannel, ani: Person
) -> None:
    gone = Outgoing("", rows=((YES,),), replaces_ref="999999", buttons_only=True)
    assert (await channel.send(str(ani.id), gone)).fate is DeliveryStatus.SENT
    assert ani.sees() == ["/start"]


async def test_a_file_is_uploaded_once_and_then_named(
    channel: TelegramChannel, ani: Person, drawer: Drawer
) -> None:
    for _ in range(3):
        assert (
            await channel.send(str(ani.id), Outgoing("*Hasil*", picture=CHART))
        ).fate is DeliveryStatus.SENT
    assert drawer.made == ["chart"]
    await ani.waits_until(lambda phone: phone.sees().count("Hasil") == 3)


async def test_many_sends_of_one_new_file_at_once_upload_it_once(
    channel: TelegramChannel, ani: Person, drawer: Drawer
) -> None:
    sent = await asyncio.gather(*(channel.send(str(ani.id), Outgoing("x", picture=CHART)) for _ in range(20)))
    assert {one.fate for one in sent} == {DeliveryStatus.SENT}
    assert drawer.made == ["chart"]


async def test_a_remembered_id_that_telegram_no_longer_knows_is_uploaded_again(
    channel: TelegramChannel, ani: Person, drawer: Drawer
) -> None:
    drawer.refs["chart:1"] = "AgACAgUAAxkstale"
    assert (await channel.send(str(ani.id), Outgoing("x", picture=CHART))).fate is DeliveryStatus.SENT
    assert drawer.made == ["chart"]
    assert drawer.refs["chart:1"] != "AgACAgUAAxkstale"


async def test_a_received_file_that_is_gone_is_not_made_anew(
    channel: TelegramChannel, ani: Person, drawer: Drawer
) -> None:
    gone = Attachment("received", {"ref": "AgACAgUAAxkgone"}, "foto")
    assert (await channel.send(str(ani.id), Outgoing("x", picture=gone))).fate is DeliveryStatus.REJECTED
    assert drawer.made == []


async def test_a_document_keeps_a_readable_name(channel: TelegramChannel, ani: Person) -> None:
    await channel.send(str(ani.id), Outgoing("Laporan", document=REPORT))
    assert (await ani.waits_for("Laporan"))["file"]["name"] == "laporan IKM Dinas Élok.pdf"


async def test_a_file_nobody_can_make_is_our_mistake(channel: TelegramChannel, ani: Person) -> None:
    unknown = Attachment("nonsense", {}, "x", "k")
    assert await channel.send(str(ani.id), Outgoing("x", picture=unknown)) == Sent(
        DeliveryStatus.REJECTED, reason="attachment-unknown"
    )


async def test_a_file_that_cannot_be_made_now_is_tried_later(
    channel: TelegramChannel, ani: Person, drawer: Drawer
) -> None:
    drawer.broken = True
    assert await channel.send(str(ani.id), Outgoing("x", picture=CHART)) == Sent(
        DeliveryStatus.LATER, reason="attachment-failed"
    )
    drawer.broken = False
    assert (await channel.send(str(ani.id), Outgoing("x", picture=CHART))).fate is DeliveryStatus.SENT


async def test_a_long_text_arrives_in_parts_with_the_buttons_at_the_end(
    channel: TelegramChannel, ani: Person
) -> None:
    sent = await channel.send(str(ani.id), Outgoing("kata " * 2000 + "habis", rows=((YES,),)))
    last = await ani.waits_for("habis")
    assert sent.message_ref == str(last["message_id"])
    assert last["inline_keyboard"] != []
    assert "".join(ani.sees()[1:]).count("kata") == 2000


async def test_a_contact_key_comes_and_goes(channel: TelegramChannel, ani: Person) -> None:
    await channel.send(str(ani.id), Outgoing("Nomor?", rows=((YES,),), asks_contact="Bagikan nomor"))
    await ani.waits_for("Nomor?")
    assert ani.keyboard() == ["Bagikan nomor", "Ya"]
    await channel.send(str(ani.id), Outgoing("Pilih", rows=((YES,),), closes_keyboard=True))
    await ani.waits_for("Pilih")
    assert ani.keyboard() == []
    assert ani.buttons() == ["Ya"]


async def test_a_person_who_stopped_the_bot_or_never_met_it_is_gone(
    channel: TelegramChannel, city: Playground, ani: Person
) -> None:
    await ani.blocks()
    assert await channel.send(str(ani.id), Outgoing("x")) == Sent(DeliveryStatus.GONE, reason="blocked")
    assert (await channel.send("4242", Outgoing("x"))).fate is DeliveryStatus.GONE
    budi = await city.person("Budi")
    await budi.starts()
    await budi.deletes_account()
    assert await channel.send(str(budi.id), Outgoing("x")) == Sent(DeliveryStatus.GONE, reason="deactivated")


async def test_the_fates_of_a_broken_line(channel: TelegramChannel, city: Playground, ani: Person) -> None:
    async def fate(**faults: object) -> Sent:
        await city.breaks(**faults)
        return await channel.send(str(ani.id), Outgoing("x"))

    assert await fate(error_429={"share": 1, "retry_after": 7}) == Sent(
        DeliveryStatus.LATER, retry_after=7.0, reason="too-many"
    )
    assert await fate(error_403={"share": 1}) == Sent(DeliveryStatus.GONE, reason="blocked")
    assert await fate(error_5xx={"share": 1}) == Sent(DeliveryStatus.UNKNOWN, reason="http-502")
    assert await fate(drop_before={"share": 1}) == Sent(DeliveryStatus.UNKNOWN, reason="dropped")
    assert await fate(drop_after={"share": 1}) == Sent(DeliveryStatus.UNKNOWN, reason="dropped")
    assert (await fate()).fate is DeliveryStatus.SENT
    await ani.waits_until(lambda phone: phone.sees().count("x") == 2)  # the dropped answer's message came too


async def test_what_telegram_will_never_take_is_rejected_with_the_reason(
    channel: TelegramChannel, ani: Person
) -> None:
    assert await channel.send(str(ani.id), Outgoing(" ")) == Sent(DeliveryStatus.REJECTED, reason="empty")
    wide = Button("x", "x", data="d" * 65)
    assert await channel.send(str(ani.id), Outgoing("x", rows=((wide,),))) == Sent(
        DeliveryStatus.REJECTED, reason="bad-button"
    )
    assert await channel.send("ani", Outgoing("x")) == Sent(DeliveryStatus.REJECTED, reason="address")


async def test_a_wrong_token_halts_and_blames_nobody(city: Playground, drawer: Drawer, ani: Person) -> None:
    async with TelegramClient("9:PLAY-other", api_url=city.url) as client:
        assert await TelegramChannel(client, drawer).send(str(ani.id), Outgoing("x")) == Sent(
            DeliveryStatus.HALT, reason="token"
        )


async def test_nobody_listening_means_later(drawer: Drawer, city: Playground) -> None:
    await city.close()
    async with TelegramClient(city.token, api_url=city.url) as client:
        assert await TelegramChannel(client, drawer).send("1", Outgoing("x")) == Sent(
            DeliveryStatus.LATER, reason="not-sent-no-connection"
        )


async def test_a_tap_is_acknowledged_with_its_notice_and_an_old_one_is_no_trouble(
    channel: TelegramChannel, ani: Person
) -> None:
    await channel.send(str(ani.id), Outgoing("?", rows=((YES,),)))
    tap_id = await ani.taps("Ya")
    await channel.acknowledge(tap_id, "Tersimpan" + "!" * 300)
    await ani.waits_for_toast("Tersimpan")
    assert ani.answered_taps == 1
    await channel.acknowledge(tap_id, "")
    await channel.acknowledge("nonsense", "")


@pytest.mark.parametrize("retry_after", [0, 60])
async def test_half_a_message_is_never_handed_back_to_be_sent_later(
    city: Playground, drawer: Drawer, ani: Person, retry_after: int
) -> None:
    """The second part meets 429 every time: with a short wait it is tried again on the spot, with a long one not."""

    class SecondPartRefused(TelegramClient):
        tries = 0

        async def call(
            self, method: str, parameters: dict[str, object], answer_within: float | None = None
        ) -> object:
            self.tries += 1
            if self.tries > 1:
                await city.breaks(error_429={"share": 1, "retry_after": retry_after})
            return await super().call(method, parameters, answer_within)

    async with SecondPartRefused(city.token, api_url=city.url) as client:
        sent = await TelegramChannel(client, drawer).send(str(ani.id), Outgoing("kata " * 1000))
    assert (sent.fate, sent.reason) == (DeliveryStatus.UNKNOWN, "partly-too-many")
    assert client.tries == (5 if retry_after == 0 else 2)
