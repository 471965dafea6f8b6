"""A form as the service's own: screens that need no server of ours. What differs from time to time comes along with the message.

A published form is never changed: its name holds form, version and language, and a change of the questions raises the version. Each
question is shown or not as the message says, and each screen hands on what was answered before it.
"""

from collections.abc import Iterable
from typing import Any, Final

from feedbackbot.dialogue.message import FormButton
from feedbackbot.domain.forms.form import Field, FieldKind, Form
from feedbackbot.domain.survey.rating_form import RATING_FORM
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.forms import SpokenField, speak

FORMS: Final = {RATING_FORM.key: RATING_FORM}
FLOW_VERSION: Final = "7.0"
CATEGORY: Final = "SURVEY"
_OPTION, _DESCRIPTION, _LABEL, _CONSENT, _FOOTER, _TITLE, _AREA = 30, 300, 30, 120, 35, 60, 600
_ON_ONE_SCREEN: Final = 3  # questions with a scale; more make a long way for a thumb
Json = dict[str, Any]


def name_of(form: Form | FormButton, language: str) -> str:
    return f"{form.key}_v{form.version}_{language}"


def opening(button: FormButton, form_id: str) -> Json:
    """The `interactive` that opens a form, without its text. Raises KeyError for a form that was never published."""
    form = FORMS[button.key]
    data: Json = {}
    for one in form.fields:
        data |= _handed_in(one, button)
    action = {
        "flow_message_version": "3",
        **({"flow_id": form_id} if form_id else {"flow_name": name_of(button, button.language)}),
        "flow_token": button.data,
        "flow_cta": button.label,
        "mode": "published",
        "flow_action": "navigate",
        "flow_action_payload": {"screen": _first_screen(form, button.fields), "data": data},
    }
    return {
        "type": "flow",
        "header": {"type": "text", "text": _cut(button.heading, _TITLE)},
        "action": {"name": "flow", "parameters": action},
    }


def _handed_in(field: Field, button: FormButton) -> Json:
    asked = field.key in button.fields
    consent = field.kind is FieldKind.CONSENT
    data: Json = {f"ask_{field.key}": asked, f"said_{field.key}": False if consent else ""}
    if not consent:
        data[f"init_{field.key}"] = button.values.get(field.key, "") if asked else ""
    if field.offered:
        options = button.options.get(field.key, ()) or (("-", "-"),)
        data[f"options_{field.key}"] = [_option(key, label, label) for key, label in options]
    return data


def _first_screen(form: Form, asked: Iterable[str]) -> str:
    wanted = set(asked)
    for number, fields in enumerate(_screens(form)):
        if wanted & {one.key for one in fields}:
            return _screen_id(number)
    return _screen_id(0)


def _screens(form: Form) -> list[list[Field]]:
    """Questions with a scale three at a time; what stands before them together, and what comes after them."""
    screens: list[list[Field]] = []
    for page in form.pages:
        fields = form.on_page(page.key)
        if fields[0].kind is FieldKind.SCALE:
            screens += [
                list(fields[at : at + _ON_ONE_SCREEN]) for at in range(0, len(fields), _ON_ONE_SCREEN)
            ]
        elif screens and screens[-1][0].kind is not FieldKind.SCALE:
            screens[-1] += fields
        else:
            screens.append(list(fields))
    return screens


def flow_json(form: Form, catalogue: Catalogue, language: str) -> Json:
    """The form's screens in one language, as they are published."""
    spoken = speak(form, catalogue, language)
    words = {one.key: one for page in spoken.pages for one in page.fields}
    titles = {one.key: page.title for page in spoken.pages for one in page.fields}
    intros = {page.fields[0].key: page.intro for page in spoken.pages if page.intro}
    screens, made = _screens(form), []
    answer, go_on, send = (catalogue.text(language, key) for key in ("form-answer", "form-next", "form-send"))
    for number, fields in enumerate(screens):
        is_last = number == len(screens) - 1
        children: list[Json] = []
        for one in fields:
            if one.key in intros:
                children.append(_shown(one, {"type": "TextBody", "text": intros[one.key]}))
            children += _question(one, words[one.key], answer)
        children.append(
            {
                "type": "Footer",
                "label": _cut(send if is_last else go_on, _FOOTER),
                "on-click-action": _action(form, screens, number),
            }
        )
        screen: Json = {
            "id": _screen_id(number),
            "title": _cut(titles[fields[0].key], _LABEL),
            "data": _data(form),
            "layout": {"type": "SingleColumnLayout", "children": children},
        }
        made.append(screen | ({"terminal": True, "success": True} if is_last else {}))
    return {"version": FLOW_VERSION, "screens": made}


def _question(field: Field, words: SpokenField, answer: str) -> list[Json]:
    name = {"name": field.key}
    if field.kind is FieldKind.CONSENT:
        # it may only go on with it, where it is asked at all
        required = f"${{data.ask_{field.key}}}"
        return [
            _shown(
                field,
                {"type": "OptIn", **name, "label": _cut(words.question, _CONSENT), "required": required},
            )
        ]
    begun = {"required": False, "init-value": f"${{data.init_{field.key}}}"}
    text = _shown(field, {"type": "TextBody", "text": words.question})
    if field.kind is FieldKind.TEXT:
        most = min(field.most, _AREA)
        return [
            text,
            _shown(
                field,
                {"type": "TextArea", **name, "label": _cut(answer, _LABEL), "max-length": most, **begun},
            ),
        ]
    options: Any = (
        f"${{data.options_{field.key}}}"
        if field.offered
        else [_option(one.key, one.label, one.short) for one in words.options]
    )
    group = {
        "type": "RadioButtonsGroup",
        **name,
        "label": _cut(answer, _LABEL),
        "data-source": options,
        **begun,
    }
    return [text, _shown(field, group)]


def _shown(field: Field, component: Json) -> Json:
    return component | {"visible": f"${{data.ask_{field.key}}}"}


def _action(form: Form, screens: list[list[Field]], number: int) -> Json:
    here = {one.key for one in screens[number]}
    said = {
        one.key: f"${{{'form' if one.key in here else 'data'}.{'' if one.key in here else 'said_'}{one.key}}}"
        for one in form.fields
    }
    if number == len(screens) - 1:
        return {"name": "complete", "payload": said}
    on = {name: f"${{data.{name}}}" for name in _data(form) if not name.startswith("said_")}
    on |= {f"said_{key}": value for key, value in said.items()}
    return {"name": "navigate", "next": {"type": "screen", "name": _screen_id(number + 1)}, "payload": on}


def _data(form: Form) -> Json:
    """What every screen is handed: which questions are asked, what was said so far, options."""
    data: Json = {}
    for one in form.fields:
        data[f"ask_{one.key}"] = {"type": "boolean", "__example__": True}
        consent = one.kind is FieldKind.CONSENT
        data[f"said_{one.key}"] = (
            {"type": "boolean", "__example__": True} if consent else {"type": "string", "__example__": "1"}
        )
        if not consent:
            data[f"init_{one.key}"] = {"type": "string", "__example__": "1"}
        if one.offered:
            item = {"type": "object", "properties": {"id": {"type": "string"}, "title": {"type": "string"}}}
            data[f"options_{one.key}"] = {
                "type": "array",
                "items": item,
                "__example__": [{"id": "1", "title": "KTP"}],
            }
    return data


def _option(key: str, label: str, short: str) -> Json:
    title = label if len(label) <= _OPTION else _cut(short, _OPTION)
    return {"id": key, "title": title} | (
        {"description": _cut(label, _DESCRIPTION)} if title != label else {}
    )


def _screen_id(number: int) -> str:
    """Letters and underscores only."""
    return "SCREEN_" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def _cut(text: str, most: int) -> str:
    text = text.strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
