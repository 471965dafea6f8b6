"""The panel: calls, the tools that break the line, the clock, starting over."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from playwright.async_api import expect

from tests.playground_page.screen import ANI, BUDI, Bot, Screen


async def faults(people: httpx.AsyncClient) -> dict[str, object]:
    found: dict[str, object] = (await people.get("/play/state")).json()["faults"]
    return found


async def test_429_is_given_with_the_chosen_wait_and_the_page_warns_until_it_is_mended(
    started: Screen, bot: Bot
) -> None:
    await started.tool("select-retry").select_option("10")
    await started.tool("error_429").click()
    await expect(started.page.get_by_text("Jalur sedang diganggu: 429")).to_be_visible()
    refused = await bot.answer("sendMessage", chat_id=ANI, text="halo")
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 10})
    await started.tool("mend").click()
    await expect(started.page.get_by_text("Jalur sedang diganggu")).to_have_count(0)
    await bot.says(ANI, "halo")


@pytest.mark.parametrize(("tool", "code"), [("error_5xx", 502), ("error_403", 403)])
async def test_an_error_switch_makes_calls_fail(started: Screen, bot: Bot, tool: str, code: int) -> None:
    await started.tool(tool).click()
    await expect(started.tool(tool)).to_have_attribute("aria-checked", "true")
    assert (await bot.answer("sendMessage", chat_id=ANI, text="halo"))["error_code"] == code
    await started.tool(tool).click()
    await expect(started.tool(tool)).to_have_attribute("aria-checked", "false")
    await bot.says(ANI, "halo")


@pytest.mark.parametrize(("tool", "arrives"), [("drop_before", 0), ("drop_after", 1), ("outage", 0)])
async def test_a_cut_line_drops_the_message_or_only_the_answer(
    started: Screen, bot: Bot, tool: str, arrives: int
) -> None:
    await started.tool(tool).click()
    await expect(started.tool(tool)).to_have_attribute("aria-checked", "true")
    with pytest.raises(httpx.TransportError):
        await bot.says(ANI, "lewat jalur putus")
    await started.tool("mend").click()
    await expect(started.tool(tool)).to_have_attribute("aria-checked", "false")
    await bot.says(ANI, "jalur pulih")
    await expect(started.bubble("Ani", "jalur pulih")).to_be_visible()
    await expect(started.bubble("Ani", "lewat jalur putus")).to_have_count(arrives)


async def test_a_fault_can_be_kept_to_one_person(started: Screen, bot: Bot) -> None:
    await started.phone("Budi").get_by_role("combobox").click()
    await started.tool("select-people").select_option(label="Hanya Budi")
    await started.tool("error_5xx").click()
    await expect(started.tool("error_5xx")).to_have_attribute("aria-checked", "true")
    assert not (await bot.answer("sendMessage", chat_id=BUDI, text="halo"))["ok"]
    await bot.says(ANI, "halo")


async def test_share_latency_and_limit_reach_the_server(started: Screen, people: httpx.AsyncClient) -> None:
    for act in (
        started.tool("error_429").click(),
        started.tool("select-share").select_option("0.2"),
        started.tool("select-latency").select_option("500"),
        started.tool("limit").click(),
    ):
        async with started.page.expect_response("**/play/faults"):
            await act
    now = await faults(people)
    assert (now["error_429"], now["latency_ms"], now["limit_per_second"]) == (
        {"share": 0.2, "retry_after": 3},
        500,
        30,
    )


async def test_the_block_switch_blocks_for_the_person_in_hand(
    started: Screen, people: httpx.AsyncClient
) -> None:
    await started.phone("Cut").get_by_role("combobox").click()
    await started.page.get_by_role("switch", name="Cut memblokir").click()
    await expect(started.phone("Cut")).to_contain_text("Anda memblokir bot ini")
    state = (await people.get("/play/state")).json()
    assert [person["blocked"] for person in state["people"]] == [False, False, True]


async def test_the_clock_skips_hours_and_days_and_comes_back(
    screen: Screen, people: httpx.AsyncClient
) -> None:
    for tool, offset in (("plus-hour", 3600), ("plus-day", 90_000), ("to-now", 0)):
        async with screen.page.expect_response("**/play/clock"):
            await screen.tool(tool).click()
        assert (await people.get("/play/clock")).json() == {"offset_seconds": offset}
    await expect(screen.page.locator(".clock-shift")).to_have_text("jam asli")


@pytest.mark.parametrize("hour", [0, 8, 9, 16, 17, 23])
async def test_tomorrow_at_nine_is_nine_in_the_city_on_the_next_day(screen: Screen, hour: int) -> None:
    now = datetime(2026, 3, 31, hour, 30, tzinfo=UTC)
    ahead = await screen.page.evaluate(
        "async (now) => (await import('/static/skiptime.js')).untilNineTomorrow(now, 7 * 3600)",
        now.timestamp(),
    )
    jakarta = timedelta(hours=7)
    there = now + timedelta(seconds=ahead) + jakarta
    assert (there.hour, there.minute) == (9, 0)
    assert there.date() == (now + jakarta).date() + timedelta(days=1)


async def test_calls_are_listed_with_result_and_time_and_errors_can_be_singled_out(
    started: Screen, bot: Bot
) -> None:
    await bot.says(ANI, "halo")
    await bot.answer("sendMessage", chat_id=ANI, text="<b>", parse_mode="HTML")
    calls = started.page.get_by_role("list", name="Panggilan API").get_by_role("listitem")
    await expect(calls).to_have_count(2)
    await expect(calls.nth(0)).to_contain_text("400")
    await expect(calls.nth(0)).to_contain_text("can't parse entities")
    await expect(calls.nth(1)).to_contain_text("sendMessage")
    await expect(calls.nth(1).locator(".call-ms")).to_contain_text("ms")
    await started.tool("only-errors").check()
    await expect(calls).to_have_count(1)


async def test_polling_is_listed_only_when_asked_for(started: Screen, bot: Bot) -> None:
    await bot.hears("message")
    calls = started.page.get_by_role("list", name="Panggilan API")
    await started.tool("with-polling").check()
    await expect(calls).to_contain_text("getUpdates")
    await started.tool("with-polling").uncheck()
    await expect(calls).not_to_contain_text("getUpdates")


async def test_starting_over_asks_first_and_leaves_three_fresh_phones(started: Screen, bot: Bot) -> None:
    await bot.says(ANI, "pesan lama")
    await started.tool("reset").click()
    await started.page.get_by_role("dialog").get_by_role("button", name="Hapus semua").click()
    await expect(started.bubble("Ani", "pesan lama")).to_have_count(0)
    await expect(started.phone("Ani").get_by_role("button", name="Mulai")).to_be_visible()
    await expect(started.page.locator(".phone")).to_have_count(3)
