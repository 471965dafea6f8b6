"""A broadcast to 100,000 people begun, held, let go and cancelled, and what a citizen waits meanwhile."""

import time
from collections.abc import Sequence

from sqlalchemy import insert

from benchmarks.silence.beside import silence
from feedbackbot.clock import system_now
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import Settings
from feedbackbot.storage.broadcast.broadcasts import Stage, broadcast_by_id, change_draft, move, new_draft
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.follow_stage import follow_stages
from feedbackbot.usecases.broadcast.preview import audience_reach
from feedbackbot.usecases.broadcast.sending import start
from feedbackbot.wording.broadcast.content import in_all_languages

PEOPLE, _AT_ONCE = 100_000, 5_000


async def measure(database: Database, settings: Settings) -> str:
    """One line a step."""
    runtime, catalogue = Runtime(database, system_now, settings), load_catalogue()
    await runtime.write_in_slices(range(1, PEOPLE + 1), _AT_ONCE, _settle)
    number = await runtime.write(_draft)

    def begin(tx: Transaction) -> None:
        found = broadcast_by_id(tx, number)
        assert found is not None
        assert audience_reach(tx, found).reachable == PEOPLE
        assert start(tx, in_all_languages(catalogue), found, (Stage.DRAFT,))

    lines = []
    for name, work in (
        ("counted and begun", begin),
        ("held", lambda tx: move(tx, number, (Stage.RUNNING,), Stage.PAUSED)),
        ("let go", lambda tx: move(tx, number, (Stage.PAUSED,), Stage.RUNNING)),
        ("cancelled", lambda tx: move(tx, number, (Stage.RUNNING,), Stage.CANCELLED)),
    ):
        began = time.monotonic()
        async with silence(database) as seen:
            await runtime.write(work)
            rows = (await follow_stages(runtime))["rows"]
        lines.append(f"{name}: {rows} rows in {time.monotonic() - began:.1f} s, {seen}")
    return "\n".join(lines)


def _settle(tx: Transaction, numbers: Sequence[int]) -> None:
    tx.run(insert(person), [{"id": n, "language": "id", "created_at": tx.now} for n in numbers])
    rows = [{"person_id": n, "channel": "memory", "address": str(n), "created_at": tx.now} for n in numbers]
    tx.run(insert(address), rows)


def _draft(tx: Transaction) -> int:
    number = new_draft(tx, 1, "all")
    change_draft(tx, number, words={"id": "Kantor tutup besok"})
    return number
