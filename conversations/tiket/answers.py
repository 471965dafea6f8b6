"""Words that seem to answer what a citizen was asked about a case, or that were edited after they had gone: sent once confirmed."""

from datetime import datetime, timedelta
from typing import Final

from conversations import entry_points as to
from conversations.shared.case_words import done_choices
from conversations.shared.doors import menu_door
from conversations.shared.draft import ask_is_answer, is_no_answer
from conversations.shared.writing import WORDS_AND_FILES, take_file
from conversations.tiket.memory import Ticket
from feedbackbot.dialogue.answer_words import kinds_of
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Back, Done, Hear, Next, Stay, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_ends import OpenQuestion
from feedbackbot.domain.cases.lifecycle import SCORES
from feedbackbot.domain.cases.terms import Action, CaseState
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.read_cases import CaseRow, cases_of_person, citizen_view, last_told
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import citizen_steps

ANSWER, EDITED, LATE, IS_DONE = "jawab", "susulan", "belakangan", "sudah"
_ELSE: Final = "lain"
_MOST_LISTED = 9
_FEW_WORDS = 12
_ASKING: Final = frozenset(
    ("apa", "apakah", "berapa", "kapan", "mana", "dimana", "bagaimana", "gimana", "kenapa", "mengapa", "siapa", "bisa", "boleh", "lagi",
     "what", "how", "when", "where", "why", "who", "which", "can", "peue", "pajan", "pane", "pakriban", "soe")
)  # fmt: skip
_MOST_SHOWN = 900
_SAME_MESSAGE = 60  # of 100: an edit leaves most of a message as it was
_SCORED_WITHIN = timedelta(days=3)
_TOLD_WITHIN = timedelta(days=7)
_LATE = timedelta(minutes=15)  # files that come so soon after a case are mostly a part of it
_STILL_OPEN = timedelta(days=30)  # an answer after the clock has gone on is an answer still


async def open_questions(chat: Chat[Ticket]) -> list[OpenQuestion]:
    """What the officer asked, whether a case is done, or how its handling was."""
    found = []
    for row in await chat.run(cases_of_person, chat.contact.person_id, _MOST_LISTED):
        found += await _told(chat, row)
        closed_at = row.case.closed_at
        if closed_at is not None and row.case.state is CaseState.CLOSED_CONFIRMED and row.case.score is None:
            found.append(_handling(chat, row, closed_at))
        asked = row.case.state is CaseState.ASKED
        if not asked and row.case.state is not CaseState.DONE:
            continue
        found.append(
            OpenQuestion(
                subject=f"case:{row.id}",
                asked_at=row.case.stage_start,
                until=row.case.stage_due + _STILL_OPEN,
                question=chat.t("case-is-it-done"),
                choices=() if asked else done_choices(chat.t, row.id),
                step=ANSWER if asked else IS_DONE,
                memory=Ticket(case_id=row.id),
                certain=Ticket(case_id=row.id, certain=True) if asked else None,
            )
        )
    return found


async def _told(chat: Chat[Ticket], row: CaseRow) -> list[OpenQuestion]:
    """What the citizen was told of a case that goes on: what comes right after it may be for the officer."""
    if not row.case.state.is_open or row.case.state.waits_for_citizen:
        return []
    at = await chat.run(last_told, chat.contact.person_id, row.id)
    if at is None:
        return []
    return [
        OpenQuestion(
            subject=f"told:{row.id}",
            asked_at=at,
            until=at + _TOLD_WITHIN,
            question=chat.t("case-is-it-done"),
            step=ANSWER,
            memory=Ticket(case_id=row.id),
            statement=True,
        )
    ]


def _handling(chat: Chat[Ticket], row: CaseRow, closed_at: datetime) -> OpenQuestion:
    return OpenQuestion(
        subject=f"score:{row.id}",
        asked_at=closed_at,
        until=closed_at + _SCORED_WITHIN,
        question=chat.t("case-ask-score", number=row.number),
        choices=tuple(
            Choice(f"{row.id}.{score}", chat.t(f"case-score-{score}"), opens=to.HANDLING_SCORE)
            for score in SCORES
        ),
    )


async def take_edit(chat: Chat[Ticket], words: str) -> Transition | None:
    """The edit of a message whose former words lie with the office: they stay as they are, and the new ones can be sent after."""
    from rapidfuzz import fuzz

    for row in await chat.run(cases_of_person, chat.contact.person_id, _MOST_LISTED):
        if not row.words or fuzz.ratio(row.words, words) < _SAME_MESSAGE:
            continue
        view = await chat.run(citizen_view, chat.contact.person_id, row.id)
        if Action.WRITE not in view.actions:
            return Stay(Message(chat.t("case-edited-late", number=row.number), (menu_door(chat),)))
        chat.data.case_id, chat.data.draft = row.id, words
        return Next(EDITED)
    return None


async def take_late(chat: Chat[Ticket], answer: Answer) -> Transition | None:
    """Files right after a case was sent: pieces of it that the chat service brought late. They can be added."""
    for row in await chat.run(cases_of_person, chat.contact.person_id, 1):
        view = await chat.run(citizen_view, chat.contact.person_id, row.id)
        if chat.tx.now - row.case.changed_at > _LATE or Action.WRITE not in view.actions:
            return None
        chat.data.case_id = row.id
        if refused := take_file(chat, chat.data, answer):
            return Again(refused)
        return Next(LATE)
    return None


async def ask_late(chat: Chat[Ticket]) -> Message:
    return await _ask_sure(chat, "case-late-sure")


async def ask_answer(chat: Chat[Ticket]) -> Message:
    return await _ask_sure(chat, "case-answer-sure")


async def ask_edited(chat: Chat[Ticket]) -> Message:
    return await _ask_sure(chat, "case-edited-sure")


async def _ask_sure(chat: Chat[Ticket], key: str) -> Message:
    view = await chat.run(citizen_view, chat.contact.person_id, chat.data.case_id)
    return ask_is_answer(chat, chat.data, chat.t(key, number=view.row.number, unit=view.unit))


async def take_answer(chat: Chat[Ticket], answer: Answer) -> Transition:
    """Words that seemed to answer: they go once the citizen says that they do."""
    data = chat.data
    if data.certain and not data.draft and not data.files and _says_something(answer):
        data.draft = answer.text
        take_file(chat, data, answer)
    elif instead := is_no_answer(chat, data, answer, _go_on(chat)):
        return instead
    doing = CaseStep(Action.WRITE, data.draft, data.kept())
    row = await chat.run(citizen_steps, chat.contact.person_id, data.case_id, doing)
    chat.say(Message(chat.t("case-written", number=row.number), _after(chat, row.id)))
    return _go_on(chat)


def _says_something(answer: Answer) -> bool:
    """A file, or a few words that tell. A bare "ya" may be for whoever spoke last, a question for the bot, and a long text may be a
    concern of its own: those are shown before they go."""
    words = [word.strip(",.!").casefold() for word in answer.text.split()]
    if not words:
        return answer.choice is None and answer.file is not None
    asks = "?" in answer.text or not _ASKING.isdisjoint(words)
    return answer.choice is None and not asks and 1 < len(words) <= _FEW_WORDS and not kinds_of(answer.text)


async def ask_done(chat: Chat[Ticket]) -> Message:
    view = await chat.run(citizen_view, chat.contact.person_id, chat.data.case_id)
    question = chat.t("case-done-sure", number=view.row.number)
    draft = quoted(beginning(chat.data.draft, _MOST_SHOWN))
    choices = (
        Choice("ya", chat.t("case-done-yes"), means="yes done"),
        Choice("tidak", chat.t("case-not-done-send"), means="no"),
        Choice(_ELSE, chat.t("open-something-else")),
    )
    return Message(f"{question}\n\n{draft}", choices)


async def take_done(chat: Chat[Ticket], answer: Answer) -> Transition:
    """Words that seemed to say whether it is done: with a no they go to the officer."""
    data, person = chat.data, chat.contact.person_id
    if answer.choice == _ELSE:
        return Hear(Answer(Kind.TEXT, text=data.draft)) if data.draft else Back()
    if answer.choice is None:
        if refused := take_file(chat, data, answer):
            return Again(refused)
        data.draft = "\n".join(filter(None, (data.draft, answer.text)))
        return Again()
    action = Action.CONFIRM if answer.choice == "ya" else Action.REFUSE
    row = await chat.run(citizen_steps, person, data.case_id, CaseStep(action))
    if action is Action.CONFIRM:
        chat.say(chat.t("case-confirmed", number=row.number))
        return _go_on(chat)
    doing = CaseStep(Action.WRITE, data.draft, data.kept())
    await chat.run(citizen_steps, person, data.case_id, doing)
    chat.say(Message(chat.t("case-written", number=row.number), _after(chat, row.id)))
    return _go_on(chat)


def _after(chat: Chat[Ticket], case_id: int) -> tuple[Choice, ...]:
    return (Choice(str(case_id), chat.t("case-see"), opens=to.TICKET), menu_door(chat))


def _go_on(chat: Chat[Ticket]) -> Transition:
    """With what waited behind the question, if anything did."""
    return Back() if chat.data.parked else Done()


ANSWER_STEPS: Final = (
    Step(ANSWER, ask_answer, take_answer, WORDS_AND_FILES),
    Step(EDITED, ask_edited, take_answer, WORDS_AND_FILES),
    Step(LATE, ask_late, take_answer, WORDS_AND_FILES),
    Step(IS_DONE, ask_done, take_done, WORDS_AND_FILES),
)
