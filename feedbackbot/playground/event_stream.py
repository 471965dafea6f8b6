"""Server-sent events: the event log over HTTP."""

import asyncio

from aiohttp import web

from feedbackbot.playground.events import Event, EventLog

KEEP_ALIVE_SECONDS = 15
RESET = b'data: {"kind":"reset","person":null}\n\n'


async def stream_events(log: EventLog, request: web.BaseRequest) -> web.StreamResponse:
    """GET /play/events, from `Last-Event-ID` on (header or ?last_event_id=), else from now.

    `?kinds=message,edited` leaves out all others. Who falls behind what is kept gets a `reset`.
    """
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
    await response.prepare(request)
    kinds = frozenset(request.query["kinds"].split(",")) if request.query.get("kinds") else None
    given = request.headers.get("Last-Event-ID") or request.query.get("last_event_id") or ""
    seen = int(given) if given.isdecimal() else log.last_id
    await response.write(b": the playground, not Telegram\n\n")
    news = asyncio.Event()
    stop = log.listen(lambda event: news.set())
    try:
        while not log.closed:
            chunk, seen = _newer(log, seen, kinds)
            if chunk:
                await response.write(chunk)
                continue
            news.clear()
            try:
                await asyncio.wait_for(news.wait(), KEEP_ALIVE_SECONDS)
            except TimeoutError:
                await response.write(b": still here\n\n")
    except (ConnectionError, asyncio.CancelledError):
        return response
    finally:
        stop()
    return response


def _newer(log: EventLog, seen: int, kinds: frozenset[str] | None) -> tuple[bytes, int]:
    events = log.after(seen)
    if events is None:
        return RESET, log.last_id
    wanted: list[Event] = []
    for event in events:
        seen = event.id
        if kinds is None or event.kind in kinds:
            wanted.append(event)
    return b"".join(event.as_sse() for event in wanted), seen
