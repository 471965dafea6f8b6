"""Whom an admin invites to a training, and the invitations on their way."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, func, select, true

from feedbackbot.clock import CITY_ZONE
from feedbackbot.delivery.tell import NotifyResult, tell
from feedbackbot.domain.staff.nip import parse_nip
from feedbackbot.domain.training.notices import Invited
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.enrolments import INVITATION, Enrolment, invite_all, uninvited
from feedbackbot.storage.training.reminder_marks import mark_sent
from feedbackbot.storage.training.tables import enrolment, jp_entry
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin
from feedbackbot.usecases.training.subjects import topic_of

MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom: all conditions that are set must hold; none set means all staff. `below_jp` is of the present year."""

    unit_id: int | None = None
    rank_group: str | None = None
    below_jp: int | None = None
    nips: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Reach:
    """`people` fit; of them `new` have no standing yet, and of these `linked` have a chat."""

    people: int
    new: int
    linked: int


def reach_of(tx: Transaction, training_id: int, audience: Audience) -> Reach:
    """What inviting this audience would do."""
    fits = employee.c.active & condition_of(tx, audience)
    has_one = select(enrolment.c.id).where(
        enrolment.c.employee_id == employee.c.id, enrolment.c.training_id == training_id
    )
    people = tx.run(select(func.count()).select_from(employee).where(fits)).scalar_one()
    row = tx.run(
        select(func.count().label("new"), func.count(employee.c.person_id).label("linked")).where(
            fits, ~has_one.exists()
        )
    ).one()
    return Reach(int(people), int(row.new), int(row.linked))


def invite(tx: Transaction, admin_id: int, training_id: int, audience: Audience) -> int:
    """Everybody of the audience who has no standing yet; the messages follow in batches. Returns how many."""
    require_admin(tx, admin_id)
    training = training_by_id(tx, training_id)
    if training is None or not training.is_open(tx.now):
        raise FeedbackbotError("training-not-open")
    invited = invite_all(tx, training_id, condition_of(tx, audience))
    after = {
        "invited": invited,
        "unit": audience.unit_id,
        "rank": audience.rank_group,
        "jp": audience.below_jp,
    }
    record(tx, admin_id, "training-invited", f"training:{training_id}", after=after)
    return invited


def condition_of(tx: Transaction, audience: Audience) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = true()
    if audience.unit_id is not None:
        condition &= employee.c.unit_id == audience.unit_id
    if audience.rank_group is not None:
        condition &= employee.c.rank_group == audience.rank_group
    if audience.below_jp is not None:
        year = tx.now.astimezone(CITY_ZONE).year
        earned = (
            select(func.coalesce(func.sum(jp_entry.c.jp), 0))
            .where(
                jp_entry.c.employee_id == employee.c.id,
                jp_entry.c.day >= date(year, 1, 1),
                jp_entry.c.day <= date(year, 12, 31),
            )
            .scalar_subquery()
        )
        condition &= earned < audience.below_jp
    if audience.nips:
        condition &= employee.c.nip.in_(list(audience.nips))
    return condition


def read_nips(tx: Transaction, typed: str) -> tuple[str, ...]:
    """The numbers in a typed list, one a line or parted by commas. Raises FeedbackbotError that names the place of a wrong one."""
    parts = [part for part in typed.replace(",", "\n").replace(";", "\n").split("\n") if part.strip()]
    if not 1 <= len(parts) <= MOST_LISTED:
        raise FeedbackbotError("invite-list-length", most=MOST_LISTED)
    found = []
    for place, part in enumerate(parts, start=1):
        try:
            found.append(parse_nip(part, today=tx.now.date()).digits)
        except FeedbackbotError:
            raise FeedbackbotError("invite-list-wrong", place=place) from None
    return tuple(dict.fromkeys(found))


def rank_groups(tx: Transaction) -> list[str]:
    """Those that active employees have."""
    found = select(employee.c.rank_group).where(employee.c.active, employee.c.rank_group.is_not(None))
    return sorted(tx.run(found.distinct()).scalars(), key=lambda group: (len(group) > 3, group))


def send_invitations(tx: Transaction, most: int = 100) -> int:
    """The next batch goes into the outbox, as the contact policy allows. Who links a chat later gets the invitation then."""
    batch = uninvited(tx, most)
    trainings = {one.training_id: training_by_id(tx, one.training_id) for one in batch}
    for one in batch:
        training = trainings[one.training_id]
        if training is not None and mark_sent(tx, one.id, INVITATION):
            _send(tx, training, one)
    return len(batch)


def _send(tx: Transaction, training: Training, one: Enrolment) -> NotifyResult | None:
    if one.person_id is None or not training.is_open(tx.now):
        return None
    return tell(
        tx,
        one.person_id,
        Invited(training.id),
        subject=topic_of(training.id),
        once_key=f"invitation:{one.id}",
        expires=training.answer_by,
    )
