"""Which course, and its lessons."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.belajar.memory import Studying
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Stay, Step, Transition
from feedbackbot.dialogue.file_sources import RECEIVED
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.training.course import Part, PartKind
from feedbackbot.i18n import Markup
from feedbackbot.usecases.training.import_course import course_files_for
from feedbackbot.usecases.training.learning import (
    Learning,
    begin_course,
    begin_try,
    courses_for,
    learning_of,
    lesson_read,
    set_daily,
)

_EMPLOYEE: Final = "employee"


async def start(chat: Chat[Studying], argument: str) -> Transition:
    return Next("kursus")


async def enter_course(chat: Chat[Studying], argument: str) -> Transition:
    """`<course>` to begin or go on, `<course>.jeda` to end the daily reminder."""
    if _EMPLOYEE not in chat.roles:
        return Stay(
            Message(chat.t("training-not-linked"), (Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF),))
        )
    number, _, act = argument.partition(".")
    training_id = row_id(number)
    if training_id is None:
        return Next("kursus")
    if act == "jeda":
        await chat.run(set_daily, chat.contact.person_id, training_id, daily=False)
        return Stay(Message(chat.t("learn-daily-is-off"), (_go_on(chat, training_id), menu_door(chat))))
    return await _open(chat, training_id)


async def ask_course(chat: Chat[Studying]) -> Message:
    found = await chat.run(courses_for, chat.contact.person_id)
    choices = []
    for training, progress in found:
        mark = "✅" if progress and progress.passed_at else "▶️" if progress else "📘"
        choices.append(Choice(str(training.id), f"{mark} {training.title} ({training.jp} JP)"[:60]))
    text = chat.t("learn-which" if choices else "learn-none")
    return Message(text, tuple(choices), below=(menu_door(chat),), replaces=True)


async def take_course(chat: Chat[Studying], answer: Answer) -> Transition:
    return await _open(chat, row_id(answer.choice or "") or 0)


async def _open(chat: Chat[Studying], training_id: int) -> Transition:
    learning = await chat.run(begin_course, chat.contact.person_id, training_id)
    chat.data.training_id = training_id
    return await onward(chat, learning)


async def onward(chat: Chat[Studying], learning: Learning) -> Transition:
    """The next lesson, or what follows the last one."""
    if not learning.lessons_done:
        chat.data.lesson = learning.progress.lessons
        return Next("materi", str(chat.data.lesson))
    return Next("siap")


async def ask_lesson(chat: Chat[Studying]) -> Message:
    """The lesson's last text carries the button; what comes before it is sent by `_say_parts` when the lesson is entered."""
    learning = await chat.run(learning_of, chat.contact.person_id, chat.data.training_id)
    lessons = learning.course.lessons
    number = min(chat.data.lesson, len(lessons) - 1)
    lesson = lessons[number]
    head = chat.t("learn-lesson", title=lesson.title, number=number + 1, count=len(lessons))
    body = "\n\n".join(_words(part) for part in lesson.parts)
    acts = [Choice("lanjut", chat.t("learn-next" if number + 1 < len(lessons) else "learn-to-quiz"))]
    files = await chat.run(course_files_for, chat.data.training_id, chat.contact.channel)
    for place, part in enumerate(lesson.parts):
        if part.kind is PartKind.LINK:
            acts.append(Choice(f"tautan{place}", plain(part.text)[:40], url=part.target))
        elif part.kind is not PartKind.TEXT and part.target in files:
            acts.append(
                Choice(f"berkas{place}", chat.t("learn-show-file", name=plain(part.text) or part.target))
            )
    if number:
        acts.insert(0, Choice("kembali", chat.t("learn-back")))
    daily = "setop" if learning.progress.daily else "harian"
    courses = Choice("daftar", chat.t("learn-courses"), opens=to.LEARN)
    below = (Choice(daily, chat.t(f"learn-daily-{daily}")), courses, menu_door(chat))
    return Message(Markup(f"{head}\n\n{body}"), tuple(acts), below=below, replaces=True)


def _words(part: Part) -> str:
    """A part as text; pictures and documents are opened by a button."""
    marks = {PartKind.PICTURE: "🖼 ", PartKind.DOCUMENT: "📎 ", PartKind.LINK: "🔗 "}
    return part.text if part.kind is PartKind.TEXT else f"{marks[part.kind]}{part.text or part.target}"


async def take_lesson(chat: Chat[Studying], answer: Answer) -> Transition:
    person, data, choice = chat.contact.person_id, chat.data, answer.choice or ""
    if choice in ("harian", "setop"):
        await chat.run(set_daily, person, data.training_id, daily=choice == "harian")
        if choice == "harian":
            text = chat.t("learn-daily-is-on")
            return Done(Message(text, (_go_on(chat, data.training_id), menu_door(chat))))
        return Next("materi", str(data.lesson))
    if choice == "kembali":
        data.lesson = max(data.lesson - 1, 0)
        return Next("materi", str(data.lesson))
    if choice.startswith("berkas"):
        await _show_file(chat, int(choice.removeprefix("berkas")))
        return Next("materi", str(data.lesson))
    before = await chat.run(learning_of, person, data.training_id)
    learning = await chat.run(lesson_read, person, data.training_id, data.lesson)
    if data.lesson + 1 >= len(learning.course.lessons):
        return Next("siap")
    data.lesson += 1
    if learning.progress.daily and before.progress.lessons == data.lesson - 1:
        text = chat.t("learn-enough-today", lesson=data.lesson + 1)
        return Done(Message(text, (_go_on(chat, data.training_id), menu_door(chat)), replaces=True))
    return Next("materi", str(data.lesson))


async def _show_file(chat: Chat[Studying], place: int) -> None:
    learning = await chat.run(learning_of, chat.contact.person_id, chat.data.training_id)
    part = learning.course.lessons[chat.data.lesson].parts[place]
    files = await chat.run(course_files_for, chat.data.training_id, chat.contact.channel)
    file = Attachment(RECEIVED, {"ref": files[part.target]}, name=part.target)
    caption = part.text or part.target
    if part.kind is PartKind.PICTURE:
        chat.say(Message(caption, picture=file))
    else:
        chat.say(Message(caption, document=file))


def _go_on(chat: Chat[Any], training_id: int) -> Choice:
    return Choice(str(training_id), chat.t("learn-go-on"), opens=to.LEARN)


# Between the lessons and the quiz


async def ask_ready(chat: Chat[Studying]) -> Message:
    learning = await chat.run(learning_of, chat.contact.person_id, chat.data.training_id)
    course, progress = learning.course, learning.progress
    again, last = Choice("ulang", chat.t("learn-read-again")), Choice("kembali", chat.t("learn-last-lesson"))
    if progress.passed_at is not None:
        certificate = Choice(str(chat.data.training_id), chat.t("certificate-button"), opens=to.CERTIFICATE)
        text = chat.t("learn-passed-already", title=course.title, percent=progress.best_percent or 0)
        return Message(text, (certificate, again), below=(menu_door(chat),), replaces=True)
    if learning.question is not None:
        text = chat.t("learn-quiz-resume", number=learning.question + 1, count=len(course.quiz))
        return Message(
            text, (Choice("kuis", chat.t("learn-go-on")), again), below=(menu_door(chat),), replaces=True
        )
    if learning.tries_left == 0 and progress.version == learning.kept.version:
        text = chat.t("learn-out-of-tries", tries=course.tries, percent=progress.best_percent or 0)
        return Message(text, (again,), below=(menu_door(chat),), replaces=True)
    text = chat.t(
        "learn-ready",
        questions=len(course.quiz),
        percent=course.pass_mark,
        tries=learning.tries_left or 1,
        jp=course.jp,
    )
    return Message(
        text,
        (Choice("kuis", chat.t("learn-start-quiz")), last, again),
        below=(menu_door(chat),),
        replaces=True,
    )


async def take_ready(chat: Chat[Studying], answer: Answer) -> Transition:
    if answer.choice in ("ulang", "kembali"):
        lessons = (await chat.run(learning_of, chat.contact.person_id, chat.data.training_id)).course.lessons
        chat.data.lesson = 0 if answer.choice == "ulang" else len(lessons) - 1
        return Next("materi", str(chat.data.lesson))
    learning = await chat.run(begin_try, chat.contact.person_id, chat.data.training_id)
    chat.data.question = learning.question or 0
    return Next("soal", str(chat.data.question))


LESSON_STEPS: Final = (
    Step("kursus", ask_course, take_course, passing=True),
    Step("materi", ask_lesson, take_lesson),
    Step("siap", ask_ready, take_ready),
)
