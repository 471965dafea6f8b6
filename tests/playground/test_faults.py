"""The line broken on purpose."""

import asyncio
from typing import Any

import aiohttp
import pytest

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.city import Playground
from feedbackbot.playground.faults import Drop, FaultLine, read_faults
from feedbackbot.playground.person import Person
from feedbackbot.playground.refusals import Refusal
from tests.playground.conftest import Wire


async def test_too_many_requests_tells_how_long_to_wait(wire: Wire, city: Playground, ani: Person) -> None:
    await city.breaks(error_429={"share": 1, "retry_after": 7})
    assert await wire.calls("sendMessage", chat_id=ani.id, text="a") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    await wire.result("getMe")
    await city.mends()
    await wire.result("sendMessage", chat_id=ani.id, text="a")
    assert (await city.metrics())["refused_429"] == 1


async def test_other_errors_are_telegrams(wire: Wire, city: Playground, ani: Person) -> None:
    await city.breaks(error_5xx={"share": 1})
    assert await wire.calls("sendMessage", chat_id=ani.id, text="a") == {
        "ok": False,
        "error_code": 502,
        "description": "Bad Gateway",
    }
    await city.breaks(error_403={"share": 1})
    assert (
        await wire.refusal("sendMessage", chat_id=ani.id, text="a")
        == "Forbidden: bot was blocked by the user"
    )


@pytest.mark.parametrize(("fault", "arrives"), [("drop_before", False), ("drop_after", True)])
async def test_a_dropped_call_was_done_or_not(
    wire: Wire, city: Playground, ani: Person, fault: str, arrives: bool
) -> None:
    await city.breaks(**{fault: {"share": 1}})
    with pytest.raises(aiohttp.ClientError):
        await wire.calls("sendMessage", chat_id=ani.id, text="halo")
    assert ("halo" in ani.sees()) is arrives
    assert [(sent["text"], sent["dropped"]) for sent in await city.sends(ani)] == [("halo", True)] * arrives
    assert (await city.metrics())["dropped"] == {"sendMessage": 1}


async def test_an_outage_cuts_everything_even_who_is_waiting(
    wire: Wire, city: Playground, ani: Person
) -> None:
    assert city.server is not None
    last = (await wire.result("getUpdates"))[-1]["update_id"]
    poll = asyncio.create_task(wire.calls("getUpdates", offset=last + 1, timeout=30))
    while not city.server.world.updates.is_polled:
        await asyncio.sleep(0.01)
    await city.breaks(outage=True)
    with pytest.raises(aiohttp.ClientError):
        await poll
    with pytest.raises(aiohttp.ClientError):
        await wire.calls("getMe")
    await ani.types("selama gangguan")
    await city.mends()
    assert (await wire.result("getUpdates", offset=last + 1))[0]["message"]["text"] == "selama gangguan"


async def test_faults_can_be_kept_to_methods_and_people(wire: Wire, city: Playground, ani: Person) -> None:
    budi = await city.person("Budi")
    await budi.starts()
    await city.breaks(error_429={"share": 1}, methods=["sendMessage"], only_people=[budi.id])
    await wire.result("sendMessage", chat_id=ani.id, text="a")
    await wire.result("sendChatAction", chat_id=budi.id, action="typing")
    assert "429" not in await wire.refusal("sendMessage", chat_id=budi.id, text="a")


async def test_the_limit_of_a_chat_refuses_what_goes_over(wire: Wire, city: Playground, ani: Person) -> None:
    budi = await city.person("Budi")
    await budi.starts()
    await city.breaks(limit_per_chat_per_second=0.001)
    await wire.result("sendMessage", chat_id=ani.id, text="1")
    refused = await wire.calls("sendMessage", chat_id=ani.id, text="2")
    assert 990 <= refused["parameters"]["retry_after"] <= 1000
    await wire.result("sendMessage", chat_id=budi.id, text="1")


async def test_the_limit_of_all_chats_can_lock_out(wire: Wire, city: Playground, ani: Person) -> None:
    await city.breaks(limit_per_second=3, limit_penalty_seconds=60)
    answers = [await wire.calls("sendMessage", chat_id=ani.id, text=str(number)) for number in range(5)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False, False]
    assert answers[3]["parameters"]["retry_after"] == 60


def outcomes(seed: int, count: int = 200) -> list[str]:
    line = FaultLine()
    shares = {
        name: {"share": 0.1} for name in ("error_429", "error_403", "error_5xx", "drop_before", "drop_after")
    }
    line.set(read_faults({**shares, "seed": seed}))
    found = []
    for number in range(count):
        try:
            found.append("dropped after" if line.strike("sendMessage", number) else "fine")
        except Refusal as refusal:
            found.append(str(refusal.code))
        except Drop as drop:
            found.append(str(drop))
    return found


def test_the_same_seed_breaks_the_same_calls() -> None:
    assert outcomes(1) == outcomes(1)
    assert outcomes(1) != outcomes(2)
    assert set(outcomes(1)) == {"fine", "429", "403", "502", "drop before", "dropped after"}


@pytest.mark.parametrize("wrong", [{"error_429": {"share": 2}}, {"error_429": 1}, {"no_such_fault": 1}])
async def test_faults_that_make_no_sense_are_refused(city: Playground, wrong: dict[str, Any]) -> None:
    with pytest.raises(CannotDo):
        await city.breaks(**wrong)
    assert not (await city.state())["faults"]["outage"]
