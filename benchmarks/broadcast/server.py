"""A Bot API server that hands out taps of citizens, notes when each is answered, and refuses what goes over 30 a second."""

import asyncio
import time
from collections import deque
from typing import Any

from aiohttp import web

CITIZENS_FROM = 900_000_000
"""Chats from this id on belong to citizens who talk; all below are readers of a broadcast."""
_LIMIT = 30


class Server:
    """`limit`: answer 429 to what goes over 30 messages in any second. Times are `time.monotonic()`."""

    def __init__(self, *, limit: bool) -> None:
        self.limit = limit
        self.bulk_at: list[float] = []
        self.refused = 0
        self.reply_seconds: list[float] = []
        self._recent: deque[float] = deque()
        self._updates: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._asked_at: dict[int, float] = {}
        self._number = 1

    async def start(self) -> str:
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(application, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=2048)
        await site.start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self._runner.cleanup()

    def asks(self, citizen: int) -> None:
        """A citizen writes; the time until the bot's first message to them counts."""
        self._number += 1
        chat = CITIZENS_FROM + citizen
        self._asked_at[chat] = time.monotonic()
        sender = {"id": chat, "is_bot": False, "first_name": "Warga", "language_code": "id"}
        message = {
            "message_id": self._number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "Warga"},
            "from": sender,
            "text": "/mulai",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        }
        self._updates.put_nowait({"update_id": self._number, "message": message})

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = (
            await request.json() if request.content_type == "application/json" else dict(await request.post())
        )
        if method == "getUpdates":
            return web.json_response({"ok": True, "result": await self._batch()})
        if method == "getMe":
            me = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
            return web.json_response({"ok": True, "result": me})
        if method == "getWebhookInfo":
            hook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            return web.json_response({"ok": True, "result": hook})
        if method in ("sendMessage", "editMessageText"):
            return self._send(int(str(given["chat_id"])))
        return web.json_response({"ok": True, "result": True})

    async def _batch(self) -> list[dict[str, Any]]:
        try:
            found = [await asyncio.wait_for(self._updates.get(), 5)]
        except TimeoutError:
            return []
        while not self._updates.empty():
            found.append(self._updates.get_nowait())
        return found

    def _send(self, chat: int) -> web.Response:
        now = time.monotonic()
        if self.limit and self._over(now):
            self.refused += 1
            body = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1"}
            return web.json_response({**body, "parameters": {"retry_after": 1}}, status=429)
        if chat >= CITIZENS_FROM:
            if (asked := self._asked_at.pop(chat, None)) is not None:
                self.reply_seconds.append(now - asked)
        else:
            self.bulk_at.append(now)
        message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}
        return web.json_response({"ok": True, "result": message})

    def _over(self, now: float) -> bool:
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= _LIMIT:
            return True
        self._recent.append(now)
        return False
