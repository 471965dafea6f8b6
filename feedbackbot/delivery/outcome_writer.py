"""What became of messages, written in batches beside the sending."""

import asyncio

from feedbackbot.delivery.receipts import overtaken
from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.pipeline.dispatch import settle
from feedbackbot.storage.pipeline.outbox import QueuedMessage, SendOutcome, State
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_TRY_AGAIN_SECONDS = 1.0
_Settled = tuple[SendOutcome, int]


class OutcomeWriter:
    """Collects outcomes and writes what has gathered; while the database is away they are kept and tried again."""

    def __init__(self, runtime: Runtime, owner: str, *, late_receipts: str = "") -> None:
        """`late_receipts`: the channel that may tell later, or has told already, that what it accepted has failed."""
        self._runtime = runtime
        self._late_receipts = late_receipts
        self._owner = owner
        self.in_hand: set[int] = set()
        """Rows that this process sends, or has sent and not yet written down."""
        self._gathered: list[_Settled] = []
        self._something = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="outcome writer")

    def takes(self, *letters: QueuedMessage) -> None:
        """This process sees to them: an outcome follows for each."""
        self.in_hand.update(letter.id for letter in letters)

    def add(self, outcome: SendOutcome, address_id: int) -> None:
        self._gathered.append((outcome, address_id))
        self._empty.clear()
        self._something.set()

    async def flush(self) -> None:
        """Returns when everything added is written."""
        await self._empty.wait()

    async def close(self) -> None:
        """Returns when everything is written."""
        await self.flush()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        while True:
            await self._something.wait()
            batch, self._gathered = self._gathered, []
            self._something.clear()
            try:
                await self._write(batch)
            except DatabaseAway:
                _log.warning("outcomes wait for the database", count=len(batch))
                self._gathered = batch + self._gathered
                self._something.set()
                await asyncio.sleep(_TRY_AGAIN_SECONDS)
            except Exception:
                await self._one_by_one(batch)
            if not self._gathered:
                self._empty.set()

    async def _one_by_one(self, batch: list[_Settled]) -> None:
        """One that cannot be written must not hold up the others; its row is taken over when this process ends."""
        for settled in batch:
            try:
                await self._write([settled])
            except DatabaseAway:
                self._gathered.append(settled)
                self._something.set()
            except Exception:
                _log.exception("an outcome could not be written", row=settled[0].id)

    async def _write(self, batch: list[_Settled]) -> None:
        await self._runtime.write(lambda tx: self._work(tx, batch))
        self.in_hand.difference_update(outcome.id for outcome, _ in batch)

    def _work(self, tx: Transaction, batch: list[_Settled]) -> None:
        settle(tx, self._owner, [outcome for outcome, _ in batch])
        for outcome, address_id in batch:
            if outcome.state is State.GONE:
                mark_gone(tx, address_id, outcome.reason or "gone")
        if self._late_receipts:
            accepted = [
                (one.id, one.message_ref) for one, _ in batch if one.state is State.SENT and one.message_ref
            ]
            overtaken(tx, self._late_receipts, accepted)
