"""Open a topic: an admin for the city or a unit, a head or unit admin for the own unit; also from an improvement case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from feedbackbot.domain.forum.rules import judge
from feedbackbot.domain.forum.statement import StatementState, as_kept
from feedbackbot.domain.forum.topic import MOST_SEEDS, Audience, question_problem
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.statements import add_statement
from feedbackbot.storage.forum.topics import Topic, add_topic, topic_by_id
from feedbackbot.storage.improvement.improvements import improvement_by_id
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import grants_of, units_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import UnitRow, active_units, unit_by_id

OPENERS: Final = frozenset({Role.HEAD.value, Role.UNIT_ADMIN.value, *ADMINS})
LONGEST_TIME: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """`unit_id` None: the whole city."""

    unit_id: int | None
    question: str
    opens_at: datetime
    closes_at: datetime
    audience: Audience = Audience.EVERYBODY
    seeds: Sequence[str] = ()
    improvement_id: int | None = None


def steered_units(tx: Transaction, person_id: int) -> frozenset[int] | None:
    """Units for whose topics this person answers; None: every unit and the city."""
    if {grant.role.value for grant in grants_of(tx, person_id)} & ADMINS:
        return None
    return units_of(tx, person_id, Role.HEAD, Role.UNIT_ADMIN)


def units_to_ask_about(tx: Transaction, person_id: int) -> list[UnitRow]:
    own = steered_units(tx, person_id)
    return [unit for unit in active_units(tx) if own is None or unit.id in own]


def steered_topic(tx: Transaction, person_id: int, topic_id: int) -> Topic:
    """Raises FeedbackbotError for one that is none, or not this person's to steer."""
    topic, own = topic_by_id(tx, topic_id), steered_units(tx, person_id)
    if topic is None or (own is not None and topic.unit_id not in own):
        raise FeedbackbotError("forum-not-yours")
    return topic


def seed_problem(words: str) -> str:
    """Why a statement of the city's own cannot stand, as a key of the catalogue; "" where it can."""
    objection = judge(words).objection
    return f"forum-rule-{objection}" if objection else ""


def open_topic(tx: Transaction, person_id: int, draft: TopicDraft) -> int:
    """Its id. Raises FeedbackbotError for what is not the person's to ask, or cannot be asked so."""
    _check(tx, person_id, draft)
    question = as_kept(draft.question)
    made = add_topic(
        tx,
        {
            "unit_id": draft.unit_id,
            "question": question,
            "audience": draft.audience.value,
            "author_id": person_id,
            "improvement_id": draft.improvement_id,
            "opens_at": draft.opens_at,
            "closes_at": draft.closes_at,
        },
    )
    for words in list(dict.fromkeys(as_kept(seed) for seed in draft.seeds))[:MOST_SEEDS]:
        add_statement(tx, made, None, words, StatementState.SHOWN)
    after = {"unit": draft.unit_id, "improvement": draft.improvement_id, "until": draft.closes_at.isoformat()}
    record(tx, person_id, "forum-opened", f"forum:{made}", after=after)
    return made


def _check(tx: Transaction, person_id: int, draft: TopicDraft) -> None:
    own = steered_units(tx, person_id)
    if own is not None and draft.unit_id not in own:
        raise FeedbackbotError("forum-not-yours")
    if draft.unit_id is not None and unit_by_id(tx, draft.unit_id) is None:
        raise FeedbackbotError("unit-gone")
    case = improvement_by_id(tx, draft.improvement_id) if draft.improvement_id else None
    if draft.improvement_id and (case is None or case.unit_id != draft.unit_id):
        raise FeedbackbotError("forum-not-yours")
    if problem := question_problem(as_kept(draft.question)):
        raise FeedbackbotError(problem)
    if problem := next(filter(None, (seed_problem(as_kept(seed)) for seed in draft.seeds)), ""):
        raise FeedbackbotError(problem)
    if not tx.now < draft.closes_at or not draft.opens_at < draft.closes_at:
        raise FeedbackbotError("forum-until-past")
    if draft.closes_at - max(draft.opens_at, tx.now) > LONGEST_TIME:
        raise FeedbackbotError("forum-until-far", most=LONGEST_TIME.days)
