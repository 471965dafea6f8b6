"""What is wrong with a course file, each with its line, all told at once."""

from dataclasses import dataclass, field

from feedbackbot.domain.sheets.problem import Details
from feedbackbot.errors import FeedbackbotError


@dataclass(frozen=True, slots=True)
class CourseProblem:
    """`line` counts from 1 as an editor shows it; `key` and `args` are for the catalogue."""

    file: str
    line: int
    key: str
    args: Details = field(default_factory=dict)


class CourseFileError(FeedbackbotError):
    """The file is no usable course; `problems` in the order of their lines."""

    def __init__(self, problems: tuple[CourseProblem, ...]) -> None:
        super().__init__("course-file-problems", file=problems[0].file, count=len(problems))
        self.problems = problems


class CourseProblems:
    """Gathers problems while a file is read, so that its author can mend all of them in one go."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[CourseProblem] = []

    def add(self, line: int, key: str, **args: str | int) -> None:
        self._found.append(CourseProblem(self._file, line, key, args))

    def __len__(self) -> int:
        return len(self._found)

    def error(self) -> CourseFileError:
        return CourseFileError(tuple(sorted(self._found, key=lambda problem: problem.line)))
