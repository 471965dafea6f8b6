"""Reading a course from its Markdown file; the format is documented in `docs/course-format.md`."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from feedbackbot.domain.training.course import Course, Lesson, Question
from feedbackbot.domain.training.course_head import LONGEST_TITLE, read_head, split_head
from feedbackbot.domain.training.course_lesson import Line, read_lesson
from feedbackbot.domain.training.course_problem import CourseProblems
from feedbackbot.domain.training.course_quiz import read_quiz
from feedbackbot.domain.training.jp_rules import default_forms

LARGEST_FILE = 500_000  # bytes
MOST_LESSONS = 40
QUIZ_TITLES = ("kuis", "quiz")

_SECTION = re.compile(r"##\s+(.*)")
_MARKS_TO_DROP = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)


@dataclass(frozen=True, slots=True)
class _Section:
    title: Line
    body: tuple[Line, ...]


def parse_course(data: bytes, file: str, known_forms: Collection[str] | None = None) -> Course:
    """The course in a file's bytes; `file` is its name for complaints.

    `known_forms`: codes of the JP table in force, by default of the one that ships with the product. Raises
    `CourseFileError` with every problem found, each with its line.
    """
    problems = CourseProblems(file)
    lines = _lines(data, problems)
    head_text, head_lines = split_head(lines, problems)
    head = read_head(head_text, known_forms or default_forms().keys(), problems) if head_lines > 1 else None
    sections = _sections(lines[head_lines:], head_lines, problems)
    lessons = _lessons(sections, problems)
    quiz = _quiz(sections, len(lines), problems)
    if len(problems) or head is None:
        raise problems.error()
    return Course(
        head.title,
        head.summary,
        head.form,
        head.element,
        head.jp,
        head.pass_mark,
        head.tries,
        tuple(lessons),
        quiz,
    )


def _lines(data: bytes, problems: CourseProblems) -> list[str]:
    if len(data) > LARGEST_FILE:
        problems.add(1, "course-file-too-large", kilobytes=LARGEST_FILE // 1000)
        raise problems.error()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(data[: error.start].count(b"\n") + 1, "course-not-text")
        raise problems.error() from error
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return [_MARKS_TO_DROP.sub("", line) for line in plain.split("\n")]


def _sections(lines: Sequence[str], before: int, problems: CourseProblems) -> list[_Section]:
    """The `##` sections. Line numbers are the file's; `before` counts the lines of the head."""
    sections: list[_Section] = []
    title: Line | None = None
    body: list[Line] = []
    for number, line in enumerate(lines, start=before + 1):
        if found := _SECTION.fullmatch(line.rstrip()):
            if title is not None:
                sections.append(_Section(title, tuple(body)))
            title, body = (number, " ".join(found[1].split())), []
            if len(title[1]) > LONGEST_TITLE:
                problems.add(number, "course-lesson-title", limit=LONGEST_TITLE)
        elif title is not None:
            body.append((number, line))
        elif line.strip() and not line.startswith("# "):
            problems.add(number, "course-text-before-lessons")
            break
    if title is not None:
        sections.append(_Section(title, tuple(body)))
    return sections


def _lessons(sections: Sequence[_Section], problems: CourseProblems) -> list[Lesson]:
    lessons = [
        read_lesson(section.title, section.body, problems) for section in sections if not _is_quiz(section)
    ]
    if not lessons:
        problems.add(1, "course-no-lessons")
    if len(lessons) > MOST_LESSONS:
        problems.add(1, "course-too-many-lessons", limit=MOST_LESSONS)
    return lessons


def _quiz(sections: Sequence[_Section], last_line: int, problems: CourseProblems) -> tuple[Question, ...]:
    quizzes = [section for section in sections if _is_quiz(section)]
    if not quizzes:
        problems.add(last_line, "course-no-quiz")
        return ()
    for another in quizzes[1:]:
        problems.add(another.title[0], "course-second-quiz")
    return read_quiz(quizzes[0].title[0], quizzes[0].body, problems)


def _is_quiz(section: _Section) -> bool:
    return section.title[1].casefold().rstrip(":") in QUIZ_TITLES
