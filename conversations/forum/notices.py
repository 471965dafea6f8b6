"""What is told about the forum unasked: to authors, to all who took part, to those who owe an answer."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.forum_words import answer_lines, own_door, question_of, topic_result_door, vote_door
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.cases.words import quoted
from feedbackbot.domain.forum.notices import (
    AnswerOwed,
    ForumAnswered,
    PromiseKept,
    PromisePassed,
    StatementDecided,
    StatementsWait,
)
from feedbackbot.domain.forum.statement import StatementState
from feedbackbot.usecases.forum.tell_voters import told_statement, told_topic, waiting_in


def say_decided(tx: Transaction, t: Translate, notice: StatementDecided) -> Message | None:
    """Nothing once the author is gone, or the decision is looked at again."""
    one = told_statement(tx, notice)
    if one is None or one.appealed or one.state is StatementState.WAITING:
        return None
    if one.state is StatementState.SHOWN:
        return Message(f"{t('forum-told-shown')}\n\n{quoted(one.words)}", (vote_door(t, one.topic_id),))
    reason = t(f"forum-reason-{one.reason}") if one.reason else "–"
    text = t(f"forum-told-{one.state}", reason=reason)
    return Message(f"{text}\n\n{quoted(one.words)}", (own_door(t, one.topic_id),))


def _say_of_topic(tx: Transaction, t: Translate, topic_id: int, key: str) -> Message | None:
    topic = told_topic(tx, topic_id)
    if topic is None:
        return None
    lines = [f"{t(key)}\n{question_of(topic)}", *answer_lines(t, topic, topic.stage(tx.now))]
    return Message("\n\n".join(lines), (topic_result_door(t, topic_id),))


def say_answered(tx: Transaction, t: Translate, notice: ForumAnswered) -> Message | None:
    return _say_of_topic(tx, t, notice.topic, "forum-told-answer")


def say_kept(tx: Transaction, t: Translate, notice: PromiseKept) -> Message | None:
    return _say_of_topic(tx, t, notice.topic, "forum-told-kept")


def say_passed(tx: Transaction, t: Translate, notice: PromisePassed) -> Message | None:
    return _say_of_topic(tx, t, notice.topic, "forum-told-passed")


def say_owed(tx: Transaction, t: Translate, notice: AnswerOwed) -> Message | None:
    """Nothing where it was answered meanwhile, or hidden."""
    topic = told_topic(tx, notice.topic)
    if topic is None or topic.stage(tx.now).value != notice.why:
        return None
    text = f"{t(f'forum-owed-{notice.why}')}\n{question_of(topic)}"
    return Message(text, (Choice(str(topic.id), t("forum-to-answer"), opens=to.STEER_FORUM),))


def say_waiting(tx: Transaction, t: Translate, notice: StatementsWait) -> Message | None:
    """How many wait when it is sent."""
    topic, n = told_topic(tx, notice.topic), waiting_in(tx, notice.topic)
    if topic is None or n == 0:
        return None
    text = f"{t('forum-waiting', n=n)}\n{question_of(topic)}"
    return Message(text, (Choice("periksa", t("forum-to-check"), opens=to.STEER_FORUM),))


FORUM_NOTICES: Final = (
    Say(StatementDecided, say_decided),
    Say(ForumAnswered, say_answered),
    Say(PromiseKept, say_kept),
    Say(PromisePassed, say_passed),
    Say(AnswerOwed, say_owed),
    Say(StatementsWait, say_waiting),
)
