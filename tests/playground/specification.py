"""Whether a JSON value is what the Bot API's specification says, and whether python-telegram-bot knows all of it."""

import json
from pathlib import Path
from typing import Any

import telegram

JSON_TYPES: dict[str, Any] = {"Integer": int, "String": str, "Boolean": bool, "Float": float, "True": bool}


def with_rich_messages(older: dict[str, Any]) -> dict[str, Any]:
    """The specification raised to what the playground serves of Bot API 10.3."""
    newer = json.loads(Path(__file__).with_name("telegram-bot-api-10.3-rich.json").read_text("utf-8"))
    types = {**older["types"], **newer["types"]}
    for name, fields in newer["fields"].items():
        types[name] = {**types[name], "fields": [*types[name]["fields"], *fields]}
    return {**older, "methods": {**older["methods"], **newer["methods"]}, "types": types}


def unread(thing: Any) -> list[str]:
    """Fields that the library did not know, anywhere within an object."""
    found = list(getattr(thing, "api_kwargs", {}) or {})
    for name in getattr(thing, "__slots__", ()):
        value = getattr(thing, name, None)
        for inner in value if isinstance(value, tuple) else [value]:
            if isinstance(inner, telegram.TelegramObject):
                found += unread(inner)
    return found


def fits(specification: dict[str, Any], value: Any, types: list[str]) -> bool:
    return any(not faults(specification, value, kind) for kind in types)


def faults(specification: dict[str, Any], value: Any, kind: str) -> list[str]:
    """What is wrong with `value` as a `kind`, [] for nothing."""
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{value!r} is no array"]
        return [
            fault for one in value for fault in faults(specification, one, kind.removeprefix("Array of "))
        ]
    if kind in JSON_TYPES:
        right = isinstance(value, JSON_TYPES[kind]) and (
            kind == "Boolean" or kind == "True" or not isinstance(value, bool)
        )
        return [] if right else [f"{value!r} is no {kind}"]
    described = specification["types"][kind]
    if described.get("subtypes"):
        tried = [faults(specification, value, subtype) for subtype in described["subtypes"]]
        return min(tried, key=len)
    if not isinstance(value, dict):
        return [f"{value!r} is no {kind}"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    found = [f"{kind} has no {name}" for name in value if name not in fields]
    found += [
        f"{kind} lacks {name}" for name, field in fields.items() if field["required"] and name not in value
    ]
    for name in sorted(value.keys() & fields.keys()):
        if not fits(specification, value[name], fields[name]["types"]):
            found.append(f"{kind}.{name}: {faults(specification, value[name], fields[name]['types'][0])}")
    return found
