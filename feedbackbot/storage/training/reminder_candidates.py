"""Enrolments that a reminder may be due to: those with a chat, whose training or question is near."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select

from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.people.tables import opt_out
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.enrolments import Enrolment, enrolments_where
from feedbackbot.storage.training.tables import enrolment, training_session
from feedbackbot.storage.transaction import Transaction

# nothing of a session is due any longer before it, or any more after it
_AHEAD = timedelta(days=8)
_BEHIND = timedelta(days=8)

# Who has switched reminders off is not asked about again at every look.
_WITH_CHAT = (
    employee.c.person_id.is_not(None),
    employee.c.active,
    ~select(opt_out.c.person_id)
    .where(
        opt_out.c.person_id == employee.c.person_id,
        opt_out.c.subscription == Subscription.TRAINING_REMINDERS.value,
    )
    .exists(),
)


def reminder_candidates(tx: Transaction, invited_before: datetime) -> list[Enrolment]:
    """Whoever has a seat in a training whose session is near, or a question open since before that moment."""
    near = select(training_session.c.training_id).where(
        training_session.c.cancelled.is_(False),
        training_session.c.starts_at <= tx.now + _AHEAD,
        training_session.c.ends_at >= tx.now - _BEHIND,
    )
    seated = enrolments_where(
        tx,
        *_WITH_CHAT,
        enrolment.c.state == State.SEATED.value,
        enrolment.c.training_id.in_(list(tx.run(near.distinct()).scalars())),
    )
    return seated + enrolments_where(tx, *_WITH_CHAT, _question(tx, invited_before))


def with_chat(tx: Transaction, enrolment_ids: Sequence[int]) -> list[Enrolment]:
    """Those of the ids whose person can be reminded."""
    return enrolments_where(tx, *_WITH_CHAT, enrolment.c.id.in_(list(enrolment_ids)))


def people_of(tx: Transaction, enrolment_ids: Sequence[int]) -> dict[int, int | None]:
    """The person behind each enrolment, None without a chat."""
    found = enrolments_where(tx, enrolment.c.id.in_(list(enrolment_ids)))
    return {one.id: one.person_id for one in found}


def _question(tx: Transaction, invited_before: datetime) -> ColumnElement[bool]:
    """Invitations whose reminder may be due."""
    return or_(
        and_(
            enrolment.c.state == State.INVITED.value,
            enrolment.c.answered_at.is_(None),
            enrolment.c.invited_at <= invited_before,
        ),
        and_(enrolment.c.state == State.LATER.value, enrolment.c.remind_at <= tx.now),
    )
