"""Reading by hand agrees with python-telegram-bot's objects, and nothing whatever makes it raise."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Message, Update

from feedbackbot.channels.telegram.reading import (
    arrival,
    arrival_from_webhook,
    next_offset,
    read_body,
    read_update,
)
from feedbackbot.dialogue.incoming import Incoming, Kind

WORDS = st.text(max_size=20)
NUMBERS = st.integers(-(2**70), 2**70)
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    "text",
    "caption",
    "photo",
    "document",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "sticker",
    "contact",
    "location",
    "venue",
    "dice",
    "poll",
    "pinned_message",
    "chat",
    "from",
    "message_id",
    "media_group_id",
    "date",
]
USER = st.fixed_dictionaries(
    {"id": st.integers(1, 2**40), "is_bot": st.just(False), "first_name": st.text(min_size=1, max_size=5)},
    optional={"language_code": st.sampled_from(["id", "en", "ace"])},
)
FILE = st.fixed_dictionaries(
    {"file_id": st.text("abcXYZ0-_", min_size=1, max_size=80), "file_unique_id": st.just("u")},
    optional={"file_size": st.integers(0, 10**9)},
)
NAMED = st.builds(
    lambda file, name, mime: file | {"file_name": name, "mime_type": mime},
    FILE,
    st.text("abc. ", max_size=20),
    st.just("application/pdf"),
)
PHOTO = st.builds(
    lambda file, side: file | {"width": side, "height": side * 2},
    FILE,
    st.integers(1, 4000),
)
CONTENT = st.one_of(
    st.fixed_dictionaries({"text": st.text(st.characters(codec="utf-8"), min_size=1, max_size=50)}),
    st.fixed_dictionaries(
        {"photo": st.lists(PHOTO, min_size=1, max_size=4)},
        optional={"caption": st.text("abc ", max_size=9)},
    ),
    st.fixed_dictionaries({"document": NAMED}, optional={"media_group_id": st.just("9")}),
    st.builds(lambda file, seconds: {"voice": file | {"duration": seconds}}, FILE, st.integers(0, 99)),
    st.fixed_dictionaries(
        {
            "location": st.fixed_dictionaries(
                {"latitude": st.floats(-90, 90), "longitude": st.floats(-180, 180)}
            )
        }
    ),
    st.builds(
        lambda user, phone: {"contact": {"phone_number": phone, "first_name": "A", "user_id": user}},
        st.integers(1, 3),
        st.text("0123456789+", min_size=5, max_size=15),
    ),
)


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    user = draw(USER)
    chat = {"id": user["id"], "type": "private", "first_name": "A"}
    content = draw(CONTENT)
    if "contact" in content and draw(st.booleans()):
        content["contact"]["user_id"] = user["id"]
    message = {"message_id": draw(st.integers(1, 10**6)), "date": 1, "chat": chat, "from": user} | content
    return {"update_id": draw(st.integers(1, 2**31)), "message": message}


def words_of(message: Message) -> str:
    return (message.text or message.caption or "").replace("\x00", "")


@settings(deadline=None, max_examples=200)
@given(messages())
def test_reading_by_hand_agrees_with_ptb(raw: dict[str, Any]) -> None:
    read, update = read_update(raw), Update.de_json(raw, None)
    message = update.message
    assert message is not None
    assert message.from_user is not None
    assert read.address == str(message.chat_id)
    assert read.language == (message.from_user.language_code or "")
    assert read.album == (message.media_group_id or "")
    if read.kind is not Kind.COMMAND:
        assert read.text == words_of(message)
    attachment = message.effective_attachment
    if message.photo:
        areas = [size.width * size.height for size in message.photo]
        best = message.photo[areas.index(max(areas))]
        assert read.file is not None
        assert (read.kind, read.file.ref, read.file.size) == (Kind.PHOTO, best.file_id, best.file_size or 0)
    elif message.document or message.voice:
        assert read.file is not None
        assert read.file.ref == attachment.file_id  # type: ignore[union-attr]
        assert read.kind is (Kind.DOCUMENT if message.document else Kind.VOICE)
        assert read.file.name == (message.document.file_name if message.document else "")
    elif message.location:
        assert (read.latitude, read.longitude) == (message.location.latitude, message.location.longitude)
    elif message.contact:
        own = message.contact.user_id == message.from_user.id
        assert read.foreign_contact is not own
        assert read.phone == (message.contact.phone_number if own else "")
    else:
        assert read.kind in (Kind.TEXT, Kind.COMMAND)


@settings(deadline=None, max_examples=200)
@given(messages(), st.data())
def test_a_spoilt_update_never_raises_and_keeps_its_limits(raw: dict[str, Any], data: st.DataObject) -> None:
    for field in data.draw(st.lists(st.sampled_from(FIELDS), max_size=3)):
        raw["message"][field] = data.draw(ANYTHING)
    read = read_update(raw)
    assert isinstance(read, Incoming)
    assert len(read.text) <= 4096
    assert "\x00" not in read.text
    assert not any("\ud800" <= sign <= "\udfff" for sign in read.text)
    kept = arrival(raw)
    assert read_body(kept.body) == read
    # what is read for a chat is kept for the same chat, so that its order holds
    assert read.address in (kept.chat, "")


@settings(deadline=None, max_examples=200)
@given(ANYTHING, st.sampled_from(["message", "callback_query", "my_chat_member", "edited_message", "poll"]))
def test_nonsense_under_a_known_name_is_kept_and_is_nothing_or_somebodys(content: Any, kind: str) -> None:
    raw = {"update_id": 5, kind: content}
    assert isinstance(read_update(raw), Incoming)
    assert arrival(raw).update_key == "5"
    assert next_offset([raw, 7, None]) == 6


@settings(deadline=None)
@given(ANYTHING)
def test_anything_can_be_kept_under_a_key_that_fits(raw: Any) -> None:
    kept = arrival(raw)
    assert len(kept.update_key) <= 64
    assert len(kept.chat) <= 64
    assert -(2**63) <= kept.position < 2**63
    assert arrival(raw).update_key == kept.update_key


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_webhook_body_can_be_kept(body: bytes) -> None:
    kept = arrival_from_webhook(body)
    assert "\x00" not in kept.body
    kept.body.encode()


def test_a_webhook_body_that_is_an_update_is_kept_as_polling_keeps_it() -> None:
    raw = {"update_id": 9, "message": {"chat": {"id": 3, "type": "private"}, "text": "é\ud83d"}}
    assert arrival_from_webhook(json.dumps(raw).encode()) == arrival(raw)
    assert (arrival(raw).chat, arrival(raw).position) == ("3", 9)
    deep = b'{"update_id":1,"message":' + b"[" * 5000 + b"]" * 5000 + b"}"
    assert arrival_from_webhook(deep).update_key.startswith(("x", "1"))
