"""The crowd of `crowd.py` with the other app: a Graph API server as cheap as possible, which delivers each act by a signed webhook."""

import asyncio
import hashlib
import hmac
import json
import secrets
import time
from typing import Any

import aiohttp
from aiohttp import web

from benchmarks.turns.crowd import Crowd

SECRET, PHONE_ID = "bench-app-secret", "106500000000001"
PATH = "/webhook/whatsapp"
JSON = "application/json"


class GraphCrowd(Crowd):
    """`bot_port` is where the bot's webhook listens. `post_seconds` are the times from each POST to its 200."""

    def __init__(
        self, latency: float, side_by_side: int, bot_port: int, per_second: float | None = None
    ) -> None:
        super().__init__(latency, side_by_side, per_second)
        self.hook = f"http://127.0.0.1:{bot_port}{PATH}"
        self.post_seconds: list[float] = []
        self._session: aiohttp.ClientSession | None = None
        self._posts: set[asyncio.Task[None]] = set()

    def _start(self, person: int) -> None:
        self._deliver(person, {"type": "text", "text": {"body": "mulai u_disdukcapil"}})

    def _tap(self, person: int, message: int, data: str) -> None:
        reply = {"type": "button_reply", "button_reply": {"id": data, "title": "x"}}
        self._deliver(person, {"type": "interactive", "interactive": reply})

    def _deliver(self, person: int, content: dict[str, Any]) -> None:
        self._acted_at[person] = time.monotonic()
        number = f"62811{person:08d}"
        message = {
            "from": number, "id": f"wamid.{secrets.token_urlsafe(24)}", "timestamp": str(int(time.time())), **content,
        }  # fmt: skip
        contact = {"profile": {"name": "Warga"}, "wa_id": number}
        value = {"metadata": {"phone_number_id": PHONE_ID}, "contacts": [contact], "messages": [message]}
        self._post(value)

    def _post(self, value: dict[str, Any]) -> None:
        change = {"field": "messages", "value": {"messaging_product": "whatsapp", **value}}
        body = {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]}
        task = asyncio.get_running_loop().create_task(self._carry(json.dumps(body).encode()))
        self._posts.add(task)
        task.add_done_callback(self._posts.discard)

    async def _carry(self, body: bytes) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200))
        signature = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": JSON, "X-Hub-Signature-256": f"sha256={signature}"}
        while True:
            began = time.monotonic()
            try:
                async with self._session.post(self.hook, data=body, headers=headers) as answer:
                    await answer.read()
                    if answer.status == 200:
                        self.post_seconds.append(time.monotonic() - began)
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Messages are heard; of everything else there is nothing."""
        given = await request.json() if request.can_read_body else {}
        if not request.path.endswith("/messages"):
            return web.Response(body=b'{"data":[]}', content_type=JSON)
        if given.get("status") == "read":
            return web.Response(body=b'{"success":true}', content_type=JSON)
        self.calls += 1
        if self.latency:
            await asyncio.sleep(self.latency)
        message_id = f"wamid.{secrets.token_urlsafe(24)}"
        person = int(given["to"].removeprefix("+62811"))
        # what is told later is part of the load
        callback = given.get("biz_opaque_callback_data", "")
        for status in ("sent", "delivered"):
            told = {
                "id": message_id,
                "status": status,
                "timestamp": str(int(time.time())),
                "biz_opaque_callback_data": callback,
            }
            self._post({"metadata": {"phone_number_id": PHONE_ID}, "statuses": [told]})
        asyncio.get_running_loop().call_soon(self._heard, person, 0, _keyboard(given))
        body = {"messages": [{"id": message_id}], "contacts": [{"wa_id": given["to"]}]}
        return web.Response(body=json.dumps(body).encode(), content_type=JSON)

    async def close(self) -> None:
        """Let go of what is under way."""
        for task in list(self._posts):
            task.cancel()
        await asyncio.gather(*self._posts, return_exceptions=True)
        if self._session is not None:
            await self._session.close()


def _keyboard(given: dict[str, Any]) -> list[list[dict[str, Any]]] | None:
    """What can be tapped, one a row, as `Crowd._heard` takes it."""
    action = (given.get("interactive") or {}).get("action") or {}
    ids = [button["reply"]["id"] for button in action.get("buttons", [])]
    ids += [row["id"] for section in action.get("sections", []) for row in section["rows"]]
    return [[{"callback_data": one}] for one in ids] or None
