"""Plain POSTs read without the whole of HTTP: a chat service that calls three times a turn would spend more on it than on the turn.

Only what leaves no doubt where it ends is taken: all of it in one piece, each header once, a length that is exact. Everything else goes
the way of every request, which knows all of HTTP and answers what is wrong.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers

Take = Callable[[Mapping[str, str], bytes], Awaitable[tuple[int, str]]]
"""Headers and body → status and words of the answer. Never raises."""

_BEGINS = b"POST /"
_FIRST = re.compile(rb"POST (/[A-Za-z0-9/_.-]*) HTTP/1\.1")
_HEADER = re.compile(
    rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x21-\x7e\x80-\xff](?:[\x20-\x7e\x80-\xff\t]*))?"
)
_LENGTH = re.compile(rb"0|[1-9][0-9]{0,8}")
_MOST_HEADERS = 40
# they change where a request ends, or what may follow it
_NOT_PLAIN = frozenset({b"transfer-encoding", b"expect", b"upgrade", b"te", b"trailer"})


@dataclass(frozen=True, slots=True)
class PlainPost:
    """A request that has arrived whole."""

    take: Take
    headers: Headers
    body: bytes


def plain_post(data: bytes, takers: Mapping[str, Take]) -> PlainPost | None:
    """`data` as a whole request to one of the paths; None for whatever is anything else."""
    if not data.startswith(_BEGINS):
        return None
    head, end, body = data.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    asked = _FIRST.fullmatch(first)
    taker = takers.get(asked[1].decode("ascii")) if asked else None
    if not end or taker is None or len(lines) > _MOST_HEADERS:
        return None
    headers: dict[bytes, bytes] = {}
    for line in lines:
        header = _HEADER.fullmatch(line)
        if header is None or (name := header[1].lower()) in headers or name in _NOT_PLAIN:
            return None
        headers[name] = (header[2] or b"").rstrip(b" \t")
    length = headers.get(b"content-length", b"")
    if b"host" not in headers or not _LENGTH.fullmatch(length) or int(length) != len(body):
        return None
    if headers.get(b"connection", b"keep-alive").lower() != b"keep-alive":
        return None
    return PlainPost(taker, Headers(raw=list(headers.items())), body)


def plain_answer(status: int, words: str, more: Sequence[tuple[bytes, bytes]]) -> bytes:
    """The answer as it goes over the line; `more` are further headers."""
    content = words.encode()
    phrase = HTTPStatus(status).phrase.encode()
    lines = [
        b"HTTP/1.1 %d %s" % (status, phrase),
        b"content-type: text/plain; charset=utf-8",
        b"content-length: %d" % len(content),
        *(name + b": " + value for name, value in more),
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + content
