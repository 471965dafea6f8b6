"""Nothing that an officer or admin can receive says who a citizen is."""

import re

from sqlalchemy import select

from feedbackbot.storage.people.tables import address, role_grant
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.cast import CITIZENS
from tests.deliver import in_words
from tests.talk import Talk

_NAMES = re.compile("|".join(rf"\b{re.escape(one.name)}\b" for one in CITIZENS))


async def assert_nobody_is_named(talk: Talk) -> int:
    """Looks through everything that whoever ever held a role was or will be sent; returns how many messages that were."""

    def staff_and_letters(tx: Transaction) -> tuple[set[str], list[str]]:
        staff = select(role_grant.c.person_id)
        places = select(address.c.id, address.c.address).where(address.c.person_id.in_(staff))
        found = {row.id: row.address for row in tx.run(places)}
        columns = select(outbox.c.body, outbox.c.notice, outbox.c.kind)
        rows = tx.run(columns.where(outbox.c.address_id.in_(list(found)), outbox.c.body.is_not(None))).all()
        said = in_words(tx, rows, talk.dialogue.directory, talk.dialogue.catalogue)
        return set(found.values()), [*(row.body for row in rows), *(one.to_json() for one in said)]

    names, bodies = await talk.work(staff_and_letters)
    numbers = await _ids_of_citizens(talk)
    seen = [
        shown.message.to_json() for name in names if name in talk.people for shown in talk.people[name].chat
    ]
    for text in (*seen, *bodies):
        found = _NAMES.search(text) or next((number for number in numbers if number in text), None)
        assert not found, f"an officer or admin would read who it is: {text[:400]}"
    return len(seen) + len(bodies)


async def _ids_of_citizens(talk: Talk) -> list[str]:
    """Addresses that are longer than a name: telephone numbers, accounts."""

    def read(tx: Transaction) -> list[str]:
        staff = select(role_grant.c.person_id)
        rows = tx.run(select(address.c.address).where(address.c.person_id.not_in(staff))).scalars()
        return [one for one in rows if one.isdecimal() and len(one) > 6]

    return await talk.work(read)
