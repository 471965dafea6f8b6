"""Long polling that acknowledges nothing to Telegram before it is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from feedbackbot.channels.backoff import Backoff
from feedbackbot.channels.telegram.call_errors import CALL_FAILURES, Refused
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.reading import WANTED, arrival, next_offset
from feedbackbot.channels.telegram.refusals import outcome
from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)

MOST_IN_A_BATCH = 100
_WAIT_SECONDS = 30
# beyond Telegram's own wait
_GRACE_SECONDS = 10.0


async def poll(
    client: TelegramClient,
    keep: Callable[[list[Arrival]], Awaitable[None]],
    stop: asyncio.Event,
    backoff: Backoff | None = None,
) -> None:
    """Fetch updates until `stop` is set. What `keep` has taken (committed) is acknowledged with the next fetch, nothing earlier.

    Never raises for what Telegram, the network or `keep` does: it waits and tries again. A batch that is being kept when `stop` is set
    is kept to its end.
    """
    backoff = backoff or Backoff()
    offset: int | None = None
    while not stop.is_set():
        batch = await _unless_stopped(_fetch(client, offset), stop)
        if batch is None or not isinstance(batch, list):
            await _pause(stop, backoff.pause())
        elif not batch:
            # What was acknowledged is so by now. Without an offset Telegram is free to begin anew with lower ids, as it does
            # after a quiet week.
            offset = None
            backoff.reset()
        elif await _keep(batch, keep, stop, backoff):
            reached = next_offset(batch)
            if reached is None:
                # nothing in it can be acknowledged: without a pause it would come again at once
                await _pause(stop, backoff.pause())
            else:
                offset = reached
                backoff.reset()


async def _fetch(client: TelegramClient, offset: int | None) -> Any:
    """A batch, or None if there was none to be had."""
    parameters: dict[str, Any] = {
        "timeout": _WAIT_SECONDS,
        "limit": MOST_IN_A_BATCH,
        "allowed_updates": WANTED,
    }
    if offset is not None:
        parameters["offset"] = offset
    try:
        return await client.call("getUpdates", parameters, _WAIT_SECONDS + _GRACE_SECONDS)
    except Refused as refusal:
        what = {
            401: "the token was refused",
            404: "the token was refused",
            409: "another process polls with this token, or a webhook is set",
        }.get(refusal.code, "polling was refused")
        _log.error(what, code=refusal.code)
    except CALL_FAILURES as failure:
        _log.warning("polling failed", reason=outcome(failure).reason)
    return None


async def _keep(
    batch: list[Any], keep: Callable[[list[Arrival]], Awaitable[None]], stop: asyncio.Event, backoff: Backoff
) -> bool:
    """Until it is kept; False if `stop` was set while waiting for the database."""
    arrivals = [arrival(raw) for raw in batch]
    while True:
        try:
            await keep(arrivals)
            return True
        except DatabaseAway:
            _log.warning("updates wait for the database", count=len(arrivals))
        except Exception as problem:
            # whatever it is, dying here would silence the bot, and Telegram keeps what is not acknowledged; its words are not
            # logged, because a database's error repeats people's
            _log.error("updates could not be kept", count=len(arrivals), problem=type(problem).__name__)
        if await _pause(stop, backoff.pause()):
            return False


async def _unless_stopped(fetch: Any, stop: asyncio.Event) -> Any:
    """The fetch's result, None if `stop` was set first; a fetch that is broken off has acknowledged no more than it was to."""
    fetching = asyncio.ensure_future(fetch)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((fetching, stopping), return_when=asyncio.FIRST_COMPLETED)
        return fetching.result() if fetching.done() else None
    finally:
        for task in (fetching, stopping):
            task.cancel()
        await asyncio.gather(fetching, stopping, return_exceptions=True)


async def _pause(stop: asyncio.Event, seconds: float) -> bool:
    """True if `stop` was set meanwhile."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
        return True
    except TimeoutError:
        return False
