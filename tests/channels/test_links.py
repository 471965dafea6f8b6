"""Each chat service makes its own links."""

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
