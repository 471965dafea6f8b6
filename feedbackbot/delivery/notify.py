"""Tell somebody something that they did not just ask for: one way for every use case."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from feedbackbot.delivery.policy import LANES, count_decision, decide
from feedbackbot.delivery.tell import NotifyResult
from feedbackbot.delivery.wording import OPT_OUT_DOOR
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.contact_policy import RULES, Drop, Kind, Wait
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.people.contacts import ChatState, reach
from feedbackbot.storage.pipeline.outbox import add_message
from feedbackbot.storage.transaction import Transaction

__all__ = ["NotifyResult", "Translate", "notify"]
_BLUR_MICROSECONDS = 90_000_000


def notify(
    tx: Transaction,
    catalogue: Catalogue,
    person_id: int,
    kind: Kind,
    write: Callable[[Translate], Message],
    *,
    topic: str | None = None,
    once_key: str | None = None,
    due_at: datetime | None = None,
    expires: datetime | None = None,
    blurred: bool = False,
) -> NotifyResult:
    """Put a message to this person into the outbox, as the contact policy allows, in the reader's language.

    The choices of the message must be doors or links. `topic` groups rows ("training:12"); `once_key` is told at most once.
    A message for later is decided upon again when it is due. `blurred`: the row's times are a moment of chance a little earlier, so that
    they tell nobody which rating it belongs to.
    """
    found = reach(tx, person_id)
    if found is None:
        return NotifyResult.UNREACHABLE
    decision = decide(tx, person_id, kind, planned=due_at, expires=expires)
    count_decision(kind, decision)
    if isinstance(decision, Drop):
        return NotifyResult.DROPPED

    def translate(key: str, /, **values: Value) -> str:
        return catalogue.text(found.language, key, **values)

    message = write(translate)
    if RULES[kind].topic is not None:
        off = Choice(RULES[kind].topic.value, translate("opt-out-button"), door=OPT_OUT_DOOR)  # type: ignore[union-attr]
        message = replace(message, below=(*message.below, off))
    wait = decision.until if isinstance(decision, Wait) else tx.now
    moment = max(wait, due_at) if due_at else wait
    earlier = timedelta(microseconds=1 + secrets.randbelow(_BLUR_MICROSECONDS)) if blurred else timedelta()
    added = add_message(
        tx,
        channel=found.channel,
        address_id=found.address_id,
        lane=LANES[kind],
        kind=kind.value,
        body=as_outgoing(message, ChatState(), page=0, pages=("", "")).to_json(),
        due_at=moment - earlier,
        topic=topic,
        once_key=once_key,
        planned_at=(due_at or tx.now) - earlier,
        expires_at=expires,
    )
    if not added:
        return NotifyResult.REPEATED
    return NotifyResult.LATER if moment > tx.now else NotifyResult.QUEUED
