"""What an operator does about the account by `bot.py`: compare, create, wait for approval, publish; and what the log may say."""

import asyncio
import json
from pathlib import Path

import pytest

from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.person import Person
from tests.endtoend.bot_process import BotProcess, free_port, run_command
from tests.endtoend.prepared import load_units
from tests.endtoend.whatsapp_process import HOOK, whatsapp_environment

ROOT = Path(__file__).parents[2]
WORDS = "Lampu jalan di depan pasar mati sejak Ramadan"


async def bot_py(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """Exit code and output of a command."""
    done = await asyncio.to_thread(run_command, *arguments, environment=environment, folder=ROOT)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
async def test_templates_and_forms_are_compared_created_and_in_the_end_in_order(sqlite_url: str) -> None:
    async with Playground(patience=60) as city:
        environment = whatsapp_environment(city, sqlite_url)
        code, said = await bot_py(environment, "whatsapp-templates")
        assert code == 1
        assert "kasus_petugas id  MISSING" in said
        code, said = await bot_py(environment, "whatsapp-templates", "--push")
        assert code == 1, "nothing is approved yet"
        assert "kasus_petugas id  PENDING  UTILITY" in said
        for one in (await city.whatsapp.state())["account"]["templates"]:
            await city.whatsapp.decides(one["name"], "approve", one["language"])
        assert (await bot_py(environment, "whatsapp-templates"))[0] == 0
        await city.whatsapp.decides("kasus_kabar", "pause")
        code, said = await bot_py(environment, "whatsapp-templates")
        assert (code, "kasus_kabar id  PAUSED" in said) == (1, True)
        assert (await bot_py(environment, "whatsapp-forms"))[0] == 1
        code, said = await bot_py(environment, "whatsapp-forms", "--push")
        assert (code, said.count("PUBLISHED")) == (0, 2)
        assert (await bot_py(environment, "whatsapp-forms"))[0] == 0
        assert city.whatsapp.token not in said


async def _lives(ani: Person, city: Playground) -> None:
    """Somebody who writes, sends a file, meets faults on the way, and says nothing that is understood."""
    await ani.types("menu")
    await ani.hears()
    await ani.types(WORDS)
    await ani.hears()
    await ani.uploads(b"%PDF-1.4 " + WORDS.encode(), "document", name="surat.pdf", mime="application/pdf")
    await ani.hears()
    await city.whatsapp.breaks(codes=[{"code": 100}])
    await ani.types("bahasa")
    await asyncio.sleep(1)
    await city.whatsapp.breaks(codes=[{"code": 131026, "arrives": "webhook"}])
    await ani.types("langganan")
    await asyncio.sleep(1)
    await city.whatsapp.mends()
    await city.whatsapp.injects(
        '{"entry": [{"changes": [{"field": "messages", "value": ' + json.dumps(WORDS) + "}]}]}"
    )
    await ani.types("menu")
    await ani.hears()


@pytest.mark.slow
async def test_no_line_of_the_log_holds_a_number_an_id_a_token_or_a_word(
    sqlite_url: str, tmp_path: Path
) -> None:
    await load_units(sqlite_url)
    port, log = free_port(), tmp_path / "bot.log"
    async with Playground(patience=60) as city:
        side = city.whatsapp
        await side.sets(pair_burst=0, per_second=0)
        await side.points_webhook_at(f"http://127.0.0.1:{port}{HOOK}")
        environment = whatsapp_environment(city, sqlite_url) | {"FEEDBACKBOT_LOG_LEVEL": "DEBUG"}
        bot = BotProcess(environment, webhook=False, port=port, log=log)
        ani, budi = await side.person("Ani Rahmawati"), await side.person("Budi", hidden=True)
        await bot.start()
        for one in (ani, budi):
            await _lives(one, city)
        sends = await side.sends()
        assert await bot.stop() == 0
    text = log.read_text("utf-8")
    assert "the chat service refuses a message" in text
    secret = [side.token, side.app_secret, side.verify_token, "Rahmawati", "Ramadan", "surat.pdf"]
    for one in (ani, budi):
        secret += [one.user_id, one.number]
    secret += [send["id"] for send in sends]
    assert [one for one in secret if one in text] == []
