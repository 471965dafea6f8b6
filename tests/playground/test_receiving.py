"""How the bot gets its updates by long polling."""

import asyncio
from typing import Any

from telegram import Update

from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from tests.playground.conftest import Wire
from tests.playground.sending import PIXEL


async def texts(wire: Wire, **asked: Any) -> list[str]:
    return [update["message"]["text"] for update in await wire.result("getUpdates", **asked)]


async def test_an_update_stays_until_the_next_offset_acknowledges_it(wire: Wire, ani: Person) -> None:
    await ani.types("satu")
    first, second = await wire.result("getUpdates")
    assert await wire.result("getUpdates") == [first, second]
    assert second["update_id"] == first["update_id"] + 1
    assert await wire.result("getUpdates", offset=second["update_id"]) == [second]
    assert await wire.result("getUpdates", offset=second["update_id"] + 1) == []


async def test_limit_and_a_negative_offset(wire: Wire, ani: Person) -> None:
    for text in ("satu", "dua", "tiga"):
        await ani.types(text)
    assert await texts(wire, limit=2) == ["/start", "satu"]
    assert await texts(wire, offset=-2) == ["dua", "tiga"]
    assert await texts(wire) == ["dua", "tiga"]


async def test_a_poll_waits_for_news(wire: Wire, ani: Person) -> None:
    last = (await wire.result("getUpdates"))[-1]["update_id"]
    waiting = asyncio.create_task(wire.result("getUpdates", offset=last + 1, timeout=20))
    while wire.city.server is not None and wire.city.server.world.updates.is_polled is False:
        await asyncio.sleep(0.01)
    await ani.types("akhirnya")
    assert (await waiting)[0]["message"]["text"] == "akhirnya"


async def test_a_second_poller_ends_the_first_with_a_conflict(wire: Wire, city: Playground) -> None:
    assert city.server is not None
    first = asyncio.create_task(wire.calls("getUpdates", timeout=20))
    while not city.server.world.updates.is_polled:
        await asyncio.sleep(0.01)
    second = asyncio.create_task(wire.calls("getUpdates", timeout=20))
    assert await first == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    }  # fmt: skip
    await city.person("Budi")
    await (await city.people())[0].types("halo")
    assert (await second)["ok"]


async def test_polling_is_refused_while_a_webhook_is_set_and_a_webhook_ends_it(
    wire: Wire, city: Playground
) -> None:
    assert city.server is not None
    first = asyncio.create_task(wire.refusal("getUpdates", timeout=20))
    while not city.server.world.updates.is_polled:
        await asyncio.sleep(0.01)
    await wire.result("setWebhook", url="http://127.0.0.1:9/x")
    assert await first == "Conflict: terminated by setWebhook request"
    assert await wire.refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await wire.result("deleteWebhook")
    assert await wire.result("getUpdates") == []


async def test_only_kinds_that_were_asked_for_are_kept(wire: Wire, ani: Person) -> None:
    await wire.result("getUpdates", allowed_updates=["my_chat_member"])
    await ani.types("tidak diminta")
    await ani.blocks()
    kinds = [set(update) - {"update_id"} for update in await wire.result("getUpdates")]
    assert kinds == [{"message"}, {"my_chat_member"}]  # the first is the /start from before
    await wire.result("getUpdates", allowed_updates=[])
    await ani.unblocks()
    await ani.types("lagi")
    assert len(await wire.result("getUpdates")) == 4


async def test_a_repeated_update_comes_again_although_acknowledged(wire: Wire, ani: Person) -> None:
    (start,) = await wire.result("getUpdates")
    await wire.result("getUpdates", offset=start["update_id"] + 1)
    await wire.city.repeats(start["update_id"])
    assert await wire.result("getUpdates", offset=start["update_id"] + 1) == [start]
    assert await wire.result("getUpdates", offset=start["update_id"] + 1) == []


async def test_what_a_vanished_poller_was_given_counts_as_undelivered(
    wire: Wire, city: Playground, ani: Person
) -> None:
    assert city.server is not None
    (start,) = await wire.result("getUpdates")
    after = start["update_id"] + 1
    poll = asyncio.create_task(wire.result("getUpdates", offset=after, timeout=50))
    while not city.server.world.updates.is_polled:
        await asyncio.sleep(0.01)
    poll.cancel()
    await asyncio.wait({poll})
    await asyncio.sleep(0.05)  # until the server has noticed that the line is cut
    await city.repeats(start["update_id"])
    assert await wire.result("getUpdates", offset=after) == [start]


async def test_injected_objects_come_as_they_are(wire: Wire, city: Playground) -> None:
    number = await city.injects({"update_id": 5, "surprise": {"x": 1}})
    assert number == 5
    assert await wire.result("getUpdates", offset=900_000_000) == [{"update_id": 5, "surprise": {"x": 1}}]
    number = await city.injects('{"poll_answer": 3}')
    assert await wire.result("getUpdates", offset=6) == [{"update_id": number, "poll_answer": 3}]


async def test_broken_json_spoils_one_answer_only(wire: Wire, ani: Person, city: Playground) -> None:
    await city.injects('{"update_id": 1, ')
    assert await texts(wire) == ["/start"]
    update_id = (await wire.result("getUpdates"))[-1]["update_id"]
    async with wire.session.get(f"{city.api_url}{city.token}/getUpdates?offset={update_id + 1}") as answer:
        assert await answer.read() == b'{"update_id": 1, '
    await ani.types("masih hidup")
    assert await texts(wire, offset=update_id + 1) == ["masih hidup"]


async def test_what_people_do_is_an_update_that_python_telegram_bot_reads(wire: Wire, ani: Person) -> None:
    message = await wire.result(
        "sendMessage", chat_id=ani.id, text="?", reply_markup={"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    )  # fmt: skip
    number = await ani.types("/nilai dukcapil", reply_to=message["message_id"])
    await ani.edits(number, "/nilai ktp")
    await ani.taps("Ya")
    await ani.shares_contact()
    await ani.shares_contact(phone="+62813", name="Budi", user_id=7)
    await ani.shares_location(5.18, 97.14)
    for kind in ("photo", "document", "voice", "sticker", "video"):
        await ani.uploads(PIXEL, kind, caption="/foto", media_group_id="1", name="a.png")
    await ani.forges("palsu", 4711)
    await ani.blocks()
    updates = [Update.de_json(one, None) for one in await wire.result("getUpdates")]
    _, typed, edited, tapped, own, other, place, *files, forged, blocked = updates
    assert typed.message.reply_to_message.message_id == message["message_id"]
    assert typed.message.parse_entities() == {typed.message.entities[0]: "/nilai"}
    assert edited.edited_message.text == "/nilai ktp"
    assert (tapped.callback_query.data, tapped.callback_query.message.text) == ("y", "?")
    assert own.message.contact.user_id == own.message.from_user.id == ani.id
    assert (other.message.contact.phone_number, other.message.contact.user_id) == ("+62813", 7)
    assert place.message.location.latitude == 5.18
    assert [bool(one.message.effective_attachment) for one in files] == [True] * 5
    assert files[0].message.photo[-1].width == 1
    assert {one.message.media_group_id for one in files} == {"1"}
    assert not forged.callback_query.message.is_accessible
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert all(
        not thing.api_kwargs
        for one in updates
        for thing in (one, one.effective_user, one.effective_message)
        if thing
    )


async def test_a_long_text_goes_out_in_pieces(ani: Person, wire: Wire) -> None:
    await ani.types("🏟" * 2049)
    assert [len(text) for text in (await texts(wire))[1:]] == [2048, 1]


async def test_a_query_is_forgotten_long_before_a_message(wire: Wire, ani: Person, city: Playground) -> None:
    assert city.server is not None
    await ani.forges("x")
    updates = city.server.world.updates
    updates.query_seconds = 0
    assert await texts(wire) == ["/start"]
    updates.keep_seconds = 0
    assert await wire.result("getUpdates") == []
