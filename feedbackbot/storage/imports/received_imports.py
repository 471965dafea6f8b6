"""Files that admins sent, from their arrival to what became of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, insert, select, update

from feedbackbot.storage.staff.tables import received_import
from feedbackbot.storage.transaction import Transaction


class ImportKind(StrEnum):
    STAFF = "staff"
    TRAININGS = "trainings"
    COURSE = "course"
    FACTS = "facts"


class ImportState(StrEnum):
    """A job takes what is RECEIVED or CONFIRMED; the admin decides about what is PLANNED."""

    RECEIVED = "received"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"


_OPEN = (ImportState.RECEIVED, ImportState.PLANNED)
_FOR_THE_JOB = (ImportState.RECEIVED, ImportState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that lies with the chat service."""

    ref: str
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class ReceivedImport:
    """`plan` holds counts, and under "beside" the other files that were sent at once and are read together with this one;
    `problems` what was refused. Neither holds anybody's data."""

    id: int
    kind: ImportKind
    state: ImportState
    author_id: int | None
    channel: str
    ref: str
    name: str
    whole_registry: bool
    digest: str | None
    plan: dict[str, Any]
    problems: list[dict[str, Any]]
    training_id: int | None

    @property
    def files(self) -> tuple[SentFile, ...]:
        return SentFile(self.ref, self.name), *(SentFile(*one) for one in self.plan.get(BESIDE, ()))

    @property
    def called(self) -> str:
        """The names of all its files."""
        return ", ".join(file.name for file in self.files)


BESIDE = "beside"


def make_void(tx: Transaction, kind: ImportKind, author_id: int) -> list[str]:
    """What the same admin sent before and has not decided about; the names."""
    mine = (received_import.c.author_id == author_id) & (received_import.c.kind == kind.value)
    made = tx.run(
        update(received_import)
        .where(mine, received_import.c.state.in_(_OPEN))
        .values(state=ImportState.CANCELLED, changed_at=tx.now)
        .returning(received_import.c.name)
    )
    return [str(name) for name in made.scalars()]


def keep_received(
    tx: Transaction,
    kind: ImportKind,
    author_id: int,
    channel: str,
    file: SentFile,
    beside: Sequence[SentFile] = (),
) -> int:
    """The row's id. `beside`: files that are read together with this one."""
    row = {
        "kind": kind.value,
        "state": ImportState.RECEIVED.value,
        "author_id": author_id,
        "channel": channel,
        "ref": file.ref,
        "name": file.name[:120],
        "size": file.size,
        "plan": json.dumps({BESIDE: [[one.ref, one.name[:120]] for one in beside]}) if beside else None,
        "whole_registry": True,
        "received_at": tx.now,
        "changed_at": tx.now,
    }
    made = tx.run(insert(received_import).values(row).returning(received_import.c.id))
    return int(made.scalar_one())


def import_by_id(tx: Transaction, import_id: int) -> ReceivedImport | None:
    row = tx.run(select(received_import).where(received_import.c.id == import_id)).first()
    return _read(row) if row else None


def planned_of(tx: Transaction, author_id: int) -> list[int]:
    """Ids of what was read, and about which this admin has not decided."""
    mine = (received_import.c.author_id == author_id) & (received_import.c.state == ImportState.PLANNED.value)
    return list(tx.run(select(received_import.c.id).where(mine).order_by(received_import.c.id)).scalars())


def next_import(tx: Transaction) -> ReceivedImport | None:
    """The oldest that waits for the job."""
    row = tx.run(
        select(received_import)
        .where(received_import.c.state.in_(_FOR_THE_JOB))
        .order_by(received_import.c.id)
        .limit(1)
    ).first()
    return _read(row) if row else None


def still_stands(tx: Transaction, import_id: int, state: ImportState) -> bool:
    """Whether nobody has changed it; it is locked until the transaction ends."""
    same = (received_import.c.id == import_id, received_import.c.state == state)
    return tx.run(select(received_import.c.id).where(*same).with_for_update()).first() is not None


def change_import(
    tx: Transaction, import_id: int, before: ImportState, after: ImportState, **values: Any
) -> bool:
    """False where somebody else was faster: then nothing is changed. `plan` and `problems` are JSON values."""
    for name in ("plan", "problems"):
        if name in values:
            values[name] = json.dumps(values[name], ensure_ascii=False)
    changed = tx.run(
        update(received_import)
        .where(received_import.c.id == import_id, received_import.c.state == before.value)
        .values(state=after.value, changed_at=tx.now, **values)
    )
    return changed.rowcount == 1


def _read(row: Row[Any]) -> ReceivedImport:
    return ReceivedImport(
        row.id,
        ImportKind(row.kind),
        ImportState(row.state),
        row.author_id,
        row.channel,
        row.ref,
        row.name,
        row.whole_registry,
        row.digest,
        json.loads(row.plan or "{}"),
        json.loads(row.problems or "[]"),
        row.training_id,
    )
