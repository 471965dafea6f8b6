"""Whose list of commands in the chat app must be written anew."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from feedbackbot.storage.broadcast.tables import command_list
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.transaction import Transaction, upsert


def relist_commands(tx: Transaction, person_id: int) -> None:
    """The person's roles have changed."""
    tx.run(
        upsert(tx, command_list)
        .values(person_id=person_id, changed_at=tx.now)
        .on_conflict_do_update(index_elements=["person_id"], set_={"changed_at": tx.now})
    )


@dataclass(frozen=True, slots=True)
class Relisting:
    """One chat whose list is out of date."""

    person_id: int
    address: str
    language: str


def take_relistings(tx: Transaction, channel: str, most: int = 20) -> list[Relisting]:
    """Take them off the list: of two processes one gets each."""
    people = list(tx.run(select(command_list.c.person_id).limit(most)).scalars())
    if not people:
        return []
    taken = list(
        tx.run(
            delete(command_list)
            .where(command_list.c.person_id.in_(people))
            .returning(command_list.c.person_id)
        ).scalars()
    )
    rows = tx.run(
        select(address.c.person_id, address.c.address, person.c.language)
        .join(person)
        .where(address.c.person_id.in_(taken), address.c.channel == channel, address.c.gone_at.is_(None))
    )
    return [Relisting(row.person_id, row.address, row.language) for row in rows]
