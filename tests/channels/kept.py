"""A service that answers as a test says, and the exchange that speaks with it."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable

from yarl import URL

from feedbackbot.channels.http_exchange import (
    HttpExchange,
    Patience,
)

QUICK = Patience(pool=0.2, connect=0.2, answer=0.2)
Says = Callable[[int, bytes, asyncio.StreamWriter], Awaitable[None]]
"""What becomes of the request of that number (from 0, over all connections), with that body."""


class Service:
    """Reads requests; `heads` are those that came, `connections` how many were opened."""

    def __init__(self, says: Says) -> None:
        self._says = says
        self.connections = 0
        self.heads: list[bytes] = []

    @contextlib.asynccontextmanager
    async def open(self, tls: ssl.SSLContext | None = None) -> AsyncIterator[URL]:
        listening = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=tls)
        begins = "http://127.0.0.1" if tls is None else "https://localhost"
        try:
            yield URL(f"{begins}:{listening.sockets[0].getsockname()[1]}/bot/send?x=%20")
        finally:
            listening.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                body = await reader.readexactly(length)
                self.heads.append(head)
                await self._says(len(self.heads) - 1, body, writer)
                await writer.drain()
        writer.close()


def whole(body: bytes, fields: str = "", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{fields}\r\n".encode() + body


@contextlib.asynccontextmanager
async def exchange(connections: int = 4, patience: Patience = QUICK) -> AsyncIterator[HttpExchange]:
    one = HttpExchange(connections, patience=patience, headers={"User-Agent": "city"})
    await one.open()
    try:
        yield one
    finally:
        await one.close()


async def echo(_: int, body: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(whole(body))
