"""Buttons that confirm or destroy have a colour where the chat service knows one; an older release reads the rest."""

import json
from pathlib import Path
from typing import Any

from feedbackbot.channels.telegram.rendering import keyboard, without_tones
from feedbackbot.dialogue.message import Button, Outgoing, Tone

SPECIFICATION = json.loads(
    (Path(__file__).parents[1] / "playground/telegram-bot-api-10.0.json").read_text("utf-8")
)
ROWS = (
    (Button("Ya, hapus", "Ya", "a", tone=Tone.DANGER), Button("Kirim", "Kirim", "b", tone=Tone.CONFIRM)),
    (Button("Tidak", "Tidak", "c"),),
)


def styles(message: Outgoing) -> list[list[Any]]:
    markup = keyboard(message)
    assert markup is not None
    return [[button.get("style") for button in row] for row in markup["inline_keyboard"]]


def test_telegram_gets_the_styles_that_its_specification_documents() -> None:
    assert styles(Outgoing("Hapus?", ROWS)) == [["danger", "success"], [None]]
    fields = {one["name"] for one in SPECIFICATION["types"]["InlineKeyboardButton"]["fields"]}
    assert "style" in fields


def test_where_it_is_switched_off_all_buttons_are_alike() -> None:
    assert styles(without_tones(Outgoing("Hapus?", ROWS))) == [[None, None], [None]]


def test_a_queued_message_keeps_its_tones_beside_what_an_older_release_reads() -> None:
    message = Outgoing("Hapus?", ROWS)
    assert Outgoing.from_json(message.to_json()) == message
    assert all(len(button) == 4 for row in json.loads(message.to_json())["rows"] for button in row)
    older = Outgoing.from_json('{"text":"x","rows":[[["Ya","Ya","a",null]]]}')
    assert older.rows == ((Button("Ya", "Ya", "a"),),)
