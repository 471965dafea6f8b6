"""A PostgreSQL that can fall silent: what stands between takes connections and bytes as ever, and nothing comes back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from sqlalchemy import make_url

from tests.endtoend.bot_process import free_port


class SilentServer:
    """In front of the cluster behind a folder of sockets. `silent`: as a machine that is frozen, whose kernel goes on taking what comes.
    `silent_at`: it falls silent when such bytes come to it. `open` counts connections that the client has not closed."""

    def __init__(self, socket_path: str) -> None:
        self.port = free_port()
        self.silent = False
        self.silent_at = b""
        self.open = 0
        self._socket_path = socket_path

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["SilentServer"]:
        server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        try:
            yield self
        finally:
            server.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        there, back = await asyncio.open_unix_connection(self._socket_path)
        answers = asyncio.create_task(self._answer(there, writer))
        try:
            with suppress(ConnectionError):
                while data := await reader.read(65536):
                    if self.silent_at and self.silent_at in data:
                        self.silent = True
                    if not self.silent:
                        back.write(data)
        except asyncio.CancelledError:
            return  # the loop ends
        finally:
            self.open -= 1
            answers.cancel()
            back.close()
            writer.close()

    async def _answer(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await there.read(65536):
            if not self.silent:
                writer.write(data)
        if not self.silent:
            writer.close()


@asynccontextmanager
async def silent_servers(postgres_url: str, number: int) -> AsyncIterator[tuple[str, list[SilentServer]]]:
    """So many ways to one database, each of which can fall silent, and the address that names them all."""
    address = make_url(postgres_url)
    servers = [SilentServer(f"{address.query['host']}/.s.PGSQL.5432") for _ in range(number)]
    async with AsyncExitStack() as stack:
        for server in servers:
            await stack.enter_async_context(server.serving())
        hosts, ports = ",".join(["127.0.0.1"] * number), ",".join(str(one.port) for one in servers)
        query = {"host": hosts, "port": ports, "target_session_attrs": "read-write"}
        yield address.set(query=query).render_as_string(), servers
