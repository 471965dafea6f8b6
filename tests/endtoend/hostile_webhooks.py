"""Webhook bodies that nobody promised: every type of message, every kind of news, with anything where something else was meant."""

import hashlib
import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from feedbackbot.playground.whatsapp.account import ACCOUNT_ID, PHONE_ID

Json = dict[str, Any]
SECRETS = (
    "kelinci-biru-7781",
    "628117770099",
    "ID.kelinciBiru7781",
    "EAAkelincibiru7781",
    "wamid.KELINCI7781",
)
"""Words, number, id, token and message id that no log line may repeat."""
CHOICE = "@choice:"
"""Before a number: the choice of that place on the sender's phone, put in when the body is sent."""
WORDS = (
    "halo", "/lapor", "lapor lampu mati kelinci-biru-7781", "/nilai", "nilai disdukcapil", "mulai u_disdukcapil", "/dataku",
    "/pelatihan", "/kode", "/sambung", "/langganan", "/forum", "ya", "tidak", "1", "4", "/batal", "satu per satu", "/hapus",
    "/start !", "mulai sambung_AAAA", "kelinci-biru-7781", "", " ", "\u0000", "\ud800", "*_~`" * 50, "a" * 5_000, "١٢٣", "🐇" * 40,
)  # fmt: skip
_LEAVES = (None, True, -1, 0, 1.5, 10**30, float("nan"), "", "\x00\ud83d", "x" * 3_000, *SECRETS)
_junk = st.recursive(
    st.sampled_from(_LEAVES) | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "body", "type", "0"]) | st.text(max_size=5), inner, max_size=3
        )
    ),
    max_leaves=5,
)
_words = st.sampled_from(WORDS) | st.text(max_size=200)
_tap = st.integers(0, 9).map(lambda place: f"{CHOICE}{place}") | _words | st.just("@own-number")
_form = st.dictionaries(
    st.sampled_from(["flow_token", "izin", "u1", "comment", "unsur"]) | st.text(max_size=9), _junk, max_size=9
)
_file = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["1", "kelinci-biru-7781", "../../etc/passwd", "https://127.0.0.1/"]),
        "mime_type": _words,
    },
    optional={"caption": _words, "filename": _words, "sha256": _junk, "voice": st.booleans()},
)
CONTENTS: dict[str, st.SearchStrategy[Any]] = {
    "text": st.fixed_dictionaries({"body": _words}),
    "interactive": st.one_of(
        st.fixed_dictionaries({"type": st.just("button_reply"), "button_reply": st.fixed_dictionaries({"id": _tap, "title": _words})}),
        st.fixed_dictionaries({"type": st.just("list_reply"), "list_reply": st.fixed_dictionaries({"id": _tap, "title": _words})}),
        st.fixed_dictionaries(
            {"type": st.just("nfm_reply"), "nfm_reply": st.fixed_dictionaries({"name": _words, "response_json": _form.map(json.dumps)})}
        ),
    ),
    "button": st.fixed_dictionaries({"payload": _tap, "text": _words}),
    **dict.fromkeys(("image", "video", "audio", "document", "sticker"), _file),
    "location": st.fixed_dictionaries({"latitude": st.floats() | _junk, "longitude": st.floats(-180, 180)}, optional={"name": _words}),
    "contacts": st.lists(
        st.fixed_dictionaries({"origin": st.sampled_from(["contact_request/1", "x"]), "vcard": _words, "phones": _junk}), max_size=2
    ),
    "reaction": st.fixed_dictionaries({"message_id": _words}, optional={"emoji": _words}),
    "order": st.fixed_dictionaries({"catalog_id": _words, "product_items": _junk}),
    "request_welcome": st.none(),
    "system": st.fixed_dictionaries({"type": st.sampled_from(["user_changed_number", "user_changed_user_id"]), "wa_id": _words}),
    "unsupported": st.fixed_dictionaries({"type": st.sampled_from(["edit", "poll"])}),
    "hologram": _junk,
}  # fmt: skip
NEWS: dict[str, st.SearchStrategy[Any]] = {
    "user_id_update": st.fixed_dictionaries(
        {"user_id_update": st.lists(st.fixed_dictionaries({"user_id": st.fixed_dictionaries({"previous": _words, "current": _words})}))}
    ),
    "user_preferences": st.fixed_dictionaries(
        {"user_preferences": st.lists(st.fixed_dictionaries({
            "wa_id": st.sampled_from(SECRETS), "category": st.just("marketing_messages"), "value": st.sampled_from(["stop", "resume", 3])
        }), max_size=2)}
    ),
    "message_template_status_update": st.fixed_dictionaries(
        {"event": st.sampled_from(["APPROVED", "kelinci-biru-7781", "PAUSED"]), "message_template_name": _words,
         "message_template_language": _words, "reason": _junk}
    ),
    "template_category_update": st.fixed_dictionaries(
        {"message_template_name": _words, "message_template_language": _words, "new_category": _words}
    ),
    "account_update": st.fixed_dictionaries({"event": _words, "ban_info": _junk}),
    "kelinci-biru-7781": _junk,
}  # fmt: skip
_status = st.fixed_dictionaries(
    {"id": _words, "status": st.sampled_from(["sent", "delivered", "read", "failed", "played", "kelinci-biru-7781"]),
     "timestamp": _junk | st.just("1795650000")},
    optional={
        "recipient_id": st.sampled_from(SECRETS),
        "biz_opaque_callback_data": st.sampled_from(["1", "2+", "-1", "9" * 30, "x"]),
        "errors": st.lists(st.fixed_dictionaries({"code": st.sampled_from([131026, 131047, 131050, 190, 7, "x"]), "title": _words})),
        "pricing": st.fixed_dictionaries({"billable": st.booleans(), "category": _words}),
    },
)  # fmt: skip


@dataclass
class Delivery:
    """A raw body; `answerable` are the ids of messages in it that must be kept whatever else is there."""

    raw: bytes
    answerable: list[str] = field(default_factory=list)


@st.composite
def _spoilt(draw: st.DrawFn, thing: Any) -> Any:
    """With something else in one place of it, or without that place."""
    spoilt = deepcopy(thing)
    places = list(_places(spoilt))
    if not places:
        return draw(_junk)
    inside, key = draw(st.sampled_from(places))
    if draw(st.booleans()):
        inside[key] = draw(_junk)
    else:
        del inside[key]
    return spoilt


def _places(thing: Any) -> Any:
    keys = (
        list(thing) if isinstance(thing, dict) else list(range(len(thing))) if isinstance(thing, list) else []
    )
    for key in keys:
        yield thing, key
        yield from _places(thing[key])


@st.composite
def _messages(draw: st.DrawFn, senders: list[str], kind: str) -> tuple[Any, bool]:
    """A message, and whether it can be told whose it is and which."""
    content = draw(CONTENTS[kind])
    if draw(st.integers(0, 2)) == 0 and isinstance(content, dict | list):
        content = draw(_spoilt(content))
    message = {
        "from_user_id": draw(st.sampled_from(senders)),
        "id": f"wamid.{draw(st.integers(0, 10**9))}",
        "timestamp": draw(
            st.just("1795650000") | st.sampled_from(["0", "-1", "soon", 10**30, None, "9" * 40])
        ),
        "type": kind,
    }
    message |= {kind: content} if content is not None else {}
    message |= draw(
        st.fixed_dictionaries({}, optional={"context": _junk, "referral": _junk, "errors": _junk})
    )
    if draw(st.integers(0, 4)) == 0:
        return draw(_spoilt(message)), False
    return message, True


@st.composite
def deliveries(draw: st.DrawFn, senders: list[str], kind: str) -> Delivery:
    """Of some messages of one kind by `senders`, statuses and news; every fifth body is broken as a whole."""
    made, changes = Delivery(b""), []
    for _ in range(draw(st.integers(1, 3))):
        given = draw(st.lists(_messages(senders, kind), max_size=3))
        made.answerable += [one["id"] for one, sure in given if sure]
        value = {
            "metadata": {"phone_number_id": PHONE_ID},
            "messages": [one for one, _ in given],
            "statuses": draw(st.lists(_status | _junk, max_size=2)),
            "contacts": draw(st.lists(_junk, max_size=2)),
        }
        changes.append({"field": "messages", "value": value})
        name = draw(st.sampled_from(sorted(NEWS)))
        news = draw(NEWS[name])
        changes.append({"field": name, "value": draw(_spoilt(news)) if draw(st.booleans()) else news})
    changes += draw(st.lists(_junk, max_size=1))
    body = {
        "object": "whatsapp_business_account",
        "entry": [{"id": ACCOUNT_ID, "changes": changes}, draw(_junk)],
    }
    made.raw = json.dumps(body).encode()
    if draw(st.integers(0, 4)) == 0:
        made.raw, made.answerable = draw(st.sampled_from(_BREAKS))(made.raw), []
    return made


_BREAKS: list[Callable[[bytes], bytes]] = [
    lambda raw: raw[: len(raw) // 2],
    lambda raw: b"\xff\xfe" + raw,
    lambda raw: b"[" * 50_000,
    lambda raw: raw.replace(b'"entry"', b'"entri"'),
    lambda raw: b"",
    lambda raw: raw.replace(b"{", b"[", 2),
]


def key_of(ref: str) -> str:
    """Under which the bot's inbox keeps a message."""
    return f"m:{hashlib.sha256(ref.encode()).hexdigest()[:40]}"
