"""The other app's part of the demonstration: the same bot, the same answers, another unit."""

from typing import Any

from feedbackbot.assistant import Assistant
from feedbackbot.channels.whatsapp.client import GraphClient
from feedbackbot.channels.whatsapp.publishing import publish_forms
from feedbackbot.channels.whatsapp.service import WEBHOOK_PATH
from feedbackbot.channels.whatsapp.templates import create_missing
from feedbackbot.i18n import load_catalogue
from feedbackbot.playground.city import Playground
from feedbackbot.settings import Settings

UNIT = "dpmptsp"
# Ani has both apps, on one phone
PEOPLE = (("Ani", "+6281260000001", "citizen"),)


def whatsapp_settings(city: Playground) -> dict[str, Any]:
    """What `load_settings` is given beside Telegram's; nobody is to be spared here."""
    side = city.whatsapp
    return {
        "whatsapp_token": side.token,
        "whatsapp_api_url": city.url,
        "whatsapp_api_version": side.version,
        "whatsapp_key_header": "",
        "whatsapp_phone_id": side.phone_id,
        "whatsapp_account_id": side.account_id,
        "whatsapp_app_secret": side.app_secret,
        "whatsapp_verify_token": side.verify_token,
        "whatsapp_number": side.number,
        "whatsapp_form_id": "",
        "whatsapp_forms": True,
        "whatsapp_rate_overall": 1000,
        "whatsapp_rate_per_chat": 100,
        "whatsapp_burst_per_chat": 50,
    }


async def prepare_whatsapp(city: Playground, settings: Settings) -> None:
    """Before the bot starts: an account without limits whose approver says yes, every message paid, texts and form published."""
    await city.whatsapp.sets(pair_burst=0, per_second=0, approver="approves", free_a_month=0)
    client = GraphClient(settings)
    await client.open()
    try:
        catalogue = load_catalogue()
        await create_missing(client, catalogue)
        await publish_forms(client, catalogue)
    finally:
        await client.close()


async def hand_out_phones(city: Playground) -> None:
    for name, phone, role in PEOPLE:
        await city.whatsapp.person(name, phone=phone, role_hint=role)


async def connect_whatsapp(city: Playground, assistant: Assistant) -> None:
    """After it started: where its webhook is."""
    await city.whatsapp.points_webhook_at(f"http://127.0.0.1:{assistant.web[0].port}{WEBHOOK_PATH}")
