"""What Telegram does to a text: markup becomes entities, the edges are trimmed, links and commands are found."""

import re
from typing import Any

from feedbackbot.playground.html_entities import parse_html
from feedbackbot.playground.html_tags import Entity, utf16_length
from feedbackbot.playground.refusals import bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_INPUT_BYTES = 1 << 15
FOUND_BY_TELEGRAM = {
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bank_card_number",
}
GIVEN_BY_BOT = {
    "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention",
    "custom_emoji", "blockquote", "expandable_blockquote", "date_time",
}  # fmt: skip
_WORTH_LOOKING = re.compile(r"[/@#]|t\.me")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,:;!?)'\]]|(?<![\w@./])t\.me/[\w/?=&-]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z0-9_]{4,32})"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def formatted(text: str, parse_mode: str, given: Any = None) -> tuple[str, list[Entity]]:
    """Text and entities as the message will carry them. Raises `Refusal`.

    `given` are the entities that the caller sends instead of markup. Markdown is not understood here and is refused
    as an unknown mode is: this product never sends it.
    """
    if len(text) > MOST_INPUT_BYTES // 4 and len(text.encode("utf-8", "surrogatepass")) > MOST_INPUT_BYTES:
        raise bad_request("Text is too long")
    text = _CONTROL.sub(" ", text.replace("\r", ""))
    mode = parse_mode.lower()
    if mode in ("", "none"):
        entities = _given_entities(given) if given else []
    elif mode == "html":
        text, entities = parse_html(text)
    else:
        raise bad_request("Unsupported parse_mode")
    text, entities = _trimmed(text, entities)
    if _WORTH_LOOKING.search(text):
        entities = _with_found(text, entities)
    return text, entities


def message_text(text: str, parse_mode: str, given: Any = None) -> tuple[str, list[Entity]]:
    """The text of a message: refused when empty or over 4,096 UTF-16 units after parsing."""
    if not text:
        raise bad_request("Message text is empty")
    text, entities = formatted(text, parse_mode, given)
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) * 2 > LONGEST_TEXT and utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def caption_text(text: str, parse_mode: str, given: Any = None) -> tuple[str, list[Entity]]:
    """A caption: may be empty; refused over 1,024 UTF-16 units after parsing."""
    if not text:
        return "", []
    text, entities = formatted(text, parse_mode, given)
    if len(text) * 2 > LONGEST_CAPTION and utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities


def found_entities(text: str) -> list[Entity]:
    """Commands, links, addresses, mentions and tags that Telegram marks by itself."""
    if not _WORTH_LOOKING.search(text):
        return []
    return [
        {
            "type": str(found.lastgroup),
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _FOUND.finditer(text)
    ]


def _with_found(text: str, entities: list[Entity]) -> list[Entity]:
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    free = [
        found
        for found in found_entities(text)
        if not any(
            start < found["offset"] + found["length"] and found["offset"] < end for start, end in taken
        )
    ]
    if not free:
        return entities
    return sorted([*entities, *free], key=lambda entity: (entity["offset"], -entity["length"]))


def _given_entities(given: Any) -> list[Entity]:
    if not isinstance(given, list):
        return []
    entities = []
    for entity in given:
        if not isinstance(entity, dict):
            raise bad_request("Can't parse MessageEntity: expected an Object")
        for field in ("offset", "length"):
            if not isinstance(entity.get(field), int):
                raise bad_request(f"Can't parse MessageEntity: Can't find field \"{field}\"")
        kind = entity.get("type")
        if kind in FOUND_BY_TELEGRAM:
            continue
        if kind not in GIVEN_BY_BOT:
            raise bad_request("Can't parse MessageEntity: Unsupported type specified")
        entities.append(dict(entity))
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Spaces at the edges go; an entity over nothing but the edge goes with them."""
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return text, entities
    text = text.rstrip()
    cut = len(text) - len(text.lstrip())
    if entities:
        cut = min(cut, min(entity["offset"] for entity in entities))
    text = text[cut:]
    length = utf16_length(text)
    kept = []
    for entity in entities:
        offset = entity["offset"] - cut
        if offset < length:
            kept.append({**entity, "offset": offset, "length": min(entity["length"], length - offset)})
    return text, kept
