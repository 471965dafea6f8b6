"""What whoever runs the bot relies on."""

import asyncio
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import aiohttp
import pytest

from feedbackbot.playground.city import Playground
from tests.endtoend.bot_process import ROOT, BotProcess, bot_environment, free_port, run_command
from tests.endtoend.prepared import load_units

# of the bot and of who writes to it below
SECRETS = ("PLAYsecret", "Ani", "Suryani", "1173010101900001", "81260001234", "rahasia", "k" * 40)


def bot(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line without a terminal, as CI does."""
    return run_command(*arguments, environment=_as_in_ci(folder) | environment, folder=folder)


def _as_in_ci(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder), "CI": "true"}


@pytest.mark.slow
def test_the_demo_replays_the_published_answers_to_the_published_index_and_ends(tmp_path: Path) -> None:
    # an interpreter of its own, as whoever tries the bot first has
    done = subprocess.run(
        [sys.executable, str(ROOT / "bot.py"), "demo", "--once"], cwd=tmp_path, env=_as_in_ci(tmp_path),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    # the same answers, once on each chat service
    for line in (
        "IKM 78.74, grade B", "persyaratan  NRR 2.82", "biaya        NRR 3.61", "sarana       NRR 3.24",
        "n = 49",
    ):  # fmt: skip
        assert done.stdout.count(line) == 2
    assert (tmp_path / "var/demo/chart.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", "short", "must have 32 characters"),
        ("TELEGRAM_TOKEN", "nonsense", "must look like"),
        ("RATE_OVERALL", "-1", "greater than 0"),
        ("DATABASE_URL", "mysql://x", "must start with sqlite"),
        ("QUIET_FROM", "25:99", "time"),
        ("LOG_FORMAT", "xml", "json"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it_and_never_its_value(
    name: str, value: str, says: str, tmp_path: Path
) -> None:
    done = bot("run", folder=tmp_path, **{f"FEEDBACKBOT_{name}": value})
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.strip().splitlines()
    assert f"FEEDBACKBOT_{name}" in line
    assert says in line
    assert len(value) < 4 or value not in line.replace("sqlite:///", "")


@pytest.mark.parametrize("missing", ["TELEGRAM_TOKEN", "SECRET_KEY"])
def test_a_missing_setting_is_one_line_that_names_it(missing: str, tmp_path: Path) -> None:
    given = {"FEEDBACKBOT_TELEGRAM_TOKEN": "1:PLAYx", "FEEDBACKBOT_SECRET_KEY": "k" * 40}
    del given[f"FEEDBACKBOT_{missing}"]
    done = bot("run", folder=tmp_path, **given)
    assert done.returncode == 2
    [line] = done.stderr.strip().splitlines()
    assert f"FEEDBACKBOT_{missing} is missing" in line


def test_a_database_that_was_not_migrated_is_refused_with_the_command_that_helps(tmp_path: Path) -> None:
    done = bot("run", folder=tmp_path, FEEDBACKBOT_TELEGRAM_TOKEN="1:PLAYx", FEEDBACKBOT_SECRET_KEY="k" * 40)
    assert done.returncode == 2
    [line] = done.stderr.strip().splitlines()
    assert "bot.py migrate" in line


@pytest.mark.timeout(120)
async def test_a_bot_waits_for_a_chat_service_that_is_away_and_stops_when_told(
    sqlite_url: str, tmp_path: Path
) -> None:
    port, nobody = free_port(), free_port()
    environment = bot_environment(f"http://127.0.0.1:{nobody}", "1:PLAYaway", sqlite_url, port)
    waiting = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
    starting = asyncio.create_task(waiting.start(within=60))
    while "cannot be reached yet" not in (waiting.log.read_text() if waiting.log.exists() else ""):
        await asyncio.sleep(0.1)
    assert await waiting.stop() == 0
    with pytest.raises(RuntimeError, match="ended with 0"):
        await starting
    log = waiting.log.read_text()
    assert "Traceback" not in log


@pytest.mark.timeout(120)
async def test_a_token_that_is_refused_is_one_line_that_names_the_setting(
    sqlite_url: str, tmp_path: Path
) -> None:
    port = free_port()
    async with Playground(token="1:PLAYright") as city:
        environment = bot_environment(city.url, "2:PLAYwrong", sqlite_url, port)
        refused = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        with pytest.raises(RuntimeError, match="FEEDBACKBOT_TELEGRAM_TOKEN is refused"):
            await refused.start()
    assert "PLAYwrong" not in (tmp_path / "bot.log").read_text()


def test_migrating_twice_and_checking_and_backing_up_need_no_token(tmp_path: Path) -> None:
    for _ in range(2):
        done = bot("migrate", folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert re.search(r"Lhokseumawe: [1-9]\d* units, [1-9]\d* services", done.stdout)
    assert bot("check", folder=tmp_path).stdout.strip() == "ok"
    assert bot("backup", "copy.db", folder=tmp_path).returncode == 0
    assert (tmp_path / "copy.db").stat().st_size > 10_000
    assert "no job has run yet" in bot("jobs", folder=tmp_path).stdout


@pytest.mark.timeout(120)
async def test_a_running_bot_shows_its_health_counts_turns_logs_no_secrets_and_stops_in_order(
    sqlite_url: str, tmp_path: Path
) -> None:
    await load_units(sqlite_url)
    port = free_port()
    async with Playground(token="987654321:PLAYsecretsecretsecretsecret", patience=30) as city:
        running = BotProcess(
            bot_environment(city.url, city.token, sqlite_url, port) | {"FEEDBACKBOT_LOG_LEVEL": "DEBUG"},
            webhook=False,
            port=port,
            log=tmp_path / "bot.log",
        )
        await running.start()
        ani = await city.person("Ani Suryani", phone="+6281260001234")
        await ani.starts("")
        await ani.hears()
        await ani.types("rahasia: KTP saya 1173010101900001")
        await ani.hears()
        figures = await figures_of_a_live_bot(port)
        began = time.monotonic()
        assert await running.stop() == 0
        assert time.monotonic() - began < 10
        assert sorted(ani.commands())[:2] == ["bahasa", "bantuan"]
    assert 'feedbackbot_turns_total{city="",outcome="done"} 2.0' in figures
    assert 'feedbackbot_messages_total{city="",fate="sent",lane="reply"}' in figures
    log = (tmp_path / "bot.log").read_text()
    for secret in (*SECRETS, str(ani.id)):
        assert secret not in log
    await asyncio.sleep(0)


async def figures_of_a_live_bot(port: int) -> str:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/health/live") as answer:
            assert answer.status == 200
        async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            return await answer.text()
