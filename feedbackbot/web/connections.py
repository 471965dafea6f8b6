"""HTTP connections that cannot be held for nothing: each phase has its time, and there is always room for one more."""

import asyncio
from collections.abc import Mapping
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from feedbackbot.web.plain_posts import PlainPost, Take, plain_answer, plain_post

_LINGER_SECONDS = 2.0


class Room:
    """The connections of one server: those that still owe a request, the one that has owed it longest first, and all of them."""

    def __init__(
        self, most: int, header_seconds: float, exchange_seconds: float, takers: Mapping[str, Take]
    ) -> None:
        """`takers` answer plain POSTs to their paths."""
        self.takers = takers
        self.most = most
        self.header_seconds = header_seconds
        self.exchange_seconds = exchange_seconds
        self.owing: dict[Connection, None] = {}
        self.all: set[Connection] = set()

    def make_connection(self, **given: Any) -> "Connection":
        """What Uvicorn takes for its protocol class."""
        return Connection(self, **given)


class Connection(H11Protocol):
    """A request's header must arrive within `header_seconds`, its body and the answer within `exchange_seconds`. Where the room is
    full, the connection that has owed a request for longest gives way; where all are being answered, the new one does. A body that
    nobody wanted is not read to its end."""

    def __init__(self, room: Room, **given: Any) -> None:
        super().__init__(**given)
        self._room = room
        self._deadline: asyncio.TimerHandle | None = None
        self._lingering = False
        self._taking: asyncio.Task[None] | None = None
        self._shutting_down = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        room = self._room
        room.all.add(self)
        if len(room.all) > room.most:
            giving_way = next(iter(room.owing), self)
            giving_way._end()
        room.owing[self] = None
        self._within(room.header_seconds)

    def connection_lost(self, exc: Exception | None) -> None:
        self._room.all.discard(self)
        self._room.owing.pop(self, None)
        self._within(None)
        self._unset_keepalive_if_required()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._lingering:
            return
        if self._is_idle() and (post := plain_post(data, self._room.takers)) is not None:
            self._take(post)
            return
        waited_between_requests = self.timeout_keep_alive_task is not None
        super().data_received(data)
        if self.transport.is_closing() or self._lingering:
            return
        if self.conn.their_state is h11.IDLE and self.conn.our_state is h11.IDLE:
            if waited_between_requests:  # the header of a next one has begun
                self._within(self._room.header_seconds)
        elif self in self._room.owing:
            del self._room.owing[self]
            self._within(self._room.exchange_seconds)

    def _is_idle(self) -> bool:
        """Nothing is under way, and nothing of a next request has come."""
        between = self.cycle is None or self.cycle.response_complete
        begun = self.conn.their_state is not h11.IDLE or self.conn.our_state is not h11.IDLE
        return between and not begun and not self.conn.trailing_data[0]

    def _take(self, post: PlainPost) -> None:
        """Answered past h11, for which nothing has happened; what else comes waits in the socket meanwhile."""
        self._unset_keepalive_if_required()
        self._room.owing.pop(self, None)
        self._within(self._room.exchange_seconds)
        self.transport.pause_reading()
        self._taking = self.loop.create_task(self._answer(post))
        self.tasks.add(self._taking)
        self._taking.add_done_callback(self.tasks.discard)

    async def _answer(self, post: PlainPost) -> None:
        status, words = await post.take(post.headers, post.body)
        self._taking = None
        if self.transport.is_closing():
            return
        self.transport.write(plain_answer(status, words, self.server_state.default_headers))
        if self._shutting_down:
            self.transport.close()
            return
        self.transport.resume_reading()
        self.on_response_complete()

    def shutdown(self) -> None:
        """The server ends; a request under way is answered first."""
        self._shutting_down = True
        if self._taking is None:
            super().shutdown()

    def on_response_complete(self) -> None:
        body_unread = self.conn.their_state is h11.SEND_BODY
        self._within(None)
        super().on_response_complete()
        if self.transport.is_closing():
            return
        if body_unread:
            self._linger()
        elif self.conn.our_state is h11.IDLE and self.conn.their_state is h11.IDLE:
            self._room.owing[self] = None
        elif self not in self._room.owing:  # the next request was already here
            self._within(self._room.exchange_seconds)

    def _linger(self) -> None:
        """The answer is out. Closing at once would take it from a client that is still sending; what it sends is not kept."""
        self._lingering = True
        self._unset_keepalive_if_required()
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.transport.resume_reading()
        self._within(_LINGER_SECONDS)

    def _within(self, seconds: float | None) -> None:
        """Ends the connection after so many seconds, instead of what was said before; None for never."""
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self._end)

    def _end(self) -> None:
        if not self.transport.is_closing():
            self.transport.abort()
