"""The head of a course file: `key: value` lines between two lines of three dashes."""

from collections.abc import Collection
from dataclasses import dataclass

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.training.course_problem import CourseProblems

LONGEST_TITLE = 120
LONGEST_SUMMARY = 600
MOST_LINES = 60

# Both languages are understood; complaints name the Indonesian key.
KEYS = {
    "title": ("judul", "title"),
    "summary": ("ringkasan", "summary"),
    "form": ("bentuk", "form"),
    "element": ("unsur", "element"),
    "jp": ("jp", "jp"),
    "pass_mark": ("lulus", "pass_mark"),
    "tries": ("percobaan", "tries"),
}
DEFAULTS = {"summary": "", "form": "C3", "pass_mark": "70", "tries": "3"}
NUMBERS = {"jp": (1, 100), "pass_mark": (1, 100), "tries": (1, 20)}


@dataclass(frozen=True, slots=True)
class CourseHead:
    title: str
    summary: str
    form: str
    element: str
    jp: int
    pass_mark: int
    tries: int


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    line: int


def split_head(lines: list[str], problems: CourseProblems) -> tuple[str, int]:
    """The YAML of the head, and how many lines it takes with its dashes (0 where there is none)."""
    if not lines or lines[0].strip() != "---":
        problems.add(1, "course-head-missing")
        return "", 0
    for number, line in enumerate(lines[1:MOST_LINES], start=1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), number + 1
    problems.add(1, "course-head-open")
    return "", 1


def read_head(text: str, known_forms: Collection[str], problems: CourseProblems) -> CourseHead | None:
    """The head's values; None if anything is wrong with them, which `problems` then holds."""
    before = len(problems)
    given = _scalars(text, problems)
    if given is None:
        return None
    values: dict[str, _Value] = {}
    for field, names in KEYS.items():
        name = next((name for name in names if name in given), None)
        if name is not None:
            values[field] = given.pop(name)
        elif field in DEFAULTS:
            values[field] = _Value(DEFAULTS[field], 1)
        else:
            problems.add(1, "course-key-missing", name=names[0])
    for name, value in given.items():
        problems.add(value.line, "course-key-unknown", name=name[:40])
    for field, value in values.items():
        _check(field, value, known_forms, problems)
    if len(problems) > before:
        return None
    return CourseHead(
        title=values["title"].text,
        summary=values["summary"].text,
        form=values["form"].text.upper(),
        element=values["element"].text.lower(),
        jp=int(values["jp"].text),
        pass_mark=int(values["pass_mark"].text.rstrip("% ")),
        tries=int(values["tries"].text),
    )


def _scalars(text: str, problems: CourseProblems) -> dict[str, _Value] | None:
    """Key → text and line. Composed, not constructed: values stay the text that was written."""
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problems.add(mark.line + 2 if mark else 1, "course-head-broken")
        return None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        problems.add(2, "course-head-broken")
        return None
    found: dict[str, _Value] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2  # lines count from 1, and the dashes take the first
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            problems.add(line, "course-value-not-plain")
        elif key.value.lower() in found:
            problems.add(line, "course-key-twice", name=key.value[:40])
        else:
            found[key.value.lower()] = _Value(" ".join(value.value.split()), line)
    return found


def _check(field: str, value: _Value, known_forms: Collection[str], problems: CourseProblems) -> None:
    name, text = KEYS[field][0], value.text
    if field in NUMBERS:
        lowest, highest = NUMBERS[field]
        digits = text.rstrip("% ") if field == "pass_mark" else text
        if not (digits.isascii() and digits.isdigit() and lowest <= int(digits[:9]) <= highest):
            problems.add(value.line, "course-number", name=name, lowest=lowest, highest=highest)
    elif field == "element" and text.lower() not in ELEMENT_KEYS:
        problems.add(value.line, "course-element-unknown", known=", ".join(ELEMENT_KEYS))
    elif field == "form" and text.upper() not in known_forms:
        problems.add(value.line, "course-form-unknown", known=", ".join(known_forms))
    elif field == "title" and not 1 <= len(text) <= LONGEST_TITLE:
        problems.add(value.line, "course-title-length", limit=LONGEST_TITLE)
    elif field == "summary" and len(text) > LONGEST_SUMMARY:
        problems.add(value.line, "course-summary-length", limit=LONGEST_SUMMARY)
