"""What people do with what they are shown: write, tap, send files and places, fill in forms. Raises `CannotDo`."""

import json
from typing import Any

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.whatsapp.flow_run import run_flow
from feedbackbot.playground.whatsapp.letters import media_json
from feedbackbot.playground.whatsapp.resident import Resident
from feedbackbot.playground.whatsapp.world import WhatsAppWorld
from feedbackbot.playground.whatsapp.writing import send

LONGEST_TEXT = 65_536
KINDS = ("image", "video", "audio", "voice", "document", "sticker")
MIMES = {
    "image": "image/jpeg",
    "video": "video/mp4",
    "audio": "audio/mpeg",
    "voice": "audio/ogg; codecs=opus",
    "sticker": "image/webp",
}

Json = dict[str, Any]


def write_text(world: WhatsAppWorld, who: Resident, text: str, reply_to: str | None = None) -> Json:
    """She sends a text."""
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise CannotDo("a text has 1 to 65,536 characters", 400)
    return send(world, who, {"type": "text", "text": {"body": text}}, {"text": text}, reply_to)


def open_link(world: WhatsAppWorld, who: Resident, text: str = "", code: str = "") -> Json:
    """She opens a wa.me link, or the short one of a code, and sends what stands there."""
    if code:
        link = world.profile.links.get(code)
        if link is None:
            raise CannotDo("this link leads nowhere", 404)
        text = link["prefilled_message"]
    return write_text(world, who, text)


def tap(world: WhatsAppWorld, who: Resident, message_id: str, choice: str, force: bool = False) -> Json:
    """She taps a button or a row by its id. `force`: one that is on no message of hers, as a forger would."""
    letter = who.letters.get(message_id)
    if force:
        reply = {"type": "button_reply", "button_reply": {"id": choice, "title": "x"}}
        return send(world, who, {"type": "interactive", "interactive": reply}, {"text": choice}, message_id)
    if letter is None or letter["from"] != "bot":
        raise CannotDo("there is no such message", 404)
    for button in letter["buttons"]:
        if choice in (button.get("id"), button["title"]):
            return _tap_button(world, who, letter, button)
    for section in (letter["list"] or {"sections": []})["sections"]:
        for row in section["rows"]:
            if row["id"] == choice:
                reply = {"type": "list_reply", "list_reply": dict(row)}
                shown = {"text": row["title"], "footer": row.get("description")}
                return send(world, who, {"type": "interactive", "interactive": reply}, shown, message_id)
    raise CannotDo(f"nothing on this message carries {choice!r}")


def _tap_button(world: WhatsAppWorld, who: Resident, letter: Json, button: Json) -> Json:
    message_id, kind = letter["message_id"], button["type"]
    if kind == "reply":
        reply = {"type": "button_reply", "button_reply": {"id": button["id"], "title": button["title"]}}
        return send(
            world, who, {"type": "interactive", "interactive": reply}, {"text": button["title"]}, message_id
        )
    if kind == "quick_reply":
        pressed = {"payload": button["id"], "text": button["title"]}
        return send(world, who, {"type": "button", "button": pressed}, {"text": button["title"]}, message_id)
    if kind == "url":
        return {"url": button["url"]}
    raise CannotDo("this button opens something that the person then sends")


def fill_form(world: WhatsAppWorld, who: Resident, message_id: str, answers: Json) -> Json:
    """She fills in the form of a message and sends it off; `answers` by field, or by screen and field."""
    letter = who.letters.get(message_id)
    form = letter["flow"] if letter is not None else None
    if letter is None or form is None:
        raise CannotDo("this message has no form", 404)
    payload = run_flow(form["content"], form["screen"], form["data"], answers)
    # The app takes a form once; an impatient thumb, or one on a second phone, may send it twice.
    who.flows[form["token"]] = who.flows.get(form["token"], 0) + 1
    body = json.dumps({**payload, "flow_token": form["token"]}, ensure_ascii=False)
    reply = {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": body}}
    return send(
        world, who, {"type": "interactive", "interactive": reply}, {"text": "✓ Jawaban terkirim"}, message_id
    )


def upload(
    world: WhatsAppWorld,
    who: Resident,
    kind: str,
    content: bytes,
    name: str = "",
    mime: str = "",
    caption: str = "",
) -> Json:
    """She sends a file."""
    if kind not in KINDS:
        raise CannotDo(f"kind must be one of {', '.join(KINDS)}", 400)
    given = mime if mime and kind not in ("voice", "sticker") else MIMES.get(kind, "application/octet-stream")
    kept = world.media.receive(given, name or f"{kind}.bin", content, world.now())
    shown_kind = "audio" if kind == "voice" else kind
    part: Json = {"id": kept.id, "mime_type": given, "sha256": kept.digest64}
    if caption and kind in ("image", "video", "document"):
        part["caption"] = caption
    if kind == "document":
        part["filename"] = kept.name
    elif kind in ("voice", "audio"):
        part["voice"] = kind == "voice"
    elif kind == "sticker":
        part["animated"] = False
    shown = {"media": media_json(shown_kind, kept), "text": caption or None}
    return {**send(world, who, {"type": shown_kind, shown_kind: part}, shown), "media_id": kept.id}


def share_place(world: WhatsAppWorld, who: Resident, place: Json, reply_to: str | None = None) -> Json:
    """She sends a place: latitude, longitude and perhaps name and address."""
    given: Json = {"latitude": float(place["latitude"]), "longitude": float(place["longitude"])}
    given |= {name: str(place[name]) for name in ("name", "address") if place.get(name)}
    return send(world, who, {"type": "location", "location": given}, {"location": given}, reply_to)


def share_contact(world: WhatsAppWorld, who: Resident, contact: Json) -> Json:
    """She sends her own number, as answer to a request for it ({"own": true}), or somebody's card ({"name", "phone"})."""
    own = bool(contact.get("own"))
    name = who.name if own else str(contact.get("name") or "Contact")
    digits = who.number if own else "".join(filter(str.isdigit, str(contact.get("phone") or "")))
    if not digits:
        raise CannotDo("a contact needs a phone number", 400)
    card: Json = {
        "name": {"formatted_name": name, "first_name": name.split()[0]},
        "phones": [{"phone": f"+{digits}", "wa_id": digits, "type": "CELL"}],
    }
    if own:
        card["origin"] = "contact_request/template"
        card["vcard"] = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;waid={digits}:+{digits}\nEND:VCARD"
    return send(world, who, {"type": "contacts", "contacts": [card]}, {"contacts": [card]})


def react(world: WhatsAppWorld, who: Resident, message_id: str, emoji: str) -> Json:
    """She puts an emoji at a message of the bot, "" takes it back."""
    if message_id not in who.letters:
        raise CannotDo("there is no such message", 404)
    who.letters[message_id]["reaction"] = emoji or None
    reaction = {"message_id": message_id, **({"emoji": emoji} if emoji else {})}
    return send(world, who, {"type": "reaction", "reaction": reaction}, {"text": emoji or "—"})


def send_unsupported(world: WhatsAppWorld, who: Resident, what: str) -> Json:
    """She does what the API cannot show: `edit`, `poll`, `view_once`, …"""
    error = {
        "code": 131051,
        "title": "Message type unknown",
        "error_data": {"details": "Message type is not supported."},
    }
    content = {"type": "unsupported", "errors": [error], "unsupported": {"type": what}}
    return send(world, who, content, {"text": f"[{what}]"})
