"""What the service does not take as a file goes as an address, and the service takes what says so."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from feedbackbot.channels.whatsapp.linking import is_taken, linked
from feedbackbot.channels.whatsapp.rendering import render
from feedbackbot.delivery.channel import FileLink
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CALENDAR
from feedbackbot.dialogue.message import Button, Outgoing
from feedbackbot.playground.whatsapp.schema import message_fault
from tests.builders import CATALOGUE
from tests.channels.whatsapp.checked import ENVELOPE

FILE = Attachment(CALENDAR, {"training": 7}, "pelatihan-7.ics")
ONCE = FileLink("https://kota.go.id/berkas/" + "a" * 300, timedelta(hours=1), once=True)
OPEN = FileLink("https://kota.go.id/berkas/" + "a" * 300, timedelta(days=30), once=False)


def shown(message: Outgoing, link: FileLink, language: str = "id") -> list[dict[str, Any]]:
    """The interactive contents that are sent."""
    t = partial(CATALOGUE.text, language)
    made = [
        one
        for part in render(message, "Pilih")
        for one in (linked(part, link, t) if part.attachment else [part])
    ]
    bodies = [{**ENVELOPE, **part.body} for part in made]
    assert [fault for body in bodies if (fault := message_fault(body))] == []
    assert not any(part.attachment for part in made)
    return [body["interactive"] for body in bodies]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_file_by_itself_is_a_button_that_opens_it(language: str) -> None:
    [content] = shown(Outgoing("Selengkapnya di berkas ini.", document=FILE), ONCE, language)
    assert content["action"]["parameters"]["url"] == ONCE.url
    assert content["body"]["text"].startswith("Selengkapnya di berkas ini.\n\n")
    assert "1 " in content["body"]["text"]


def test_a_file_without_words_says_how_long_it_can_be_had() -> None:
    [content] = shown(Outgoing("", document=FILE), OPEN)
    assert "30 hari" in content["body"]["text"]


def test_beside_buttons_a_line_says_where_it_is() -> None:
    rows = ((Button("Ikut", "Ikut", data="!x/1"),),)
    [content] = shown(Outgoing("Anda diundang.", rows, document=FILE), OPEN)
    assert content["type"] == "button" and "header" not in content
    assert content["body"]["text"].startswith("Anda diundang.") and OPEN.url in content["body"]["text"]


def test_where_there_is_no_room_beside_buttons_it_goes_ahead() -> None:
    rows = ((Button("Ikut", "Ikut", data="!x/1"),),)
    opening, question = shown(Outgoing("kata " * 200, rows, document=FILE), OPEN)
    assert (opening["type"], question["type"]) == ("cta_url", "button")


@pytest.mark.parametrize(
    ("name", "taken"),
    [("foto", True), ("LAPORAN.PDF", True), ("a.ics", False), ("b.json", False), ("c.heic", False)],
)
def test_kinds_are_known_by_their_ending(name: str, taken: bool) -> None:
    assert is_taken(name) is taken
