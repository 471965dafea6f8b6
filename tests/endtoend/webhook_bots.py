"""Processes of the real bot behind one webhook."""

from collections.abc import Mapping
from pathlib import Path

from feedbackbot.playground.city import Playground
from tests.endtoend.bot_process import BotProcess, bot_environment, free_port


def a_bot(
    city: Playground,
    url: str,
    folder: Path,
    *,
    webhook: bool = True,
    settings: Mapping[str, str] | None = None,
) -> BotProcess:
    """Not started yet; its log lies in `folder`. `settings` come on top of the usual ones."""
    port = free_port()
    environment = bot_environment(city.url, city.token, url, port)
    environment["FEEDBACKBOT_WEBHOOK_SECRET"] = "the-same-for-all-processes"
    environment |= settings or {}
    return BotProcess(environment, webhook=webhook, port=port, log=folder / f"bot{port}.log")


async def deliver_to(city: Playground, *bots: BotProcess) -> None:
    """As a load balancer does, which asks each whether it is ready."""
    urls = [f"http://127.0.0.1:{bot.port}/telegram/webhook" for bot in bots]
    await city.line.ask("POST", "webhooks", {"urls": urls})
