"""A message of the bot as a phone shows it, from the body that was sent."""

from typing import Any

from feedbackbot.playground.whatsapp.flows import Flow
from feedbackbot.playground.whatsapp.media import Media

Json = dict[str, Any]
MEDIA = ("image", "video", "document", "audio", "sticker")


def blank(message_id: str, person_id: int, sender: str, date: int, kind: str) -> Json:
    """A message without content, with every key that the page reads."""
    return {
        "message_id": message_id, "app": "whatsapp", "person": person_id, "from": sender, "date": date, "kind": kind,
        "text": None, "header": None, "footer": None, "media": None, "buttons": [], "list": None, "location": None,
        "contacts": None, "flow": None, "template": None, "reply_to": None, "reaction": None, "status": "accepted",
    }  # fmt: skip


def media_json(kind: str, media: Media | str, name: str | None = None) -> Json:
    """`media` of a message: a kept file, or the address of one elsewhere."""
    if isinstance(media, str):
        return {"kind": kind, "url": media, "mime": "", "name": name or media.rpartition("/")[2], "size": 0}
    shown = {"kind": kind, "url": f"/play/wa/file/{media.id}", "mime": media.mime}
    return {**shown, "name": name or media.name, "size": len(media.content)}


def show_content(letter: Json, body: Json, files: dict[str, Media], flow: Flow | None) -> None:
    """Fill in what a message of that body shows; `files` are those that it names by id."""
    kind = letter["kind"]
    content = body[kind]
    if kind == "text":
        letter["text"] = content["body"]
    elif kind in MEDIA:
        letter["media"] = _named(kind, content, files)
        letter["text"] = content.get("caption")
    elif kind == "location":
        letter["location"] = content
    elif kind == "contacts":
        letter["contacts"] = content
    elif kind == "interactive":
        _show_interactive(letter, content, files, flow)


def _named(kind: str, content: Json, files: dict[str, Media]) -> Json:
    file = files[content["id"]] if "id" in content else content["link"]
    return media_json(kind, file, content.get("filename"))


def _show_interactive(letter: Json, content: Json, files: dict[str, Media], flow: Flow | None) -> None:
    letter["text"] = content["body"]["text"]
    letter["footer"] = (content.get("footer") or {}).get("text")
    header = content.get("header") or {"type": "text", "text": None}
    if header["type"] == "text":
        letter["header"] = header["text"]
    else:
        letter["media"] = _named(header["type"], header[header["type"]], files)
    action, kind = content["action"], content["type"]
    if kind == "button":
        letter["buttons"] = [{"type": "reply", **one["reply"]} for one in action["buttons"]]
    elif kind == "list":
        letter["list"] = {"button": action["button"], "sections": action["sections"]}
    elif kind == "cta_url":
        given = action["parameters"]
        letter["buttons"] = [{"type": "url", "title": given["display_text"], "url": given["url"]}]
    elif kind == "location_request_message":
        letter["buttons"] = [{"type": "location", "title": "Kirim lokasi"}]
    elif kind == "flow" and flow is not None:
        given = action["parameters"]
        letter["buttons"] = [{"type": "flow", "title": given["flow_cta"]}]
        letter["flow"] = flow_json(
            flow, given.get("flow_token", "unused"), given.get("flow_action_payload") or {}
        )


def flow_json(flow: Flow, token: str, payload: Json) -> Json:
    """`flow` of a message: the form as it was when the message went out."""
    return {
        "id": flow.id,
        "name": flow.name,
        "token": token,
        "screen": payload.get("screen"),
        "data": payload.get("data") or {},
        "content": flow.content,
    }


def show_template(letter: Json, shown: Json, flow: Flow | None) -> None:
    """Fill in what a template shows, see `template_rules.fill`."""
    letter |= {name: shown[name] for name in ("text", "header", "footer", "buttons")}
    if shown["media"] is not None:
        kind, file, given = shown["media"]
        letter["media"] = media_json(kind, file, given.get("filename"))
    action = next((one for one in shown["buttons"] if one["type"] == "flow"), None)
    if action is not None and flow is not None:
        data = {"data": action.get("flow_action_data") or {}}
        letter["flow"] = flow_json(flow, action.get("flow_token", "unused"), data)
