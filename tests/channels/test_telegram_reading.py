"""Raw updates become what a person did."""

from collections.abc import Callable
from typing import Any

import pytest

from feedbackbot.channels.telegram.reading import WANTED, read_body, read_update
from feedbackbot.dialogue.incoming import Incoming, Kind, Received

Made = Callable[..., dict[str, Any]]
ANI = {"id": 5000000001, "is_bot": False, "first_name": "Ani", "language_code": "id"}
CHAT = {"id": 5000000001, "type": "private", "first_name": "Ani"}


def said(kind: Kind, **rest: Any) -> Incoming:
    return Incoming("telegram", "5000000001", kind, language="id", **rest)


def test_a_typed_text(update: Made) -> None:
    assert read_update(update(text="sangat puas")) == said(Kind.TEXT, text="sangat puas")


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("/nilai", "nilai", ""),
        ("/NILAI", "nilai", ""),
        ("/nilai@layanan_bot dukcapil", "nilai", "dukcapil"),
        ("/start u_disdukcapil_1", "start", "u_disdukcapil_1"),
        ("/batal.", "batal", ""),
        ("\u200e/batal", "batal", ""),
        ("/batal, salah kirim", "batal", "salah kirim"),
        ("/batal!!!", "batal", ""),
        ("/batal\u2026", "batal", ""),
        ("\ufeff/\u200bbatal", "batal", ""),
        ("/siarkan\nHalo semua\n\nBesok libur", "siarkan", "Halo semua\n\nBesok libur"),
    ],
)
def test_a_command_with_what_follows(update: Made, text: str, command: str, rest: str) -> None:
    assert read_update(update(text=text)) == said(Kind.COMMAND, command=command, text=rest)


@pytest.mark.parametrize("text", ["/", "// komentar", "/home/ani", " /nilai", "/ nilai", "5/6", "/célèbre"])
def test_what_only_looks_like_a_command_is_text(update: Made, text: str) -> None:
    assert read_update(update(text=text)) == said(Kind.TEXT, text=text)


def test_a_text_is_capped_and_freed_of_what_no_database_takes(update: Made) -> None:
    assert read_update(update(text="a\x00b\ud83dc")).text == "abc"
    assert len(read_update(update(text="x" * 5000)).text) == 4096


BOT = {"id": 7, "is_bot": True, "first_name": "Layanan"}


@pytest.mark.parametrize(
    ("replied_to", "quoted"),
    [
        ({"message_id": 3, "from": BOT, "text": "Loket berapa?"}, "Loket berapa?"),
        ({"message_id": 3, "from": BOT, "caption": "Berkas 1 dari 1"}, "Berkas 1 dari 1"),
        ({"message_id": 3, "from": ANI, "text": "kata saya sendiri"}, ""),
        ({"message_id": 3, "text": "tanpa pengirim"}, ""),
        ({"message_id": "3", "from": BOT, "text": "Loket berapa?"}, ""),
        ([], ""),
        (None, ""),
    ],
)
def test_a_reply_carries_what_the_bot_had_said(update: Made, replied_to: object, quoted: str) -> None:
    read = read_update(update(text="Tiga", reply_to_message=replied_to))
    assert read == said(Kind.TEXT, text="Tiga", quoted=quoted, quoted_ref="3" if quoted else "")


def tap(**content: Any) -> dict[str, Any]:
    message = {"message_id": 31, "date": 1764000000, "chat": CHAT}
    return {
        "update_id": 1,
        "callback_query": {"id": "44", "from": ANI, "data": "rate/1/2", "message": message, **content},
    }


def test_a_tap_names_the_message_that_holds_the_button() -> None:
    assert read_update(tap()) == said(Kind.TAP, data="rate/1/2", message_ref="31", tap_id="44")


def test_a_tap_on_a_message_too_old_for_telegram_to_show_still_counts() -> None:
    old = {"message_id": 31, "date": 0, "chat": CHAT}
    assert read_update(tap(message=old)) == said(Kind.TAP, data="rate/1/2", message_ref="31", tap_id="44")


def test_a_tap_without_its_message_comes_from_the_persons_own_chat() -> None:
    update = tap()
    del update["callback_query"]["message"]
    assert read_update(update) == said(Kind.TAP, data="rate/1/2", tap_id="44")


def test_a_tap_in_a_group_is_nothing_but_its_button_can_be_stopped() -> None:
    group = {"message_id": 1, "date": 1, "chat": {"id": -100, "type": "group"}}
    assert read_update(tap(message=group)) == Incoming("telegram", "", Kind.NOTHING, tap_id="44")


def test_only_ones_own_number_is_taken_from_a_contact(update: Made) -> None:
    own = {"phone_number": "628116700001", "first_name": "Ani", "user_id": 5000000001}
    assert read_update(update(contact=own)) == said(Kind.CONTACT, phone="628116700001")
    foreign = said(Kind.CONTACT, foreign_contact=True)
    assert read_update(update(contact=own | {"user_id": 6})) == foreign
    assert read_update(update(contact={"phone_number": "1", "first_name": "Budi"})) == foreign


@pytest.mark.parametrize("mark", ["forward_origin", "forward_date", "forward_from", "via_bot"])
def test_ones_own_contact_passed_on_is_no_proof_of_its_number(update: Made, mark: str) -> None:
    own = {"phone_number": "628116700001", "first_name": "Ani", "user_id": 5000000001}
    passed_on = update(contact=own, **{mark: {"type": "hidden_user", "date": 1}})
    assert read_update(passed_on) == said(Kind.CONTACT, foreign_contact=True)


def test_a_photo_comes_in_its_largest_size_with_caption_and_album(update: Made) -> None:
    sizes = [
        {"file_id": "s", "file_unique_id": "1", "width": 90, "height": 60, "file_size": 1000},
        {"file_id": "l", "file_unique_id": "2", "width": 900, "height": 600, "file_size": 90000},
        {"file_id": "m", "file_unique_id": "3", "width": 320, "height": 213, "file_size": 9000},
    ]
    read = read_update(update(photo=sizes, caption="jalan rusak", media_group_id="77"))
    photo = Received("l", mime="image/jpeg", size=90000)
    assert read == said(Kind.PHOTO, text="jalan rusak", album="77", file=photo)


def test_a_photo_that_moves_is_a_photo(update: Made) -> None:
    size = {"file_id": "s", "file_unique_id": "1", "width": 90, "height": 60}
    moving = update(live_photo={"file_id": "film", "photo": [size], "duration": 2})
    assert read_update(moving) == said(Kind.PHOTO, file=Received("s", mime="image/jpeg"))


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("document", Kind.DOCUMENT),
        ("video", Kind.DOCUMENT),
        ("animation", Kind.DOCUMENT),
        ("video_note", Kind.DOCUMENT),
        ("voice", Kind.VOICE),
        ("audio", Kind.VOICE),
        ("sticker", Kind.STICKER),
    ],
)
def test_files_by_kind(update: Made, field: str, kind: Kind) -> None:
    file = {
        "file_id": "F",
        "file_unique_id": "f",
        "file_name": "a.bin",
        "mime_type": "x/y",
        "file_size": 5,
    }
    read = read_update(update(**{field: file}))
    assert read == said(kind, file=Received("F", "a.bin", "x/y", 5))


def test_a_file_without_a_usable_id_is_something_no_step_can_use(update: Made) -> None:
    assert read_update(update(document={"file_name": "x"})).kind is Kind.OTHER
    assert read_update(update(document={"file_id": "x" * 257})).kind is Kind.OTHER
    assert read_update(update(photo=[])).kind is Kind.OTHER


def test_a_place_and_a_venue_are_locations(update: Made) -> None:
    place = {"latitude": 5.18, "longitude": 97.15}
    expected = said(Kind.LOCATION, latitude=5.18, longitude=97.15)
    assert read_update(update(location=place)) == expected
    assert (
        read_update(update(location=place, venue={"location": place, "title": "x", "address": "y"}))
        == expected
    )
    nowhere = update(location={"latitude": float("nan"), "longitude": 0})
    assert read_update(nowhere).kind is Kind.OTHER


def test_a_changed_message_is_told_apart_from_a_moving_location(update: Made) -> None:
    edited = update(text="saya ubah", edit_date=1)
    edited["edited_message"] = edited.pop("message")
    assert read_update(edited) == said(Kind.EDITED, text="saya ubah")
    edited["edited_message"]["location"] = {"latitude": 5.0, "longitude": 97.0}
    assert read_update(edited).kind is Kind.NOTHING


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("kicked", Kind.BLOCKED),
        ("left", Kind.BLOCKED),
        ("member", Kind.UNBLOCKED),
        ("restricted", Kind.NOTHING),
    ],
)
def test_stopping_and_restarting_the_bot(status: str, kind: Kind) -> None:
    change = {"chat": CHAT, "from": ANI, "date": 1, "old_chat_member": {"status": "member"}}
    update = {"update_id": 1, "my_chat_member": change | {"new_chat_member": {"status": status}}}
    assert read_update(update).kind is kind


def test_what_no_step_can_use_still_wants_an_answer_but_telegrams_notices_do_not(update: Made) -> None:
    assert read_update(update(dice={"emoji": "🎲", "value": 3})) == said(Kind.OTHER)
    assert read_update(update(some_kind_of_the_future={})) == said(Kind.OTHER)
    assert read_update(update(pinned_message={})).kind is Kind.NOTHING
    assert read_update(update(message_auto_delete_timer_changed={})).kind is Kind.NOTHING


@pytest.mark.parametrize(
    "other",
    [
        {"chat": {"id": -100, "type": "group"}},
        {"chat": {"id": -100, "type": "channel"}},
        {"chat": {"id": 0, "type": "private"}},
        {"chat": {"id": 5}},
        {"from": {"id": 7, "is_bot": True, "first_name": "bot"}},
        {"from": None},
    ],
)
def test_groups_channels_and_bots_are_not_spoken_with(update: Made, other: dict[str, Any]) -> None:
    assert read_update(update(text="/nilai", **other)).kind is Kind.NOTHING


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_a_chat_of_several_people_is_known_until_the_bot_has_left_it(update: Made, kind: str) -> None:
    chat = {"id": -1001234, "type": kind, "title": "Warga"}
    assert read_update(update(text="/nilai@bot", chat=chat)).group == "-1001234"

    def member(status: str) -> dict[str, Any]:
        return {
            "update_id": 1,
            "my_chat_member": {"chat": chat, "from": ANI, "new_chat_member": {"status": status}},
        }

    assert read_update(member("member")).group == "-1001234"
    assert read_update(member("left")).group == read_update(member("kicked")).group == ""
    assert read_update(update(text="halo")).group == ""


@pytest.mark.parametrize(
    "body",
    ["", "{", "null", "[]", "7", '"x"', "{}", '{"update_id":true,"message":{}}', "[" * 100_000, "9" * 5000],
)
def test_a_body_that_is_no_update_is_nothing(body: str) -> None:
    assert read_body(body) == Incoming("telegram", "", Kind.NOTHING)


def test_kinds_of_updates_that_are_not_asked_for_are_nothing() -> None:
    assert WANTED == ["message", "callback_query", "my_chat_member", "edited_message"]
    assert read_update({"update_id": 1, "inline_query": {"id": "1", "from": ANI}}).kind is Kind.NOTHING
    assert read_update({"update_id": 1, "channel_post": {"chat": CHAT, "text": "x"}}).kind is Kind.NOTHING
