"""What Meta finds wrong with a form when it is stored; a form with faults cannot be published."""

import re
from collections.abc import Iterator
from typing import Any

MOST_COMPONENTS = 50
LONGEST_LABEL = 30
LONGEST_FOOTER = 35
LONGEST_OPTION = 30
LONGEST_DESCRIPTION = 300
MOST_OPTIONS = 20
LONGEST_TEXT = {"TextHeading": 80, "TextSubheading": 80, "TextBody": 4096, "TextCaption": 409}
CHOICES = ("RadioButtonsGroup", "CheckboxGroup", "Dropdown")
FIELDS = (*CHOICES, "TextInput", "TextArea", "DatePicker", "OptIn")
COMPONENTS = (*LONGEST_TEXT, *FIELDS, "RichText", "Form", "Footer", "EmbeddedLink", "Image")
SCREEN_ID = re.compile(r"[A-Za-z_]+")
BINDING = re.compile(r"\$\{.+\}")

Json = dict[str, Any]


def flow_faults(flow_json: Any) -> list[Json]:
    """`validation_errors` as the API answers them, [] for a good form."""
    return [
        {"error": "INVALID_FLOW_JSON", "error_type": "FLOW_JSON_ERROR", "message": words}
        for words in _faults(flow_json)
    ]


def components_of(screen: Json) -> list[Json]:
    """The components of a screen, those within forms too, in order."""
    return list(_walk((screen.get("layout") or {}).get("children") or []))


def _walk(children: list[Any]) -> Iterator[Json]:
    for child in children:
        if isinstance(child, dict):
            yield child
            yield from _walk(child.get("children") or [])


def _faults(flow_json: Any) -> Iterator[str]:
    screens = flow_json.get("screens") if isinstance(flow_json, dict) else None
    if not isinstance(screens, list) or not screens or not all(isinstance(one, dict) for one in screens):
        yield "a form needs a list of screens"
        return
    if not re.fullmatch(r"\d+\.\d+", str(flow_json.get("version", ""))):
        yield "a form needs a version such as 7.0"
    ids = [str(screen.get("id")) for screen in screens]
    if len(set(ids)) != len(ids) or not all(SCREEN_ID.fullmatch(one) for one in ids):
        yield "screen ids are letters and underscores, each once"
    if not any(screen.get("terminal") for screen in screens):
        yield "a form needs a terminal screen"
    for screen in screens:
        for words in _screen_faults(screen, set(ids)):
            yield f"{screen.get('id')}: {words}"


def _screen_faults(screen: Json, ids: set[str]) -> Iterator[str]:
    components = components_of(screen)
    footers = [one for one in components if one.get("type") == "Footer"]
    if len(components) > MOST_COMPONENTS:
        yield f"{len(components)} components, {MOST_COMPONENTS} are allowed"
    if not isinstance(screen.get("title", ""), str) or not screen.get("title"):
        yield "a screen needs a title"
    if len(footers) > 1 or (screen.get("terminal") and not footers):
        yield "a terminal screen needs a Footer, and no screen two"
    names = [str(one.get("name")) for one in components if one.get("type") in FIELDS]
    if len(set(names)) != len(names) or "None" in names:
        yield "fields have names, each once on its screen"
    for component in components:
        yield from _component_faults(component)
    for footer in footers:
        yield from _action_faults(footer.get("on-click-action") or {}, bool(screen.get("terminal")), ids)


def _action_faults(action: Json, terminal: bool, ids: set[str]) -> Iterator[str]:
    if action.get("name") not in ("navigate", "complete"):
        yield "a form without endpoint has navigate or complete in its Footer"
    elif action["name"] == "navigate" and (action.get("next") or {}).get("name") not in ids:
        yield f"there is no screen {(action.get('next') or {}).get('name')}"
    elif action["name"] == "complete" and not terminal:
        yield "only a terminal screen completes"


def _component_faults(component: Json) -> Iterator[str]:
    kind = component.get("type")
    if kind not in COMPONENTS:
        yield f"there is no component {kind!r}"
        return
    if kind in LONGEST_TEXT and not _fits(component.get("text"), LONGEST_TEXT[kind]):
        yield f"the text of {kind} has 1 to {LONGEST_TEXT[kind]} characters"
    most = LONGEST_FOOTER if kind == "Footer" else LONGEST_LABEL
    if (kind == "Footer" or (kind in FIELDS and kind != "OptIn")) and not _fits(component.get("label"), most):
        yield f"the label of {kind} has 1 to {most} characters"
    if kind in CHOICES:
        yield from _option_faults(component.get("data-source"))


def _option_faults(options: Any) -> Iterator[str]:
    if isinstance(options, str) and BINDING.fullmatch(options):
        return
    if not isinstance(options, list) or not 1 <= len(options) <= MOST_OPTIONS:
        yield f"1 to {MOST_OPTIONS} options"
        return
    for option in options:
        if (
            not isinstance(option, dict)
            or not option.get("id")
            or not _fits(option.get("title"), LONGEST_OPTION)
        ):
            yield f"an option has an id and a title of 1 to {LONGEST_OPTION} characters"
        elif "description" in option and not _fits(option["description"], LONGEST_DESCRIPTION):
            yield f"a description has 1 to {LONGEST_DESCRIPTION} characters"
    if len({str(one.get("id")) for one in options if isinstance(one, dict)}) != len(options):
        yield "option ids differ"


def _fits(text: Any, most: int) -> bool:
    if isinstance(text, list):
        return all(_fits(line, most) for line in text)
    return isinstance(text, str) and (bool(BINDING.fullmatch(text)) or 1 <= len(text) <= most)
