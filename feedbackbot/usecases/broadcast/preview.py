"""What sending would mean: how many people, how many not and why, how long, and who must agree."""

from dataclasses import dataclass
from datetime import datetime

from feedbackbot.delivery.policy import contact_policy
from feedbackbot.domain.contact_policy import RULES
from feedbackbot.storage.broadcast.audiences import people_of
from feedbackbot.storage.broadcast.broadcast_reach import Reach, reach
from feedbackbot.storage.broadcast.broadcasts import Broadcast, Stage, Uploaded
from feedbackbot.storage.broadcast.staff_audiences import unlinked_count
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.authority import own_draft
from feedbackbot.usecases.broadcast.content import kind_of

__all__ = [
    "Broadcast",
    "Preview",
    "Stage",
    "Uploaded",
    "audience_reach",
    "draft_of",
    "needs_approval",
    "preview",
]


@dataclass(frozen=True, slots=True)
class Preview:
    """`starts` is when the first message may go (the contact policy's hours heeded), `seconds` how long all of them take."""

    draft: Broadcast
    reach: Reach
    starts: datetime
    seconds: float
    needs_approval: bool


def preview(tx: Transaction, broadcast_id: int, person_id: int) -> Preview:
    draft = own_draft(tx, broadcast_id, person_id)
    found = audience_reach(tx, draft)
    wanted = max(draft.due_at or tx.now, tx.now)
    starts = contact_policy(tx.settings).next_allowed(kind_of(draft), wanted)
    return Preview(
        draft,
        found,
        starts,
        found.reachable / min(tx.settings.rate_bulk, tx.settings.rate_overall),
        needs_approval(tx, draft, found.reachable),
    )


def audience_reach(tx: Transaction, broadcast: Broadcast) -> Reach:
    subscription = RULES[kind_of(broadcast)].subscription
    found = reach(tx, people_of(tx, broadcast.audience), None if subscription is None else subscription.value)
    unlinked = unlinked_count(tx, broadcast.audience)
    if not unlinked:
        return found
    return Reach(found.people + unlinked, found.reachable, {**found.left_out, "not-linked": unlinked})


def needs_approval(tx: Transaction, broadcast: Broadcast, people: int) -> bool:
    return broadcast.emergency or people > tx.settings.broadcast_approval_above


def draft_of(tx: Transaction, broadcast_id: int, person_id: int) -> Broadcast:
    """The draft that this person is writing. Raises FeedbackbotError where it is none any more."""
    return own_draft(tx, broadcast_id, person_id)
