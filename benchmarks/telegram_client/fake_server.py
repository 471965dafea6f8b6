"""A Bot API server that only answers, as fast as Python can, so that the client is what is measured.

Every call is answered with the message that Telegram would return. `python -m benchmarks.telegram_client.fake_server`
prints its port.
"""

import asyncio
import json
import sys

_MESSAGE = {
    "message_id": 4711,
    "from": {"id": 123456, "is_bot": True, "first_name": "Layanan Kota", "username": "layanan_kota_bot"},
    "chat": {"id": 100000001, "first_name": "Ani", "username": "ani", "type": "private"},
    "date": 1764000000,
    "text": "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",
    "entities": [{"type": "bold", "offset": 0, "length": 9}],
    "reply_markup": {
        "inline_keyboard": [
            [{"text": f"Jawaban {n}", "callback_data": f"rate/element/{n}"}] for n in range(4)
        ]
    },
}
_BODY = json.dumps({"ok": True, "result": _MESSAGE}).encode()
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: keep-alive\r\nContent-Length: "
    + str(len(_BODY)).encode()
    + b"\r\n\r\n"
    + _BODY
)


class Connection(asyncio.Protocol):
    """Reads requests by their Content-Length and answers each."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.waiting = b""

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while (end := self.waiting.find(b"\r\n\r\n")) >= 0:
            head = self.waiting[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self.waiting) < end + 4 + length:
                return
            self.waiting = self.waiting[end + 4 + length :]
            self.transport.write(ANSWER)


async def main() -> None:
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0, backlog=1024)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
