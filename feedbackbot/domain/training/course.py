"""A self-paced course: lessons in parts, a quiz, and what passing it is worth."""

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    TEXT = "text"
    PICTURE = "picture"
    DOCUMENT = "document"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a lesson. `text`: body, caption or title; `target`: file name or web address, "" for text."""

    kind: PartKind
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`right` is the place of the right answer in `options`, from 0."""

    text: str
    options: tuple[str, ...]
    right: int
    explanation: str


@dataclass(frozen=True, slots=True)
class Course:
    """`form`: code of the JP table; `element`: key of a survey element; `pass_mark` in percent; `tries` at the quiz."""

    title: str
    summary: str
    form: str
    element: str
    jp: int
    pass_mark: int
    tries: int
    lessons: tuple[Lesson, ...]
    quiz: tuple[Question, ...]

    @property
    def needed_files(self) -> tuple[str, ...]:
        """Pictures and documents that must come with the course file."""
        with_file = (PartKind.PICTURE, PartKind.DOCUMENT)
        names = [part.target for lesson in self.lessons for part in lesson.parts if part.kind in with_file]
        return tuple(dict.fromkeys(names))
