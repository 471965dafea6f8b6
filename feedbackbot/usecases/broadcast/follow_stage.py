"""The rows of a broadcast follow its stage, slice by slice: made, held, let go or dropped.

What a stage means is heeded at once (the delivery sends nothing of a halted broadcast); its rows follow in transactions of some
milliseconds, so that nobody waits for a hundred thousand of them: the first slice with the tap itself, the rest by a job. Each slice
looks at the stage anew, so a second tap, another process or a crash changes nothing: whoever comes next goes on.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from feedbackbot.delivery.policy import LANES, contact_policy
from feedbackbot.domain.contact_policy import RULES
from feedbackbot.storage.broadcast.audiences import people_after
from feedbackbot.storage.broadcast.broadcast_rows import any_in
from feedbackbot.storage.broadcast.broadcast_steering import SLICE, Draught, drop, hold, make_rows, release
from feedbackbot.storage.broadcast.broadcasts import Broadcast, Stage, broadcast_by_id, rows_made, set_values
from feedbackbot.storage.broadcast.under_way import open_broadcasts
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.content import kind_of

CANCELLED = "cancelled"
"""The reason of rows that were dropped because their broadcast was cancelled."""
_WRONG = {
    Stage.RUNNING: (State.PAUSED,),
    Stage.PAUSED: (State.WAITING,),
    Stage.CANCELLED: (State.WAITING, State.PAUSED),
}
"""By stage, in which states no row should be."""
_MADE = {Stage.RUNNING: State.WAITING, Stage.PAUSED: State.PAUSED, Stage.CANCELLED: State.DROPPED}


@dataclass(frozen=True, slots=True)
class NextPeople:
    """Whose rows come next: people of the audience after the one whose id is `after`."""

    after: int
    people: Sequence[int]


async def follow_stages(runtime: Runtime) -> dict[str, int]:
    """Move the rows of all open broadcasts to where they belong; tells how many."""
    moved = 0
    for broadcast_id in await runtime.read(open_broadcasts):
        while await runtime.read(lambda tx, one=broadcast_id: _stands_wrong(tx, one)):  # type: ignore[misc]
            # an audience may take long to be read: beside the writer
            coming = await runtime.read(lambda tx, one=broadcast_id: next_people(tx, one))  # type: ignore[misc]
            moved += await runtime.write(
                lambda tx, one=broadcast_id, coming=coming: follow_stage(tx, one, coming)  # type: ignore[misc]
            )
    return {"rows": moved}


def _stands_wrong(tx: Transaction, broadcast_id: int) -> bool:
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or found.stage not in _WRONG:
        return False
    return found.rows_after is not None or any_in(tx, broadcast_id, _WRONG[found.stage])


def next_people(tx: Transaction, broadcast_id: int) -> NextPeople | None:
    """None where all rows are made."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or found.rows_after is None:
        return None
    return NextPeople(found.rows_after, people_after(tx, found.audience, found.rows_after, SLICE))


def follow_stage(tx: Transaction, broadcast_id: int, coming: NextPeople | None) -> int:
    """One slice; tells how many rows were made or moved."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or found.stage not in _WRONG:
        return 0
    made = 0 if coming is None else _make(tx, found, coming)
    if found.stage is Stage.RUNNING:
        return made + release(tx, broadcast_id)
    if found.stage is Stage.PAUSED:
        return made + hold(tx, broadcast_id)
    return made + drop(tx, broadcast_id, CANCELLED)


def _make(tx: Transaction, found: Broadcast, coming: NextPeople) -> int:
    assert found.content_id is not None, "a broadcast that has begun has its content"  # noqa: S101
    people = coming.people
    if found.rows_after != coming.after or not rows_made(
        tx, found, people[-1] if len(people) == SLICE else None
    ):
        return 0  # another process has made them
    kind = kind_of(found)
    subscription = RULES[kind].subscription
    state = _MADE[found.stage]
    row = Draught(
        found.content_id,
        kind.value,
        LANES[kind],
        None if subscription is None else subscription.value,
        contact_policy(tx.settings).next_allowed(kind, tx.now),
        found.started_at or tx.now,
        state,
        CANCELLED if state is State.DROPPED else None,
    )
    left_out = make_rows(tx, found.id, people, row)
    if left_out:
        both = Counter(found.left_out) + Counter(left_out)
        set_values(tx, found.id, left_out=json.dumps(both))
    return len(people)
