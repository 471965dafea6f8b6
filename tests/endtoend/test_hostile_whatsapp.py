"""Whatever is delivered over the other app's webhook, the running bot keeps it, goes on answering, and tells nobody of it."""

import asyncio
import hashlib
import hmac
import json
import os
import re
from pathlib import Path

import aiohttp
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.person import Person
from feedbackbot.playground.whatsapp.phone import choices_of
from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.inbox import DONE, WAITING
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from tests.endtoend.bot_process import BotProcess, free_port
from tests.endtoend.hostile_webhooks import CHOICE, CONTENTS, SECRETS, Delivery, deliveries, key_of
from tests.endtoend.prepared import load_units
from tests.endtoend.whatsapp_process import HOOK, whatsapp_environment

# 30 with FEEDBACKBOT_WHOLE_FUZZ=1: more than the check has time for on two cores
EXAMPLES_OF_A_KIND = 30 if os.environ.get("FEEDBACKBOT_WHOLE_FUZZ") else 2
_NOT_FOR_PEOPLE = re.compile(r"Traceback|Error\b|Exception|\bNone\b|\{ ?\$|<class|0x[0-9a-f]{6}")


class Attack:
    """A running bot, two people who send anything, and Ani, who only wants to be answered."""

    def __init__(self, bot: BotProcess, ani: Person, hostile: list[Person], secret: str) -> None:
        self.bot, self.ani, self.hostile, self.secret = bot, ani, hostile, secret
        self.session = aiohttp.ClientSession()
        self.sure: set[str] = set()

    def with_choices(self, raw: bytes) -> bytes:
        """With what can be tapped on the phones just now in the place of what stands for it."""
        found = [
            choice
            for person in self.hostile
            for message in person.messages()[-3:]
            if message["from"] == "bot"
            for choice, _, _ in choices_of(message)
        ] or ["nilai.x/y/4"]
        return re.sub(
            rb"%s(\d)" % CHOICE.encode(),
            lambda place: json.dumps(found[int(place[1]) % len(found)])[1:-1].encode(),
            raw,
        )

    async def post(self, raw: bytes, signed: str = "right") -> int:
        made = hmac.new((self.secret if signed == "right" else "guessed").encode(), raw, hashlib.sha256)
        headers = {} if signed == "not" else {"X-Hub-Signature-256": f"sha256={made.hexdigest()}"}
        address = f"http://127.0.0.1:{self.bot.port}{HOOK}"
        async with self.session.post(address, data=raw, headers=headers) as answer:
            return answer.status

    async def plays(self, delivery: Delivery, signed: str) -> None:
        """Deliver; Ani is answered all the same."""
        status = await self.post(self.with_choices(delivery.raw), signed)
        assert status == (200 if signed == "right" else 401)
        if status == 200:
            self.sure |= {key_of(ref) for ref in delivery.answerable}
        await self.ani.types("bantuan")
        await self.ani.hears("/nilai")


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_whatever_is_delivered_nobody_else_notices(database_url: str, tmp_path: Path) -> None:
    await load_units(database_url)
    port = free_port()
    async with Playground(patience=30) as city:
        side = city.whatsapp
        await side.sets(pair_burst=0, per_second=0)
        await side.points_webhook_at(f"http://127.0.0.1:{port}{HOOK}")
        environment = whatsapp_environment(city, database_url) | {"FEEDBACKBOT_LOG_LEVEL": "DEBUG"}
        bot = BotProcess(environment, webhook=False, port=port, log=tmp_path / "bot.log")
        await bot.start()
        people = [
            await side.person("Ani"),
            await side.person("Usil"),
            await side.person("Kucil", hidden=True),
        ]
        attack = Attack(bot, people[0], people[1:], side.app_secret)
        senders = [*(one.user_id for one in attack.hostile), "ID.kelinciBiru7781"]
        loop = asyncio.get_running_loop()
        try:
            for kind in CONTENTS:
                await asyncio.to_thread(plays_any_of, kind, attack, senders, loop)
            assert await attack.post(b"x" * 4_100_000) == 413
            await until_all_is_done(database_url)
        finally:
            await attack.session.close()
        refusals = (await side.metrics())["refusals"]
        names = [text for person in people for text in (person.user_id, person.number)]
        assert await bot.stop() == 0

    states, fates = await kept(database_url)
    assert {states.get(key) for key in attack.sure} == {DONE}, "a message that can be read was lost or failed"
    assert State.REJECTED not in fates, "a question was put so that the service refuses it"
    # read marks under messages that never were
    assert set(refusals) <= {"100"}, refusals
    shown = [one["text"] for person in people for one in person.messages() if one["from"] == "bot"]
    assert not [text for text in shown if _NOT_FOR_PEOPLE.search(text)]
    tells_nobody(bot, [*SECRETS, *names, side.token, side.app_secret, side.verify_token])


def plays_any_of(kind: str, attack: Attack, senders: list[str], loop: asyncio.AbstractEventLoop) -> None:
    """In a thread beside the loop in which the bot is attacked."""

    @given(deliveries(senders, kind), st.sampled_from(["right"] * 8 + ["wrong", "not"]))
    @settings(
        max_examples=EXAMPLES_OF_A_KIND,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def play(delivery: Delivery, signed: str) -> None:
        asyncio.run_coroutine_threadsafe(attack.plays(delivery, signed), loop).result(60)

    play()


def tells_nobody(bot: BotProcess, secrets: list[str]) -> None:
    told = bot.log.read_text()
    assert "Traceback" not in told and '"trail"' not in told
    for secret in secrets:
        assert secret not in told, secret


async def until_all_is_done(url: str) -> None:
    database = open_database(url)
    waiting = select(func.count()).select_from(inbox).where(inbox.c.state == WAITING)
    try:
        async with asyncio.timeout(60):
            while await database.read(lambda c: c.execute(waiting).scalar_one()):
                await asyncio.sleep(0.1)
    finally:
        await database.close()


async def kept(url: str) -> tuple[dict[str, int], set[State]]:
    """How each arrival stands, by its key, and all that became of messages."""
    database = open_database(url)
    try:
        arrivals = await database.read(lambda c: c.execute(select(inbox.c.update_key, inbox.c.state)).all())
        fates = await database.read(lambda c: c.execute(select(outbox.c.state).distinct()).scalars().all())
    finally:
        await database.close()
    return {row.update_key: row.state for row in arrivals}, {State(one) for one in fates}
