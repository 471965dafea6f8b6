"""A form being filled in: from screen to screen as its footers say, until one completes it."""

import re
from typing import Any

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.whatsapp.flow_rules import CHOICES, FIELDS, components_of

BINDING = re.compile(r"\$\{([A-Za-z0-9_.]+)\}")
LONGEST_AREA = 600
LONGEST_INPUT = 80

Json = dict[str, Any]


def run_flow(flow_json: Json, first: str | None, data: Json, answers: Json) -> Json:
    """The payload of the answer. `answers`: by field, or by screen and field. Raises `CannotDo` where the app would not go on."""
    screens: dict[str, Json] = {screen["id"]: screen for screen in flow_json["screens"]}
    current = first or flow_json["screens"][0]["id"]
    if current not in screens:
        raise CannotDo(f"the form has no screen {current}")
    seen: dict[str, dict[str, Json]] = {}
    for _ in range(len(screens) + 1):
        screen = screens[current]
        seen[current] = {"data": data, "form": {}}
        here = {"data": data, "form": seen[current]["form"], "screen": seen}
        given = answers.get(current) if isinstance(answers.get(current), dict) else answers
        for component in components_of(screen):
            if component["type"] in FIELDS and _value(component.get("visible", True), here):
                seen[current]["form"][component["name"]] = _answer(component, given or {}, here)
        footer = next((one for one in components_of(screen) if one["type"] == "Footer"), None)
        if footer is None:
            raise CannotDo(f"screen {current} has no button to go on")
        action = footer["on-click-action"]
        payload = {name: _value(value, here) for name, value in (action.get("payload") or {}).items()}
        if action["name"] == "complete":
            return payload
        current, data = action["next"]["name"], payload
    raise CannotDo("the form goes round in a circle")


def _answer(component: Json, answers: Json, here: Json) -> Any:
    name, kind = component["name"], component["type"]
    answer = answers.get(name, _value(component.get("init-value"), here))
    if answer in (None, "", [], False):
        if _value(component.get("required", False), here):
            raise CannotDo(f"«{component.get('label', name)}» must be answered")
        return [] if kind == "CheckboxGroup" else False if kind == "OptIn" else ""
    if kind == "OptIn":
        return answer is True
    if kind in CHOICES:
        ids = [str(option["id"]) for option in _value(component["data-source"], here)]
        for one in answer if kind == "CheckboxGroup" else [answer]:
            if str(one) not in ids:
                raise CannotDo(
                    f"«{component.get('label', name)}» has no option {one!r}, only {', '.join(ids)}"
                )
        return answer if kind == "CheckboxGroup" else str(answer)
    longest = int(component.get("max-length") or LONGEST_AREA) if kind == "TextArea" else LONGEST_INPUT
    if kind in ("TextArea", "TextInput") and len(str(answer)) > longest:
        raise CannotDo(f"«{component.get('label', name)}» takes {longest} characters")
    return answer


def _value(value: Any, here: Json) -> Any:
    """A value of the form's JSON with its binding replaced; None for a binding that leads nowhere."""
    if not isinstance(value, str):
        return value
    bound = BINDING.fullmatch(value)
    if bound is None:
        return value
    found: Any = here
    for part in bound[1].split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found
