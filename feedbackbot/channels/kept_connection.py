"""One kept HTTP/1.1 connection that carries one small request at a time and gives back its short answer.

A call through aiohttp's session costs five times what the bytes cost (docs/benchmarks.md), and a turn makes two. So what happens
thousands of times goes this way; uploads, downloads and proxies are aiohttp's.
"""

import asyncio
from dataclasses import dataclass
from typing import Final, cast

LONGEST_HEAD: Final = 64 * 1024
LONGEST_BODY: Final = 32 * 1024 * 1024


class BadAnswer(Exception):
    """What came is no HTTP answer, or no end of it was found."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`date`: its header, "" for none. `keeps`: whether the connection can carry another request."""

    status: int
    body: bytes
    date: str
    keeps: bool


class KeptConnection(asyncio.Protocol):
    """To be asked by one caller at a time. `idle_since` is the loop's time of the last answer."""

    def __init__(self) -> None:
        self.idle_since = 0.0
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Answer] | None = None
        self._come = bytearray()
        self._head: _Head | None = None

    @property
    def usable(self) -> bool:
        """Whether it is open, and nothing came that nobody asked for."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, request: bytes) -> asyncio.Future[Answer]:
        """Sends it. The future raises OSError where the connection ends before the answer does, and `BadAnswer`."""
        assert self._transport is not None  # noqa: S101  asked by whoever has opened it
        self._come.clear()
        self._head = None
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._waiting

    def close(self) -> None:
        """At once: what is still under way is given up."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        if self._waiting is None:  # an answer to nothing must not become the next one's
            self.close()
            return
        self._come += data
        try:
            self._read(ended=False)
        except (BadAnswer, ValueError) as problem:
            self._fail(BadAnswer(str(problem)))

    def eof_received(self) -> None:
        try:
            self._read(ended=True)
        except (BadAnswer, ValueError) as problem:
            self._fail(BadAnswer(str(problem)))

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._fail(exc if isinstance(exc, OSError) else ConnectionResetError())

    def _read(self, *, ended: bool) -> None:
        while self._waiting is not None:
            if self._head is None:
                self._head = _Head.taken_from(self._come)
            if self._head is None:
                return
            if self._head.is_interim:  # "100 Continue" and the like: the answer itself follows
                self._head = None
                continue
            body = self._head.body(self._come, ended=ended)
            if body is None:
                return
            self._give(self._head, body)

    def _give(self, head: "_Head", body: bytes) -> None:
        waiting, self._waiting = self._waiting, None
        keeps = head.keeps and not self._come
        if not keeps:
            self.close()
        if waiting is not None and not waiting.done():
            waiting.set_result(Answer(head.status, body, head.fields.get("date", ""), keeps))

    def _fail(self, problem: Exception) -> None:
        waiting, self._waiting = self._waiting, None
        self.close()
        if waiting is not None and not waiting.done():
            waiting.set_exception(problem)


@dataclass(frozen=True, slots=True)
class _Head:
    """Status and fields of an answer, and how the end of its body is known (RFC 9112, 6.3)."""

    status: int
    fields: dict[str, str]
    keeps: bool
    length: int | None
    chunked: bool

    @classmethod
    def taken_from(cls, come: bytearray) -> "_Head | None":
        """None where it has not come as a whole yet. Raises BadAnswer."""
        end = come.find(b"\r\n\r\n")
        if end < 0:
            if len(come) > LONGEST_HEAD:
                raise BadAnswer("head too long")
            return None
        first, *lines = come[:end].decode("latin-1").split("\r\n")
        del come[: end + 4]
        version, _, rest = first.partition(" ")
        code = rest[:3]
        if version not in ("HTTP/1.1", "HTTP/1.0") or not (
            len(code) == 3 and code.isascii() and code.isdigit()
        ):
            raise BadAnswer("no status")
        fields = _fields(lines)
        coding = fields.get("transfer-encoding", "").lower()
        if coding not in ("", "identity", "chunked"):
            raise BadAnswer("unknown coding")
        connection = fields.get("connection", "").lower()
        keeps = "close" not in connection if version == "HTTP/1.1" else "keep-alive" in connection
        return cls(int(code), fields, keeps, _length(int(code), fields), coding == "chunked")

    @property
    def is_interim(self) -> bool:
        return 100 <= self.status < 200

    def body(self, come: bytearray, *, ended: bool) -> bytes | None:
        """Takes the body, None where its end has not come. Raises BadAnswer."""
        if len(come) > LONGEST_BODY:
            raise BadAnswer("too long")
        if self.chunked:
            return _of_chunks(come)
        length = self.length
        if length is None:  # until the other side closes: never kept, as it is closed by then
            length = len(come) if ended else LONGEST_BODY + 1
        if len(come) < length:
            return None
        found = bytes(come[:length])
        del come[:length]
        return found


def _fields(lines: list[str]) -> dict[str, str]:
    """By their names in small letters. Of several of one name the last, but two lengths that differ are an attack."""
    fields: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip():
            raise BadAnswer("no field")
        name, value = name.lower(), value.strip()
        if name == "content-length" and fields.get(name, value) != value:
            raise BadAnswer("two lengths")
        fields[name] = value
    return fields


def _length(status: int, fields: dict[str, str]) -> int | None:
    if status in (204, 304):
        return 0
    said = fields.get("content-length")
    if said is None:
        return None
    if not (said.isascii() and said.isdigit()) or int(said) > LONGEST_BODY:
        raise BadAnswer("no length")
    return int(said)


def _of_chunks(come: bytearray) -> bytes | None:
    """The body in chunks with what follows it, taken once it is there as a whole."""
    pieces: list[bytes] = []
    at = 0
    while (end := come.find(b"\r\n", at)) >= 0:
        size = int(come[at:end].partition(b";")[0].strip() or b"-", 16)
        if not 0 <= size <= LONGEST_BODY:
            raise BadAnswer("no chunk")
        at = end + 2
        if size == 0:
            return _after_chunks(come, at, pieces)
        if len(come) < at + size + 2:
            return None
        pieces.append(bytes(come[at : at + size]))
        if come[at + size : at + size + 2] != b"\r\n":
            raise BadAnswer("no end of a chunk")
        at += size + 2
    return None


def _after_chunks(come: bytearray, at: int, pieces: list[bytes]) -> bytes | None:
    """Trailing fields say nothing to us; an empty line ends them."""
    end = at if come[at : at + 2] == b"\r\n" else come.find(b"\r\n\r\n", at)
    if end < 0 or len(come) < at + 2:
        return None
    del come[: end + (2 if end == at else 4)]
    return b"".join(pieces)
