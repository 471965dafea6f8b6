"""Approved texts as the chat service has them, and who was written to by one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.receipts import Stage
from feedbackbot.storage.pipeline.tables import message_template, outbox, receipt
from feedbackbot.storage.transaction import Transaction, upsert

APPROVED = "APPROVED"
_WENT = (int(State.WAITING), int(State.UNDER_WAY), int(State.SENT), int(State.UNKNOWN))


@dataclass(frozen=True, slots=True)
class TemplateState:
    """`status` and `category` in the chat service's own words."""

    name: str
    language: str
    status: str
    category: str
    reason: str = ""


def keep_template(
    tx: Transaction,
    channel: str,
    name: str,
    language: str,
    *,
    status: str = "",
    category: str = "",
    reason: str = "",
) -> None:
    """What is told of a text; an empty `status` or `category` leaves what is known."""
    values = {
        "channel": channel, "name": name[:64], "language": language[:8], "status": status[:32], "category": category[:32],
        "reason": reason[:64], "at": tx.now,
    }  # fmt: skip
    told = {key: values[key] for key in ("status", "category") if values[key]}
    changed = {**told, "reason": values["reason"], "at": tx.now} | (
        {"alarmed_at": None} if status == APPROVED else {}
    )
    tx.run(
        upsert(tx, message_template)
        .values(**values)
        .on_conflict_do_update(index_elements=["channel", "name", "language"], set_=changed)
    )


def templates(tx: Transaction, channel: str) -> dict[tuple[str, str], TemplateState]:
    """By name and language."""
    rows = tx.run(select(message_template).where(message_template.c.channel == channel))
    return {
        (row.name, row.language): TemplateState(row.name, row.language, row.status, row.category, row.reason)
        for row in rows
    }


def first_alarm(tx: Transaction, channel: str, name: str, language: str) -> bool:
    """Whether nobody was told yet that this text cannot be used; from now on somebody was."""
    keep_template(tx, channel, name, language)
    return bool(
        tx.run(
            update(message_template)
            .where(
                message_template.c.channel == channel,
                message_template.c.name == name,
                message_template.c.language == language,
                message_template.c.alarmed_at.is_(None),
            )
            .values(alarmed_at=tx.now)
        ).rowcount
    )


def heard_at(tx: Transaction, addresses: Collection[int]) -> dict[int, datetime | None]:
    """When each of these last wrote."""
    rows = tx.run(select(address.c.id, address.c.heard_at).where(address.c.id.in_(list(addresses))))
    return {row.id: row.heard_at for row in rows}


def knocked_at(tx: Transaction, kind: str, addresses: Collection[int]) -> dict[int, datetime]:
    """When each of these was last written to by an approved text that went, or is about to."""
    rows = tx.run(
        select(outbox.c.address_id, func.max(outbox.c.planned_at).label("last"))
        .where(outbox.c.address_id.in_(list(addresses)), outbox.c.kind == kind, outbox.c.state.in_(_WENT))
        .group_by(outbox.c.address_id)
    )
    return {row.address_id: row.last for row in rows if row.last is not None}


def people_knocked(tx: Transaction, channel: str, kind: str) -> int:
    """How many people were so written to within 24 hours."""
    return int(
        tx.run(
            select(func.count(func.distinct(outbox.c.address_id))).where(
                outbox.c.channel == channel,
                outbox.c.kind == kind,
                outbox.c.planned_at > tx.now - timedelta(days=1),
                outbox.c.state.in_(_WENT),
            )
        ).scalar_one()
    )


def paid_messages(tx: Transaction, since: datetime, channel: str = "") -> dict[str, int]:
    """Messages that arrived and are paid for, by the chat service's category; over all chat services, or of one."""
    wanted = select(receipt.c.category, func.count().label("messages")).where(
        receipt.c.at >= since, receipt.c.category != "", receipt.c.stage >= int(Stage.DELIVERED)
    )
    if channel:
        wanted = wanted.where(receipt.c.channel == channel)
    return {row.category: row.messages for row in tx.run(wanted.group_by(receipt.c.category))}


def all_template_states(tx: Transaction) -> list[TemplateState]:
    """Of all chat services, by name."""
    rows = tx.run(select(message_template).order_by(message_template.c.name, message_template.c.language))
    return [TemplateState(row.name, row.language, row.status, row.category, row.reason) for row in rows]
