"""What was done and said about a case or after a low score, and the files that came with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, insert, select

from feedbackbot.domain.calendar import full_hour
from feedbackbot.storage.cases.tables import sender_flag, timeline_entry, timeline_file
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A picture, document or voice ("photo", "document", "voice") that lies with the chat service under `ref`."""

    kind: str
    channel: str
    ref: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: `actor` is a role, `action` what was done, `words` what was said with it."""

    id: int
    at: datetime
    actor: str
    staff_id: int | None
    action: str
    words: str
    unit_id: int | None
    files: tuple[KeptFile, ...] = ()


def add_entry(
    tx: Transaction,
    *,
    case_id: int | None = None,
    alert_id: int | None = None,
    tip_id: int | None = None,
    actor: str,
    action: str,
    staff_id: int | None = None,
    words: str = "",
    unit_id: int | None = None,
    files: Sequence[KeptFile] = (),
) -> int:
    """Returns its id."""
    row = {
        "case_id": case_id,
        "alert_id": alert_id,
        "tip_id": tip_id,
        # of a talk after a low score and of a tip only the hour: the moment would tell which message it came with
        "at": full_hour(tx.now) if case_id is None else tx.now,
        "actor": actor,
        "staff_id": staff_id,
        "action": action,
        "words": words,
        "unit_id": unit_id,
    }
    entry_id = int(tx.run(insert(timeline_entry).values(**row).returning(timeline_entry.c.id)).scalar_one())
    if files:
        tx.run(insert(timeline_file), [_file_row(entry_id, one) for one in files])
    return entry_id


def _file_row(entry_id: int, file: KeptFile) -> dict[str, str | int]:
    return {
        "entry_id": entry_id,
        "kind": file.kind,
        "channel": file.channel,
        "ref": file.ref,
        "name": file.name,
        "size": file.size,
    }


def timeline_of_case(tx: Transaction, case_id: int) -> list[Entry]:
    """Oldest first."""
    return _entries(tx, timeline_entry.c.case_id == case_id)


def timeline_of_alert(tx: Transaction, alert_id: int) -> list[Entry]:
    """Oldest first."""
    return _entries(tx, timeline_entry.c.alert_id == alert_id)


def timeline_of_tip(tx: Transaction, tip_id: int) -> list[Entry]:
    """Oldest first."""
    return _entries(tx, timeline_entry.c.tip_id == tip_id)


def entry_by_id(tx: Transaction, entry_id: int) -> Entry | None:
    return next(iter(_entries(tx, timeline_entry.c.id == entry_id)), None)


def _entries(tx: Transaction, condition: ColumnElement[bool]) -> list[Entry]:
    rows = tx.run(select(timeline_entry).where(condition).order_by(timeline_entry.c.id)).all()
    files = _files(tx, [row.id for row in rows])
    return [
        Entry(row.id, row.at, row.actor, row.staff_id, row.action, row.words, row.unit_id,
              tuple(files.get(row.id, ())))
        for row in rows
    ]  # fmt: skip


def _files(tx: Transaction, entry_ids: Collection[int]) -> dict[int, list[KeptFile]]:
    found: dict[int, list[KeptFile]] = {}
    rows = tx.run(
        select(
            timeline_file.c.entry_id,
            timeline_file.c.kind,
            timeline_file.c.channel,
            timeline_file.c.ref,
            timeline_file.c.name,
            timeline_file.c.size,
        )
        .where(timeline_file.c.entry_id.in_(list(entry_ids)))
        .order_by(timeline_file.c.id)
    )
    for row in rows:
        found.setdefault(row.entry_id, []).append(
            KeptFile(row.kind, row.channel, row.ref, row.name, row.size)
        )
    return found


def flag_sender(tx: Transaction, person_id: int, case_id: int) -> None:
    """From now on this citizen's cases are slowed."""
    values = {"person_id": person_id, "case_id": case_id, "at": tx.now}
    tx.run(upsert(tx, sender_flag).values(**values).on_conflict_do_nothing(index_elements=["person_id"]))


def unflag_sender(tx: Transaction, person_id: int) -> None:
    tx.run(sender_flag.delete().where(sender_flag.c.person_id == person_id))


def is_flagged(tx: Transaction, person_id: int) -> bool:
    return flagged_at(tx, person_id) is not None


def flagged_at(tx: Transaction, person_id: int) -> datetime | None:
    return tx.run(select(sender_flag.c.at).where(sender_flag.c.person_id == person_id)).scalar_one_or_none()
