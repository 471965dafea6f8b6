"""A line between page and server that can be cut and joined again."""

import asyncio
import contextlib


class Line:
    """Forwards connections from a port of its own to the server's, until it is cut."""

    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.port = 0
        self._open: set[asyncio.StreamWriter] = set()
        self._listener: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """What the page is opened with."""
        return f"http://127.0.0.1:{self.port}"

    async def join(self) -> None:
        """Let connections through, on the same port as before."""
        self._listener = await asyncio.start_server(self._forward, "127.0.0.1", self.port)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """End every connection and refuse new ones."""
        if self._listener is not None:
            self._listener.close()
        for writer in list(self._open):
            writer.transport.abort()

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        to_server, from_server = None, None
        with contextlib.suppress(OSError):
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self.server_port)
        if from_server is None or to_server is None:
            writer.transport.abort()
            return
        self._open |= {writer, to_server}
        await asyncio.gather(_copy(reader, to_server), _copy(from_server, writer))
        self._open -= {writer, to_server}


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()
