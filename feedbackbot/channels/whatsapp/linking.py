"""A part whose file is of a kind that the service does not take, with an address in the file's place."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, Final

from feedbackbot.channels.whatsapp.rendering import Body, Part
from feedbackbot.channels.whatsapp.text import LONGEST_BODY
from feedbackbot.delivery.channel import FileLink
from feedbackbot.domain.message_text import utf16_length

Texts = Callable[..., str]
_PICTURES, _SOUNDS = (
    (".jpg", ".jpeg", ".png", ".webp"),
    (".aac", ".amr", ".mp3", ".m4a", ".ogg", ".oga", ".opus"),
)
_PAPERS = (".txt", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx")
_TAKEN: Final = frozenset({*_PICTURES, *_SOUNDS, *_PAPERS, ".mp4", ".3gp"})
"""Endings of what it lists (Meta, "Supported media types"): calendars, data and archives are not among them."""


def is_taken(name: str) -> bool:
    """By its ending; what has none is a photo."""
    ending = PurePath(name).suffix.lower()
    return not ending or ending in _TAKEN


def linked(part: Part, link: FileLink, t: Texts) -> list[Part]:
    """The same words and buttons. A file by itself becomes a button that opens it; where there are buttons already, a line says where."""
    hours = int(link.good_for.total_seconds()) // 3600
    note = t("file-once", hours=hours) if link.once else t("file-lasting", days=hours // 24)
    content: dict[str, Any] = part.body.get("interactive", {})
    if not content:
        caption = part.place.get("caption", "")
        return [_opening("\n\n".join(filter(None, (caption, note))), link, t)]
    bare = {key: value for key, value in content.items() if key != "header"}
    whole = f"{content['body']['text']}\n\n{note}\n{link.url}"
    if utf16_length(whole) <= LONGEST_BODY:
        return [_interactive({**bare, "body": {"text": whole}})]
    return [_opening(note, link, t), _interactive(bare)]


def _opening(text: str, link: FileLink, t: Texts) -> Part:
    action = {"name": "cta_url", "parameters": {"display_text": t("file-open"), "url": link.url}}
    # a caption that leaves no room for the note says what the file is, which is more
    shown = text if utf16_length(text) <= LONGEST_BODY else text[: LONGEST_BODY // 2]
    return _interactive({"type": "cta_url", "body": {"text": shown}, "action": action})


def _interactive(content: Body) -> Part:
    return Part({"type": "interactive", "interactive": content})
