"""What is under a message or in place of the phone's keyboard. Telegram takes one of these for a message, not several."""

from dataclasses import replace
from typing import Any

from feedbackbot.dialogue.message import Button, Outgoing, Tone

LONGEST_LABEL = 64
CLOSING: dict[str, Any] = {"remove_keyboard": True}


# as Bot API 10.0 documents `InlineKeyboardButton.style`; a client that does not know it shows the button as ever
_STYLES: dict[Tone, str] = {Tone.CONFIRM: "success", Tone.DANGER: "danger"}


def without_tones(message: Outgoing) -> Outgoing:
    """As it was before buttons had colours."""
    rows = tuple(tuple(replace(button, tone=Tone.PLAIN) for button in row) for row in message.rows)
    return replace(message, rows=rows)


def keyboard(message: Outgoing) -> dict[str, Any] | None:
    """The `reply_markup` of a message, None for none.

    - A contact can only be asked for by a button in place of the keyboard, and that keyboard cannot stand beside buttons under
      the message: the choices then become keys beneath the contact key. Their label arrives as typed text, which the engine
      understands. A button that opens a page has no such form and is left out.
    - A keyboard that is to go away goes with a message without choices; `needs_closing_first` tells when that cannot be.
    """
    if message.asks_contact is not None:
        return _contact_keyboard(message)
    if message.rows:
        return {"inline_keyboard": [[_inline(button) for button in row] for row in message.rows]}
    return CLOSING if message.closes_keyboard else None


def needs_closing_first(message: Outgoing) -> bool:
    """Whether a message of its own must take the old keyboard away: this one carries choices, or replaces an earlier one.

    (Adding the choices afterwards is no way: Telegram lets no message be edited that took a keyboard away.)
    """
    return (
        message.closes_keyboard
        and message.asks_contact is None
        and bool(message.rows or message.replaces_ref)
    )


def _label(button: Button) -> str:
    return button.label if len(button.label) <= LONGEST_LABEL else button.short


def _inline(button: Button) -> dict[str, Any]:
    if button.url is not None:
        return {"text": _label(button), "url": button.url}
    if button.copies is not None:
        return {"text": _label(button), "copy_text": {"text": button.copies}}
    found = {"text": _label(button), "callback_data": button.data}
    return {**found, "style": _STYLES[button.tone]} if button.tone in _STYLES else found


def _contact_keyboard(message: Outgoing) -> dict[str, Any]:
    rows: list[list[dict[str, Any]]] = [[{"text": message.asks_contact, "request_contact": True}]]
    for row in message.rows:
        keys = [{"text": _label(button)} for button in row if button.data is not None]
        if keys:
            rows.append(keys)
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
