"""`bot.py demo`: a fresh database, real answers replayed through the bot over HTTP, and a page to try it oneself."""

import os
import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock
from feedbackbot.data import sekadau_answers
from feedbackbot.dialogue.conversation import Conversation
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.living.city import hand_out_phones, live_a_year
from feedbackbot.playground.living.staff import Staff
from feedbackbot.playground.person import Person
from feedbackbot.playground.replay import replay
from feedbackbot.playground.server import DEFAULT_TOKEN
from feedbackbot.playground.whatsapp import demo as whatsapp
from feedbackbot.playground.whatsapp.replay import replay as replay_on_whatsapp
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.makers import unit_chart_of
from feedbackbot.running import stop_when_told
from feedbackbot.settings import Settings, load_settings
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.telemetry import set_up_logging
from feedbackbot.usecases.forum.compute_results import compute_results
from feedbackbot.usecases.people.grant_roles import make_admin_code
from feedbackbot.usecases.survey.show_result import Result, chart_args, present_result
from feedbackbot.usecases.units.city_file import keep_city_time
from feedbackbot.usecases.units.prepare_database import prepare_database
from feedbackbot.wiring import assemble

FOLDER = Path("var/demo")
UNIT = "disdukcapil"
PEOPLE = (
    ("Ani", "+6281260000001", "citizen"),
    ("Budi", "+6281260000002", "employee"),
    ("Cut", "+6281260000003", "admin"),
)


async def run_demo(
    conversations: Sequence[Conversation], home: str, *, once: bool, port: int, living: bool = False
) -> int:
    """Returns the exit code. Stays up until it is interrupted, unless `once`. `living`: sample data of a year in place of the replay."""
    console = Console(highlight=False, soft_wrap=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("demo.db*"):
        old.unlink()
    set_up_logging("console", "WARNING")
    keep_city_time(load_settings(None))
    async with Playground(port=0 if once else port, token=DEFAULT_TOKEN) as city:
        city.expects_people(still=True)
        settings = demo_settings(city)
        console.print(await prepare_database(settings))
        lived = await _live(console, settings) if living else None
        await whatsapp.prepare_whatsapp(city, settings)
        clock = ShiftedClock()
        assistant = assemble(settings, conversations, home, now=clock)
        await assistant.start(serve_web=not once)
        try:
            await whatsapp.connect_whatsapp(city, assistant)
            await assistant.publish_commands()
            if lived is not None:
                await hand_out_phones(city, assistant.runtime, lived)
                await whatsapp.hand_out_phones(city)
                await compute_results(assistant.runtime, assistant.render)
            else:
                await _people_who_rate(console, city, assistant)
            city.expects_people(still=False)
            if assistant.web:
                city.shows_site(f"http://127.0.0.1:{assistant.web[0].port}/")
            if once:
                return 0
            await _stay(console, city, assistant, clock)
        finally:
            await assistant.stop()
    return 0


async def _live(console: Console, settings: Settings) -> Staff:
    began = time.perf_counter()
    staff, made = await live_a_year(settings)
    console.print(
        f"a year of sample data in {time.perf_counter() - began:.1f} s: {made.ratings} ratings, {made.employees} employees, "
        f"{made.cases} cases, {made.trainings} trainings, a finished campaign, a forum topic with {made.votes} votes, "
        f"a published half year of {made.published} units"
    )
    return staff


async def _people_who_rate(console: Console, city: Playground, assistant: Assistant) -> None:
    """The first phones on the page, and real respondents who rate over HTTP."""
    people = [await city.person(name, phone=phone, role_hint=role) for name, phone, role in PEOPLE]
    await whatsapp.hand_out_phones(city)
    await _replay(console, city)
    await appoint(people[2], assistant)
    await _print_result(console, assistant, UNIT, "Telegram", "chart")
    await _print_result(console, assistant, whatsapp.UNIT, "WhatsApp", "chart-whatsapp")
    await _print_costs(console, city)


def demo_settings(city: Playground, folder: Path = FOLDER) -> Settings:
    """Its own, whatever the environment says: a demonstration touches nothing real."""
    return load_settings(
        None,
        telegram_token=city.token,
        telegram_api_url=city.url,
        telegram_proxy="",
        database_url=f"sqlite:///{folder / 'demo.db'}",
        secret_key=os.urandom(24).hex(),
        mark_as_sample=True,
        web_port=0,
        # nobody is to be spared here
        rate_overall=1000,
        rate_per_chat=100,
        burst_per_chat=50,
        **whatsapp.whatsapp_settings(city),
    )


async def appoint(admin: Person, assistant: Assistant) -> None:
    """Make the third person a superadmin in the way it is done for real: with a code from the command line."""
    code = await assistant.runtime.write(make_admin_code)
    await admin.starts()
    await admin.hears()
    await admin.types(f"/admin {code}")
    await admin.hears()


async def _replay(console: Console, city: Playground) -> None:
    answers = sekadau_answers()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Real respondents rate through the bot", total=2 * len(answers))
        await replay(city, f"u_{UNIT}", answers, lambda: bar.advance(task))
        await replay_on_whatsapp(city.whatsapp, f"u_{whatsapp.UNIT}", answers, lambda: bar.advance(task))
    console.print(
        f"{len(answers)} respondents (Sekadau, 2019) have rated through the bot over HTTP, once on each chat service; marked as "
        "sample data."
    )


async def _print_costs(console: Console, city: Playground) -> None:
    costs = (await city.whatsapp.metrics())["costs"]
    paid = sum(costs["billed"].values())
    console.print(f"  on WhatsApp {paid} messages paid for: USD {costs['usd']:.2f}, Rp {costs['idr']:,}")


async def _print_result(console: Console, assistant: Assistant, code: str, by: str, chart_name: str) -> None:
    def read(tx: Transaction) -> tuple[str, int, Result]:
        unit = unit_by_code(tx, code)
        assert unit is not None  # noqa: S101  the city's file has it
        return unit.name, unit.id, present_result(tx, unit.id)

    name, _, result = await assistant.runtime.read(read)
    if result.index is None:
        raise RuntimeError("the replay left no result")
    console.print(f"\n[bold]{name}[/bold] by {by}, n = {result.n}")
    for element in ELEMENTS:
        console.print(f"  {element.key:<12} NRR {result.index.nrr_rounded[element.key]}")
    console.print(
        f"  [bold]IKM {result.index.ikm}, grade {result.index.grade.value} ({result.index.grade.word})[/bold]"
    )
    chart = unit_chart_of(
        chart_args(assistant.runtime.settings, name, "id", result), assistant.dialogue.catalogue
    )
    picture = FOLDER / f"{chart_name}.png"
    picture.write_bytes(await assistant.render.render(draw, chart, "png"))
    console.print(f"  chart: {picture}")


def follow_clock(city: Playground, clock: ShiftedClock) -> None:
    """From now on the bot's clock is the one on the page: its "+1 day" is the bot's too, and its jobs'."""

    def hear(kind: str, _: int | None, event: dict[str, Any]) -> None:
        if kind == "clock":
            clock.offset = timedelta(seconds=float(event["clock"]["offset_seconds"]))
        elif kind == "reset":
            clock.offset = timedelta()

    city.listen(hear)


async def _stay(console: Console, city: Playground, assistant: Assistant, clock: ShiftedClock) -> None:
    follow_clock(city, clock)
    with stop_when_told() as stop:
        console.print(
            f"\nOpen [bold]{city.url}/[/bold] and rate a unit (this is neither Telegram nor WhatsApp). Stop with Ctrl-C."
        )
        console.print(f"The city's public pages: [bold]{city.site}[/bold]")
        sys.stdout.flush()
        await stop.wait()
