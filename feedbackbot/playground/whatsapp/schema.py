"""Whether a body is one that the schema of messages allows, and if not, what is wrong and where.

It reads the part of JSON Schema that `whatsapp_cloud_messages.json` uses, and says what kind of fault it found: Graph has an error code
for each, which a general validator's words do not tell.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from feedbackbot.data import whatsapp_cloud_messages

Schema: TypeAlias = dict[str, Any]

MISSING, UNKNOWN, WRONG_TYPE, WRONG_VALUE = "missing", "unknown", "type", "value"
# What tells one form of an object from another.
_TELLING = ("type", "sub_type", "status")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}


class Fault(NamedTuple):
    """One thing that is wrong: where (dotted path, "" for the body), which kind, and in words."""

    path: str
    kind: str
    words: str


def message_fault(body: Any) -> Fault | None:
    """The first fault of a body for `POST /{phone-number-id}/messages`, None for a good one."""
    return fault_of(whatsapp_cloud_messages(), body, "")


def fault_of(schema: Schema, value: Any, path: str) -> Fault | None:
    """The first fault of a value under a schema of that file."""
    if "$ref" in schema:
        return fault_of(_named(schema["$ref"]), value, path)
    if "type" in schema and not _is(schema["type"], value):
        return Fault(path, WRONG_TYPE, f"must be {schema['type']}")
    if "const" in schema and value != schema["const"]:
        return Fault(path, WRONG_VALUE, f"must be {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        return Fault(path, WRONG_VALUE, f"must be one of {', '.join(map(str, schema['enum']))}")
    for kind, check in _CHECKS.items():
        if isinstance(value, kind) and not isinstance(value, bool):
            fault = check(schema, value, path)
            if fault is not None:
                return fault
    return _one_of(schema["oneOf"], value, path) if "oneOf" in schema else None


def _named(reference: str) -> Schema:
    found: Schema = whatsapp_cloud_messages()["$defs"][reference.rpartition("/")[2]]
    return found


def _is(name: str, value: Any) -> bool:
    return isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _object(schema: Schema, value: dict[str, Any], path: str) -> Fault | None:
    properties: dict[str, Schema] = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            return Fault(_under(path, name), MISSING, "is missing")
    if schema.get("additionalProperties") is False:
        for name in value:
            if name not in properties:
                return Fault(_under(path, name), UNKNOWN, "is not a field of this object")
    if len(value) < schema.get("minProperties", 0):
        return Fault(path, WRONG_VALUE, "must not be empty")
    for name, part in properties.items():
        fault = fault_of(part, value[name], _under(path, name)) if name in value else None
        if fault is not None:
            return fault
    return None


def _array(schema: Schema, value: list[Any], path: str) -> Fault | None:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    if len(value) < least or (most is not None and len(value) > most):
        return Fault(path, WRONG_VALUE, f"must have {least} to {most if most is not None else '…'} elements")
    for place, one in enumerate(value):
        fault = fault_of(schema.get("items", {}), one, f"{path}[{place}]")
        if fault is not None:
            return fault
    return None


def _string(schema: Schema, value: str, path: str) -> Fault | None:
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if len(value) < least or (most is not None and len(value) > most):
        return Fault(
            path, WRONG_VALUE, f"must have {least} to {most if most is not None else '…'} characters"
        )
    if "pattern" in schema and not _pattern(schema["pattern"]).search(value):
        return Fault(path, WRONG_VALUE, "has a form that is not allowed")
    return None


def _number(schema: Schema, value: float, path: str) -> Fault | None:
    if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return Fault(
            path, WRONG_VALUE, f"must be between {schema.get('minimum')} and {schema.get('maximum')}"
        )
    return None


_CHECKS: dict[type | tuple[type, ...], Callable[[Schema, Any, str], Fault | None]] = {
    dict: _object,
    list: _array,
    str: _string,
    (int, float): _number,
}


def _one_of(forms: list[Schema], value: Any, path: str) -> Fault | None:
    if all(set(form) == {"required"} for form in forms):
        return _one_field(forms, value, path)
    fitting = [form for form in map(_resolved, forms) if _can_be(form, value)]
    if not fitting:
        telling = next((name for name in _TELLING if isinstance(value, dict) and name in value), None)
        if telling is None:
            return Fault(_under(path, "type"), MISSING, "is missing")
        return Fault(_under(path, telling), WRONG_VALUE, "is none of those that are allowed here")
    faults = [fault_of(form, value, path) for form in fitting]
    return None if None in faults else faults[0]


def _one_field(forms: list[Schema], value: dict[str, Any], path: str) -> Fault | None:
    names = [name for form in forms for name in form["required"]]
    given = [name for name in names if name in value]
    if len(given) == 1:
        return None
    if not given:
        return Fault(_under(path, names[0]), MISSING, f"is missing: one of {', '.join(names)} must be given")
    return Fault(_under(path, given[1]), UNKNOWN, f"cannot stand beside {given[0]}")


def _can_be(form: Schema, value: Any) -> bool:
    if not isinstance(value, dict):
        return True
    for name in _TELLING:
        wanted = form.get("properties", {}).get(name, {}).get("const")
        if wanted is None:
            continue
        if value.get(name, wanted) != wanted or (name not in value and name in form.get("required", ())):
            return False
    return True


def _resolved(form: Schema) -> Schema:
    return _named(form["$ref"]) if "$ref" in form else form


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


@cache
def _pattern(source: str) -> re.Pattern[str]:
    # "$" is the end in JSON Schema, and before a last line break too in Python.
    return re.compile(source[:-1] + r"\Z" if source.endswith("$") else source)
