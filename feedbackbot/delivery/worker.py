"""Sends what is due: reminders, broadcasts, and replies that a crash left behind."""

import asyncio

from sqlalchemy import Connection

from feedbackbot.clock import Now
from feedbackbot.delivery.sending import Sender
from feedbackbot.delivery.settling import Settler
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.outbox import Lane, Letter, Outcome, State, claim, something_due
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LOOK_SECONDS = 1.0
_ROUGH_SECONDS = 2.0


class Worker:
    """Claims due rows in batches and sends them side by side, never more under way than a crash may double."""

    def __init__(
        self,
        *,
        database: Database,
        sender: Sender,
        settler: Settler,
        now: Now,
        settings: Settings,
        owner: str,
    ) -> None:
        self._database = database
        self._sender = sender
        self._settler = settler
        self._now = now
        self._settings = settings
        self._owner = owner
        self._awake = asyncio.Event()
        self._stopping = False
        self._under_way: set[asyncio.Task[None]] = set()
        self._task: asyncio.Task[None] | None = None
        # half a second's worth: a row that waits for its permit under a claim may be sent twice or not at all after a crash
        self.most_under_way = int(min(settings.calls_under_way, max(2, settings.rate_bulk / 2)))

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="delivery")

    def wake(self) -> None:
        """Something was added."""
        self._awake.set()

    async def close(self, within: float) -> None:
        """Claim no more, let calls under way finish."""
        self._stopping = True
        self._awake.set()
        if self._task is not None:
            await asyncio.wait([self._task], timeout=within)
            self._task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=within)

    async def _run(self) -> None:
        while not self._stopping:
            try:
                found = await self._claim()
            except Exception as problem:
                _log.warning("nothing could be claimed, trying again", problem=type(problem).__name__)
                await asyncio.sleep(_ROUGH_SECONDS)
                continue
            for letter in found:
                task = asyncio.create_task(self._send(letter))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
            if not found:
                await self._wait_for_work()
            elif len(self._under_way) >= self.most_under_way:
                # refill when half is gone, so that the next claim overlaps with sending
                while len(self._under_way) > self.most_under_way // 2:
                    await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)

    async def _wait_for_work(self) -> None:
        self._awake.clear()
        try:
            await asyncio.wait_for(self._awake.wait(), _LOOK_SECONDS)
        except TimeoutError:
            return

    async def _claim(self) -> list[Letter]:
        channel, room = self._sender.channel.name, self.most_under_way - len(self._under_way)
        if room <= 0 or not await self._database.read(lambda c: something_due(self._transaction(c), channel)):
            return []
        return await self._database.write(
            lambda c: claim(
                self._transaction(c), channel=channel, owner=self._owner, lanes=tuple(Lane), most=room
            )
        )

    async def _send(self, letter: Letter) -> None:
        if letter.gone and letter.lane != Lane.REPLY:
            outcome = Outcome(letter.id, State.GONE, reason="gone-before")
        else:
            outcome = await self._sender.send(letter)
        self._settler.add(outcome, letter.address_id)

    def _transaction(self, connection: Connection) -> Transaction:
        return Transaction(connection, self._now(), self._settings)
