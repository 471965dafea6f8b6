"""Messages that nobody asked for reach the chats of the people they are for."""

from sqlalchemy import select, update

from feedbackbot.dialogue.message import Outgoing
from feedbackbot.storage.outbox import State
from feedbackbot.storage.tables.people import address
from feedbackbot.storage.tables.pipeline import outbox
from feedbackbot.storage.transaction import Transaction
from tests.talk import Shown, Talk


async def deliver(talk: Talk) -> int:
    """All that is due now, in the order in which it was written; returns how many messages."""

    def take(tx: Transaction) -> list[tuple[str, str]]:
        due = outbox.c.state == State.WAITING, outbox.c.due_at <= tx.now, outbox.c.body.is_not(None)
        rows = tx.run(
            select(address.c.address, outbox.c.body).join(address).where(*due).order_by(outbox.c.id)
        ).all()
        tx.run(update(outbox).where(*due).values(state=State.SENT, settled_at=tx.now))
        return [(row.address, row.body) for row in rows]

    letters = await talk.work(take)
    for where, body in letters:
        talker = talk.person(where)
        talker.chat.append(Shown(f"mail{len(talker.chat)}", Outgoing.from_json(body)))
    return len(letters)
