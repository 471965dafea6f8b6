"""Messages that nobody asked for reach the chats of the people they are for."""

from sqlalchemy import select, update

from feedbackbot.dialogue.message import Outgoing
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.talk import Shown, Talk


async def deliver(talk: Talk) -> int:
    """All that is due now, in the order in which it was written; returns how many messages."""

    def take(tx: Transaction) -> list[tuple[int, str, str]]:
        due = outbox.c.state == State.WAITING, outbox.c.due_at <= tx.now, outbox.c.body.is_not(None)
        rows = tx.run(
            select(outbox.c.id, address.c.address, outbox.c.body)
            .join(address)
            .where(*due)
            .order_by(outbox.c.id)
        ).all()
        for row in rows:
            sent = {"state": State.SENT, "settled_at": tx.now, "message_ref": _ref(row.id)}
            tx.run(update(outbox).where(outbox.c.id == row.id).values(sent))
        return [(row.id, row.address, row.body) for row in rows]

    letters = await talk.work(take)
    for number, where, body in letters:
        talker = talk.person(where)
        talker.chat.append(Shown(_ref(number), Outgoing.from_json(body)))
    return len(letters)


def _ref(row: int) -> str:
    return f"mail{row}"
