"""Taking a quiz: each question is answered once a try, and the score follows from the answers alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.domain.training.course import Question


class AnswerVerdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    ALREADY_ANSWERED = "already-answered"
    NO_SUCH_ANSWER = "no-such-answer"


@dataclass(frozen=True, slots=True)
class QuizTry:
    """One try: place of the question → place of the chosen option, both from 0."""

    answers: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuizScore:
    """`percent` is rounded, but never up to the `pass_mark`: "70 %" is not shown to somebody who had 69.9."""

    right: int
    questions: int
    passed: bool
    pass_mark: int = 100

    @property
    def percent(self) -> int:
        rounded = whole_percent(self.right, self.questions)
        return rounded if self.passed else min(rounded, max(self.pass_mark - 1, 0))


def answer_question(
    quiz: Sequence[Question], so_far: QuizTry, question: int, option: int
) -> tuple[QuizTry, AnswerVerdict]:
    """The try with this answer in it. A second answer to a question, or one that does not exist, changes nothing."""
    if not 0 <= question < len(quiz) or not 0 <= option < len(quiz[question].options):
        return so_far, AnswerVerdict.NO_SUCH_ANSWER
    if question in so_far.answers:
        return so_far, AnswerVerdict.ALREADY_ANSWERED
    right = quiz[question].right == option
    after = replace(so_far, answers={**so_far.answers, question: option})
    return after, AnswerVerdict.RIGHT if right else AnswerVerdict.WRONG


def next_question(quiz: Sequence[Question], so_far: QuizTry) -> int | None:
    """The first question without an answer; None when all are answered."""
    return next((number for number in range(len(quiz)) if number not in so_far.answers), None)


def score(quiz: Sequence[Question], answers: QuizTry, pass_mark: int) -> QuizScore:
    """Right answers of all questions; passed at `pass_mark` percent or more, compared without rounding."""
    right = sum(answers.answers.get(number) == question.right for number, question in enumerate(quiz))
    return QuizScore(right, len(quiz), 100 * right >= pass_mark * len(quiz), pass_mark)


def tries_left(allowed: int, used: int) -> int:
    return max(allowed - used, 0)
