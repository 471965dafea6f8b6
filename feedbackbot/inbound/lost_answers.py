"""A message may have gone although the answer to its sending was lost: who is told of it later need not send it twice."""

from feedbackbot.delivery.sending import Sender
from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.pipeline.outbox import QueuedMessage
from feedbackbot.storage.pipeline.receipts import has_gone
from feedbackbot.storage.runtime import Runtime


async def gone_meanwhile(runtime: Runtime, sender: Sender, letter: QueuedMessage) -> str | None:
    """The message in which it went, None where nothing was told of one or nothing ever is."""
    if not sender.channel.can.late_receipts:
        return None
    try:
        return await runtime.read(lambda tx: has_gone(tx, letter.id))
    except DatabaseAway:
        return None
