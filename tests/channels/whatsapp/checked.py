"""What the service would say to a message, by its schema and its rules."""

from typing import Any

from feedbackbot.channels.whatsapp.rendering import render
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.playground.whatsapp.refusals import GraphRefusal
from feedbackbot.playground.whatsapp.rules import check_interactive
from feedbackbot.playground.whatsapp.schema import message_fault

ENVELOPE = {"messaging_product": "whatsapp", "recipient": "ID.aniAbc123", "biz_opaque_callback_data": "7"}


def bodies(message: Outgoing) -> list[dict[str, Any]]:
    """As they would be sent, files uploaded."""
    made = render(message, "Pilih")
    for part in made:
        if part.attachment is not None:
            part.place["id"] = "123"
    return [{**ENVELOPE, **part.body} for part in made]


def refusal(message: Outgoing) -> str:
    """Why the service would refuse it, or why two choices would read alike; "" for neither."""
    for body in bodies(message):
        fault = message_fault(body)
        if fault is not None:
            return f"{fault.path}: {fault.words}"
        if body["type"] == "interactive":
            try:
                check_interactive(body["interactive"])
            except GraphRefusal as refused:
                return str(refused)
            names = choices_of(body)
            if len(set(names)) < len(names):
                return f"alike: {names}"
    return ""


def choices_of(body: dict[str, Any]) -> list[tuple[str, str]]:
    """What stands on buttons and rows: title and description."""
    action = body["interactive"]["action"]
    buttons = [(one["reply"]["title"], "") for one in action.get("buttons", [])]
    rows = [row for section in action.get("sections", []) for row in section["rows"]]
    return buttons + [(row["title"], row.get("description", "")) for row in rows]
