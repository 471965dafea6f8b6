"""The live card of a running broadcast: edited in the admin's chat at most every few seconds, by one process at a time.

What the card shows and where it stands is in the database, so it goes on after a restart.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from feedbackbot.delivery.sending import Sender
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.broadcast.broadcasts import claim_card, set_values
from feedbackbot.storage.broadcast.under_way import open_broadcasts
from feedbackbot.storage.lookout import Lookout
from feedbackbot.storage.people.contacts import ChatState, address_by_id
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, State
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger
from feedbackbot.usecases.broadcast.progress import (
    Progress,
    count_at_end,
    finish_or_repeat,
    read_progress,
)
from feedbackbot.wording.broadcast.card import card, in_language

_log = get_logger(__name__)
EVERY = timedelta(seconds=3)
_LOOK_SECONDS = 1.0
KIND = "card"


class ProgressCards:
    """Looks every second; writes and edits only where something is under way."""

    def __init__(
        self,
        runtime: Runtime,
        senders: Iterable[Sender],
        catalogue: Catalogue,
        in_charge: Callable[[], bool] = lambda: True,
    ) -> None:
        """`in_charge`: whether, now, this is the one process that shows them."""
        self._in_charge = in_charge
        self._runtime = runtime
        self._senders = {sender.channel.name: sender for sender in senders}
        self._catalogue = catalogue
        self._shown: dict[int, str] = {}
        self._lookout = Lookout(runtime)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="progress cards")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                if self._in_charge() and self._lookout.begins():
                    await self.look()
            except Exception as problem:
                _log.warning("no progress could be shown", problem=type(problem).__name__)

    async def look(self) -> None:
        """Finish what is done, and show how the rest stands."""
        found = await self._runtime.read(open_broadcasts)
        if not found:
            self._lookout.found_nothing()
        for broadcast_id in found:
            counted = await self._runtime.read(lambda tx, one=broadcast_id: count_at_end(tx, one))  # type: ignore[misc]
            if await self._runtime.write(
                lambda tx, one=broadcast_id, counted=counted: self._claim(tx, one, counted)  # type: ignore[misc]
            ):
                await self._show(broadcast_id)

    async def _show(self, broadcast_id: int) -> None:
        found, over = await self._runtime.read(lambda tx: self._letter(tx, broadcast_id))
        if found is not None and self._shown.get(broadcast_id) != _face(found[1]):
            sender, letter = found
            outcome = await sender.send(letter)
            if outcome.state is State.SENT:
                self._shown[broadcast_id] = _face(letter)
                ref = outcome.message_ref
                await self._runtime.write(lambda tx: set_values(tx, broadcast_id, card_ref=ref))
            elif outcome.state is State.WAITING:  # it shows with a later look
                return
        if over:
            self._shown.pop(broadcast_id, None)
            await self._runtime.write(lambda tx: set_values(tx, broadcast_id, card_at=tx.now))

    def _claim(self, tx: Transaction, broadcast_id: int, counted: Progress | None) -> bool:
        """Whether this process shows the card now. What is done is finished in the same moment."""
        if counted is not None:
            finish_or_repeat(tx, counted)
        return claim_card(tx, broadcast_id, tx.now - EVERY)

    def _letter(self, tx: Transaction, broadcast_id: int) -> tuple[tuple[Sender, QueuedMessage] | None, bool]:
        """The card as a message that replaces the one before, and who sends it, None where nobody is there to see it; and whether it is
        the last."""
        progress = read_progress(tx, broadcast_id)
        if progress is None:
            return None, True
        found = progress.broadcast
        over = found.finished_at is not None
        where = None if found.card_address_id is None else address_by_id(tx, found.card_address_id)
        sender = None if where is None or where.gone else self._senders.get(where.channel)
        if where is None or sender is None:
            return None, over
        if not sender.channel.can.edit and found.card_ref is not None and not over:
            return None, over  # a card that cannot change in its place is said at the start and at the end
        message = card(progress, in_language(self._catalogue, where.language))
        body = as_outgoing(message, ChatState(), page=0, pages=("", ""), replaces_ref=found.card_ref)
        letter = QueuedMessage(0, where.address_id, where.address, int(Lane.REPLY), KIND, body.to_json())
        return (sender, letter), over


def _face(letter: QueuedMessage) -> str:
    """What there is to see of it, wherever it stands."""
    return replace(Outgoing.from_json(letter.body), replaces_ref=None).to_json()
