"""The webhook lets in only the chat service, and says "ok" only to what is committed."""

import hmac
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from feedbackbot.channels.telegram import webhook_registration
from feedbackbot.channels.telegram.reading import arrival_from_webhook
from feedbackbot.channels.telegram.webhook_registration import is_from_telegram
from feedbackbot.errors import DatabaseAway
from feedbackbot.inbound.delivered import Delivered
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.inbox import DEAD, DONE, WAITING, keep_arrivals
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.web.app import create_app
from feedbackbot.web.webhook import Hook
from tests.usecase_runner import Desk

SECRET = "a-secret-of-the-tests"
HEADER = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
MESSAGE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 42, "type": "private"},
        "from": {"id": 42, "is_bot": False, "first_name": "Ani"},
        "text": "halo",
    },
}


class Inbox:
    """Keeps in the database as the intake does; `problem` is raised instead where it is set."""

    def __init__(self, database: Database) -> None:
        self.desk = Desk(database)
        self.problem: Exception | None = None

    async def keep(self, delivered: Delivered) -> None:
        if self.problem is not None:
            raise self.problem
        await self.desk.do(keep_arrivals, delivered.arrivals)

    async def kept(self) -> list[tuple[str, str, int]]:
        return await self.desk.rows(
            select(inbox.c.update_key, inbox.c.chat, inbox.c.state).order_by(inbox.c.id)
        )


def admits(headers: Mapping[str, str], _: bytes) -> bool:
    return is_from_telegram(headers, SECRET)


def read(body: bytes) -> Delivered:
    return Delivered([arrival_from_webhook(body)])


@pytest.fixture
def kept(database: Database) -> Inbox:
    return Inbox(database)


@pytest.fixture
async def service(kept: Inbox) -> AsyncIterator[httpx.AsyncClient]:
    """The chat service, calling."""
    app = create_app([Hook("/hook", admits, read, kept.keep).route()])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        yield client


async def test_an_update_is_committed_when_ok_is_said(service: httpx.AsyncClient, kept: Inbox) -> None:
    answer = await service.post("/hook", json=MESSAGE, headers=HEADER)
    assert answer.status_code == 200
    assert await kept.kept() == [("7", "42", WAITING)]


async def test_a_repeated_update_is_ok_and_kept_once(service: httpx.AsyncClient, kept: Inbox) -> None:
    answers = [await service.post("/hook", json=MESSAGE, headers=HEADER) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len(await kept.kept()) == 1


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Telegram-Bot-Api-Secret-Token": "guessed"}, {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}],
)
async def test_whoever_does_not_know_the_secret_is_refused(
    service: httpx.AsyncClient, kept: Inbox, headers: dict[str, str]
) -> None:
    assert (await service.post("/hook", json=MESSAGE, headers=headers)).status_code == 403
    assert await kept.kept() == []


async def test_the_secret_is_compared_in_constant_time(
    service: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[Any, Any]] = []

    def compare(left: Any, right: Any) -> bool:
        compared.append((left, right))
        return hmac.compare_digest(left, right)

    monkeypatch.setattr(
        webhook_registration, "hmac", type("Hmac", (), {"compare_digest": staticmethod(compare)})
    )
    await service.post(
        "/hook", json=MESSAGE, headers={"X-Telegram-Bot-Api-Secret-Token": "sérét".encode("latin-1")}
    )
    assert compared == [("sérét".encode(), SECRET.encode())]


def test_a_webhook_without_a_secret_lets_nobody_in() -> None:
    with pytest.raises(ValueError, match="secret"):
        is_from_telegram({}, "")


async def test_what_is_too_large_is_refused_whatever_it_says_of_its_length(
    service: httpx.AsyncClient, kept: Inbox
) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(300):
            yield b"x" * 10_000

    assert (await service.post("/hook", content=b"x" * 2_000_000, headers=HEADER)).status_code == 413
    assert (await service.post("/hook", content=parts(), headers=HEADER)).status_code == 413
    assert await kept.kept() == []


@pytest.mark.parametrize("problem", [DatabaseAway("away"), RuntimeError("anything")])
async def test_an_update_that_could_not_be_kept_is_asked_for_again(
    service: httpx.AsyncClient, kept: Inbox, problem: Exception
) -> None:
    kept.problem = problem
    assert (await service.post("/hook", json=MESSAGE, headers=HEADER)).status_code == 503
    kept.problem = None
    assert (await service.post("/hook", json=MESSAGE, headers=HEADER)).status_code == 200
    assert len(await kept.kept()) == 1


POISON = {
    "no JSON": b"{",
    "no text": b"\xff\xfe\x00",
    "nothing": b"",
    "a list": b"[1, 2]",
    "no update": b'{"hello": 1}',
    "NUL and half a character": b'{"update_id": "\\u0000\\ud800"}',
    "deep": b"[" * 10_000,
}


@pytest.mark.parametrize("body", POISON.values(), ids=POISON.keys())
async def test_poison_is_ok_and_kept_as_a_dead_letter(
    service: httpx.AsyncClient, kept: Inbox, body: bytes
) -> None:
    for _ in range(2):
        assert (await service.post("/hook", content=body, headers=HEADER)).status_code == 200
    assert [state for _, _, state in await kept.kept()] == [DEAD]


async def test_strange_characters_in_a_sound_update_are_kept(service: httpx.AsyncClient, kept: Inbox) -> None:
    body = b'{"update_id": 8, "message": {"chat": {"id": 42, "type": "private"}, "text": "\\u0000\\ud800 \\ud83d\\ude00"}}'
    assert (await service.post("/hook", content=body, headers=HEADER)).status_code == 200
    assert await kept.kept() == [("8", "42", WAITING)]


async def test_an_update_of_a_group_is_done_at_once(service: httpx.AsyncClient, kept: Inbox) -> None:
    group = MESSAGE | {"message": {**MESSAGE["message"], "chat": {"id": -5, "type": "group"}}}  # type: ignore[dict-item]
    assert (await service.post("/hook", json=group, headers=HEADER)).status_code == 200
    assert await kept.kept() == [("7", "", DONE)]


async def test_only_posting_is_understood(service: httpx.AsyncClient) -> None:
    assert (await service.get("/hook", headers=HEADER)).status_code == 405
