"""Buttons that stand alone under closing messages."""

from typing import Any

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice

_LONGEST_CODE = 32


def menu_door(chat: Chat[Any]) -> Choice:
    return Choice("menu", chat.t("to-menu"), opens=to.MENU)


def rate_door(chat: Chat[Any], unit_id: int) -> Choice:
    return Choice(str(unit_id), chat.t("to-rate"), opens=to.RATE)


def result_door(chat: Chat[Any], unit_id: int) -> Choice:
    return Choice(str(unit_id), chat.t("to-result"), opens=to.RESULT)


def row_id(argument: str) -> int | None:
    """The id that a door's argument names; None where it is none (a forged or foreign argument)."""
    return int(argument) if argument.isascii() and argument.isdecimal() and len(argument) < 16 else None


def link_argument(argument: str) -> str:
    """A code that came with a link, short and plain enough to be put behind a button; "" where it can be none."""
    code = argument.replace("-", "")
    return code if code.isascii() and code.isalnum() and len(code) <= _LONGEST_CODE else ""
