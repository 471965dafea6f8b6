"""Files of cases that their chat service would forget before the case does: kept with the case, and gone with it."""

from collections.abc import Collection

from sqlalchemy import select, update

from feedbackbot.storage.cases.tables import timeline_file
from feedbackbot.storage.transaction import Transaction

_AT_ONCE = 20


def files_to_keep(tx: Transaction, channels: Collection[str]) -> list[tuple[int, str]]:
    """Row and reference of files that were not fetched yet, the oldest first."""
    wanted = select(timeline_file.c.id, timeline_file.c.ref).where(
        timeline_file.c.channel.in_(list(channels)), timeline_file.c.content.is_(None)
    )
    return [(row.id, row.ref) for row in tx.run(wanted.order_by(timeline_file.c.id).limit(_AT_ONCE))]


def keep_file(tx: Transaction, row: int, content: bytes) -> None:
    """Empty for a file that cannot be had any more."""
    tx.run(update(timeline_file).where(timeline_file.c.id == row).values(content=content))


def is_of_a_case(tx: Transaction, ref: str) -> bool:
    """Whether a received file still belongs to one: with the person who sent it, it goes."""
    return tx.run(select(timeline_file.c.id).where(timeline_file.c.ref == ref).limit(1)).first() is not None


def kept_file(tx: Transaction, ref: str) -> bytes | None:
    """None for one that lies with its chat service, or was not to be had."""
    found = tx.run(
        select(timeline_file.c.content)
        .where(timeline_file.c.ref == ref, timeline_file.c.content.is_not(None))
        .limit(1)
    ).scalar_one_or_none()
    return bytes(found) if found else None
