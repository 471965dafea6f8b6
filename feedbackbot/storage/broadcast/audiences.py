"""Who a broadcast is for: each kind of audience is a selectable of person ids, found by its code.

A code is `<kind>` or `<kind>:<arguments>`, for example "all", "role:head:3", "silent:12", "jp:20". Another kind is another entry of
`AUDIENCES`.
"""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import Select, select

from feedbackbot.storage.broadcast.staff_audiences import STAFF_AUDIENCES
from feedbackbot.storage.broadcast.tables import broadcast_answer, broadcast_list
from feedbackbot.storage.people.tables import address, person, role_grant
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction

People = Select[Any]
"""One column: person ids, each at most once."""

Audience = Callable[[Transaction, tuple[str, ...]], People]
"""Gets the code's arguments. Raises ValueError for arguments that it never wrote."""


EVERYBODY: Final[People] = select(person.c.id)
"""All who ever wrote to the bot: everybody is a citizen."""


def everybody(tx: Transaction, arguments: tuple[str, ...]) -> People:
    return EVERYBODY


def of_role(tx: Transaction, arguments: tuple[str, ...]) -> People:
    """Holders of a role, of one unit where it is named: `role:<role>[:<unit id>]`."""
    role, *unit = arguments
    found = select(role_grant.c.person_id).where(
        role_grant.c.role == role, role_grant.c.withdrawn_at.is_(None)
    )
    if unit:
        found = found.where(role_grant.c.unit_id == int(unit[0]))
    return found.distinct()


def listed(tx: Transaction, arguments: tuple[str, ...]) -> People:
    """People named one by one for a broadcast: `list:<broadcast id>`."""
    return select(broadcast_list.c.person_id).where(broadcast_list.c.broadcast_id == int(arguments[0]))


def silent(tx: Transaction, arguments: tuple[str, ...]) -> People:
    """Who got an earlier broadcast and has tapped none of its answers: `silent:<broadcast id>`."""
    earlier = int(arguments[0])
    answered = select(broadcast_answer.c.person_id).where(broadcast_answer.c.broadcast_id == earlier)
    return (
        select(address.c.person_id)
        .join(outbox, outbox.c.address_id == address.c.id)
        .where(
            outbox.c.subject == f"broadcast:{earlier}",
            outbox.c.state.in_([State.SENT, State.UNKNOWN]),
            address.c.person_id.not_in(answered),
        )
        .distinct()
    )


AUDIENCES: dict[str, Audience] = {
    "all": everybody,
    "role": of_role,
    "list": listed,
    "silent": silent,
    **STAFF_AUDIENCES,
}


def people_of(tx: Transaction, code: str) -> People:
    """The audience of a code. Raises ValueError for one that nobody knows."""
    kind, *arguments = code.split(":")
    audience = AUDIENCES.get(kind)
    if audience is None:
        raise ValueError(f"no audience {kind!r}")
    return audience(tx, tuple(arguments))


def people_after(tx: Transaction, code: str, after: int, most: int) -> list[int]:
    """The next of an audience, by their ids: the first of them is greater than `after`."""
    who = people_of(tx, code).subquery().c[0]
    return list(tx.run(select(who).where(who > after).order_by(who).limit(most)).scalars())
