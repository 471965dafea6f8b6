"""A table as a rich message of the Bot API (10.2: blocks; 10.3: compact tables)."""

from typing import Any, Final

from feedbackbot.dialogue.table import Table

# as core.telegram.org/bots/api#rich-messages says
_MOST_COLUMNS: Final = 20
_MOST_BLOCKS: Final = 500
_LONGEST: Final = 32_768


def rich_message(table: Table) -> dict[str, Any] | None:
    """An `InputRichMessage`; None for a table that is too large for one."""
    words = sum(map(len, (table.caption, *table.heads, *(cell for row in table.rows for cell in row))))
    if len(table.heads) > _MOST_COLUMNS or len(table.rows) + 2 > _MOST_BLOCKS or words > _LONGEST:
        return None
    heads = [{**_cell(table, place, one), "is_header": True} for place, one in enumerate(table.heads)]
    rows = [[_cell(table, place, one) for place, one in enumerate(row)] for row in table.rows]
    block = {
        "type": "table",
        "caption": table.caption,
        "cells": [heads, *rows],
        "is_bordered": True,
        "is_striped": True,
        # an older server overlooks it
        "is_compact": True,
    }
    # a case number is no phone number
    return {"blocks": [block], "skip_entity_detection": True}


def _cell(table: Table, place: int, words: str) -> dict[str, Any]:
    return {"text": words, "align": "right" if place in table.numbers else "left", "valign": "top"}
