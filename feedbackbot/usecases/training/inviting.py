"""Whom an admin invites to a training, and the invitations on their way."""

from collections.abc import Sequence

from feedbackbot.clock import city_zone
from feedbackbot.delivery.tell import NotifyResult, tell
from feedbackbot.domain.staff.nip import parse_nip
from feedbackbot.domain.training.audience import Audience, AudienceSize
from feedbackbot.domain.training.notices import Invited
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.training.audience import (
    begin_round,
    end_round,
    invite_listed,
    invite_next,
    open_rounds,
    rank_groups_of_staff,
    size_of,
    training_of_round,
)
from feedbackbot.storage.training.enrolments import INVITATION, Enrolment, uninvited
from feedbackbot.storage.training.reminder_marks import mark_sent
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin
from feedbackbot.usecases.training.subjects import subject_of

__all__ = ["Audience", "invite", "rank_groups_of_staff", "reach_of", "read_nips", "send_invitations"]

MOST_LISTED = 500
_READ_AT_ONCE, _INVITED_AT_ONCE, _SPREAD_AT_ONCE = 500, 10, 1_000


def reach_of(tx: Transaction, training_id: int, audience: Audience) -> AudienceSize:
    """What inviting this audience would do."""
    return size_of(tx, training_id, audience, _year(tx))


def invite(tx: Transaction, admin_id: int, training_id: int, audience: Audience) -> int:
    """Everybody of the audience who has no standing yet: the first with the tap, all others and the messages by a job. Returns how
    many."""
    require_admin(tx, admin_id)
    training = training_by_id(tx, training_id)
    if training is None or not training.is_open(tx.now):
        raise FeedbackbotError("training-not-open")
    invited = begin_to_invite(tx, training_id, audience)
    after = {
        "invited": invited,
        "unit": audience.unit_id,
        "rank": audience.rank_group,
        "jp": audience.below_jp,
    }
    record(tx, admin_id, "training-invited", f"training:{training_id}", after=after)
    return invited


def begin_to_invite(tx: Transaction, training_id: int, audience: Audience) -> int:
    """Whoever may decide it has. Returns how many will be invited."""
    invited = tx.beside(size_of, training_id, audience, _year(tx)).new
    if audience.nips:
        invite_listed(tx, training_id, audience, _year(tx))
    else:
        invite_next(tx, begin_round(tx, training_id, audience), _year(tx), _SPREAD_AT_ONCE)
    return invited


def _year(tx: Transaction) -> int:
    return tx.now.astimezone(city_zone()).year


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


async def send_invitations(runtime: Runtime) -> dict[str, int]:
    """They go into the outbox some at a time, as the contact policy allows. Who links a chat later gets the invitation then."""
    for round_id in await runtime.read(open_rounds):
        while await runtime.write(lambda tx, one=round_id: spread(tx, one)):  # type: ignore[misc]
            pass
    sent = 0
    while waiting := await runtime.read(lambda tx: uninvited(tx, _READ_AT_ONCE)):
        sent += sum(await runtime.write_in_slices(waiting, _INVITED_AT_ONCE, invite_some))
    return {"sent": sent}


def spread(tx: Transaction, round_id: int) -> bool:
    """Some more of an audience. False where nobody is left, or the training takes nobody any more."""
    training_id = training_of_round(tx, round_id)
    training = training_by_id(tx, training_id) if training_id is not None else None
    if training is None:
        return False
    if not training.is_open(tx.now):
        end_round(tx, round_id)
        return False
    return invite_next(tx, round_id, _year(tx), _SPREAD_AT_ONCE)


def invite_some(tx: Transaction, some: Sequence[Enrolment]) -> int:
    """Those of them who have not been invited meanwhile, and still are to be. Returns how many."""
    still = uninvited(tx, len(some), [one.id for one in some])
    trainings = {one.training_id: training_by_id(tx, one.training_id) for one in still}
    for one in still:
        training = trainings[one.training_id]
        if training is not None and mark_sent(tx, one.id, INVITATION):
            _send(tx, training, one)
    return len(still)


def _send(tx: Transaction, training: Training, one: Enrolment) -> NotifyResult | None:
    if one.person_id is None or not training.is_open(tx.now):
        return None
    return tell(
        tx,
        one.person_id,
        Invited(training.id, one.employee_id),
        subject=subject_of(training.id),
        once_key=f"invitation:{one.id}",
        expires=training.answer_by,
    )
