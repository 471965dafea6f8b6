"""Bot API methods by which the bot gets its updates: long polling or a webhook, never both."""

import ipaddress
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.methods_send import Method
from feedbackbot.playground.refusals import TERMINATED_BY_WEBHOOK, WEBHOOK_ACTIVE, bad_request, conflict
from feedbackbot.playground.state import World
from feedbackbot.playground.webhook_delivery import MOST_CONNECTIONS

LONGEST_POLL = 50


async def get_updates(world: World, call: ApiCall, gone: Callable[[], bool]) -> bytes:
    """getUpdates; the whole JSON answer. Raises `Refusal` 409 where a webhook is set or another poller comes."""
    if world.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    take_allowed(world, call)
    timeout = min(max(call.number("timeout"), 0), LONGEST_POLL)
    return await world.updates.poll(call.number("offset"), call.number("limit", 100), timeout, gone)


def take_allowed(world: World, call: ApiCall) -> None:
    """`allowed_updates`: kept until it is given again; an empty list means the usual kinds."""
    allowed = call.structure("allowed_updates")
    if isinstance(allowed, list):
        world.updates.allowed = frozenset(map(str, allowed)) or None


def set_webhook(world: World, call: ApiCall) -> Any:
    """setWebhook. Unlike Telegram's, the address must be on this machine and may be plain http."""
    url = call.text("url").strip()
    secret_token = call.text("secret_token")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret_token):
        raise bad_request("secret token contains unallowed characters")
    if url:
        _check_address(url)
    if call.flag("drop_pending_updates"):
        world.updates.forget_all()
    if not url:
        return delete_webhook(world, call)
    take_allowed(world, call)
    world.updates.end_polling(conflict(TERMINATED_BY_WEBHOOK))
    most = min(max(call.number("max_connections", MOST_CONNECTIONS), 1), 100)
    world.webhook.set(url, secret_token, most)
    return True


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if parts.scheme not in ("http", "https") or not host:
        raise bad_request("bad webhook: HTTPS url must be provided for webhook")
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    if not local:
        raise bad_request("bad webhook: the playground delivers to this machine only")
    if port == 0:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(world: World, call: ApiCall) -> Any:
    """deleteWebhook; what waits stays unless it is to be dropped."""
    if call.flag("drop_pending_updates"):
        world.updates.forget_all()
    world.webhook.set("", "", MOST_CONNECTIONS)
    return True


def get_webhook_info(world: World, call: ApiCall) -> Any:
    """getWebhookInfo."""
    return world.webhook.info()


METHODS: dict[str, Method] = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
