"""A Bot API server that bans: over 30 messages in any second everything is refused for three seconds, longer for whoever goes on."""

from collections import Counter

from aiohttp import web

from benchmarks.broadcast.server import CITIZENS_FROM, Server

BAN_SECONDS = 3.0


class PunishingServer(Server):
    """`heard` counts by reader how often each got the broadcast."""

    def __init__(self) -> None:
        super().__init__(limit=True)
        self.heard: Counter[int] = Counter()
        self._banned_until = 0.0

    def _send(self, chat: int) -> web.Response:
        answer = super()._send(chat)
        if chat < CITIZENS_FROM and answer.status == 200:
            self.heard[chat] += 1
        return answer

    def _over(self, now: float) -> bool:
        if now < self._banned_until or super()._over(now):
            self._banned_until = max(self._banned_until, now + BAN_SECONDS)
            return True
        return False

    @property
    def doubled(self) -> int:
        """Messages more than one to a reader."""
        return sum(count - 1 for count in self.heard.values())
