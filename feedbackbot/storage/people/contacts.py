"""Whose chat it is, and where the conversation stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from feedbackbot.storage.people.tables import address, person, role_grant
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.prepared import Deed, Prepared, PreparedUpsert
from feedbackbot.storage.transaction import Transaction

CITIZEN = "citizen"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at one address."""

    address_id: int
    person_id: int
    channel: str
    address: str
    language: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ChatState:
    """Where the conversation stands; `conversation` is None where none is under way. `data` is JSON.

    `spoke_at`: when a turn last said something, seconds since 1970. `refusals`: answers in a row that would not do. `own_words`: JSON, by
    the chat service's reference of a message of the person's: the field of `data` that its words went into, and the words.
    `set_aside`: the open question that the person did not mean when asked.
    """

    conversation: str | None = None
    run: str = ""
    step: str = ""
    part: str = ""
    data_version: int = 0
    data: str = "{}"
    anchor: str = ""
    album: str = ""
    spoke_at: int | None = None
    refusals: int = 0
    own_words: str = "{}"
    set_aside: str = ""

    def ended(self) -> "ChatState":
        """Nothing under way, in the same chat."""
        return ChatState(album=self.album, spoke_at=self.spoke_at, set_aside=self.set_aside)

    def behind(self, front: "ChatState") -> "ChatState":
        """This state come back from behind `front`, in the same chat."""
        return replace(self, album=front.album, spoke_at=front.spoke_at, set_aside=front.set_aside)


_COLUMNS = select(
    address.c.id,
    address.c.person_id,
    person.c.language,
    address.c.gone_at.is_not(None),
    chat_state.c.conversation,
    chat_state.c.run,
    chat_state.c.step,
    chat_state.c.part,
    chat_state.c.data_version,
    chat_state.c.data,
    chat_state.c.anchor,
    chat_state.c.album,
    chat_state.c.spoke_at,
    chat_state.c.refusals,
    chat_state.c.own_words,
    chat_state.c.set_aside,
).select_from(address.join(person).join(chat_state, chat_state.c.address_id == address.c.id))
_BY_ADDRESS = _COLUMNS.where(
    address.c.channel == bindparam("channel"), address.c.address == bindparam("address")
)
_FOUND = Prepared(_BY_ADDRESS)
# PostgreSQL locks the chat's rows until the end of the turn; all three, for whoever waits sees the newest version of locked rows only. On
# SQLite the one writer is the lock, and the clause is left out.
_LOCKED = Prepared(_BY_ADDRESS.with_for_update(of=[chat_state, address, person], key_share=True))


def lock_chat(tx: Transaction, channel: str, where: str) -> tuple[Contact, ChatState]:
    """The contact and its state, locked until the transaction ends; made on the first contact."""
    key = {"channel": channel, "address": where}
    row = _LOCKED.first(tx, key)
    if row is None:
        _create(tx, channel, where)
        row = _LOCKED.first(tx, key)
        assert row is not None  # noqa: S101  just made
    return _read(row, channel, where)


def find_chat(tx: Transaction, channel: str, where: str) -> tuple[Contact, ChatState] | None:
    """The same without a lock; None for an address that never wrote."""
    row = _FOUND.first(tx, {"channel": channel, "address": where})
    return _read(row, channel, where) if row else None


def _read(row: Sequence[Any], channel: str, where: str) -> tuple[Contact, ChatState]:
    address_id, person_id, language, gone, *state = row
    return Contact(address_id, person_id, channel, where, language, bool(gone)), ChatState(*state)


_ADD_PERSON = Prepared(insert(person).returning(person.c.id), columns=("language", "created_at"))
_ADD_ADDRESS = PreparedUpsert(
    address,
    ("person_id", "channel", "address", "created_at"),
    lambda statement: statement.on_conflict_do_nothing(index_elements=["channel", "address"]).returning(
        address.c.id
    ),
)
_ADD_STATE = Prepared(insert(chat_state), columns=("address_id",))


def _create(tx: Transaction, channel: str, where: str) -> None:
    added = _ADD_PERSON.first(tx, {"language": tx.settings.default_language, "created_at": tx.now})
    assert added is not None  # noqa: S101  an INSERT returns what it made
    person_id = added[0]
    key = {"person_id": person_id, "channel": channel, "address": where, "created_at": tx.now}
    made = _ADD_ADDRESS.on(tx).first(tx, key)
    if made is None:  # another process met the same person in the same moment
        tx.run(person.delete().where(person.c.id == person_id))
        return
    _ADD_STATE.run(tx, {"address_id": made[0]})


_KEEP = Prepared(
    update(chat_state)
    .where(chat_state.c.address_id == bindparam("row"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                "conversation", "run", "step", "part", "data_version", "data", "anchor", "album", "spoke_at", "refusals",
                "own_words", "set_aside", "expires_at",
            )
        }
    )
)  # fmt: skip


def keep_state(tx: Transaction, address_id: int, state: ChatState, expires_at: datetime | None) -> None:
    keep, values = state_kept(address_id, state, expires_at)
    keep.run(tx, values)


def state_kept(address_id: int, state: ChatState, expires_at: datetime | None) -> Deed:
    """As `keep_state`, beside something else."""
    return (
        _KEEP,
        {
            "row": address_id,
            "new_conversation": state.conversation,
            "new_run": state.run,
            "new_step": state.step,
            "new_part": state.part,
            "new_data_version": state.data_version,
            "new_data": state.data,
            "new_anchor": state.anchor,
            "new_album": state.album,
            "new_spoke_at": state.spoke_at,
            "new_refusals": state.refusals,
            "new_own_words": state.own_words,
            "new_set_aside": state.set_aside,
            "new_expires_at": expires_at,
        },
    )


def address_by_id(tx: Transaction, address_id: int) -> Contact | None:
    """Whose address it is; None where there is none."""
    row = tx.run(select(address, person.c.language).join(person).where(address.c.id == address_id)).first()
    if row is None:
        return None
    return Contact(row.id, row.person_id, row.channel, row.address, row.language, row.gone_at is not None)


def revive(tx: Transaction, contact: Contact) -> Contact:
    """The person wrote again."""
    tx.run(update(address).where(address.c.id == contact.address_id).values(gone_at=None, gone_reason=None))
    return replace(contact, gone=False)


def set_language(tx: Transaction, person_id: int, language: str) -> None:
    tx.run(update(person).where(person.c.id == person_id).values(language=language))


def language_of(tx: Transaction, person_id: int) -> str:
    """The default for somebody who is not known (any more)."""
    found = tx.run(select(person.c.language).where(person.c.id == person_id)).scalar_one_or_none()
    return str(found or tx.settings.default_language)


def forget_chats(tx: Transaction, person_id: int) -> None:
    """Nothing is under way any more in any of the person's chats, and nothing of it remembered."""
    chats = select(address.c.id).where(address.c.person_id == person_id)
    tx.run(
        update(chat_state)
        .where(chat_state.c.address_id.in_(chats))
        .values(conversation=None, step="", part="", data="{}", own_words="{}", expires_at=None)
    )


_ROLES = Prepared(
    select(role_grant.c.role).where(
        role_grant.c.person_id == bindparam("who"), role_grant.c.withdrawn_at.is_(None)
    )
)


def roles_of(tx: Transaction, person_id: int) -> frozenset[str]:
    """Roles in force; everybody is a citizen."""
    return frozenset((CITIZEN, *(row[0] for row in _ROLES.all(tx, {"who": person_id}))))


def expired_chats(tx: Transaction, most: int = 200) -> list[tuple[str, str]]:
    """(channel, address) of conversations left alone for longer than their time-out."""
    rows = tx.run(
        select(address.c.channel, address.c.address)
        .join(chat_state, chat_state.c.address_id == address.c.id)
        .where(chat_state.c.expires_at <= tx.now)
        .order_by(chat_state.c.expires_at)
        .limit(most)
    )
    return [(row.channel, row.address) for row in rows]


def is_expired(tx: Transaction, address_id: int) -> bool:
    found = tx.run(
        select(chat_state.c.address_id).where(
            chat_state.c.address_id == address_id, chat_state.c.expires_at <= tx.now
        )
    )
    return found.first() is not None


def person_since(tx: Transaction, person_id: int) -> datetime:
    """When the person was first seen."""
    since: datetime = tx.run(select(person.c.created_at).where(person.c.id == person_id)).scalar_one()
    return since
