"""Every kind of message in the schema has a body that passes, and each way to break that body has its code."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from feedbackbot.data import whatsapp_cloud_messages
from feedbackbot.playground.whatsapp.refusals import (
    FIELD,
    MISSING_FIELD,
    PARAMETER_INVALID,
    WRONG_FIELD,
    refusal_of,
)
from feedbackbot.playground.whatsapp.schema import message_fault
from tests.playground_whatsapp.good_bodies import GOOD

Json = dict[str, Any]
SCHEMA = whatsapp_cloud_messages()


@pytest.mark.parametrize("name", GOOD)
def test_a_good_body_passes(name: str) -> None:
    assert message_fault(GOOD[name]) is None


def test_there_is_a_good_body_for_each_form_of_the_schema() -> None:
    kinds = {body.get("type", body.get("status", "text")) for body in GOOD.values()}
    forms = {form["$ref"].rpartition("/")[2].removeprefix("message_") for form in SCHEMA["oneOf"]}
    interactive = {body["interactive"]["type"] for body in GOOD.values() if "interactive" in body}
    assert kinds == forms
    assert interactive == {
        form["properties"]["type"]["const"] for form in SCHEMA["$defs"]["interactive"]["oneOf"]
    }


def _parts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield from _parts(part, (*path, key))


def _with(body: Json, path: tuple[Any, ...], change: Any) -> Json:
    changed = copy.deepcopy(body)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    change(place, path[-1])
    return changed


# What may hold anything, by the schema's own word.
FREE = {"contacts", "data", "flow_action_data"}


def _is_free(path: tuple[Any, ...]) -> bool:
    return bool(FREE & set(path))


@pytest.mark.parametrize("name", GOOD)
def test_a_field_that_does_not_exist_is_refused_anywhere(name: str) -> None:
    for path, value in _parts(GOOD[name]):
        if isinstance(value, dict) and not _is_free(path):
            broken = copy.deepcopy(GOOD[name])
            place: Any = broken
            for key in path:
                place = place[key]
            place["parse_mode"] = "HTML"
            fault = message_fault(broken)
            assert fault is not None, path
            assert refusal_of(fault).code == FIELD


@pytest.mark.parametrize("name", GOOD)
def test_a_value_of_another_type_is_refused_anywhere(name: str) -> None:
    for path, value in _parts(GOOD[name]):
        if path and not _is_free(path[:-1]):
            broken = _with(GOOD[name], path, lambda place, key: place.__setitem__(key, None))
            assert message_fault(broken) is not None, (path, value)


@pytest.mark.parametrize("name", GOOD)
def test_a_text_that_is_too_long_is_refused_anywhere(name: str) -> None:
    for path, value in _parts(GOOD[name]):
        # Names and addresses of places have no limit that is known.
        if isinstance(value, str) and path and not _is_free(path) and path[0] != "location":
            if path[-1] in ("flow_name", "screen", "status"):
                continue
            broken = _with(GOOD[name], path, lambda place, key: place.__setitem__(key, "a" * 5000))
            fault = message_fault(broken)
            assert fault is not None, path
            code = refusal_of(fault).code
            assert code == (
                PARAMETER_INVALID if path[0] == "template" and path[-1] == "text" else WRONG_FIELD
            )


@pytest.mark.parametrize("name", GOOD)
def test_what_is_needed_and_missing_is_refused(name: str) -> None:
    for key in GOOD[name]:
        if key in ("recipient_type", "context", "biz_opaque_callback_data", "typing_indicator"):
            continue
        broken = {one: value for one, value in GOOD[name].items() if one != key}
        fault = message_fault(broken)
        if (key == "type" and name == "text") or (key == "type" and name == "text to a user id"):
            assert fault is None
            continue
        assert fault is not None, key
        # Without its type a message is read as a text, and its content is then a field too many.
        assert refusal_of(fault).code in (
            (MISSING_FIELD, FIELD) if key in ("type", "status") else (MISSING_FIELD,)
        )


@pytest.mark.parametrize(
    ("length", "fits"), [(4096, True), (4097, False)], ids=["at the limit", "one more than the limit"]
)
def test_the_limit_of_a_text_is_exact(length: int, fits: bool) -> None:
    assert (message_fault({**GOOD["text"], "text": {"body": "a" * length}}) is None) == fits


def test_both_addresses_at_once_are_refused() -> None:
    fault = message_fault({**GOOD["text"], "recipient": "ID.ABC"})
    assert fault is not None
    assert refusal_of(fault).code == FIELD


def test_a_line_break_in_a_field_of_a_template_is_refused() -> None:
    broken = copy.deepcopy(GOOD["template"])
    for bad in ("dua\nbaris", "tab\tulasi", "lima     spasi", "  "):
        broken["template"]["components"][0]["parameters"][0]["text"] = bad
        fault = message_fault(broken)
        assert fault is not None
        assert refusal_of(fault).code == PARAMETER_INVALID
