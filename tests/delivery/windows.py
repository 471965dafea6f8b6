"""People whose window is shut, the texts that may knock, and what goes out."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from feedbackbot.delivery.channel import Limits
from feedbackbot.delivery.window_gate import open_or_knock
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.contact_policy.templates import TEMPLATES
from feedbackbot.storage.people.addresses import note_heard
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.pipeline.dispatch import claim
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, add_message
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.pipeline.templates import keep_template
from feedbackbot.storage.transaction import Transaction
from tests.usecase_runner import Desk

CHANNEL = "other"
LIMITS = Limits(people=2)


async def approve(desk: Desk, category: str = "") -> None:
    def work(tx: Transaction) -> None:
        for one in TEMPLATES.values():
            for language in ("id", "en"):
                keep_template(
                    tx, CHANNEL, one.name, language, status="APPROVED", category=category or one.category
                )

    await desk.do(work)


async def known(desk: Desk, name: str = "Ani", ago: timedelta | None = timedelta(days=2)) -> int:
    """Somebody who wrote so long ago, or never."""

    def work(tx: Transaction) -> int:
        contact, _ = lock_chat(tx, CHANNEL, name)
        if ago is not None:
            note_heard(tx, contact.address_id, tx.now - ago)
        return contact.address_id

    return await desk.do(work)


async def queue(
    desk: Desk, where: int, kind: str = Kind.CASE_UPDATE, text: str = "*Laporan LSM-1* selesai."
) -> None:
    body = Outgoing(text).to_json()
    await desk.do(
        add_message,
        channel=CHANNEL,
        address_id=where,
        lane=Lane.REMINDER,
        kind=kind,
        body=body,
        planned_at=desk.clock(),
    )


async def goes(desk: Desk, limits: Limits = LIMITS) -> list[QueuedMessage]:
    """What the worker would send now."""

    def work(tx: Transaction) -> list[QueuedMessage]:
        claimed = claim(tx, channel=CHANNEL, owner="me", lanes=tuple(Lane), most=50)
        return open_or_knock(tx, CHANNEL, claimed, limits)

    return await desk.do(work)


async def rows(desk: Desk) -> list[tuple[Any, ...]]:
    return await desk.rows(select(outbox.c.kind, outbox.c.state, outbox.c.reason).order_by(outbox.c.id))
