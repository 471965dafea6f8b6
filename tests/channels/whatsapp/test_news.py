"""What the service tells besides messages: renamed accounts, wishes about advertising, templates."""

import pytest
from sqlalchemy import select

from feedbackbot.channels.whatsapp.news import take_news
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.tables import address, consent, opt_out
from feedbackbot.storage.pipeline.inbox import Arrival, keep_arrivals
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.pipeline.templates import TemplateState, templates
from tests.usecase_runner import Desk

OLD, NEW = "ID.old", "ID.new"


@pytest.fixture
async def desk(database: Database) -> Desk:
    desk = Desk(database)
    await desk.do(lock_chat, "whatsapp", OLD)
    return desk


def renamed(previous: str, current: str) -> list[tuple[str, dict[str, object]]]:
    return [
        (
            "user_id_update",
            {"user_id_update": [None, {"user_id": {"previous": previous, "current": current}}]},
        )
    ]


async def test_a_renamed_account_is_the_same_person_and_its_words_wait_under_the_new_name(desk: Desk) -> None:
    await desk.do(keep_arrivals, [Arrival("whatsapp", "m:1", OLD, 1, "{}")])
    await desk.do(take_news, renamed(OLD, NEW))
    assert await desk.rows(select(address.c.address)) == [NEW]
    assert await desk.rows(select(inbox.c.chat)) == [NEW]
    await desk.do(take_news, renamed(OLD, NEW))
    assert await desk.rows(select(address.c.address)) == [NEW]


async def test_nobody_becomes_somebody_who_is_known_already(desk: Desk) -> None:
    await desk.do(lock_chat, "whatsapp", NEW)
    await desk.do(take_news, renamed(OLD, NEW))
    assert await desk.rows(select(address.c.address).order_by(address.c.id)) == [OLD, NEW]


async def test_who_stops_advertising_in_the_app_has_stopped_it_here_and_the_other_way_round(
    desk: Desk,
) -> None:
    for wish, off in (("stop", ["news", "suggestions"]), ("resume", []), ("perhaps", [])):
        told = {"user_id": OLD, "category": "marketing_messages", "value": wish}
        await desk.do(take_news, [("user_preferences", {"user_preferences": [told]})])
        assert sorted(await desk.rows(select(opt_out.c.subscription))) == off
    given = select(consent.c.purpose, consent.c.given).order_by(consent.c.id)
    assert await desk.rows(given) == [("marketing", False), ("marketing", True)]


async def test_how_a_template_stands_is_what_was_told_last(desk: Desk) -> None:
    about = {"message_template_name": "kasus_kabar", "message_template_language": "id"}
    status, category = "message_template_status_update", "template_category_update"
    for field, value in (
        (status, {**about, "event": "APPROVED", "reason": "NONE"}),
        (category, {**about, "new_category": "MARKETING"}),
        (status, {**about, "event": "PAUSED", "reason": "LOW_QUALITY"}),
        ("account_update", {"event": "something"}),
        (status, {"event": "of nobody knows which"}),
    ):
        await desk.do(take_news, [(field, value)])
    found = await desk.look(templates, "whatsapp")
    assert list(found.values()) == [TemplateState("kasus_kabar", "id", "PAUSED", "MARKETING", "LOW_QUALITY")]
