"""People played from Python: within the process, over HTTP, and with the server as a process of its own."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.waiting_phone import StillWaiting
from tests.playground.conftest import Wire
from tests.playground.sending import PIXEL, buttons


@pytest.fixture(params=["within", "over http", "own process"])
async def anywhere(request: pytest.FixtureRequest, city: Playground) -> AsyncIterator[Playground]:
    """The same playground reached in each of the three ways."""
    if request.param == "within":
        yield city
    elif request.param == "over http":
        async with Playground(city.url) as joined:
            yield joined
    else:
        async with await Playground.in_own_process() as alone:
            yield alone


async def test_a_conversation_can_be_played_everywhere(anywhere: Playground, tmp_path: Path) -> None:
    picture = tmp_path / "loket.png"
    picture.write_bytes(PIXEL)
    ani = await anywhere.person("Ani", username="ani", phone="+62811")
    async with aiohttp.ClientSession() as session:
        wire = Wire(anywhere, session)
        await ani.starts("u_disdukcapil_1")
        await ani.shares_contact()
        await ani.uploads(picture, caption="loket")
        await ani.reads()
        heard = [update["message"] for update in await wire.result("getUpdates", timeout=5)]
        assert heard[0]["text"] == "/start u_disdukcapil_1"
        assert heard[1]["contact"]["phone_number"] == "62811"
        await wire.result(
            "sendMessage", chat_id=ani.id, text="Mudah?", reply_markup=buttons("Sangat mudah", "Mudah")
        )
        assert (await ani.hears("Mudah?"))["kind"] == "text"
        query = await ani.taps("Mudah")
        await wire.result("answerCallbackQuery", callback_query_id=query, text="Dicatat")
        assert await ani.waits_for_toast("Dicatat") == "Dicatat"
        await wire.result("setMyCommands", commands=[{"command": "nilai", "description": "x"}])
        await ani.waits_until(lambda phone: phone.commands() == ["nilai"])
        await ani.waits_until(
            lambda phone: phone.sees() == ["/start u_disdukcapil_1", "[contact]", "loket", "Mudah?"]
        )
        assert ani.profile["unread"] == 0
        tapped = (await wire.result("getUpdates"))[-1]["callback_query"]
        assert (tapped["data"], tapped["from"]["username"]) == ("x", "ani")


async def test_everybody_can_be_found_again_with_what_they_see(city: Playground, ani: Person) -> None:
    async with Playground(city.url) as joined:
        (found,) = await joined.people()
        assert (found.id, found.sees()) == (ani.id, ["/start"])
        await ani.types("halo")
        await found.waits_until(lambda phone: phone.sees() == ["/start", "halo"])


async def test_an_exact_label_comes_before_one_that_contains_it_and_a_newer_before_an_older(
    wire: Wire, ani: Person
) -> None:
    rows = [[{"text": text, "callback_data": text} for text in ("Sangat mudah", "mudah")]]
    await wire.result("sendMessage", chat_id=ani.id, text="1", reply_markup={"inline_keyboard": rows})
    await wire.result(
        "sendMessage", chat_id=ani.id, text="2", reply_markup=buttons("mudah sekali", data="baru")
    )
    for label in ("mudah", "mudah sek", "Sangat"):
        await ani.taps(label)
    updates = await wire.result("getUpdates")
    assert [one["callback_query"]["data"] for one in updates[1:]] == ["mudah", "baru", "Sangat mudah"]


async def test_then_taps_waits_for_what_comes_after_the_last_act(wire: Wire, ani: Person) -> None:
    await wire.result("sendMessage", chat_id=ani.id, text="U1", reply_markup=buttons("Sesuai", data="u1"))
    await ani.taps("Sesuai")
    later = asyncio.create_task(ani.then_taps("Sesuai"))
    await asyncio.sleep(0)
    await wire.result(
        "editMessageText", chat_id=ani.id, message_id=2, text="U5", reply_markup=buttons("Sesuai", data="u5")
    )
    await later
    updates = await wire.result("getUpdates")
    assert [one["callback_query"]["data"] for one in updates[1:]] == ["u1", "u5"]


async def test_waiting_in_vain_tells_what_she_sees(ani: Person) -> None:
    with pytest.raises(StillWaiting, match=r"Ani waited 0 s for «Terima kasih»(.|\n)*· /start"):
        await ani.waits_for("Terima kasih", patience=0)
    with pytest.raises(StillWaiting, match="a button «Ya»"):
        await ani.taps("Ya", patience=0)
    with pytest.raises(StillWaiting):
        await ani.hears(patience=0)


async def test_what_an_app_would_not_let_her_do(city: Playground, ani: Person) -> None:
    with pytest.raises(CannotDo, match="an empty text"):
        await ani.types("  ")
    with pytest.raises(CannotDo, match="only a text of her own"):
        await ani.edits(99, "x")
    with pytest.raises(CannotDo, match="kind must be one of"):
        await ani.uploads(b"x", "film")
    with pytest.raises(CannotDo, match="IMAGE_PROCESS_FAILED"):
        await ani.uploads(b"x", "photo")
    with pytest.raises(CannotDo, match="is taken"):
        await city.person("Kembar", number=ani.id)
    await ani.blocks()
    with pytest.raises(CannotDo, match="Ani has blocked the bot"):
        await ani.types("halo")
    with pytest.raises(CannotDo, match="Ani has blocked the bot"):
        await ani.forges("x")


async def test_a_crowd_can_be_written_to_and_is_not_on_the_page(
    wire: Wire, city: Playground, ani: Person
) -> None:
    numbers = city.crowd(["Pegawai 1", "Pegawai 2"])
    seen: list[str] = []
    city.listen(lambda kind, number, rest: seen.append(kind) if number in numbers else None)
    for number in numbers:
        await wire.result("sendMessage", chat_id=number, text="Apel Senin")
    assert [one["text"] for one in await city.sends()] == ["Apel Senin"] * 2
    assert [one.id for one in await city.people()] == [ani.id]
    assert not set(seen) - {"call"}


async def test_a_reset_forgets_everything_but_goes_on_counting(
    wire: Wire, city: Playground, ani: Person
) -> None:
    before = (await wire.result("getUpdates"))[-1]["update_id"]
    sent = await wire.result("sendMessage", chat_id=ani.id, text="a")
    await city.resets()
    assert await wire.result("getUpdates") == []
    assert (await city.state())["people"] == []
    budi = await city.person("Budi")
    await budi.starts()
    (update,) = await wire.result("getUpdates")
    assert update["update_id"] == before + 1
    assert update["message"]["message_id"] > sent["message_id"]


async def test_counts_for_those_who_must_know(wire: Wire, city: Playground, ani: Person) -> None:
    for text in ("satu", "satu", "dua"):
        await wire.result("sendMessage", chat_id=ani.id, text=text)
    await wire.refusal("sendMessage", chat_id=ani.id, text="")
    metrics = await city.metrics()
    assert metrics["methods"] == {"sendMessage": {"total": 4, "ok": 3, "failed": 1}}
    assert (metrics["duplicates"], metrics["people"], metrics["errors"]) == (1, {str(ani.id): 3}, {"400": 1})
    assert [sent["text"] for sent in await city.sends(ani)] == ["satu", "satu", "dua"]


async def test_the_stream_of_events_is_taken_up_where_it_was_left(
    wire: Wire, city: Playground, ani: Person
) -> None:
    events = await read_events(wire, {"Last-Event-ID": "0"}, 3)
    assert [event["kind"] for event in events] == ["person", "person", "message"]
    await wire.result("sendMessage", chat_id=ani.id, text="<b>Halo</b>", parse_mode="HTML")
    (message, call) = await read_events(wire, {"Last-Event-ID": "3"}, 2)
    assert (message["person"], message["message"]["text"]) == (ani.id, "Halo")
    assert {"method": "sendMessage", "ok": True, "person": ani.id}.items() <= call["call"].items()
    assert city.token not in json.dumps(call)


async def test_who_is_too_far_behind_is_told_to_read_the_state_again(wire: Wire, ani: Person) -> None:
    assert [event["kind"] for event in await read_events(wire, {"Last-Event-ID": "99999"}, 1)] == ["reset"]


async def read_events(wire: Wire, headers: dict[str, str], count: int) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    async with wire.session.get(f"{wire.city.url}/play/events", headers=headers) as answer:
        assert answer.content_type == "text/event-stream"
        async for line in answer.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line[6:]))
                if len(found) == count:
                    return found
    raise AssertionError("the stream ended")


async def test_two_hundred_people_play_side_by_side(wire: Wire, city: Playground) -> None:
    people = [await city.person(f"W{number}") for number in range(200)]

    async def answer_all() -> None:
        offset, answered = 0, 0
        while answered < 400:
            for update in await wire.result("getUpdates", offset=offset, timeout=5):
                offset, answered = update["update_id"] + 1, answered + 1
                about = update.get("callback_query", {}).get("message") or update["message"]
                await wire.result(
                    "sendMessage", chat_id=about["chat"]["id"], text="?", reply_markup=buttons("Ya")
                )

    async def play(person: Person) -> None:
        await person.starts()
        await person.then_taps("Ya", patience=60)
        await person.hears(patience=60)

    await asyncio.gather(answer_all(), *map(play, people))
    assert all(person.sees() == ["/start", "?", "?"] for person in people)
