"""The quiz section of a course file: `###` questions, `- [ ]` options with one `- [x]`, `>` explanation."""

import re
from collections.abc import Iterator, Sequence

from feedbackbot.domain import message_text
from feedbackbot.domain.training.course import Question
from feedbackbot.domain.training.course_lesson import Line
from feedbackbot.domain.training.course_problem import CourseProblems

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
LONGEST_QUESTION = 500
LONGEST_OPTION = 200
LONGEST_EXPLANATION = 600
MOST_QUESTIONS = 50

_OPTION = re.compile(r"[-*]\s*\[([ xX])\]\s*(.*)")
_QUESTION = re.compile(r"###\s+(.*)")


def read_quiz(heading: int, body: Sequence[Line], problems: CourseProblems) -> tuple[Question, ...]:
    """The questions in their order; what is wrong goes to `problems`. `heading`: line of the section."""
    blocks = list(_blocks(body, problems))
    if not blocks:
        problems.add(heading, "course-quiz-empty")
    if len(blocks) > MOST_QUESTIONS:
        problems.add(heading, "course-quiz-length", limit=MOST_QUESTIONS)
    return tuple(_question(title, lines, problems) for title, lines in blocks)


def _blocks(body: Sequence[Line], problems: CourseProblems) -> Iterator[tuple[Line, list[Line]]]:
    title: Line | None = None
    lines: list[Line] = []
    for number, line in body:
        if found := _QUESTION.fullmatch(line.strip()):
            if title is not None:
                yield title, lines
            title, lines = (number, found[1].strip()), []
        elif title is not None:
            lines.append((number, line.strip()))
        elif line.strip():
            problems.add(number, "course-quiz-stray")
    if title is not None:
        yield title, lines


def _question(title: Line, lines: Sequence[Line], problems: CourseProblems) -> Question:
    number, text = title
    options: list[str] = []
    right: list[int] = []
    explanation: list[str] = []
    for place, line in lines:
        if found := _OPTION.fullmatch(line):
            if found[1] in "xX":
                right.append(len(options))
            options.append(found[2].strip())
            _check_option(place, options, problems)
        elif line.startswith(">"):
            explanation.append(line.lstrip("> ").strip())
        elif line and not options and not explanation:
            text += f"\n{line}"
        elif line:
            problems.add(place, "course-question-stray")
    told = " ".join(part for part in explanation if part)
    _check_question(number, text, options, right, told, problems)
    return Question(text, tuple(options), right[0] if right else 0, told)


def _check_option(place: int, options: Sequence[str], problems: CourseProblems) -> None:
    option = options[-1]
    if not 1 <= len(option) <= LONGEST_OPTION:
        problems.add(place, "course-option-length", limit=LONGEST_OPTION)
    elif option.casefold() in (other.casefold() for other in options[:-1]):
        problems.add(place, "course-option-twice")


def _check_question(
    number: int, text: str, options: Sequence[str], right: Sequence[int], told: str, problems: CourseProblems
) -> None:
    if not 1 <= len(text) <= LONGEST_QUESTION:
        problems.add(number, "course-question-length", limit=LONGEST_QUESTION)
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        problems.add(number, "course-options", fewest=FEWEST_OPTIONS, most=MOST_OPTIONS, found=len(options))
    for written in (text, *options, told):
        for found in message_text.problems(written):
            problems.add(number, "course-markup", near=found.near)
    if len(right) != 1:
        problems.add(number, "course-right-answer", found=len(right))
    if not 1 <= len(told) <= LONGEST_EXPLANATION:
        problems.add(number, "course-explanation", limit=LONGEST_EXPLANATION)
