"""Several cities in one process: each has its own, and what befalls one leaves the others alone."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest
import yaml
from prometheus_client import REGISTRY
from sqlalchemy import func, select

from feedbackbot.storage.people.tables import address
from feedbackbot.storage.privacy.tables import erasure_log
from tests.cities.country import Country, country

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(120)


async def people_of(served: Country, name: str) -> int:
    bot = served.bots[name][-1]
    return await bot.runtime.read(lambda tx: tx.run(select(func.count()).select_from(address)).scalar_one())


async def erased_in(served: Country, name: str) -> int:
    bot = served.bots[name][-1]
    return await bot.runtime.read(
        lambda tx: tx.run(select(func.count()).select_from(erasure_log)).scalar_one()
    )


async def answers(served: Country, name: str) -> None:
    """Somebody new is greeted by the city's name."""
    ani = await served.person(name)
    await ani.starts()
    await ani.waits_for(f"Asisten layanan Kota {name.title()}")


async def figure(served: Country, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{served.many.web.port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def test_each_city_has_its_texts_its_clock_its_figures_and_its_people(
    two_urls: list[str], tmp_path: Path
) -> None:
    urls = dict(zip(("makassar", "jayapura"), two_urls, strict=True))
    async with country(tmp_path, urls) as served:
        await served.until_served("makassar", "jayapura")
        for name, sign in (("makassar", "WITA"), ("jayapura", "WIT")):
            await answers(served, name)
            [ani] = await served.playgrounds[name].people()
            await ani.types("/bahasa_jam")
            assert (await ani.waits_for(f"{name.title()} WI"))["text"] == f"{name.title()} {sign}"
        assert [await people_of(served, name) for name in urls] == [1, 1]
        # the same number in both cities is one and another person: erased here, kept there
        [ani] = await served.playgrounds["makassar"].people()
        await ani.types("/hapus")
        await ani.taps("Ya, hapus semua")
        async with asyncio.timeout(30):
            while await erased_in(served, "makassar") != 1:
                await asyncio.sleep(0.05)
        assert await erased_in(served, "jayapura") == 0
        status, told = await figure(served, "/health/cities")
        assert (status, json.loads(told)) == (200, {"makassar": "served", "jayapura": "served"})
        _, figures = await figure(served, "/metrics")
    assert 'feedbackbot_turns_total{city="makassar",outcome="done"}' in figures
    assert 'feedbackbot_turns_total{city="jayapura",outcome="done"}' in figures
    assert REGISTRY.get_sample_value("feedbackbot_city_starts_total", {"city": "jayapura", "how": "served"})
    assert (tmp_path / "makassar.erasures").read_text().count("\n") == 2
    assert (tmp_path / "jayapura.erasures").read_text().count("\n") == 1


async def test_a_locked_database_a_failing_turn_and_a_flood_stay_in_their_city(
    three_files: dict[str, str], tmp_path: Path
) -> None:
    async with country(tmp_path, three_files) as served:
        await served.until_served(*three_files)
        with closing(sqlite3.connect(tmp_path / "langsa.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            stuck = await served.person("langsa")
            await stuck.starts()
            crowd = [await served.playgrounds["jayapura"].person(f"Warga {number}") for number in range(40)]
            for _ in range(3):
                for one in crowd:
                    await one.starts()
            await answers(served, "makassar")
            await served.until_refused("langsa", "did not take a write")
            assert stuck.sees() == ["/start"]
            assert served.kept("makassar").why_not == "", "its neighbour's trouble is not its own"
            other.execute("ROLLBACK")
        await stuck.waits_for("Asisten layanan Kota Langsa")
        await stuck.types("/bahasa_jam")
        await stuck.hears()
        for one in crowd:
            await one.waits_for("Asisten layanan Kota Jayapura")
    failed = REGISTRY.get_sample_value("feedbackbot_turns_total", {"city": "langsa", "outcome": "failed"})
    assert failed
    elsewhere = REGISTRY.get_sample_value(
        "feedbackbot_turns_total", {"city": "makassar", "outcome": "failed"}
    )
    assert not elsewhere


async def test_what_cannot_start_is_tried_again_while_the_others_go_on(
    three_files: dict[str, str], tmp_path: Path
) -> None:
    """Jayapura has no database yet; Langsa has a token that its chat service refuses, then a right one."""
    fresh = (tmp_path / "jayapura.db").read_bytes()
    urls = {**three_files, "jayapura": f"sqlite:///{tmp_path / 'none.db'}"}
    async with country(tmp_path, urls, langsa={"TELEGRAM_TOKEN": "77:WRONGlangsa"}) as served:
        await served.until_served("makassar")
        await served.until_refused("jayapura", "run `python bot.py migrate` first")
        await served.until_refused("langsa", "TELEGRAM_TOKEN is refused")
        status, told = await figure(served, "/health/cities")
        assert (status, json.loads(told)["makassar"]) == (503, "served")
        assert (await figure(served, "/health/ready"))[0] == 200
        _, figures = await figure(served, "/metrics")
        assert 'feedbackbot_city_up{city="langsa"} 0.0' in figures
        assert 'feedbackbot_city_up{city="makassar"} 1.0' in figures
        (tmp_path / "none.db").write_bytes(fresh)
        settings = tmp_path / "langsa.env"
        settings.write_text(settings.read_text().replace("77:WRONGlangsa", "3:PLAYlangsa"))
        await served.until_served("jayapura", "langsa")
        for name in urls:
            await answers(served, name)
    assert len(served.bots["makassar"]) == 1, "it was never started again"


def test_a_city_down_is_an_alarm_of_its_own() -> None:
    rules = yaml.safe_load((ROOT / "deploy/prometheus/feedbackbot.rules.yaml").read_text("utf-8"))
    [alarm] = [one for group in rules["groups"] for one in group["rules"] if one.get("alert") == "CityDown"]
    assert "feedbackbot_city_up" in alarm["expr"]
    assert "{{ $labels.city }}" in alarm["annotations"]["summary"]
