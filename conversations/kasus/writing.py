"""Words of an officer about a case: to its citizen, to a colleague, to another office, or for the desk alone."""

from typing import Final

from conversations.kasus.desk import CASE, LIST
from conversations.kasus.memory import DeskMemory
from conversations.kasus.one_case import REPLY, WRITE
from conversations.shared.writing import SEND, WORDS_AND_FILES, ask_words, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.read_cases import staff_view
from feedbackbot.usecases.cases.ready_replies import replies_of
from feedbackbot.usecases.cases.staff import desk_units
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import staff_steps

READY: Final = "siap"
_BACK, _READY, _WITHOUT = "kembali", "siap", "tanpa"
_NEEDS_WORDS: Final = (Action.ASK_BACK, Action.MARK_DONE, Action.NOTE)
_MAY_BE_WITHOUT: Final = (Action.HAND_OVER, Action.ASSIGN)
_TO_CITIZEN: Final = (Action.ANSWER, Action.ASK_BACK, Action.MARK_DONE)
_MOST_SHOWN: Final = 250


async def ask_write(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    doing = chat.data.doing
    asked = ask_words(
        chat, chat.data, chat.t(f"case-write-{doing}", number=view.row.number), Choice(_BACK, chat.t("back"))
    )
    more: tuple[Choice, ...] = ()
    if doing in _MAY_BE_WITHOUT:
        more = (Choice(_WITHOUT, chat.t("case-without-note")),)
    elif doing in _TO_CITIZEN:
        ready = await chat.run(replies_of, chat.contact.person_id, view.row.unit_id)
        more = (Choice(_READY, chat.t("case-ready-replies")),) if ready else ()
    return Message(asked.text, (*asked.choices, *more), below=asked.below)


async def take_write(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _BACK:
        data.files = []
        return Next(CASE)
    if answer.choice == _READY:
        return Next(READY)
    if data.doing not in _TO_CITIZEN and answer.file is not None:
        return Again(chat.t("case-note-words-only"))
    if refused := take_file(chat, data, answer):
        return Again(refused)
    words = "" if answer.choice in (SEND, _WITHOUT) else answer.text
    if answer.file is not None and not words:
        return Again()
    if not words and data.doing in _NEEDS_WORDS:
        return Again(chat.t("case-words-needed"))
    return await carry_out(chat, words)


async def carry_out(chat: Chat[DeskMemory], words: str) -> Transition:
    """Do what the words are for; back to the case, where it is still on this desk."""
    data, person = chat.data, chat.contact.person_id
    doing = CaseStep(
        data.doing,
        words,
        data.kept(),
        to_unit=data.to_unit or None,
        to_officer=data.to_officer or None,
        outside=data.outside,
    )
    row = await chat.run(staff_steps, person, data.case_id, doing)
    if row.id != data.case_id:  # it was merged while this was being written
        chat.say(chat.t("case-went-to-parent", number=row.number))
        data.case_id = row.id
    data.clear()
    data.to_unit, data.to_officer, data.outside = 0, 0, ""
    chat.say(chat.t(f"case-did-{data.doing}"))
    units = await chat.run(desk_units, person)
    return Next(CASE if units is None or row.unit_id in units else LIST)


async def ask_ready(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    found = await chat.run(replies_of, chat.contact.person_id, view.row.unit_id)
    lines = [
        f"*{chat.t('case-ready-title', title=one.title)}*\n{quoted(beginning(one.words, _MOST_SHOWN))}"
        for one in found
    ]
    choices = tuple(Choice(str(one.id), one.title) for one in found)
    head = chat.t("case-which-ready")
    return Message(
        "\n\n".join((head, *lines[:10])), choices, below=(Choice(_BACK, chat.t("back")),), replaces=True
    )


async def take_ready(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    """It becomes a draft: it is seen, and may be replaced, before it goes."""
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    found = await chat.run(replies_of, chat.contact.person_id, view.row.unit_id)
    chosen = next((one for one in found if str(one.id) == answer.choice), None)
    if chosen is None:
        return Next(WRITE, chat.data.doing.value)
    chat.data.draft = chosen.words
    return Next(REPLY)


WRITING_STEPS: Final = (
    Step(WRITE, ask_write, take_write, WORDS_AND_FILES),
    Step(READY, ask_ready, take_ready),
)
