"""What the city has sent a person lately, and what the person does not want."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select

from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction, upsert


def sent_since(
    tx: Transaction, person_id: int, since: datetime, kinds: Collection[str], *, leave_out: int | None = None
) -> list[datetime]:
    """Moments of messages of these kinds that were sent, are under way, or wait to go; ascending."""
    rows = tx.run(
        select(outbox.c.settled_at, outbox.c.due_at)
        .join(address, address.c.id == outbox.c.address_id)
        .where(
            address.c.person_id == person_id,
            outbox.c.kind.in_(list(kinds)),
            outbox.c.state.in_([State.WAITING, State.UNDER_WAY, State.SENT, State.UNKNOWN]),
            or_(outbox.c.settled_at > since, outbox.c.settled_at.is_(None)),
            outbox.c.id != (leave_out or 0),
        )
    )
    return sorted(row.settled_at or min(row.due_at, tx.now) for row in rows)


def opted_out(tx: Transaction, person_id: int) -> frozenset[str]:
    return frozenset(tx.run(select(opt_out.c.subscription).where(opt_out.c.person_id == person_id)).scalars())


def set_opt_out(tx: Transaction, person_id: int, subscription: str, *, off: bool) -> None:
    if off:
        row = {"person_id": person_id, "subscription": subscription, "at": tx.now}
        tx.run(
            upsert(tx, opt_out)
            .values(**row)
            .on_conflict_do_nothing(index_elements=[opt_out.c.person_id, opt_out.c.subscription])
        )
    else:
        tx.run(
            delete(opt_out).where(opt_out.c.person_id == person_id, opt_out.c.subscription == subscription)
        )


WEEK = timedelta(days=7)
