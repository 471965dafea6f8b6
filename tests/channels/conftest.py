"""A playground of its own for each test, Ani who has started the bot, and the bot's client and channel."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from feedbackbot.channels.telegram.channel import TelegramChannel
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.delivery.channel import FileLink, MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


@dataclass
class Drawer:
    """Implements `Attachments`: makes files from its table of contents and remembers ids in a dict."""

    contents: dict[str, bytes] = field(default_factory=lambda: {"chart": PNG, "report": b"%PDF-1.7 isi"})
    made: list[str] = field(default_factory=list)
    refs: dict[str, str] = field(default_factory=dict)
    links: dict[str, FileLink] = field(default_factory=dict)
    broken: bool = False

    async def known_ref(self, channel: str, attachment: Attachment) -> str | None:
        if attachment.source == "received":
            return str(attachment.args["ref"])
        return self.refs.get(attachment.cache_key or "")

    async def make(self, attachment: Attachment) -> MadeFile:
        if self.broken:
            raise OSError("no space left")
        content = self.contents[attachment.source]
        self.made.append(attachment.source)
        return MadeFile(content, attachment.name, "image/png" if content is PNG else "application/pdf")

    async def link(self, attachment: Attachment) -> FileLink | None:
        return self.links.get(attachment.source)

    async def remember(self, channel: str, attachment: Attachment, ref: str) -> None:
        assert attachment.cache_key is not None
        self.refs[attachment.cache_key] = ref


@pytest.fixture
async def city() -> AsyncIterator[Playground]:
    async with Playground() as city:
        yield city


@pytest.fixture
async def ani(city: Playground) -> Person:
    ani = await city.person("Ani", phone="+628116700001")
    await ani.starts()
    return ani


@pytest.fixture
async def client(city: Playground) -> AsyncIterator[TelegramClient]:
    async with TelegramClient(city.token, api_url=city.url) as client:
        yield client


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def channel(client: TelegramClient, drawer: Drawer) -> TelegramChannel:
    return TelegramChannel(client, drawer)


@pytest.fixture
def update() -> Callable[..., dict[str, Any]]:
    """A message from Ani, with whatever it holds."""

    def message(**content: Any) -> dict[str, Any]:
        return {
            "update_id": 7001,
            "message": {
                "message_id": 12,
                "date": 1764000000,
                "chat": {"id": 5000000001, "type": "private", "first_name": "Ani"},
                "from": {"id": 5000000001, "is_bot": False, "first_name": "Ani", "language_code": "id"},
                **content,
            },
        }

    return message
