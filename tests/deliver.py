"""Messages that nobody asked for reach the chats of the people they are for, and every one would pass the strictest chat service."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update

from feedbackbot.delivery.sending import read_body
from feedbackbot.delivery.wording import Wording
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.people.addresses import Reach
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.pipeline.dispatch import queued_messages
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.builders import CATALOGUE, dialogue_of_all
from tests.channels.whatsapp.checked import refusal as whatsapp_refusal
from tests.shown import Shown
from tests.talk import CHANNEL, Talk


async def deliver(talk: Talk, channel: str = CHANNEL) -> int:
    """All that is due now, in the order in which it was written; returns how many messages."""

    def take(tx: Transaction) -> list[tuple[int, str, Outgoing]]:
        waits = outbox.c.state == State.WAITING, outbox.c.channel == channel
        due = *waits, outbox.c.due_at <= tx.now, outbox.c.body.is_not(None)
        ids = list(tx.run(select(outbox.c.id).where(*due).order_by(outbox.c.id)).scalars())
        ready = Wording(talk.dialogue.directory.speaker, talk.dialogue.catalogue).in_words(
            tx, channel, sorted(queued_messages(tx, ids), key=lambda one: one.id)
        )
        for one in ready:
            sent = {"state": State.SENT, "settled_at": tx.now, "message_ref": _ref(one.id)}
            tx.run(update(outbox).where(outbox.c.id == one.id).values(sent))
        return [(one.id, one.address, read_body(one)) for one in ready]

    sent = await talk.work(take)
    for number, where, message in sent:
        assert whatsapp_refusal(message) == "", message.text
        talk.person(where).chat.append(Shown(_ref(number), message))
    return len(sent)


def queued_words(tx: Transaction, *conditions: Any, directory: Directory | None = None) -> list[str]:
    """What waits in the outbox under these conditions, as it would read now, as JSON of the message."""
    columns = select(outbox.c.body, outbox.c.notice, outbox.c.kind).where(
        outbox.c.body.is_not(None), *conditions
    )
    rows = tx.run(columns.order_by(outbox.c.id)).all()
    return [one.to_json() for one in in_words(tx, rows, directory or dialogue_of_all().directory, CATALOGUE)]


def in_words(
    tx: Transaction, rows: Sequence[Any], directory: Directory, catalogue: Catalogue
) -> list[Outgoing]:
    """Outbox rows with (body, notice, kind) as somebody would read them in Indonesian; what says nothing is left out."""
    wording = Wording(directory.speaker, catalogue)
    said: list[Outgoing] = []
    for row in rows:
        if row.notice is None:
            said.append(Outgoing.from_json(row.body))
        elif (message := wording.message(tx, row.notice, row.body, row.kind, _SOMEWHERE)) is not None:
            said.append(as_outgoing(message, ChatState(), page=0, pages=("", "")))
            assert whatsapp_refusal(said[-1]) == "", (row.notice, said[-1].text)
    return said


_SOMEWHERE = Reach(0, "memory", "", "id")


def _ref(row: int) -> str:
    return f"mail{row}"
