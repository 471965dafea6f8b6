"""A question is answered once, and passing is decided without rounding."""

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.training.course import Question
from feedbackbot.domain.training.quiz import (
    AnswerVerdict,
    QuizTry,
    answer_question,
    next_question,
    score,
    tries_left,
)

QUIZ = tuple(Question(f"Soal {number}", ("a", "b", "c"), 1, "sebab") for number in range(3))


def test_an_answer_is_right_or_wrong_and_the_next_question_follows() -> None:
    after, verdict = answer_question(QUIZ, QuizTry(), 0, 1)
    assert verdict is AnswerVerdict.RIGHT
    assert next_question(QUIZ, after) == 1
    assert answer_question(QUIZ, after, 1, 2)[1] is AnswerVerdict.WRONG


def test_a_question_already_answered_keeps_its_answer() -> None:
    after, _ = answer_question(QUIZ, QuizTry(), 0, 0)
    assert answer_question(QUIZ, after, 0, 1) == (after, AnswerVerdict.ALREADY_ANSWERED)


def test_an_answer_that_does_not_exist_changes_nothing() -> None:
    for question, option in ((3, 0), (-1, 0), (0, 3), (0, -1)):
        assert answer_question(QUIZ, QuizTry(), question, option) == (QuizTry(), AnswerVerdict.NO_SUCH_ANSWER)


def test_two_of_three_are_66_percent_and_do_not_pass_at_67() -> None:
    answers = QuizTry({0: 1, 1: 1, 2: 0})
    assert (score(QUIZ, answers, 66).passed, score(QUIZ, answers, 67).passed) == (True, False)
    assert score(QUIZ, answers, 67).percent == 66
    assert next_question(QUIZ, answers) is None


def test_tries_run_out_at_zero() -> None:
    assert [tries_left(2, used) for used in range(4)] == [2, 1, 0, 0]


@given(st.lists(st.tuples(st.integers(-1, 4), st.integers(-1, 4)), max_size=30), st.integers(1, 100))
@settings(deadline=None)
def test_the_score_is_that_of_the_first_answers(taps: list[tuple[int, int]], mark: int) -> None:
    so_far, first = QuizTry(), dict[int, int]()
    for question, option in taps:
        so_far, _ = answer_question(QUIZ, so_far, question, option)
        if 0 <= question < 3 and 0 <= option < 3:
            first.setdefault(question, option)
    right = sum(option == 1 for option in first.values())
    assert score(QUIZ, so_far, mark).right == right
    assert score(QUIZ, so_far, mark).passed is (right / 3 * 100 >= mark - 1e-9)
