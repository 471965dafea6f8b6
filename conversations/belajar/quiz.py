"""The quiz: a question at a time, each answer explained at once."""

from typing import Final

from conversations import entry_points as to
from conversations.belajar.memory import Studying
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.training.quiz import AnswerVerdict
from feedbackbot.i18n import Markup
from feedbackbot.usecases.training.learning import Answered, Finish, answer_quiz, learning_of

_LETTERS: Final = "ABCDEF"


async def ask_question(chat: Chat[Studying]) -> Message:
    learning = await chat.run(learning_of, chat.contact.person_id, chat.data.training_id)
    quiz = learning.course.quiz
    number = min(chat.data.question, len(quiz) - 1)
    asked = quiz[number]
    options = "\n".join(f"{_LETTERS[place]}. {option}" for place, option in enumerate(asked.options))
    head = chat.t("quiz-question", number=number + 1, count=len(quiz))
    # the options stand in the text, where nothing cuts them; the buttons name them
    choices = tuple(Choice(str(place), _LETTERS[place]) for place in range(len(asked.options)))
    return Message(
        Markup(f"{head}\n\n*{_bare(asked.text)}*\n\n{options}"),
        choices,
        columns=4 if len(choices) == 4 else 3,
    )


def _bare(text: str) -> str:
    """In bold as a whole, so without bold parts of its own."""
    return text.replace("*", "").strip()


async def take_question(chat: Chat[Studying], answer: Answer) -> Transition:
    data, person = chat.data, chat.contact.person_id
    found = await chat.run(answer_quiz, person, data.training_id, data.question, int(answer.choice or -1))
    chat.say(_explained(chat, found))
    if found.finish is not None:
        return Done(_finished(chat, found))
    learning = await chat.run(learning_of, person, data.training_id)
    if learning.question is None:
        return Next("siap")
    data.question = learning.question
    return Next("soal", str(data.question))


def _explained(chat: Chat[Studying], found: Answered) -> str:
    if found.verdict is AnswerVerdict.ALREADY_ANSWERED:
        return chat.t("quiz-already-answered")
    question = found.question
    right = Markup(f"{_LETTERS[question.right]}. {question.options[question.right]}")
    key = "quiz-right" if found.verdict is AnswerVerdict.RIGHT else "quiz-wrong"
    return chat.t(key, right=right, explanation=Markup(question.explanation))


def _finished(chat: Chat[Studying], found: Answered) -> Message:
    score = found.score
    assert score is not None  # noqa: S101  set with `finish`
    figures = {"right": score.right, "questions": score.questions, "percent": score.percent}
    training_id = str(chat.data.training_id)
    if found.finish is Finish.PASSED:
        certificate = Choice(training_id, chat.t("certificate-button"), opens=to.CERTIFICATE)
        jp = Choice("buka", chat.t("to-jp"), opens=to.CREDITS)
        return Message(chat.t("quiz-passed", **figures), (certificate, jp, menu_door(chat)))
    text = chat.t("quiz-failed", tries=found.tries_left, **figures)
    again = Choice(training_id, chat.t("quiz-again"), opens=to.LEARN)
    return Message(text, (again, menu_door(chat)))


QUIZ_STEPS: Final = (Step("soal", ask_question, take_question),)
