"""The Graph API side: `/v26.0/<object>[/<edge>]`, downloads of files and pictures of codes."""

import asyncio
import hmac
import logging
import re
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from feedbackbot.playground.api_call import ApiCall, read_call
from feedbackbot.playground.faults import Drop
from feedbackbot.playground.refusals import Refusal
from feedbackbot.playground.whatsapp.account import ACCESS_TOKEN, KEY_HEADER
from feedbackbot.playground.whatsapp.graph_edges import EDGES, SLOW_EDGES, Asked, kind_of
from feedbackbot.playground.whatsapp.media import DOWNLOADS
from feedbackbot.playground.whatsapp.refusals import FIELD, TOKEN, GraphRefusal
from feedbackbot.playground.whatsapp.sending import take_message
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

PATH = re.compile(r"/v\d{1,2}\.\d/([^/]+)(?:/([^/]+))?(?:/([^/]+))?/?")
PICTURES = "/wa-qr/"
log = logging.getLogger(__name__)

Json = dict[str, Any]


def is_graph(path: str) -> bool:
    """Whether an address belongs to this side of the server."""
    return PATH.fullmatch(path) is not None or path.startswith((DOWNLOADS, PICTURES))


class GraphEndpoint:
    """Answers the bot. `note` takes an entry for the list of calls that the page shows."""

    def __init__(self, world: WhatsAppWorld, note: Callable[[Json], None]) -> None:
        self.world = world
        self.note = note

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """One call, noted in the list of calls."""
        if request.path.startswith(PICTURES):
            return self._picture(request)
        if request.path.startswith(DOWNLOADS):
            return self._download(request)
        started = time.perf_counter()
        body: Json = {}
        error: GraphRefusal | None = None
        drop = False
        try:
            body, drop = await self._carry_out(request)
        except GraphRefusal as refusal:
            error = refusal
        except Refusal as refusal:
            error = GraphRefusal(FIELD, refusal.description)
        except Drop:
            drop = True
        except Exception:
            log.exception("the playground failed on a call of the Graph API")
            error = GraphRefusal(131000, "the playground failed", status=500)
        if error is not None:
            self.world.ledger.refusals[error.code] += 1
            body = error.body()
        self._note(request, started, error, drop)
        if drop and request.transport is not None:
            request.transport.abort()
        return web.json_response(body, status=error.status if error else 200)

    async def _carry_out(self, request: web.BaseRequest) -> tuple[Json, bool]:
        """The answer, and whether it is to be lost on the way."""
        world = self.world
        if world.faults.faults.latency_ms:
            await asyncio.sleep(world.faults.faults.latency_ms / 1000)
        if world.faults.faults.outage:
            raise Drop(after=False)
        _check_token(request)
        found = PATH.fullmatch(request.path)
        assert found is not None  # noqa: S101  is_graph() saw it
        subject, edge, rest = (part or "" for part in found.groups())
        kind = kind_of(world, subject)
        call = await read_call(request, edge, world.bounds.request_bytes)
        if (request.method, kind, edge) == ("POST", "phone", "messages"):
            return await self._message(call, frozenset(request.query))
        asked = Asked(call, f"http://{request.host}", subject, rest)
        slow = SLOW_EDGES.get((request.method, kind, edge))
        if slow is not None:
            return await slow(world, asked), False
        act = EDGES.get((request.method, kind, edge))
        if act is None:
            raise GraphRefusal(FIELD, f"{request.method} is not possible for {kind}/{edge}", subcode=33)
        return act(world, asked), False

    async def _message(self, call: ApiCall, query: frozenset[str]) -> tuple[Json, bool]:
        world = self.world
        is_message = "status" not in call.values
        if is_message:
            world.faults.before()
        answer, sent = take_message(
            world, {name: value for name, value in call.values.items() if name not in query}
        )
        if sent is not None and world.faults.faults.answer_late_ms:
            await asyncio.sleep(world.faults.faults.answer_late_ms / 1000)
        if sent is not None and world.faults.loses_answer():
            sent.dropped = True
            return answer, True
        return answer, False

    def _note(self, request: web.BaseRequest, started: float, error: GraphRefusal | None, drop: bool) -> None:
        entry = {
            "at": time.time(),
            "method": f"{request.method} {'/'.join(request.path.split('/')[3:]) or request.path.split('/')[-1]}",
            "ok": error is None and not drop,
            "error_code": error.code if error else None,
            "description": error.details if error else "connection dropped" if drop else None,
            "duration_ms": round((time.perf_counter() - started) * 1000, 2),
            "person": None,
            "summary": "WhatsApp",
        }
        self.note(entry)

    def _download(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            _check_token(request)
        except GraphRefusal as refusal:
            return web.json_response(refusal.body(), status=401)
        media = self.world.media.download(
            request.query.get("mid", ""), request.query.get("hash", ""), self.world.now()
        )
        if media is None:
            return web.Response(status=404, text="URL signature expired")
        return web.Response(body=media.content, content_type=media.mime.partition(";")[0])

    def _picture(self, request: web.BaseRequest) -> web.StreamResponse:
        found = self.world.profile.picture(request.path.removeprefix(PICTURES))
        if found is None:
            return web.Response(status=404, text="Not Found")
        return web.Response(body=found[0], content_type=found[1])


def _check_token(request: web.BaseRequest) -> None:
    """Bearer token, or the key header of a provider. Raises `GraphRefusal`."""
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    given = bearer.strip() if scheme.lower() == "bearer" else request.headers.get(KEY_HEADER, "")
    if not given:
        raise GraphRefusal(0, "an access token is required")
    if not hmac.compare_digest(given.encode(), ACCESS_TOKEN.encode()):
        raise GraphRefusal(TOKEN, "the access token cannot be parsed")
