"""Rich messages as the Bot API takes them, and what it refuses."""

from typing import Any

import pytest

from feedbackbot.playground.person import Person
from tests.playground.conftest import Wire
from tests.playground.good_calls import CELL, PARAGRAPH, TABLE


def table(**other: Any) -> dict[str, Any]:
    return {**TABLE, **other}


async def test_a_table_stands_in_the_chat_as_it_was_sent(wire: Wire, ani: Person) -> None:
    await wire.result("sendRichMessage", chat_id=ani.id, rich_message={"blocks": [TABLE]})
    newest = ani.messages()[-1]
    assert newest["kind"] == "rich_message"
    assert newest["rich_message"]["blocks"] == [TABLE]


@pytest.mark.parametrize(
    ("rich", "words"),
    [
        ({}, "exactly one of"),
        ({"html": "<p>x</p>", "blocks": [TABLE]}, "exactly one of"),
        ({"blocks": []}, "non-empty"),
        ({"blocks": [{"type": "thinking"}]}, "not shown"),
        ({"blocks": [table(cells=[])]}, "cells"),
        ({"blocks": [table(cells=[[{"text": "x"}]])]}, "RichBlockTableCell"),
        ({"blocks": [table(cells=[[CELL] * 21])]}, "COLUMNS"),
        ({"blocks": [table(cells=[[CELL]] * 500)]}, "BLOCKS"),
        ({"blocks": [PARAGRAPH | {"text": "x" * 32_769}]}, "LONG"),
    ],
)
async def test_what_telegram_does_not_take_is_refused(
    wire: Wire, ani: Person, rich: dict[str, Any], words: str
) -> None:
    assert words in await wire.refusal("sendRichMessage", chat_id=ani.id, rich_message=rich)
