"""The webhook lets in only who knows the secret, and says 200 only to what is committed."""

import hashlib
import hmac
from collections.abc import AsyncIterator

import httpx
import pytest
from sqlalchemy import func, select

from feedbackbot.channels.service import Webhook
from feedbackbot.channels.whatsapp.addresses import NAME
from feedbackbot.channels.whatsapp.service import WhatsAppService
from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.inbound.delivered import Delivered
from feedbackbot.inbound.keeping import Keeper
from feedbackbot.settings import Settings, load_settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.inbox import DEAD, WAITING
from feedbackbot.storage.pipeline.tables import inbox, receipt
from feedbackbot.web.app import create_app
from feedbackbot.web.webhook import Hook
from tests.builders import CATALOGUE
from tests.channels.whatsapp.deliveries import SENDER, body, change, message, status
from tests.usecase_runner import Desk

SECRET, WORD = "an-app-secret", "a-word-of-ours"


def of_tests(**changes: str) -> Settings:
    values = {
        "whatsapp_token": "EAAtoken",
        "whatsapp_phone_id": SENDER,
        "whatsapp_app_secret": SECRET,
        "whatsapp_verify_token": WORD,
        "whatsapp_number": "6264540000",
    }
    return load_settings(None, **{**values, **changes})


class Inbox:
    def __init__(self, database: Database) -> None:
        self.desk = Desk(database)
        self.keeper = Keeper(self.desk.runtime, NAME)
        self.problem: Exception | None = None

    async def keep(self, delivered: Delivered) -> None:
        if self.problem is not None:
            raise self.problem
        await self.keeper.keep(delivered)


@pytest.fixture
def kept(database: Database) -> Inbox:
    return Inbox(database)


@pytest.fixture
async def meta(kept: Inbox) -> AsyncIterator[httpx.AsyncClient]:
    """The chat service, calling."""
    place: Webhook = WhatsAppService(of_tests(), CATALOGUE).webhook()
    hook = Hook(place.path, place.admits, place.read, kept.keep, place.refusal, place.challenge)
    app = create_app([hook.route()], larger={place.path: place.largest})
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        yield client


async def post(meta: httpx.AsyncClient, raw: bytes, secret: str = SECRET) -> int:
    signed = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signed}"}
    return (await meta.post("/webhook/whatsapp", content=raw, headers=headers)).status_code


async def test_a_signed_delivery_is_committed_when_200_is_said(meta: httpx.AsyncClient, kept: Inbox) -> None:
    raw = body(change(messages=[message()], statuses=[status("delivered", row=3)]))
    assert [await post(meta, raw), await post(meta, raw)] == [200, 200]
    assert await kept.desk.rows(select(inbox.c.chat, inbox.c.state)) == [("ID.aniAbc123", WAITING)]
    assert await kept.desk.rows(select(receipt.c.message_ref, receipt.c.outbox_id)) == [("wamid.OUT1", 3)]


async def test_whoever_does_not_know_the_secret_is_refused(meta: httpx.AsyncClient, kept: Inbox) -> None:
    raw = body(change(messages=[message()]))
    assert await post(meta, raw, "guessed") == 401
    assert (await meta.post("/webhook/whatsapp", content=raw)).status_code == 401
    strange = {b"X-Hub-Signature-256": "sérét".encode("latin-1")}
    assert (await meta.post("/webhook/whatsapp", content=raw, headers=strange)).status_code == 401
    assert await kept.desk.rows(select(inbox.c.id)) == []


async def test_a_body_that_was_touched_on_the_way_is_refused(meta: httpx.AsyncClient) -> None:
    raw = body(change(messages=[message()]))
    signed = hmac.new(SECRET.encode(), raw, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signed}"}
    touched = raw.replace(b"halo", b"halo!")
    assert (await meta.post("/webhook/whatsapp", content=touched, headers=headers)).status_code == 401


@pytest.mark.parametrize("problem", [DatabaseAway("away"), RuntimeError("anything")])
async def test_a_delivery_that_could_not_be_kept_is_asked_for_again(
    meta: httpx.AsyncClient, kept: Inbox, problem: Exception
) -> None:
    kept.problem = problem
    raw = body(change(messages=[message()]))
    assert await post(meta, raw) == 503
    kept.problem = None
    assert await post(meta, raw) == 200


async def test_the_handshake_repeats_the_challenge_to_who_knows_the_word(meta: httpx.AsyncClient) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": WORD, "hub.challenge": "1158201444"}
    answer = await meta.get("/webhook/whatsapp", params=asked)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    for wrong in ({"hub.verify_token": "guessed"}, {"hub.mode": "unsubscribe"}, {"hub.verify_token": ""}):
        assert (await meta.get("/webhook/whatsapp", params=asked | wrong)).status_code == 403


async def test_a_thousand_updates_of_three_megabytes_are_taken_at_once(
    meta: httpx.AsyncClient, kept: Inbox
) -> None:
    texts = {"body": "x" * 2_500}
    some = [message(ref=f"wamid.{number}", text=texts) for number in range(1_000)]
    raw = body(change(messages=[*some[:500], None, some[3]]), change(messages=[{"id": 5}, *some[500:]]))
    assert 2_500_000 < len(raw) < 3_500_000
    assert [await post(meta, raw), await post(meta, raw)] == [200, 200]
    counted = await kept.desk.rows(select(inbox.c.state, func.count()).group_by(inbox.c.state))
    assert dict(map(tuple, counted)) == {WAITING: 1_000, DEAD: 2}


async def test_what_is_larger_than_any_delivery_is_not_read(meta: httpx.AsyncClient) -> None:
    assert await post(meta, b"x" * 4_100_000) == 413


@pytest.mark.parametrize("name", ["whatsapp_phone_id", "whatsapp_app_secret", "whatsapp_verify_token"])
def test_a_setting_that_is_missing_is_named(name: str) -> None:
    with pytest.raises(SettingsError, match=name.upper()):
        WhatsAppService(of_tests(**{name: ""}), CATALOGUE)


def test_a_link_opens_the_chat_with_words_that_are_typed_already() -> None:
    link = WhatsAppService(of_tests(), CATALOGUE).deep_link("u_disdukcapil_loket-1")
    assert link == "https://wa.me/6264540000?text=mulai%20u_disdukcapil_loket-1"
