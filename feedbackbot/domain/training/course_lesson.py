"""One `##` section of a course file as a lesson: text, pictures, documents and links in their order."""

import re
from collections.abc import Iterator, Sequence

from feedbackbot.domain import message_text
from feedbackbot.domain.training.course import Lesson, Part, PartKind
from feedbackbot.domain.training.course_problem import CourseProblems

LONGEST_PART = 3_500  # characters; a chat message holds 4,096 with its marks escaped
LONGEST_CAPTION = 900
MOST_PARTS = 20

Line = tuple[int, str]

_EMBEDDED = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]*)\)")
_FILE_NAME = re.compile(r"[\w][\w.\- ]{0,99}\.[A-Za-z0-9]{2,5}")
_WEB = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", re.IGNORECASE)
_PICTURES = ("jpg", "jpeg", "png")
_DOUBLE_STARS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_DOUBLE_LINES = re.compile(r"__(?=\S)(.+?)(?<=\S)__")


def read_lesson(title: Line, body: Sequence[Line], problems: CourseProblems) -> Lesson:
    """The lesson; what is wrong in it goes to `problems`."""
    parts = list(_parts(body, problems))
    if not parts:
        problems.add(title[0], "course-lesson-empty")
    if len(parts) > MOST_PARTS:
        problems.add(title[0], "course-lesson-parts", limit=MOST_PARTS)
    return Lesson(title[1], tuple(parts))


def authored(text: str) -> str:
    """Markdown's bold, headings and lists in the markup that our own messages are written in."""
    lines = []
    for line in text.split("\n"):
        line = _DOUBLE_LINES.sub(r"*\1*", _DOUBLE_STARS.sub(r"*\1*", line.rstrip()))
        if heading := re.fullmatch(r"###+\s+(.*)", line):
            line = f"*{heading[1].replace('*', '')}*"
        lines.append(re.sub(r"^(\s*)[-*]\s+", r"\1• ", line))
    return "\n".join(lines).strip()


def _parts(body: Sequence[Line], problems: CourseProblems) -> Iterator[Part]:
    written: list[Line] = []
    for number, line in body:
        embedded = _EMBEDDED.fullmatch(line.strip())
        if embedded is None:
            written.append((number, line))
            continue
        yield from _text_part(written, problems)
        written = []
        mark, label, target = embedded.groups()
        part = _embedded_part(number, mark, label, target, problems)
        if part is not None:
            yield part
    yield from _text_part(written, problems)


def _text_part(written: Sequence[Line], problems: CourseProblems) -> Iterator[Part]:
    lines = [line for line in written if line[1].strip()]
    if not lines:
        return
    first = lines[0][0]
    text = authored("\n".join(line for _, line in written))
    if len(text) > LONGEST_PART:
        problems.add(first, "course-part-length", limit=LONGEST_PART, length=len(text))
    for number, line in lines:
        for found in message_text.problems(authored(line)):
            problems.add(number, "course-markup", near=found.near)
    yield Part(PartKind.TEXT, re.sub(r"\n{3,}", "\n\n", text))


def _embedded_part(number: int, mark: str, label: str, target: str, problems: CourseProblems) -> Part | None:
    label = " ".join(label.split())
    if len(label) > LONGEST_CAPTION:
        problems.add(number, "course-caption-length", limit=LONGEST_CAPTION)
        return None
    if not mark and _WEB.fullmatch(target):
        return Part(PartKind.LINK, label or target, target)
    if not _FILE_NAME.fullmatch(target) or ".." in target:
        problems.add(number, "course-target")
        return None
    if not mark:
        return Part(PartKind.DOCUMENT, label or target, target)
    if target.rpartition(".")[2].lower() not in _PICTURES:
        problems.add(number, "course-picture-kind", kinds=", ".join(_PICTURES))
        return None
    return Part(PartKind.PICTURE, label, target)
