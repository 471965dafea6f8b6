"""What came back of a form, field by field: what can be used, and what is wrong with the rest. Whoever sent it may have forged it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from feedbackbot.domain.forms.form import AGREED, Field, FieldKind, Form
from feedbackbot.domain.visible_text import shows_something

_KEY = re.compile(r"[A-Za-z0-9_.-]{0,24}")
_LONGEST_VALUE = 100_000  # nothing longer is even looked at


@dataclass(frozen=True, slots=True)
class Filled:
    """`values` by field key: option keys, words, `AGREED`. `problems` are keys of catalogue texts by field; `cut` are the texts of which
    only the beginning was kept."""

    values: Mapping[str, str]
    problems: Mapping[str, str] = field(default_factory=dict)
    cut: frozenset[str] = frozenset()


def check(form: Form, given: Mapping[str, str]) -> Filled:
    """Fields that the form does not have (any more) are passed over: an older version's answers are kept as far as they still are some."""
    values: dict[str, str] = {}
    problems: dict[str, str] = {}
    cut: set[str] = set()
    for one in form.fields:
        value = _value(one, given.get(one.key, ""))
        if value is None:
            problems[one.key] = "form-not-a-choice"
        elif value:
            values[one.key] = value[: one.most] if one.kind is FieldKind.TEXT else value
            if values[one.key] != value:
                cut.add(one.key)
        elif one.required:
            problems[one.key] = f"form-needs-{one.kind.value}"
    return Filled(values, problems, frozenset(cut))


def _value(one: Field, given: str) -> str | None:
    """ "" for no answer, None for one that cannot be."""
    text = given[:_LONGEST_VALUE].replace("\0", "").strip()
    match one.kind:
        case FieldKind.TEXT:
            return text if shows_something(text) else ""
        case FieldKind.CONSENT:
            return AGREED if text == AGREED else ""
    if one.offered and not one.options:  # whoever offered them knows
        return text if _KEY.fullmatch(text) else None
    return text if not text or one.option(text) else None
