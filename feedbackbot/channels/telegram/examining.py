"""How an operator is told whether Telegram is reached, knows the token, and where it delivers."""

from collections.abc import Sequence

from feedbackbot.channels.clock_beside import clock_beside
from feedbackbot.channels.service import Finding, Health
from feedbackbot.channels.telegram.call_errors import CALL_FAILURES, CallFailed, Refused
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.reading import NAME

_MANY_WAIT = 100


async def examine_telegram(client: TelegramClient, public_url: str, path: str) -> Sequence[Finding]:
    """Never raises."""
    try:
        name = await client.username()
        webhook = await client.call("getWebhookInfo", {})
    except CALL_FAILURES as failure:
        return [_not_reached(failure)]
    findings = [
        Finding(NAME, Health.GOOD, f"reached, as @{name}"),
        *clock_beside(NAME, client.request.last_date),
    ]
    set_to, wanted = str(webhook.get("url") or ""), public_url.rstrip("/") + path if public_url else ""
    if set_to and set_to != wanted:
        findings.append(
            Finding(f"{NAME} webhook", Health.DOUBTFUL, "updates go to another address than FEEDBACKBOT_PUBLIC_URL names",
                    "does another installation use this token? `run --webhook` sets it anew")
        )  # fmt: skip
    else:
        findings.append(
            Finding(f"{NAME} webhook", Health.GOOD, "set to here" if set_to else "none: updates are polled")
        )
    waiting = int(webhook.get("pending_update_count") or 0)
    if webhook.get("last_error_message") or waiting > _MANY_WAIT:
        said = str(webhook.get("last_error_message") or "nothing went wrong")
        findings.append(
            Finding(f"{NAME} deliveries", Health.DOUBTFUL, f"{waiting:,} updates wait there; last error: {said[:120]}",
                    "does the bot run, and does the proxy pass its webhook on?")
        )  # fmt: skip
    return findings


def _not_reached(failure: CallFailed) -> Finding:
    if isinstance(failure, Refused) and failure.code in (401, 404):
        return Finding(
            NAME,
            Health.WRONG,
            "it does not know this token",
            "copy it again from @BotFather into FEEDBACKBOT_TELEGRAM_TOKEN",
        )
    return Finding(
        NAME,
        Health.WRONG,
        f"not reached: {failure}",
        "does this machine reach the internet, or FEEDBACKBOT_TELEGRAM_PROXY?",
    )
