"""An own statement, what became of the own ones, and an objection to a decision."""

from typing import Final

from conversations.forum.entering import OWN, TOPICS, VOTE, WRITE, next_vote
from conversations.forum.memory import Forum
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import TEXT, Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.domain.forum.statement import LONGEST, StatementState
from feedbackbot.usecases.forum.read_topic import topic_view
from feedbackbot.usecases.forum.voice import forum_name
from feedbackbot.usecases.forum.write_statement import (
    LONGEST_APPEAL,
    Statement,
    object_to_decision,
    own_statements,
    write_statement,
)

OBJECT: Final = "keberatan"
_BACK: Final = "kembali"
_SHOWN: Final = 8


async def ask_words(chat: Chat[Forum]) -> Message:
    view = await chat.run(topic_view, chat.data.topic)
    text = chat.t("forum-write", question=view.topic.question, most=LONGEST)
    return Message(text, below=(Choice(_BACK, chat.t("back")),))


async def take_words(chat: Chat[Forum], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _BACK:
        return await next_vote(chat)
    name = await chat.run(forum_name, chat.contact.person_id)
    written = await chat.run(write_statement, name, data.topic, answer.text)
    if written.like is not None:
        return await _vote_on_like(chat, written.like)
    if written.problem:
        each = chat.tx.settings.forum_statements_each
        return Again(chat.t(written.problem, most=LONGEST, each=each))
    chat.say(chat.t("forum-written"))
    return await next_vote(chat)


async def _vote_on_like(chat: Chat[Forum], like: Statement) -> Transition:
    """Somebody said it already: that is what can be voted on."""
    if like.state is not StatementState.SHOWN:
        chat.say(chat.t("forum-rule-like-waits"))
        return await next_vote(chat)
    chat.say(chat.t("forum-rule-like"))
    chat.data.statement = like.id
    return Next(VOTE, str(like.id))


async def ask_own(chat: Chat[Forum]) -> Message:
    mine = await _mine(chat)
    if not mine:
        return Message(chat.t("forum-own-none"), below=_below(chat))
    lines = [chat.t("forum-own"), *(_line(chat, one) for one in mine)]
    choices = tuple(
        Choice(f"k{one.id}", chat.t("forum-object", words=beginning(one.words, 30)), short=_short(chat, one))
        for one in mine
        if _may_object(one)
    )
    return Message("\n\n".join(lines), choices, below=_below(chat), replaces=True)


async def _mine(chat: Chat[Forum]) -> list[Statement]:
    name = await chat.run(forum_name, chat.contact.person_id)
    return (await chat.run(own_statements, name, chat.data.topic or None))[:_SHOWN]


def _below(chat: Chat[Forum]) -> tuple[Choice, ...]:
    return (Choice(_BACK, chat.t("forum-to-topics")), menu_door(chat))


def _short(chat: Chat[Forum], one: Statement) -> str:
    return f"{chat.t('forum-object-short')} {beginning(one.words, 10)}"


def _line(chat: Chat[Forum], one: Statement) -> str:
    reason = chat.t(f"forum-reason-{one.reason}") if one.reason else ""
    if one.appealed:
        return f"{quoted(one.words)}\n{chat.t('forum-own-appealed')}"
    state = chat.t(f"forum-own-{one.state}", reason=reason, n=one.counts.n, agree=one.counts.agree)
    return f"{quoted(one.words)}\n{state}"


def _may_object(one: Statement) -> bool:
    return one.state in (StatementState.REFUSED, StatementState.HIDDEN) and not one.appeal


async def take_own(chat: Chat[Forum], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        chat.data.topic = 0
        return Next(TOPICS)
    chat.data.statement = row_id((answer.choice or "").removeprefix("k")) or 0
    return Next(OBJECT)


async def ask_objection(chat: Chat[Forum]) -> Message:
    text = chat.t("forum-object-why", most=LONGEST_APPEAL)
    return Message(text, below=(Choice(_BACK, chat.t("back")),))


async def take_objection(chat: Chat[Forum], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(OWN)
    if len(answer.text) > LONGEST_APPEAL:
        return Again(chat.t("words-too-long", limit=LONGEST_APPEAL))
    name = await chat.run(forum_name, chat.contact.person_id)
    await chat.run(object_to_decision, name, chat.data.statement, answer.text)
    return Done(Message(chat.t("forum-objected"), (menu_door(chat),)))


WRITING_STEPS: Final = (
    Step(WRITE, ask_words, take_words, TEXT),
    Step(OWN, ask_own, take_own),
    Step(OBJECT, ask_objection, take_objection, TEXT),
)
