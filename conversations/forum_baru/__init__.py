"""Open a topic of the forum: about whom, what, from when until when, for whom, with which first statements."""

from datetime import datetime, timedelta
from typing import Final

from conversations import entry_points as to
from conversations.forum_baru.about import ABOUT_STEP, QUESTION, start
from conversations.forum_baru.memory import NewTopic
from conversations.shared.doors import menu_door, row_id
from conversations.shared.forum_words import vote_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import quoted
from feedbackbot.domain.forum.statement import LONGEST, as_kept
from feedbackbot.domain.forum.topic import LONGEST_QUESTION, MOST_SEEDS, Audience, question_problem, seeds_in
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.spoken.deadline import read_deadline
from feedbackbot.usecases.forum.open_topic import (
    OPENERS,
    open_topic,
    seed_problem,
)
from feedbackbot.usecases.improvement.train_staff import loop_view

_FROM, _UNTIL = "mulai", "sampai"
_WHO, _SEEDS, _REVIEW = "siapa", "awal", "periksa"
_NOW, _NONE, _OPEN, _AGAIN = "sekarang", "kosong", "buka", "ulang"
_DAYS: Final = ("7", "14", "30")


async def enter(chat: Chat[NewTopic], argument: str) -> Transition:
    """From an improvement case, by its number: what would help there?"""
    view = await chat.run(loop_view, chat.contact.person_id, row_id(argument) or 0)
    data = chat.data
    data.improvement_id, data.unit_id, data.unit = view.case.id, view.unit.id, view.unit.short_name
    element = chat.t(f"element-{view.case.element}")
    data.question = chat.t("forum-question-of-case", unit=view.unit.short_name, element=element)
    return Next(_FROM)


async def ask_question(chat: Chat[NewTopic]) -> Message:
    return Message(chat.t("forum-new-question", most=LONGEST_QUESTION))


async def take_question(chat: Chat[NewTopic], answer: Answer) -> Transition:
    question = as_kept(answer.text)
    if problem := question_problem(question):
        return Again(chat.t(problem, most=LONGEST_QUESTION))
    chat.data.question = question
    return Next(_FROM)


async def ask_from(chat: Chat[NewTopic]) -> Message:
    return Message(chat.t("forum-new-from"), (Choice(_NOW, chat.t("forum-new-now")),), replaces=True)


async def take_from(chat: Chat[NewTopic], answer: Answer) -> Transition:
    if answer.choice == _NOW:
        chat.data.opens_at = ""
        return Next(_UNTIL)
    moment = _moment(chat, answer.text)
    if isinstance(moment, Again):
        return moment
    chat.data.opens_at = moment.replace(hour=0, minute=0, second=0).isoformat()
    return Next(_UNTIL)


def _moment(chat: Chat[NewTopic], text: str) -> datetime | Again:
    moment = read_deadline(text, chat.tx.now)
    return moment if moment > chat.tx.now else Again(chat.t("forum-until-past"))


async def ask_until(chat: Chat[NewTopic]) -> Message:
    choices = tuple(Choice(days, chat.t("forum-new-days", n=int(days))) for days in _DAYS)
    return Message(chat.t("forum-new-until"), choices, replaces=True)


async def take_until(chat: Chat[NewTopic], answer: Answer) -> Transition:
    data, now = chat.data, chat.tx.now
    begins = datetime.fromisoformat(data.opens_at) if data.opens_at else now
    if answer.choice:
        data.closes_at = (begins + timedelta(days=int(answer.choice))).isoformat()
        return Next(_WHO)
    moment = _moment(chat, answer.text)
    if isinstance(moment, Again):
        return moment
    if moment <= begins:
        return Again(chat.t("forum-until-past"))
    data.closes_at = moment.isoformat()
    return Next(_WHO)


async def ask_who(chat: Chat[NewTopic]) -> Message:
    choices = tuple(Choice(one.value, chat.t(f"forum-audience-{one}")) for one in Audience)
    return Message(chat.t("forum-new-who"), choices, replaces=True)


async def take_who(chat: Chat[NewTopic], answer: Answer) -> Transition:
    chat.data.audience = answer.choice or Audience.EVERYBODY.value
    return Next(_SEEDS)


async def ask_seeds(chat: Chat[NewTopic]) -> Message:
    none = (Choice(_NONE, chat.t("skip")),)
    return Message(chat.t("forum-new-seeds", most=MOST_SEEDS, signs=LONGEST), below=none)


async def take_seeds(chat: Chat[NewTopic], answer: Answer) -> Transition:
    seeds = [] if answer.choice == _NONE else seeds_in(answer.text)
    for words in seeds:
        if problem := seed_problem(words):
            return Again(f"{quoted(words[:200])}\n{chat.t(problem, most=LONGEST)}")
    chat.data.seeds = seeds
    return Next(_REVIEW)


async def ask_review(chat: Chat[NewTopic]) -> Message:
    data = chat.data
    draft = data.draft(chat.tx.now)
    shown = chat.t(
        "forum-new-review",
        unit=data.unit or chat.t("forum-whole-city"),
        question=data.question,
        opens=draft.opens_at,
        until=draft.closes_at,
        who=chat.t(f"forum-audience-{data.audience}"),
    )
    seeds = "\n".join(f"• {escape(words)}" for words in data.seeds)
    choices = (
        Choice(_OPEN, chat.t("forum-new-open"), means="yes"),
        Choice(_AGAIN, chat.t("forum-new-again")),
    )
    return Message("\n\n".join(filter(None, (shown, seeds))), choices, replaces=True)


async def take_review(chat: Chat[NewTopic], answer: Answer) -> Transition:
    if answer.choice == _AGAIN:
        return Next(QUESTION)
    made = await chat.run(open_topic, chat.contact.person_id, chat.data.draft(chat.tx.now))
    card = Choice(str(made), chat.t("forum-to-steer"), opens=to.STEER_FORUM)
    return Done(
        Message(chat.t("forum-opened"), (card, vote_door(chat.t, made), menu_door(chat)), replaces=True)
    )


CONVERSATION: Final = Conversation(
    "forum_baru",
    start,
    (
        ABOUT_STEP,
        Step(QUESTION, ask_question, take_question, TEXT),
        Step(_FROM, ask_from, take_from, CHOICE_OR_TEXT),
        Step(_UNTIL, ask_until, take_until, CHOICE_OR_TEXT),
        Step(_WHO, ask_who, take_who, keys=frozenset(Audience)),
        Step(_SEEDS, ask_seeds, take_seeds, CHOICE_OR_TEXT),
        Step(_REVIEW, ask_review, take_review, keys=frozenset({_OPEN, _AGAIN})),
    ),
    data=NewTopic,
    commands=(Command("forum_baru", roles=OPENERS),),
    entries=(Entry(to.NEW_FORUM, enter, OPENERS),),
)
