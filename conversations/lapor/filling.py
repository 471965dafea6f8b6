"""What happened, when, and what can be shown of it."""

from dataclasses import replace
from typing import Final

from conversations.lapor.draft import CaseDraft
from conversations.lapor.entering import FILES, WHAT, WHEN, go_on
from conversations.shared.writing import FILES as FILE_KINDS
from conversations.shared.writing import take_file
from feedbackbot.dialogue.answer_words import is_bare_answer
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE, CHOICE_OR_TEXT, TEXT, Again, Answer, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.completeness import Missing, says_when
from feedbackbot.domain.cases.time_words import is_time
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.usecases.cases.send_case import MOST_FILES
from feedbackbot.usecases.understanding.read_words import read_words

_LONGEST_WHEN = 200
_MOST_WHEN_WORDS = 5
_DAYS: Final = ("today", "yesterday", "this-week", "ongoing")
_DONE: Final = "selesai"
_BESIDE: Final = FILE_KINDS | {Kind.LOCATION.value}


async def ask_what(chat: Chat[CaseDraft]) -> Message:
    data = chat.data
    if data.what and data.missing is Missing.MORE_WORDS:
        return Message(chat.t("case-more-words", words=data.what[:300]))
    return Message(chat.t(f"case-what-{data.kind}", unit=data.unit_name))


async def take_what(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    """What was too short is added to; a picture may come with its words."""
    data = chat.data
    if refused := take_file(chat, data, answer):
        return Again(refused)
    words = shown_to_others(answer.text)
    if answer.file is not None and not words:
        return await go_on(chat) if data.spoken else Again(chat.t("case-file-now-words"))
    data.what = f"{data.what}\n{words}" if data.missing is Missing.MORE_WORDS else words
    if data.missing is Missing.WHAT:
        data.what = ""
        return Again(chat.t("case-no-letters"))
    return await go_on(chat)


async def ask_when(chat: Chat[CaseDraft]) -> Message:
    days = tuple(Choice(day, chat.t(f"case-when-{day}")) for day in _DAYS)
    return Message(chat.t("case-when"), days, replaces=True)


async def take_when(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    said = chat.t(f"case-when-{answer.choice}") if answer.choice else shown_to_others(answer.text)
    tells = answer.choice or says_when(said) or is_time(said)
    if not tells and (await chat.run(read_words, answer.text)).is_plainly_else():
        return Again(chat.t("case-when-no-time"), not_understood=True)
    if len(said.split()) > _MOST_WHEN_WORDS and not says_when(said):
        chat.data.what = f"{chat.data.what}\n{said}"  # a story goes on
        return Again(chat.t("case-words-added"))
    if not tells:
        return Again(chat.t("case-when-no-time"))
    # the day itself, for "today" means something else when it is read
    day = chat.t("case-when-said", said=said, at=chat.tx.now) if answer.choice else said
    chat.data.happened = day[:_LONGEST_WHEN]
    return await go_on(chat)


async def ask_files(chat: Chat[CaseDraft]) -> Message:
    n = len(chat.data.files)
    if n == 0:
        none = Choice(_DONE, chat.t("skip"), means="skip no done", also=("lanjut", "kirim", "go on", "send"))
        return Message(chat.t("case-files", most=MOST_FILES), below=(none,), replaces=True)
    return Message(
        chat.t("case-files-so-far", n=n, most=MOST_FILES),
        (Choice(_DONE, chat.t("case-files-done")), Choice("buang", chat.t("case-files-drop"))),
    )


async def take_files(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == "buang":
        data.files = []
        return Again()
    if answer.choice == _DONE:
        data.files_done = True
        return await go_on(chat)
    return Again(take_file(chat, data, answer) or "")


def takes_late_files(step: Step) -> Step:
    """The step, which also keeps a picture or a place that comes when something else is asked: of an album, or what was forgotten."""

    async def take(chat: Chat[CaseDraft], answer: Answer) -> Transition:
        if answer.kind.value in step.accepts and answer.kind.value in _BESIDE:
            return await step.take(chat, answer)
        if answer.kind is Kind.LOCATION:
            chat.data.latitude, chat.data.longitude = answer.latitude, answer.longitude
            return Again(chat.t("case-pin-added"))
        if answer.file is None:
            return await step.take(chat, answer)
        data = chat.data
        refused = take_file(chat, data, answer)
        if words := shown_to_others(answer.text):
            data.what = f"{data.what}\n{words}" if data.what else words
        return Again(refused or chat.t("case-file-added", n=len(data.files)))

    return replace(step, take=take, accepts=step.accepts | _BESIDE)


def takes_the_story(step: Step) -> Step:
    """The step, which also keeps words that tell what happened: many begin to tell before they are asked, and go on afterwards."""
    if "text" in step.accepts:
        return step

    async def take(chat: Chat[CaseDraft], answer: Answer) -> Transition:
        if answer.kind is not Kind.TEXT or answer.choice is not None:
            return await step.take(chat, answer)
        if is_bare_answer(answer.text):
            return Again(not_understood=True)
        reading = await chat.run(read_words, answer.text)
        data = chat.data
        goes_on = data.what and not reading.is_plainly_else()
        if not (goes_on or reading.tells_a_report()):
            return Again(not_understood=True)
        data.suggested = data.suggested or list(dict.fromkeys(office.unit_id for office in reading.offices))
        data.handed = True
        data.what = "\n".join(filter(None, (data.what, shown_to_others(answer.text))))
        return Again(chat.t("case-words-added"))

    return replace(step, take=take, accepts=step.accepts | TEXT, places=True)


FILL_STEPS: Final = (
    Step(WHAT, ask_what, take_what, TEXT | FILE_KINDS),
    Step(WHEN, ask_when, take_when, CHOICE_OR_TEXT, keys=frozenset(_DAYS)),
    Step(FILES, ask_files, take_files, CHOICE | FILE_KINDS, keys=frozenset({_DONE, "buang"})),
)
