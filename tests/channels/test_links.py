"""Each chat service makes its own links."""

from types import SimpleNamespace
from typing import Any

from feedbackbot.assistant import ask_on
from feedbackbot.channels.backoff import Backoff
from feedbackbot.channels.telegram.call_errors import NotSent
from feedbackbot.channels.telegram.service import TelegramService
from feedbackbot.domain.links import Links
from tests.builders import test_settings as settings


def test_a_telegram_link_carries_the_payload_once_the_bots_name_is_known() -> None:
    named = TelegramService(settings(telegram_token="1:a", telegram_bot_name="lsm_bot"))
    assert named.deep_link("u_rsud") == "https://t.me/lsm_bot?start=u_rsud"
    assert TelegramService(settings(telegram_token="1:a")).deep_link("u_rsud") is None


def test_a_link_is_of_the_chat_service_asked_for_and_on_paper_of_the_first_that_can_make_one() -> None:
    links = Links()
    assert links.deep("x") is None
    links.add("nameless", lambda _: None)
    links.add("first", "https://first.example/{}".format)
    links.add("second", "https://second.example/{}".format)
    assert links.deep("x") == "https://first.example/x"
    assert links.deep("x", "second") == "https://second.example/x"
    assert links.deep("x", "elsewhere") == "https://first.example/x"
    assert links.deep("x", "nameless") is None
    assert list(links.all("x")) == ["first", "second"]


async def test_a_name_that_could_not_be_asked_at_the_start_is_asked_again_until_it_is_known() -> None:
    """Else links and posters would be missing until somebody restarts the bot."""
    service = TelegramService(settings(telegram_token="1:a"))
    answers: list[Any] = [NotSent("away"), NotSent("away"), "lsm_bot"]

    async def username() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    service.client.username = username  # type: ignore[method-assign]
    await ask_on([SimpleNamespace(service=service)], Backoff(0.001))  # type: ignore[list-item]
    assert service.deep_link("u_rsud") == "https://t.me/lsm_bot?start=u_rsud"
    assert answers == []
