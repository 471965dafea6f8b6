"""Two persons become one, or a chat becomes a person of its own: whatever refers to them is found in the tables themselves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, delete, func, insert, select, update

from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.tables import address, person, role_grant
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.privacy.person_references import references
from feedbackbot.storage.transaction import Transaction

# what somebody did stays under the number of then
_STAYS = ("audit",)


@dataclass(frozen=True, slots=True)
class Place:
    """One of a person's chats."""

    address_id: int
    channel: str
    since: datetime


def places_of(tx: Transaction, person_id: int) -> list[Place]:
    """Oldest first."""
    columns = select(address.c.id, address.c.channel, address.c.created_at)
    rows = tx.run(columns.where(address.c.person_id == person_id).order_by(address.c.id))
    return [Place(row.id, row.channel, row.created_at) for row in rows]


def lock_places(tx: Transaction, person_id: int) -> None:
    """Nobody writes there until the transaction ends."""
    mine = address.c.person_id == person_id
    for row in tx.run(select(address.c.channel, address.c.address).where(mine).order_by(address.c.id)).all():
        lock_chat(tx, row.channel, row.address)


def move_person(tx: Transaction, gone: int, keep: int) -> None:
    """All that is about `gone` or was done by them is `keep`'s now. Where both have a row of which there can be one, `keep`'s stays."""
    for reference in references():
        if reference.to_address or reference.table.name in _STAYS:
            continue
        _drop_doubles(tx, reference.table, reference.column, gone, keep)
        moved = update(reference.table).where(reference.column == gone)
        tx.run(moved.values({reference.column.key: keep}))
    _one_grant_of_each(tx, keep)
    tx.run(delete(person).where(person.c.id == gone))


def _drop_doubles(tx: Transaction, table: Table, column: Column[int], gone: int, keep: int) -> None:
    """Where the person is part of the key: rows that `keep` has too."""
    if not column.primary_key:
        return
    kept = table.alias()
    same = [kept.c[one.key] == one for one in table.primary_key.columns if one is not column]
    there = select(kept.c[column.key]).where(kept.c[column.key] == keep, *same).exists()
    tx.run(delete(table).where(column == gone, there))


def _one_grant_of_each(tx: Transaction, person_id: int) -> None:
    """A role that both held is held once; the older grant stays."""
    mine = (role_grant.c.person_id == person_id) & role_grant.c.withdrawn_at.is_(None)
    oldest = select(func.min(role_grant.c.id)).where(mine).group_by(role_grant.c.role, role_grant.c.unit_id)
    doubled = mine & role_grant.c.id.not_in(oldest.scalar_subquery())
    tx.run(update(role_grant).where(doubled).values(withdrawn_at=tx.now))


def part_place(tx: Transaction, person_id: int, address_id: int) -> int | None:
    """The chat is a new person's, of whom nothing is known, and nothing is under way there; what was to be said there goes to another of
    the person's chats. Returns the new person; None where it is not this person's or the only one."""
    rest = [one for one in places_of(tx, person_id) if one.address_id != address_id]
    mine = select(person.c.language).join(address).where(address.c.id == address_id)
    language = tx.run(mine.where(address.c.person_id == person_id)).scalar_one_or_none()
    if language is None or not rest:
        return None
    fresh = insert(person).values(language=language, created_at=tx.now).returning(person.c.id)
    new_id = int(tx.run(fresh).scalar_one())
    tx.run(update(address).where(address.c.id == address_id).values(person_id=new_id))
    tx.run(
        update(chat_state)
        .where(chat_state.c.address_id == address_id)
        .values(conversation=None, step="", part="", data="{}", own_words="{}", expires_at=None)
    )
    waiting = (outbox.c.address_id == address_id) & (outbox.c.state == State.WAITING)
    elsewhere = {"address_id": rest[-1].address_id, "channel": rest[-1].channel}
    tx.run(update(outbox).where(waiting, outbox.c.notice.is_not(None)).values(**elsewhere))
    return new_id
