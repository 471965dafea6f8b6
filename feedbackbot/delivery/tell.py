"""Tell somebody something that they did not just ask for: what it is about is kept, the words are made when it is sent."""

import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from feedbackbot.delivery.policy import LANES, count_decision, decide
from feedbackbot.domain.contact_policy import Drop, Wait
from feedbackbot.domain.notices import Notice
from feedbackbot.storage.people.addresses import reach, reach_at
from feedbackbot.storage.pipeline.outbox import add_message
from feedbackbot.storage.transaction import Transaction

_BLUR_MICROSECONDS = 90_000_000


class NotifyResult(StrEnum):
    """What became of the wish to tell somebody something."""

    QUEUED = "queued"
    LATER = "later"
    REPEATED = "repeated"  # the same `once_key` was told before
    DROPPED = "dropped"  # by the contact policy
    UNREACHABLE = "unreachable"  # no address, or all of them gone

    @property
    def will_go(self) -> bool:
        return self in (NotifyResult.QUEUED, NotifyResult.LATER)


def tell(
    tx: Transaction,
    person_id: int,
    notice: Notice,
    *,
    subject: str | None = None,
    once_key: str | None = None,
    due_at: datetime | None = None,
    expires: datetime | None = None,
    blurred: bool = False,
    address_id: int | None = None,
) -> NotifyResult:
    """Queue a notice. `subject` groups rows ("training:12"); `once_key` is told at most once; after `expires` it makes no sense.
    The contact policy, the address and the language are asked again when it is sent. `blurred`: the row's times are a moment of chance
    a little earlier, so that they tell nobody which rating it belongs to. `address_id`: the chat, for notices that are said `in_its_chat`.
    """
    where = reach(tx, person_id) if address_id is None else reach_at(tx, address_id)
    if where is None:
        return NotifyResult.UNREACHABLE
    decision = decide(tx, person_id, notice.kind, planned=due_at, expires=expires)
    count_decision(notice.kind, decision)
    if isinstance(decision, Drop):
        return NotifyResult.DROPPED
    moment = max(decision.until if isinstance(decision, Wait) else tx.now, due_at or tx.now)
    earlier = _blur() if blurred else timedelta()
    added = add_message(
        tx,
        channel=where.channel,
        address_id=where.address_id,
        lane=LANES[notice.kind],
        kind=notice.kind.value,
        body=notice.to_json(),
        notice=notice.name,
        due_at=moment - earlier,
        subject=subject,
        once_key=once_key,
        planned_at=(due_at or tx.now) - earlier,
        expires_at=expires,
    )
    return _told(added, later=moment > tx.now)


def _blur() -> timedelta:
    return timedelta(microseconds=1 + secrets.randbelow(_BLUR_MICROSECONDS))


def _told(added: bool, *, later: bool) -> NotifyResult:
    if not added:
        return NotifyResult.REPEATED
    return NotifyResult.LATER if later else NotifyResult.QUEUED
