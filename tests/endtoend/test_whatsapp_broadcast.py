"""A broadcast to two thousand people over both chat services: counts and costs are the servers' own, nobody is told twice, and where the
portfolio may write to 250 people a day the rest waits in order of importance."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock, city_zone, system_now
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.contact_policy.templates import KNOCK
from feedbackbot.domain.people.consents import MARKETING
from feedbackbot.i18n import load_catalogue
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.side import WhatsAppSide
from feedbackbot.playground.whatsapp.world import WhatsAppWorld
from feedbackbot.storage.broadcast.broadcasts import (
    Stage,
    broadcast_by_id,
    change_draft,
    new_draft,
    set_values,
)
from feedbackbot.storage.people.consents import add_consent
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.pipeline.outbox import Lane, State, add_message
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.message_costs import message_costs
from feedbackbot.usecases.broadcast.progress import read_progress
from feedbackbot.usecases.broadcast.sending import start
from feedbackbot.wording.broadcast.content import in_all_languages
from tests.endtoend.city_bot import city_bot

ONLY_TELEGRAM, BOTH, OPEN, SHUT, UNASKED = 900, 100, 400, 500, 100
READERS = ONLY_TELEGRAM + BOTH + OPEN + SHUT + UNASKED
A_DAY, FOR_ALL, CASES, FREE = 250, 225, 30, 100
WORDS = "Kantor tutup besok"


@dataclass
class Crowd:
    """Who is who: addresses of each service by the person's id in the database."""

    telegram: dict[int, str] = field(default_factory=dict)
    whatsapp: dict[int, str] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)
    shut: list[int] = field(default_factory=list)
    unasked: list[int] = field(default_factory=list)


def gather(city: Playground) -> Crowd:
    """People with one app or both, some of whom wrote an hour ago."""
    assert city.server is not None
    world, crowd = city.server.world, Crowd()
    for one in range(1, READERS + 1):
        if one <= ONLY_TELEGRAM + BOTH:
            somebody = world.add_person(f"Warga {one}")
            somebody.started = True
            crowd.telegram[one] = str(somebody.id)
        if one > ONLY_TELEGRAM:
            resident = world.whatsapp.add_person(f"Warga {one}")
            crowd.whatsapp[one] = resident.user_id
            beyond = one - ONLY_TELEGRAM - BOTH
            if 0 < beyond <= OPEN:
                resident.heard_at = world.now() - 3600
                crowd.open.append(one)
            elif beyond > OPEN:
                (crowd.shut if beyond <= OPEN + SHUT else crowd.unasked).append(one)
    return crowd


def settle(tx: Transaction, crowd: Crowd) -> None:
    """The same people in the database."""
    tx.run(
        insert(person), [{"id": one, "language": "id", "created_at": tx.now} for one in range(1, READERS + 1)]
    )
    rows = [
        {"person_id": one, "channel": channel, "address": where, "created_at": tx.now, "heard_at": None}
        for channel, found in (("telegram", crowd.telegram), ("whatsapp", crowd.whatsapp))
        for one, where in found.items()
    ]
    hour = tx.now - timedelta(hours=1)
    opened = set(crowd.open)
    for row in rows:
        if row["channel"] == "whatsapp":
            row["heard_at"] = hour if row["person_id"] in opened else tx.now - timedelta(days=3)
    tx.run(insert(address), rows)
    ids = tx.run(select(address.c.id)).scalars()
    tx.run(insert(chat_state), [{"address_id": one} for one in ids])
    for one in (*crowd.open, *crowd.shut):
        add_consent(tx, one, MARKETING, 1, given=True)


def begin(tx: Transaction) -> int:
    number = new_draft(tx, 1, "all")
    change_draft(tx, number, words={"id": WORDS})
    set_values(tx, number, card_address_id=1)
    found = broadcast_by_id(tx, number)
    assert found is not None
    assert start(tx, in_all_languages(load_catalogue()), found, (Stage.DRAFT,))
    return number


def queue_cases(tx: Transaction, crowd: Crowd) -> None:
    """News of cases for people whom nobody may tell of the broadcast."""
    places = select(address.c.id).where(address.c.person_id.in_(crowd.unasked[:CASES]))
    for where in tx.run(places).scalars().all():
        body = Outgoing("*Laporan LSM-7* selesai ditangani.").to_json()
        add_message(
            tx, channel="whatsapp", address_id=where, lane=Lane.REMINDER, kind=Kind.CASE_UPDATE.value, body=body,
            planned_at=tx.now,
        )  # fmt: skip


def stands(tx: Transaction) -> Counter[tuple[str, State, str]]:
    """How many rows of which kind stand how on WhatsApp, and why."""
    columns = (outbox.c.kind, outbox.c.state, func.coalesce(outbox.c.reason, ""))
    rows = tx.run(
        select(*columns, func.count()).where(outbox.c.channel == "whatsapp").group_by(*columns)
    ).all()
    return Counter({(kind, State(state), reason): count for kind, state, reason, count in rows})


def sent_of(tx: Transaction, number: int) -> int:
    found = read_progress(tx, number)
    return found.sent if found is not None else 0


async def until(bot: Assistant, holds: Callable[[Transaction], bool]) -> None:
    """Ask the bot's database until it is so."""
    give_up_at = monotonic() + 30
    while not await bot.runtime.read(holds):
        assert monotonic() < give_up_at, await bot.runtime.read(stands)
        await asyncio.sleep(0.1)


def any_hour() -> dict[str, object]:
    """Settings with which a broadcast goes at once, whenever the test runs."""
    days = [(system_now() + timedelta(days=ahead)).astimezone(city_zone()).date() for ahead in range(3)]
    return {
        "quiet_from": "00:00",
        "quiet_until": "00:00",
        "extra_working_days": ",".join(day.isoformat() for day in days),
        "rate_bulk": 1000.0,
    }


def knocked(world: WhatsAppWorld) -> Counter[str]:
    """Templates that arrived, by name."""
    return Counter(one.template for one in world.ledger.sends.values() if one.template and one.code is None)


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_two_thousand_people_on_both_services_are_told_once_and_what_may_not_go_waits(
    database_url: str,
) -> None:
    clock = ShiftedClock()
    settings: dict[str, Any] = {**any_hour(), "whatsapp_people_per_day": A_DAY, "forms": False}
    async with Playground(patience=60) as city, city_bot(city, database_url, clock, **settings) as bot:
        assert city.server is not None
        side, world = city.whatsapp, city.server.world.whatsapp
        await side.sets(portfolio_limit=A_DAY, free_a_month=FREE)
        crowd = gather(city)
        await bot.runtime.write(lambda tx: settle(tx, crowd))
        await bot.runtime.write(lambda tx: queue_cases(tx, crowd))
        await until(bot, lambda tx: stands(tx)[KNOCK, State.SENT, ""] == CASES)
        number = await bot.runtime.write(begin)

        await until(bot, all_stand)
        await until(bot, lambda tx: sent_of(tx, number) == ONLY_TELEGRAM + BOTH + OPEN)

        await everybody_waits_for_what_they_must(bot, world)
        await nobody_is_told_twice(city, crowd)
        await costs_what_the_service_bills(bot, side)
        clock.offset = timedelta(hours=25)
        await city.shifts_clock(25 * 3600)
        await the_next_day_who_waited_is_next(bot, crowd, world)
        assert "failed" not in (await side.metrics())["statuses"]


def all_stand(tx: Transaction) -> bool:
    found = stands(tx)
    broadcast = sum(count for (kind, _, _), count in found.items() if kind == Kind.BROADCAST)
    moving = sum(count for (_, state, why), count in found.items() if state < State.SENT and not why)
    return broadcast == OPEN + SHUT + UNASKED and moving == 0


async def everybody_waits_for_what_they_must(bot: Assistant, world: WhatsAppWorld) -> None:
    told = FOR_ALL - CASES
    found = await bot.runtime.read(stands)
    assert found[Kind.BROADCAST, State.SENT, ""] == OPEN
    # whoever was knocked at for a case is not knocked at again
    assert found[Kind.BROADCAST, State.WAITING, "window-knocked"] == told + CASES
    assert found[Kind.BROADCAST, State.WAITING, "window-people"] == SHUT - told
    assert found[Kind.BROADCAST, State.WAITING, "window-no-consent"] == UNASKED - CASES
    assert knocked(world) == {"kasus_kabar": CASES, "kabar_kota": told}


async def nobody_is_told_twice(city: Playground, crowd: Crowd) -> None:
    """By the servers' own counts."""
    arrived = Counter(str(one["person"]) for one in await city.sends() if one["text"] == WORDS)
    assert arrived == Counter(crowd.telegram.values())
    there = Counter(one["person"] for one in await city.whatsapp.sends() if one["text"] == WORDS)
    assert (len(there), set(there.values())) == (OPEN, {1})
    metrics = await city.whatsapp.metrics()
    assert metrics["refusals"] == {}
    assert "failed" not in metrics["statuses"]


async def costs_what_the_service_bills(bot: Assistant, side: WhatsAppSide) -> None:
    told = FOR_ALL - CASES
    costs = (await side.metrics())["costs"]
    billed = costs["billed"]
    assert billed == {"service": OPEN - costs["free"], "utility": CASES, "marketing": told}
    assert costs["free"] >= FREE
    await until(bot, lambda tx: message_costs(tx).paid == billed)
    dollars = (billed["service"] + CASES) * 0.025 + told * 0.0411
    rupiah = (await bot.runtime.read(message_costs)).rupiah
    assert rupiah == costs["idr"] == round(dollars * 16_500)


async def the_next_day_who_waited_is_next(bot: Assistant, crowd: Crowd, world: WhatsAppWorld) -> None:
    """What is urgent still goes, cases first."""
    told = FOR_ALL - CASES
    await bot.runtime.write(lambda tx: queue_cases(tx, Crowd(unasked=crowd.unasked[CASES:])))
    await until(bot, lambda tx: stands(tx)[KNOCK, State.SENT, ""] == 2 * FOR_ALL)
    assert knocked(world) == {"kasus_kabar": 2 * CASES, "kabar_kota": 2 * told}
    found = await bot.runtime.read(stands)
    assert found[Kind.BROADCAST, State.WAITING, "window-people"] == SHUT - 2 * told
