"""Whose chat it is, and where the conversation stands."""

import asyncio
from dataclasses import replace

from sqlalchemy import func, insert, select

from feedbackbot.storage.database import open_database
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.people.contacts import (
    ChatState,
    Contact,
    expired_chats,
    find_chat,
    is_expired,
    keep_state,
    lock_chat,
    revive,
    roles_of,
    set_language,
)
from feedbackbot.storage.people.tables import address, person, role_grant
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

STATE = ChatState("nilai", "ab12", "unsur", "3", 2, '{"unit": 1}', "77", "album")


async def test_the_first_contact_makes_a_person_in_the_default_language(desk: Desk) -> None:
    contact, state = await desk.do(lock_chat, CHANNEL, "Ani")
    assert contact == Contact(contact.address_id, contact.person_id, CHANNEL, "Ani", "id")
    assert state == ChatState()
    assert await desk.do(lock_chat, CHANNEL, "Ani") == (contact, state)
    assert await desk.rows(select(func.count()).select_from(person)) == [1]


async def test_whoever_never_wrote_is_not_found(desk: Desk) -> None:
    assert await desk.look(find_chat, CHANNEL, "Ani") is None
    assert await desk.rows(select(address.c.id)) == []


async def test_a_state_comes_back_as_it_was_kept(desk: Desk) -> None:
    where = await desk.knows("Ani")
    await desk.do(keep_state, where, STATE, desk.clock())
    found = await desk.look(find_chat, CHANNEL, "Ani")
    assert found is not None
    assert found[1] == STATE


async def test_a_conversation_expires_when_its_time_is_over(desk: Desk) -> None:
    where = await desk.knows("Ani")
    await desk.do(keep_state, where, STATE, desk.clock())
    later = await desk.knows("Budi")
    await desk.do(keep_state, later, STATE, None)
    assert await desk.look(expired_chats) == [(CHANNEL, "Ani")]
    assert await desk.look(is_expired, where)
    assert not await desk.look(is_expired, later)


async def test_an_address_is_gone_until_the_person_writes(desk: Desk) -> None:
    contact, _ = await desk.do(lock_chat, CHANNEL, "Ani")
    await desk.do(mark_gone, contact.address_id, "blocked" * 20)
    gone, _ = await desk.do(lock_chat, CHANNEL, "Ani")
    assert gone == replace(contact, gone=True)
    assert await desk.do(revive, gone) == contact
    assert (await desk.do(lock_chat, CHANNEL, "Ani"))[0] == contact


async def test_the_first_reason_for_being_gone_stays(desk: Desk) -> None:
    where = await desk.knows("Ani")
    await desk.do(mark_gone, where, "blocked")
    desk.clock.passes(days=1)
    await desk.do(mark_gone, where, "deactivated")
    assert await desk.rows(select(address.c.gone_reason)) == ["blocked"]


async def test_everybody_is_a_citizen_and_withdrawn_roles_do_not_count(desk: Desk) -> None:
    contact, _ = await desk.do(lock_chat, CHANNEL, "Ani")
    assert await desk.look(roles_of, contact.person_id) == {"citizen"}

    def grant(tx: Transaction) -> None:
        for role, withdrawn in (("admin", None), ("head", tx.now)):
            row = {
                "person_id": contact.person_id,
                "role": role,
                "granted_at": tx.now,
                "withdrawn_at": withdrawn,
            }
            tx.run(insert(role_grant), row)

    await desk.do(grant)
    assert await desk.look(roles_of, contact.person_id) == {"citizen", "admin"}


async def test_one_person_met_by_two_processes_at_once_is_one_person(postgres_url: str) -> None:
    desks = [Desk(open_database(postgres_url)) for _ in range(2)]
    met = await asyncio.gather(*(desk.do(lock_chat, CHANNEL, "Ani") for desk in desks for _ in range(4)))
    assert len({contact for contact, _ in met}) == 1
    assert await desks[0].rows(select(func.count()).select_from(person)) == [1]
    for desk in desks:
        await desk.database.close()


async def test_who_waited_for_the_lock_sees_what_the_other_has_changed(postgres_url: str) -> None:
    """Also the language and whether the address is gone, which lie in rows beside the state."""
    first, second = (Desk(open_database(postgres_url)) for _ in range(2))
    contact, _ = await first.do(lock_chat, CHANNEL, "Ani")

    def change(tx: Transaction) -> None:
        lock_chat(tx, CHANNEL, "Ani")
        tx.connection.exec_driver_sql("SELECT pg_sleep(0.3)")
        set_language(tx, contact.person_id, "en")
        mark_gone(tx, contact.address_id, "blocked")
        keep_state(tx, contact.address_id, STATE, None)

    changing = asyncio.ensure_future(first.do(change))
    await asyncio.sleep(0.1)
    seen = await second.do(lock_chat, CHANNEL, "Ani")
    await changing
    assert seen == (replace(contact, language="en", gone=True), STATE)
    for desk in (first, second):
        await desk.database.close()
