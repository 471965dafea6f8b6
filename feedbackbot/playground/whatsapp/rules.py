"""What Graph refuses although the schema lets it pass: the rules beside the schema (`x-rules`)."""

from typing import Any

from feedbackbot.playground.whatsapp.account import COUNTRY_CODE, NUMBER
from feedbackbot.playground.whatsapp.media import Media
from feedbackbot.playground.whatsapp.refusals import SELF, WRONG_FIELD, GraphRefusal
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

Json = dict[str, Any]
MEDIA = ("image", "video", "document", "audio", "sticker")


def check_interactive(content: Json) -> None:
    """title-unique, rows-total, section-titles. Raises `GraphRefusal`."""
    if content["type"] == "button":
        replies = [button["reply"] for button in content["action"]["buttons"]]
        _differ("button titles", [reply["title"] for reply in replies])
        _differ("button ids", [reply["id"] for reply in replies])
    elif content["type"] == "list":
        sections = content["action"]["sections"]
        rows = [row for section in sections for row in section["rows"]]
        if len(rows) > 10:
            raise GraphRefusal(WRONG_FIELD, f"{len(rows)} rows over all sections, 10 are allowed")
        if len(sections) > 1 and not all(section.get("title") for section in sections):
            raise GraphRefusal(WRONG_FIELD, "each section needs a title as soon as there are two")
        _differ("row ids", [row["id"] for row in rows])


def _differ(what: str, values: list[str]) -> None:
    if len(set(values)) != len(values):
        raise GraphRefusal(WRONG_FIELD, f"{what} must differ from each other")


def as_number(to: str) -> str:
    """plus: the digits that `to` means; without a plus sign the business's country code is put before. Raises `GraphRefusal`."""
    digits = "".join(filter(str.isdigit, to))
    number = digits if to.startswith("+") else COUNTRY_CODE + digits
    if number == NUMBER:
        raise GraphRefusal(SELF, "sender and recipient are the same")
    return number


def named_files(world: WhatsAppWorld, body: Json) -> dict[str, Media]:
    """media: the files that a message names by id. Raises `GraphRefusal`."""
    named: list[tuple[str, Json]] = [(kind, body[kind]) for kind in MEDIA if kind in body]
    header = (body.get("interactive") or {}).get("header") or {}
    if header.get("type") in MEDIA:
        named.append((header["type"], header[header["type"]]))
    return {
        content["id"]: world.media.to_send(content["id"], kind, world.now())
        for kind, content in named
        if "id" in content
    }
