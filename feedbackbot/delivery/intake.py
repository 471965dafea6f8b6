"""Who is answered next: in order within a chat, side by side across chats."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import timedelta
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from feedbackbot.clock import Now
from feedbackbot.delivery.sending import Sender
from feedbackbot.delivery.settling import Settler
from feedbackbot.delivery.turns import TurnDone, TurnRunner
from feedbackbot.errors import DatabaseAway
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.inbox import Arrival, chats_waiting, keep_arrivals
from feedbackbot.storage.outbox import Letter, State
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import ARRIVALS, INBOX_DEPTH, REPLY_SECONDS, TURN_SECONDS, get_logger

_log = get_logger(__name__)
_DATABASE_AWAY_SECONDS = 1.0
_OVERLOOKED_AFTER = timedelta(seconds=10)
# a reply that cannot be sent yet is tried again in its place this long, so that the next one does not overtake it
_IN_PLACE_SECONDS = 60.0


class Intake:
    """Keeps what arrives and sees that each chat's updates are answered one after the other.

    A chat that waits for its reply to be sent holds no turn slot: one flooding person slows only himself.
    """

    def __init__(
        self,
        *,
        database: Database,
        runner: TurnRunner,
        sender: Sender,
        settler: Settler,
        now: Now,
        settings: Settings,
        wake_delivery: Callable[[], None],
    ) -> None:
        self._database = database
        self._runner = runner
        self._sender = sender
        self._settler = settler
        self._now = now
        self._settings = settings
        self._wake_delivery = wake_delivery
        self._waiting: Counter[str] = Counter()
        self._received: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(settings.database_pool * 4)
        self._stopping = False

    async def keep(self, arrivals: list[Arrival]) -> None:
        """Returns once they are committed: only then may the chat service be told that they were received."""
        fresh = await self._database.write(
            lambda connection: keep_arrivals(self._transaction(connection), arrivals)
        )
        ARRIVALS.labels("new").inc(len(fresh))
        ARRIVALS.labels("repeated").inc(len(arrivals) - len(fresh))
        for arrival in fresh:
            if arrival.chat:
                self.wake(arrival.chat)

    def wake(self, chat: str) -> None:
        """One more update of this chat waits for its turn."""
        self._waiting[chat] += 1
        if self._waiting[chat] == 1 and not self._stopping:
            self._received[chat] = monotonic()
            self._start(self._serve(chat), f"chat {len(self._tasks)}")

    async def sweep(self, *, everything: bool = False) -> int:
        """Find updates that nobody answers (a process died, a webhook's process never got to it); returns their chats' number."""
        older_than = timedelta() if everything else _OVERLOOKED_AFTER
        chats = await self._database.read(
            lambda connection: chats_waiting(self._transaction(connection), older_than=older_than)
        )
        overlooked = [
            chat
            for channel, chat in chats
            if channel == self._runner.channel and chat and not self._waiting[chat]
        ]
        for chat in overlooked:
            self.wake(chat)
        INBOX_DEPTH.set(sum(self._waiting.values()))
        return len(overlooked)

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    async def close(self, within: float) -> None:
        """Let turns under way finish, begin none; what is left waits in the inbox."""
        self._stopping = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within)
        for task in self._tasks:
            task.cancel()

    def _transaction(self, connection: Connection) -> Transaction:
        return Transaction(connection, self._now(), self._settings)

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, chat: str) -> None:
        """All waiting updates of one chat. An update that another process answered first counts as answered."""
        while self._waiting[chat] > 0 and not self._stopping:
            try:
                async with self._slots:
                    done = await self._runner.run(chat)
            except DatabaseAway:
                _log.warning("the database is away, a turn waits")
                await asyncio.sleep(_DATABASE_AWAY_SECONDS)
                continue
            except Exception as problem:
                # the failure could not even be counted; the sweep comes back to this chat
                _log.exception("a turn could not be run", problem=type(problem).__name__)
                break
            received = self._received.get(chat, monotonic())
            TURN_SECONDS.observe(monotonic() - received)
            if done is not None:
                await self._reply(done)
                REPLY_SECONDS.observe(monotonic() - received)
            self._waiting[chat] -= 1
            self._received[chat] = monotonic()
        del self._waiting[chat]
        self._received.pop(chat, None)

    async def _reply(self, done: TurnDone) -> None:
        if done.wakes_delivery:
            self._wake_delivery()
        if done.tap_id:
            self._start(self._sender.channel.acknowledge(done.tap_id, done.notice), "acknowledge")
        for letter in done.letters:
            await self._send_in_place(letter)

    async def _send_in_place(self, letter: Letter) -> None:
        give_up_at = monotonic() + _IN_PLACE_SECONDS
        while True:
            outcome = await self._sender.send(letter)
            wait = (outcome.due_at - self._now()).total_seconds() if outcome.due_at else 0.0
            if outcome.state is not State.WAITING or self._stopping or monotonic() + wait > give_up_at:
                self._settler.add(outcome, letter.address_id)
                return
            await asyncio.sleep(max(wait, 0.0))
            letter = letter.next_try()
