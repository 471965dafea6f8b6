"""Tell those who took part. Nothing leads from a voice to a person, so each round computes everybody's name, some people at a time."""

from collections.abc import Callable, Mapping
from typing import Final

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.forum.notices import ForumAnswered, PromiseKept, PromisePassed, StatementDecided
from feedbackbot.domain.notices import Notice
from feedbackbot.storage.cases.follow_ups import people_after
from feedbackbot.storage.forum.statements import (
    Statement,
    are_untold,
    begin_round,
    count_waiting,
    decided_in,
    of_round,
)
from feedbackbot.storage.forum.tellings import (
    AUTHORS,
    Telling,
    add_telling,
    authors_are_told,
    next_telling,
    told_up_to,
)
from feedbackbot.storage.forum.topics import Topic, topic_by_id
from feedbackbot.storage.forum.votes import took_part
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.steer_topic import ANSWERED, KEPT, REOPENED
from feedbackbot.usecases.forum.voice import forum_name, statement_name

_PEOPLE_AT_ONCE: Final = 500
_NOTICES: Final[Mapping[str, Callable[[int], Notice]]] = {
    ANSWERED: ForumAnswered,
    KEPT: PromiseKept,
    REOPENED: PromisePassed,
}


def tell_voters(tx: Transaction) -> dict[str, int]:
    """One bounded step over people; call again until all counts are 0."""
    _begin_to_authors(tx)
    one = next_telling(tx)
    if one is None:
        return {"looked_at": 0, "told": 0}
    people = people_after(tx, one.told_up_to, _PEOPLE_AT_ONCE)
    names = {forum_name(tx, person_id): person_id for person_id in people}
    told = _tell_authors(tx, one, names) if one.what == AUTHORS else _tell_all(tx, one, names)
    told_up_to(tx, one.id, people[-1] if people else None)
    return {"looked_at": len(people), "told": told}


def _begin_to_authors(tx: Transaction) -> None:
    """Everything decided since the last round goes into one."""
    if are_untold(tx) and not authors_are_told(tx):
        begin_round(tx, add_telling(tx, AUTHORS))


def _tell_authors(tx: Transaction, one: Telling, names: Mapping[str, int]) -> int:
    told = 0
    for statement in of_round(tx, one.id, names):
        name = statement_name(tx, statement.id)
        # decided anew after an appeal, it is told anew
        key = f"forum-statement:{name}:{one.id}"
        notice = StatementDecided(statement.topic_id, name)
        told += tell(tx, names[statement.author or ""], notice, once_key=key).will_go
    return told


def _tell_all(tx: Transaction, one: Telling, names: Mapping[str, int]) -> int:
    topic_id = one.topic_id or 0
    notice = _NOTICES[one.what](topic_id)
    told = 0
    for name in sorted(took_part(tx, topic_id, names)):
        person_id = names[name]
        key = f"forum-{one.what}:{one.id}:{person_id}"
        told += tell(tx, person_id, notice, subject=f"forum:{topic_id}", once_key=key).will_go
    return told


def told_topic(tx: Transaction, topic_id: int) -> Topic | None:
    """None for one that was hidden since."""
    topic = topic_by_id(tx, topic_id)
    return None if topic is None or topic.course.hidden_at is not None else topic


def told_statement(tx: Transaction, notice: StatementDecided) -> Statement | None:
    """The statement of a queued message; None for one whose author is gone."""
    decided = decided_in(tx, notice.topic)
    return next((one for one in decided if statement_name(tx, one.id) == notice.statement), None)


def waiting_in(tx: Transaction, topic_id: int) -> int:
    """How many statements of the topic wait for a moderator."""
    return count_waiting(tx, topic_id)
