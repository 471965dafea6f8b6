"""Telegram's HTML tags: which entity each becomes, and what its attributes say."""

import re
from typing import Any, TypeAlias

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}

Entity: TypeAlias = dict[str, Any]


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text takes: what Telegram counts."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def shown(text: str) -> str:
    """A name from outside, safe inside a format string."""
    return text.replace("{", "{{").replace("}", "}}")


def argument_of(tag: str, name: str, value: str, before: str) -> str:
    """What an attribute adds to its tag; the earlier argument where it adds nothing."""
    if tag == "a" and name == "href":
        return value
    if tag == "code" and name == "class" and value.startswith("language-"):
        return value[9:]
    if tag == "span" and name == "class" and value.startswith("tg-"):
        return value[3:]
    if tag == "tg-emoji" and name == "emoji-id":
        return value
    if tag == "blockquote" and name == "expandable":
        return "1"
    return before


def link_of(url: str) -> Entity | None:
    """`url` of a link, or the `user` of a tg://user link; None where Telegram makes no link of it."""
    url = url.strip()
    user = re.fullmatch(r"tg:(?://)?user\?id=(\d+)", url)
    if user:
        return {
            "type": "text_mention",
            "user": {"id": int(user[1]), "is_bot": False, "first_name": f"User {user[1]}"},
        }
    if re.match(r"(?i)(tg|ton):", url):
        return {"url": url}
    parts = re.fullmatch(r"(?i)(?:(https?|ftp)://)?([^/?#\s]+)([/?#]\S*)?", url)
    if parts is None or not re.fullmatch(
        r"(?i)(?:[^@]*@)?(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?|localhost(?::\d+)?", parts[2]
    ):
        return None
    rest = parts[3] or "/"
    return {
        "url": f"{(parts[1] or 'http').lower()}://{parts[2].lower()}{rest if rest[0] == '/' else '/' + rest}"
    }
