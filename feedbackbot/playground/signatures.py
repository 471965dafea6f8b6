"""Which parameters a method has, by python-telegram-bot's own signatures."""

import inspect
from functools import cache
from typing import NamedTuple

# Arguments of the Python methods that are not sent, or not under this name.
NOT_SENT = {
    "self",
    "read_timeout",
    "write_timeout",
    "connect_timeout",
    "pool_timeout",
    "api_kwargs",
    "filename",
}
# What older clients still send and the Bot API still takes.
OLDER = {"reply_to_message_id", "allow_sending_without_reply", "disable_web_page_preview"}


# What is newer than python-telegram-bot: as another method, with these parameters in place of those.
NEWER = {
    "sendRichMessage": (
        "sendMessage",
        {"rich_message"},
        {"text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview"},
    )
}


class Signature(NamedTuple):
    """A method under the Bot API's name, with its parameters."""

    name: str
    required: frozenset[str]
    known: frozenset[str]


@cache
def signatures() -> dict[str, Signature]:
    """All methods of the Bot API that python-telegram-bot knows, and those of `NEWER`, by their name in lower case."""
    from telegram import Bot  # half a second of start-up, spared until a server is really built

    found = {}
    for name, method in inspect.getmembers(Bot, inspect.isfunction):
        if "_" in name or (name == name.lower() and name != "close"):
            continue
        parameters = [
            parameter
            for parameter in inspect.signature(method).parameters.values()
            if parameter.name not in NOT_SENT and parameter.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        required = frozenset(one.name for one in parameters if one.default is inspect.Parameter.empty)
        known = frozenset(one.name for one in parameters) | OLDER
        found[name.lower()] = Signature(name, required, known)
    for name, (like, added, gone) in NEWER.items():
        _, required, known = found[like.lower()]
        found[name.lower()] = Signature(name, required - gone | added, known - gone | added)
    return found
