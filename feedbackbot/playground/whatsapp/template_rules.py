"""What Meta refuses when a template is registered, and when one is sent."""

import re
from typing import Any

from feedbackbot.playground.whatsapp.media import MediaStore
from feedbackbot.playground.whatsapp.refusals import (
    FIELD,
    PARAMETER_COUNT,
    PARAMETER_FORM,
    TEMPLATE_TOO_LONG,
    GraphRefusal,
)
from feedbackbot.playground.whatsapp.template import VARIABLE, Template, filled

CATEGORIES = ("AUTHENTICATION", "MARKETING", "UTILITY")
NAME = re.compile(r"[a-z0-9_]{1,512}")
LANGUAGES = ("id", "en", "en_US", "en_GB", "ms", "ar")
LONGEST = {"HEADER": 60, "BODY": 1024, "FOOTER": 60}
LONGEST_LABEL = 25
MOST_BUTTONS = 10
MOST_URLS = 2
# Meta's own words for "too many variables for its length"; the figure is not published.
WORDS_PER_VARIABLE = 2
LEADING, TOO_MANY = 2388299, 2388293


def check_registration(given: dict[str, Any]) -> None:
    """Raises `GraphRefusal` for a template that cannot be registered."""
    if not isinstance(given.get("name"), str) or not NAME.fullmatch(given["name"]):
        raise GraphRefusal(FIELD, "name must be 1 to 512 of a-z, 0-9 and _")
    if given.get("language") not in LANGUAGES:
        raise GraphRefusal(FIELD, f"language {given.get('language')!r} is not one that templates can have")
    if given.get("category") not in CATEGORIES:
        raise GraphRefusal(FIELD, f"category must be one of {', '.join(CATEGORIES)}")
    components = given.get("components")
    if not isinstance(components, list) or not all(isinstance(one, dict) for one in components):
        raise GraphRefusal(FIELD, "components must be a list of objects")
    template = Template("", given["name"], given["language"], given["category"], components)
    if not template.text("BODY"):
        raise GraphRefusal(FIELD, "a template needs a BODY with a text")
    for kind in LONGEST:
        _check_text(template, kind)
    _check_buttons(template.buttons)


def _check_text(template: Template, kind: str) -> None:
    text, variables = template.text(kind), template.variables(kind)
    if len(text) > LONGEST[kind]:
        raise GraphRefusal(FIELD, f"{kind} has {len(text)} characters, {LONGEST[kind]} are allowed")
    if not variables:
        return
    if kind == "FOOTER" or (kind == "HEADER" and len(variables) > 1):
        raise GraphRefusal(FIELD, f"too many variables in {kind}")
    if len({name.isdigit() for name in variables}) > 1:
        raise GraphRefusal(FIELD, "variables are either all numbered or all named")
    if variables[0].isdigit() and variables != [str(place) for place in range(1, len(variables) + 1)]:
        raise GraphRefusal(FIELD, "numbered variables count from 1 without gaps")
    _check_examples(template.component(kind) or {}, kind, variables)
    bare = text.strip()
    if kind == "BODY" and (VARIABLE.match(bare) or (VARIABLE.search(bare[-40:]) and bare.endswith("}}"))):
        raise GraphRefusal(FIELD, "variables cannot be at the start or end of the text", subcode=LEADING)
    if kind == "BODY" and len(VARIABLE.sub(" ", text).split()) < WORDS_PER_VARIABLE * len(variables):
        raise GraphRefusal(FIELD, "too many variables for the length of the text", subcode=TOO_MANY)


def _check_examples(component: dict[str, Any], kind: str, variables: list[str]) -> None:
    example = component.get("example") or {}
    key = kind.lower()
    if variables[0].isdigit():
        given = example.get(f"{key}_text") or []
        given = given[0] if kind == "BODY" and given and isinstance(given[0], list) else given
        complete = len(given) == len(variables) and all(given)
    else:
        named = example.get(f"{key}_text_named_params") or []
        complete = {one.get("param_name") for one in named if one.get("example")} == set(variables)
    if not complete:
        raise GraphRefusal(FIELD, f"{kind} needs an example for each variable")


def _check_buttons(buttons: list[dict[str, Any]]) -> None:
    if len(buttons) > MOST_BUTTONS:
        raise GraphRefusal(FIELD, f"at most {MOST_BUTTONS} buttons")
    if sum(one.get("type") == "URL" for one in buttons) > MOST_URLS:
        raise GraphRefusal(FIELD, f"at most {MOST_URLS} URL buttons")
    for button in buttons:
        label = button.get("text")
        if not isinstance(label, str) or not 1 <= len(label) <= LONGEST_LABEL:
            raise GraphRefusal(FIELD, f"a button's text has 1 to {LONGEST_LABEL} characters")
        variables = VARIABLE.findall(str(button.get("url") or ""))
        if len(variables) > 1 or (variables and not str(button["url"]).endswith("}}")):
            raise GraphRefusal(FIELD, "a URL takes one variable, at its end")
        if variables and not button.get("example"):
            raise GraphRefusal(FIELD, "a URL with a variable needs an example")


def fill(
    template: Template, components: list[dict[str, Any]], media: MediaStore, now: float
) -> dict[str, Any]:
    """What the person sees: header, text, footer, buttons. Raises `GraphRefusal` for parameters that do not fit."""
    sent = {one["type"]: one for one in components if one["type"] != "button"}
    shown: dict[str, Any] = {"footer": template.text("FOOTER") or None, "header": None, "media": None}
    shown["text"] = filled(template.text("BODY"), _values(template, "BODY", sent.get("body")))
    if len(shown["text"]) > LONGEST["BODY"]:
        raise GraphRefusal(TEMPLATE_TOO_LONG, f"the text has {len(shown['text'])} characters when filled")
    header = template.component("HEADER")
    form = str((header or {}).get("format") or "TEXT").lower()
    if header is not None and form != "text":
        parameters = (sent.get("header") or {}).get("parameters") or []
        if len(parameters) != 1 or parameters[0]["type"] != form:
            raise GraphRefusal(PARAMETER_FORM, f"the header takes one {form}")
        part = parameters[0][form]
        shown["media"] = (form, media.to_send(part["id"], form, now) if "id" in part else part["link"], part)
    else:
        shown["header"] = (
            filled(template.text("HEADER"), _values(template, "HEADER", sent.get("header"))) or None
        )
    shown["buttons"] = _filled_buttons(template, [one for one in components if one["type"] == "button"])
    return shown


def _values(template: Template, kind: str, component: dict[str, Any] | None) -> dict[str, str]:
    wanted = template.variables(kind)
    given = (component or {}).get("parameters") or []
    if len(given) != len(wanted):
        raise GraphRefusal(
            PARAMETER_COUNT, f"{kind}: {len(given)} parameters given, {len(wanted)} registered"
        )
    if any(one["type"] != "text" for one in given):
        raise GraphRefusal(PARAMETER_FORM, f"{kind} takes text parameters")
    if all(name.isdigit() for name in wanted):
        return {name: one["text"] for name, one in zip(wanted, given, strict=True)}
    values = {str(one.get("parameter_name")): one["text"] for one in given}
    if set(values) != set(wanted):
        raise GraphRefusal(PARAMETER_FORM, f"{kind}: the registered names are {', '.join(wanted)}")
    return values


def _filled_buttons(template: Template, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_place = {int(one["index"]): one for one in given}
    shown = []
    for place, button in enumerate(template.buttons):
        sent = by_place.pop(place, None)
        kind = str(button.get("type")).lower()
        if sent is not None and sent["sub_type"] != kind:
            raise GraphRefusal(PARAMETER_FORM, f"button {place} is of type {kind}")
        parameter = sent["parameters"][0] if sent else {}
        entry: dict[str, Any] = {"type": kind, "title": button["text"]}
        if kind == "quick_reply":
            entry["id"] = parameter.get("payload", button["text"])
        elif kind == "url":
            wanted = VARIABLE.findall(str(button["url"]))
            if bool(wanted) != (sent is not None):
                raise GraphRefusal(PARAMETER_COUNT, f"button {place} takes {len(wanted)} parameters")
            entry["url"] = filled(str(button["url"]), {wanted[0]: parameter["text"]} if wanted else {})
        elif kind == "flow":
            entry |= {"flow_id": button.get("flow_id"), **(parameter.get("action") or {})}
        shown.append(entry)
    if by_place:
        raise GraphRefusal(PARAMETER_COUNT, f"the template has no button {min(by_place)}")
    return shown
