"""What admins did: append-only."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, or_, select

from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One action; `person_id` is None for the command line. `before` and `after` are JSON values or None."""

    id: int
    at: datetime
    person_id: int | None
    action: str
    subject: str
    before: Any
    after: Any


def record(
    tx: Transaction,
    person_id: int | None,
    action: str,
    subject: str,
    *,
    before: Any = None,
    after: Any = None,
) -> None:
    """`action` is a catalogue key without its prefix ("broadcast-sent"), `subject` names what it was done to ("broadcast:12"). No
    personal data: ids only."""
    row = {
        "at": tx.now,
        "person_id": person_id,
        "action": action,
        "subject": subject,
        "before": None if before is None else json.dumps(before, ensure_ascii=False),
        "after": None if after is None else json.dumps(after, ensure_ascii=False),
    }
    tx.run(insert(audit), row)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which actions: by whom (None: anybody), whose names begin so (none: all), in this span of time."""

    person_id: int | None = None
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


def newest(
    tx: Transaction, most: int = 20, *, before_id: int | None = None, only: AuditFilter | None = None
) -> list[AuditEntry]:
    """Newest first; `before_id` pages on."""
    statement = select(audit).order_by(audit.c.id.desc()).limit(most)
    if before_id is not None:
        statement = statement.where(audit.c.id < before_id)
    if only is not None:
        statement = statement.where(*_conditions(only))
    return [
        AuditEntry(
            row.id, row.at, row.person_id, row.action, row.subject,
            None if row.before is None else json.loads(row.before),
            None if row.after is None else json.loads(row.after),
        )
        for row in tx.run(statement)
    ]  # fmt: skip


def who_acted(tx: Transaction, most: int) -> list[int]:
    """People who stand in the audit, those with the newest action first."""
    newest_of = func.max(audit.c.id)
    statement = select(audit.c.person_id).where(audit.c.person_id.is_not(None)).group_by(audit.c.person_id)
    return list(tx.run(statement.order_by(newest_of.desc()).limit(most)).scalars())


def _conditions(only: AuditFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if only.person_id is not None:
        found.append(audit.c.person_id == only.person_id)
    if only.kinds:
        found.append(or_(*(audit.c.action.startswith(kind, autoescape=True) for kind in only.kinds)))
    if only.since is not None:
        found.append(audit.c.at >= only.since)
    if only.until is not None:
        found.append(audit.c.at < only.until)
    return found
