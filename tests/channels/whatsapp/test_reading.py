"""What a WhatsApp message says, whatever its type, from whomever, however broken."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.channels.whatsapp.arrivals import walk
from feedbackbot.channels.whatsapp.reading import OWN_NUMBER, read_body
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.storage.pipeline.receipts import Stage
from tests.channels.whatsapp.arrivals import read
from tests.channels.whatsapp.deliveries import ANI, AT, SENDER, body, change, failed, message, status


def test_a_text_is_words_of_whoever_wrote_it_at_its_own_time() -> None:
    ani = read(message(text={"body": "Antre lama"}))
    assert (ani.channel, ani.address, ani.kind, ani.text) == (
        "whatsapp",
        ANI["user_id"],
        Kind.TEXT,
        "Antre lama",
    )
    assert ani.bare_words and ani.own_ref == "wamid.A1"
    assert ani.at is not None and ani.at.timestamp() == AT


def test_a_command_with_a_slash_is_a_command() -> None:
    ani = read(message(text={"body": "/nilai disdukcapil"}))
    assert (ani.kind, ani.command, ani.text) == (Kind.COMMAND, "nilai", "disdukcapil")


@pytest.mark.parametrize(
    "content",
    [
        {"type": "button_reply", "button_reply": {"id": "nilai.1/u/4", "title": "Baik"}},
        {"type": "list_reply", "list_reply": {"id": "nilai.1/u/4", "title": "Baik", "description": "x"}},
    ],
)
def test_a_tap_carries_what_the_button_carried(content: dict[str, Any]) -> None:
    ani = read(message("interactive", interactive=content, context={"id": "wamid.Q", "from": "62645"}))
    assert (ani.kind, ani.data, ani.message_ref, ani.quoted_ref) == (Kind.TAP, "nilai.1/u/4", "wamid.Q", "")
    assert ani.tap_id == "", "there is nothing to stop from spinning"


def test_the_quick_reply_of_a_template_is_a_tap_too() -> None:
    ani = read(message("button", button={"payload": "!lapor/7", "text": "Buka"}))
    assert (ani.kind, ani.data) == (Kind.TAP, "!lapor/7")


@pytest.mark.parametrize(
    ("kind", "content", "meant"),
    [
        ("image", {"id": "9", "mime_type": "image/jpeg", "caption": "Ini"}, Kind.PHOTO),
        ("video", {"id": "9", "mime_type": "video/mp4"}, Kind.DOCUMENT),
        ("document", {"id": "9", "mime_type": "application/pdf", "filename": "surat.pdf"}, Kind.DOCUMENT),
        ("audio", {"id": "9", "mime_type": "audio/ogg; codecs=opus", "voice": True}, Kind.VOICE),
        ("sticker", {"id": "9", "mime_type": "image/webp", "animated": False}, Kind.STICKER),
    ],
)
def test_a_file_is_named_so_that_only_whatsapp_is_asked_for_it(
    kind: str, content: dict[str, Any], meant: Kind
) -> None:
    ani = read(message(kind, given={kind: content}))
    assert ani.kind is meant
    assert ani.file is not None and ani.file.ref == "whatsapp:9"
    assert ani.file.mime == content["mime_type"].partition(";")[0]
    assert ani.text == content.get("caption", "")


def test_a_place_is_a_place_and_half_a_place_is_nothing_of_use() -> None:
    ani = read(message("location", location={"latitude": 5.18, "longitude": 97.15, "name": "Pasar"}))
    assert (ani.kind, ani.latitude, ani.longitude) == (Kind.LOCATION, 5.18, 97.15)
    assert read(message("location", location={"latitude": 500})).kind is Kind.OTHER


def test_only_a_card_that_was_asked_for_is_the_persons_own() -> None:
    mine = read(message("contacts", contacts=[{"origin": "contact_request/1", "vcard": "…"}]))
    assert (mine.kind, mine.phone, mine.foreign_contact) == (Kind.CONTACT, "+628116700001", False)
    other = read(message("contacts", contacts=[{"phones": [{"wa_id": "6281200"}]}]))
    assert (other.kind, other.phone, other.foreign_contact) == (Kind.CONTACT, "", True)


def test_saying_that_the_number_is_ones_own_shares_the_number_that_meta_vouches_for() -> None:
    tap = {"type": "button_reply", "button_reply": {"id": OWN_NUMBER, "title": "Nomor saya"}}
    ani = read(message("interactive", interactive=tap))
    assert (ani.kind, ani.phone) == (Kind.CONTACT, "+628116700001")


def test_a_person_without_a_number_is_somebody() -> None:
    hidden = message()
    hidden.pop("from")
    named = {"profile": {"username": "ani"}, "user_id": ANI["user_id"]}
    ani = read(hidden, named)
    assert (ani.address, ani.kind) == (ANI["user_id"], Kind.TEXT)
    tap = {"type": "button_reply", "button_reply": {"id": OWN_NUMBER, "title": "Nomor saya"}}
    hidden = message("interactive", interactive=tap) | {"from": ""}
    assert read(hidden, named).phone == "", "nobody vouches for a number"


def test_a_person_without_an_id_is_their_number() -> None:
    plain = message()
    plain.pop("from_user_id")
    assert read(plain, {"wa_id": ANI["wa_id"]}).address == ANI["wa_id"]


@pytest.mark.parametrize("kind", ["reaction", "system", "request_welcome"])
def test_where_nobody_spoke_nobody_is_answered(kind: str) -> None:
    content = {"reaction": {"message_id": "wamid.Q"}, "system": {"type": "user_changed_number"}}
    assert read(message(kind, given={kind: content[kind]} if kind in content else {})).kind is Kind.NOTHING


@pytest.mark.parametrize("kind", ["order", "unsupported", "hologram"])
def test_what_no_step_can_use_is_answered_all_the_same(kind: str) -> None:
    assert read(message(kind, errors=[{"code": 131051}])).kind is Kind.OTHER


def test_a_reply_names_our_message_and_not_the_persons_own() -> None:
    assert read(message(context={"id": "wamid.OURS", "from": "62645400"})).quoted_ref == "wamid.OURS"
    assert read(message(context={"id": "wamid.MINE", "from": ANI["wa_id"]})).quoted_ref == ""


def test_all_of_a_delivery_is_walked_and_what_is_broken_loses_nothing() -> None:
    good = [message(ref=f"wamid.{number}") for number in range(3)]
    broken = [None, 7, {"type": "text"}, {"id": "wamid.X", "from": []}, {"id": ["a"]}]
    raw = body(
        change(messages=[good[0], *broken]),
        "no change",
        {"field": "messages", "value": 3},
        change(
            statuses=[status("sent"), {"status": "read"}, None, failed(131026, row=5)], messages=[good[1]]
        ),
        {"field": "account_update", "value": {"event": "DISABLED_UPDATE"}},
        change(messages=good[2]),
    )
    arrivals, statuses, news = walk(raw, SENDER)
    assert [one.chat for one in arrivals if not one.broken] == [ANI["user_id"]] * 3
    assert len([one for one in arrivals if one.broken]) == len(broken) + 4
    assert [(one.stage, one.row, one.fate) for one in statuses] == [
        (Stage.SENT, None, ""),
        (Stage.FAILED, 5, "gone"),
    ]
    assert [field for field, _ in news] == ["account_update"]


def test_what_is_for_another_number_is_left_out() -> None:
    assert walk(body(change(sender="1", messages=[message()], statuses=[status("read")])), SENDER) == (
        [],
        [],
        [],
    )


def test_the_key_of_a_message_is_its_id_however_long_that_is() -> None:
    arrivals, _, _ = walk(
        body(change(messages=[message(ref="wamid." + "A" * 400), message(ref="wamid." + "A" * 401)])), SENDER
    )
    assert len({one.update_key for one in arrivals}) == 2
    assert all(len(one.update_key) <= 64 for one in arrivals)


@pytest.mark.parametrize("raw", [b"", b"{", b"[1]", b"\xff", b"[" * 10_000, b'{"entry": {"a": 1}}', b'"x"'])
def test_a_body_that_is_no_delivery_is_kept_for_whoever_mends_the_fault(raw: bytes) -> None:
    arrivals, statuses, news = walk(raw, SENDER)
    assert [one.broken for one in arrivals] == [True]
    assert (statuses, news) == ([], [])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["id", "from", "from_user_id", "timestamp", "type", "text", "body", "interactive", "image",
                 "button", "payload", "context", "contacts", "location", "statuses", "messages", "metadata", "value",
                 "status", "errors", "code", "pricing", "biz_opaque_callback_data", "button_reply", "audio"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)  # fmt: skip


@given(anything, anything)
@settings(max_examples=300, deadline=None)
def test_nothing_that_arrives_makes_the_reading_fail(first: Any, second: Any) -> None:
    raw = json.dumps(
        {"entry": [{"changes": [change(messages=[first, second], statuses=[first]), first]}, second]}
    ).encode()
    arrivals, _, _ = walk(raw, SENDER)
    for one in arrivals:
        said = read_body(one.body)
        assert said.address == one.chat or one.broken


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        ("*Besok* kantor _tutup_", False),
        ("~Besok~ lusa", True),
        ("```kode```", True),
        ("kode `A1` saja", True),
        ("> kata beliau\nbesok libur", True),
        ("5 ~ 7 orang, ~10 menit", False),
        ("a > b", False),
    ],
)
def test_a_look_that_our_texts_have_no_like_of_is_told(typed: str, lost: bool) -> None:
    assert read(message(text={"body": typed})).look_lost is lost
