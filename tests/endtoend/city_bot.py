"""The real bot on both chat services of the playground, within this process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from conversations import ALL, HOME
from feedbackbot.assistant import Assistant
from feedbackbot.channels.whatsapp.client import GraphClient
from feedbackbot.channels.whatsapp.publishing import publish_forms
from feedbackbot.channels.whatsapp.service import WEBHOOK_PATH
from feedbackbot.channels.whatsapp.templates import create_missing
from feedbackbot.clock import ShiftedClock
from feedbackbot.i18n import load_catalogue
from feedbackbot.playground.city import Playground
from feedbackbot.settings import Settings, load_settings
from feedbackbot.wiring import assemble
from tests.endtoend.prepared import load_units


def both_settings(city: Playground, database_url: str, **changes: object) -> Settings:
    """Telegram by polling, WhatsApp by its webhook; nobody is spared."""
    app = city.whatsapp
    values: dict[str, object] = {
        "telegram_token": city.token,
        "telegram_api_url": city.url,
        "whatsapp_token": app.token,
        "whatsapp_api_url": city.url,
        "whatsapp_phone_id": app.phone_id,
        "whatsapp_account_id": app.account_id,
        "whatsapp_app_secret": app.app_secret,
        "whatsapp_verify_token": app.verify_token,
        "whatsapp_number": app.number,
        "whatsapp_rate_overall": 5000,
        "whatsapp_rate_bulk": 1000,
        "whatsapp_rate_per_chat": 1000,
        "whatsapp_burst_per_chat": 100,
        "database_url": database_url,
        "secret_key": "k" * 40,
        "web_port": 0,
        "rate_overall": 5000,
        "rate_per_chat": 1000,
        "burst_per_chat": 100,
        "gather_seconds": 0.05,
    }
    return load_settings(None, **{**values, **changes})


async def prepare_account(settings: Settings, *, forms: bool) -> None:
    """As `bot.py whatsapp-templates --push` and `bot.py whatsapp-forms --push` do."""
    client, catalogue = GraphClient(settings), load_catalogue()
    await client.open()
    try:
        await create_missing(client, catalogue)
        if forms:
            await publish_forms(client, catalogue)
    finally:
        await client.close()


@asynccontextmanager
async def city_bot(
    city: Playground, database_url: str, clock: ShiftedClock, *, forms: bool = True, **changes: object
) -> AsyncIterator[Assistant]:
    """Up, taking updates of both."""
    await load_units(database_url)
    await city.whatsapp.sets(pair_burst=0, per_second=0, approver="approves")
    settings = both_settings(city, database_url, **changes)
    await prepare_account(settings, forms=forms)
    assistant = assemble(settings, ALL, HOME, now=clock)
    await assistant.start(serve_web=False)
    try:
        await city.whatsapp.points_webhook_at(f"http://127.0.0.1:{assistant.web[0].port}{WEBHOOK_PATH}")
        yield assistant
    finally:
        await city.whatsapp.points_webhook_at()
        await assistant.stop()
