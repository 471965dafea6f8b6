"""Rich messages (Bot API 10.1 to 10.3), as far as the page shows them: paragraphs and tables, given as blocks."""

from collections.abc import Iterator
from typing import Any

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.markup import read_markup
from feedbackbot.playground.methods_send import common_fields
from feedbackbot.playground.refusals import bad_request
from feedbackbot.playground.state import World

LONGEST_TEXT, MOST_BLOCKS, MOST_COLUMNS = 32_768, 500, 20
ALIGNS, VALIGNS = ("left", "center", "right"), ("top", "middle", "bottom")
_FLAGS = ("is_bordered", "is_striped", "is_compact")


def send_rich_message(world: World, call: ApiCall) -> Any:
    """sendRichMessage."""
    markup = read_markup(call.values.get("reply_markup"))
    given = call.structure("rich_message", "Can't parse InputRichMessage JSON object")
    if not isinstance(given, dict):
        raise bad_request('Parameter "rich_message" is required')
    blocks = _blocks(given)
    resident = world.addressee(call)
    content = {"rich_message": {"blocks": blocks}, **common_fields(call, resident)}
    return world.post(call, resident, content, markup).api


def _blocks(given: dict[str, Any]) -> list[dict[str, Any]]:
    if sum(given.get(name) is not None for name in ("blocks", "html", "markdown")) != 1:
        raise bad_request("exactly one of blocks, html and markdown must be specified")
    found = given.get("blocks")
    if found is None:
        raise bad_request("playground: rich messages are shown only from blocks")
    if not isinstance(found, list) or not found:
        raise bad_request("rich message must be non-empty")
    read = [_block(one) for one in found]
    if len(read) + sum(len(one.get("cells", ())) for one in read) > MOST_BLOCKS:
        raise bad_request("RICH_MESSAGE_TOO_MANY_BLOCKS")
    if sum(map(len, _words(read))) > LONGEST_TEXT:
        raise bad_request("RICH_MESSAGE_TOO_LONG")
    return read


def _block(given: Any) -> dict[str, Any]:
    kind = given.get("type") if isinstance(given, dict) else None
    if kind == "paragraph":
        return {"type": kind, "text": _text(given.get("text"))}
    if kind == "table":
        return _table(given)
    raise bad_request(f"playground: a block of type {kind!r} is not shown")


def _table(given: dict[str, Any]) -> dict[str, Any]:
    rows = given.get("cells")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) and row for row in rows):
        raise bad_request("Can't parse RichBlockTable: cells must be a non-empty Array of Array")
    if max(map(len, rows)) > MOST_COLUMNS:
        raise bad_request("RICH_MESSAGE_TOO_MANY_COLUMNS")
    table: dict[str, Any] = {"type": "table", "cells": [[_cell(cell) for cell in row] for row in rows]}
    table |= {name: True for name in _FLAGS if given.get(name) is True}
    return table if given.get("caption") is None else {**table, "caption": _text(given["caption"])}


def _cell(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict) or given.get("align") not in ALIGNS or given.get("valign") not in VALIGNS:
        raise bad_request("Can't parse RichBlockTableCell")
    cell = {"align": given["align"], "valign": given["valign"]}
    if given.get("text") is not None:
        cell["text"] = _text(given["text"])
    return cell | ({"is_header": True} if given.get("is_header") is True else {})


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise bad_request("playground: rich text is shown only where it is plain")
    return given


def _words(found: Any) -> Iterator[str]:
    for name, value in found.items() if isinstance(found, dict) else enumerate(found):
        if isinstance(value, str):
            yield value if name in ("text", "caption") else ""
        elif isinstance(value, dict | list):
            yield from _words(value)
