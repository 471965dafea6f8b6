"""Settings of a bot that has WhatsApp alone, as a process of its own, whose pace nobody limits."""

from feedbackbot.channels.whatsapp.service import WEBHOOK_PATH
from feedbackbot.playground.city import Playground

HOOK = WEBHOOK_PATH


def whatsapp_environment(city: Playground, database_url: str) -> dict[str, str]:
    side = city.whatsapp
    return {
        "FEEDBACKBOT_WHATSAPP_TOKEN": side.token,
        "FEEDBACKBOT_WHATSAPP_API_URL": city.url,
        "FEEDBACKBOT_WHATSAPP_PHONE_ID": side.phone_id,
        "FEEDBACKBOT_WHATSAPP_ACCOUNT_ID": side.account_id,
        "FEEDBACKBOT_WHATSAPP_APP_SECRET": side.app_secret,
        "FEEDBACKBOT_WHATSAPP_VERIFY_TOKEN": side.verify_token,
        "FEEDBACKBOT_WHATSAPP_NUMBER": side.number,
        "FEEDBACKBOT_WHATSAPP_FORMS": "false",
        "FEEDBACKBOT_WHATSAPP_RATE_OVERALL": "5000",
        "FEEDBACKBOT_WHATSAPP_RATE_PER_CHAT": "1000",
        "FEEDBACKBOT_DATABASE_URL": database_url,
        "FEEDBACKBOT_SECRET_KEY": "k" * 40,
        "FEEDBACKBOT_LOG_FORMAT": "json",
    }
