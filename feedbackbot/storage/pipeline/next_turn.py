"""What a turn looks at when its chat is locked."""

from feedbackbot.storage.pipeline.dispatch import REPLY_ON_ITS_WAY
from feedbackbot.storage.pipeline.inbox import OLDEST, WaitingUpdate
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction

_NEXT = Prepared(OLDEST.add_columns(REPLY_ON_ITS_WAY.exists()))


def next_turn(
    tx: Transaction, channel: str, chat: str, address_id: int, owner: str
) -> tuple[WaitingUpdate | None, bool]:
    """The oldest update of a chat that has not been answered, and, where there is one, whether `reply_on_its_way`."""
    row = _NEXT.first(tx, {"channel": channel, "chat": chat, "to": address_id, "me": owner, "at": tx.now})
    if row is None:
        return None, False
    *waiting, on_its_way = row
    return WaitingUpdate(*waiting), bool(on_its_way)
