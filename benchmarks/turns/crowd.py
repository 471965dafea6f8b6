"""A Bot API server with a crowd that rates: as cheap as possible, so that the bot is what is measured.

Each citizen opens a deep link, agrees, chooses a service and taps nine answers, each as soon as the question is there. When one has
finished the next one begins, so that always the same number is under way.
"""

import asyncio
import json
import time
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web

TAPS = 11  # consent, service, nine elements
OK = b'{"ok":true,"result":true}'


class Crowd:
    """`latency` in seconds is added to every call but getUpdates; `side_by_side` citizens are under way at once.

    With `per_second` the crowd acts on its own clock instead: that many acts a second over all citizens, however fast the answers are.
    """

    def __init__(self, latency: float, side_by_side: int, per_second: float | None = None) -> None:
        self.latency = latency
        self.side_by_side = side_by_side
        self.per_second = per_second
        self.turns = 0
        self.calls = 0
        self.first_answer_at: float | None = None
        self.answer_seconds: list[float] = []
        self._next_person = 1000
        self._next_update = 1
        self._next_message = 1
        self._updates: list[dict[str, Any]] = []
        self._more = asyncio.Event()
        self._done: dict[int, int] = {}
        self._acted_at: dict[int, float] = {}
        self._ready: list[tuple[int, int, str]] = []

    def begin(self) -> None:
        for _ in range(self.side_by_side):
            self._new_person()

    def _new_person(self) -> None:
        person, self._next_person = self._next_person, self._next_person + 1
        self._done[person] = 0
        if self.per_second is None:
            self._start(person)
        else:
            self._ready.append((person, 0, ""))

    async def act_on_the_clock(self) -> None:
        assert self.per_second is not None
        due = time.monotonic()
        while True:
            due += 1 / self.per_second
            await asyncio.sleep(max(0, due - time.monotonic()))
            if self._ready:
                person, message, data = self._ready.pop(0)
                self._tap(person, message, data) if data else self._start(person)

    def _start(self, person: int) -> None:
        text = "/start u_disdukcapil"
        entities = [{"type": "bot_command", "offset": 0, "length": 6}]
        self._add(person, {"message": self._message(person, {"text": text, "entities": entities})})

    def _tap(self, person: int, message: int, data: str) -> None:
        query = {
            "id": str(self._next_update),
            "from": self._user(person),
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": message, "date": 1_764_000_000, "chat": {"id": person, "type": "private"},
                "from": {"id": 1, "is_bot": True, "first_name": "Bot"}, "text": "?",
            },
        }  # fmt: skip
        self._add(person, {"callback_query": query})

    def _add(self, person: int, update: dict[str, Any]) -> None:
        self._acted_at[person] = time.monotonic()
        self._updates.append({"update_id": self._next_update, **update})
        self._next_update += 1
        self._more.set()

    def _user(self, person: int) -> dict[str, Any]:
        return {"id": person, "is_bot": False, "first_name": "Warga", "language_code": "id"}

    def _message(self, person: int, content: dict[str, Any]) -> dict[str, Any]:
        message, self._next_message = self._next_message, self._next_message + 1
        return {
            "message_id": message,
            "date": 1_764_000_000,
            "chat": {"id": person, "type": "private", "first_name": "Warga"},
            "from": self._user(person),
            **content,
        }

    def _heard(self, person: int, message: int, keyboard: list[list[dict[str, Any]]] | None) -> None:
        """The person sees an answer with buttons; one without, or after the ninth answer, ends the visit."""
        acted = self._acted_at.pop(person, None)
        if acted is None:
            return
        self.turns += 1
        self.first_answer_at = self.first_answer_at or time.monotonic()
        self.answer_seconds.append(time.monotonic() - acted)
        done = self._done[person]
        if done == TAPS or not keyboard:
            del self._done[person]
            self._new_person()
            return
        self._done[person] = done + 1
        buttons = [button for row in keyboard for button in row]
        data = buttons[2 if len(buttons) >= 4 and done >= 2 else 0]["callback_data"]
        if self.per_second is None:
            self._tap(person, message, data)
        else:
            self._ready.append((person, message, data))

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        given = await _parameters(request)
        if method == "getUpdates":
            return await self._give_updates(given)
        self.calls += 1
        if self.latency and method != "deleteWebhook":
            await asyncio.sleep(self.latency)
        if method == "getMe":
            me = {
                "id": 1,
                "is_bot": True,
                "first_name": "Bot",
                "username": "bench_bot",
                "can_join_groups": False,
            }
            return _json({"ok": True, "result": me})
        if method not in ("sendMessage", "editMessageText"):
            return web.Response(body=OK, content_type="application/json")
        person, markup = int(given["chat_id"]), given.get("reply_markup")
        keyboard = (json.loads(markup) if isinstance(markup, str) else markup or {}).get("inline_keyboard")
        sent = {
            "message_id": int(given.get("message_id") or self._next_message),
            "date": 1_764_000_000,
            "chat": {"id": person, "type": "private", "first_name": "Warga"},
            "from": {"id": 1, "is_bot": True, "first_name": "Bot"},
            "text": given["text"],
        }
        self._next_message += 1
        asyncio.get_running_loop().call_soon(self._heard, person, sent["message_id"], keyboard)
        return _json({"ok": True, "result": sent})

    async def _give_updates(self, given: dict[str, Any]) -> web.StreamResponse:
        offset = int(given.get("offset") or 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates:
            self._more.clear()
            try:
                await asyncio.wait_for(self._more.wait(), min(float(given.get("timeout") or 0), 10) or 0.01)
            except TimeoutError:
                return _json({"ok": True, "result": []})
        return _json({"ok": True, "result": self._updates[: int(given.get("limit") or 100)]})


def _json(content: dict[str, Any]) -> web.Response:
    return web.Response(body=json.dumps(content).encode(), content_type="application/json")


async def _parameters(request: web.BaseRequest) -> dict[str, Any]:
    body = await request.read()
    if not body:
        return dict(request.query)
    kind = request.content_type
    if kind == "application/json":
        parsed: dict[str, Any] = json.loads(body)
        return parsed
    if kind.startswith("multipart/"):
        return _multipart(body, request.headers["Content-Type"])
    return {key: values[0] for key, values in parse_qs(body.decode()).items()}


def _multipart(body: bytes, content_type: str) -> dict[str, str]:
    """Plain fields only, which is all that aiogram sends for a text."""
    boundary = content_type.partition("boundary=")[2].strip('"').encode()
    fields = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name = head.partition(b'name="')[2].partition(b'"')[0].decode()
        fields[name] = value.removesuffix(b"\r\n").decode()
    return fields
