"""Who is answered next: in order within a chat, side by side across chats."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta
from time import monotonic
from typing import Any

from feedbackbot.delivery.forgotten_rows import ForgottenRows
from feedbackbot.delivery.sending import OutcomeWriter, Sender
from feedbackbot.dialogue.gathering import may_go_on
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.dialogue.incoming import Kind as IncomingKind
from feedbackbot.errors import DatabaseAway
from feedbackbot.figures import INBOX_DEPTH, REPLY_SECONDS, TURN_SECONDS
from feedbackbot.inbound.delivered import Delivered
from feedbackbot.inbound.keeping import Keeper
from feedbackbot.inbound.lost_answers import gone_meanwhile
from feedbackbot.inbound.read_marks import Mark, ReadMarks
from feedbackbot.inbound.turns import ReplyOnItsWay, TurnDone, TurnRunner
from feedbackbot.storage.pipeline.inbox import chats_waiting
from feedbackbot.storage.pipeline.outbox import QueuedMessage, State
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_DATABASE_AWAY_SECONDS = 1.0
_MOST_PAUSES = 8
_REPLY_ON_ITS_WAY_SECONDS = 0.1
_OVERLOOKED_AFTER = timedelta(seconds=10)
# a reply that cannot be sent yet is tried again in its place this long, so that the next one does not overtake it
_IN_PLACE_SECONDS = 60.0


class Intake:
    """Keeps what arrives and sees that each chat's updates are answered one after the other.

    A chat that waits for its reply to be sent holds no turn slot: one flooding person slows only himself. While more of a chat waits, a
    reply that only repeats the present question is held back, and dropped when the next one has something to say.
    """

    def __init__(
        self,
        *,
        runtime: Runtime,
        runner: TurnRunner,
        sender: Sender,
        outcomes: OutcomeWriter,
        seen: Mark | None = None,
    ) -> None:
        """`seen` tells the person that a message is being answered, where the chat service shows that."""
        self._runtime = runtime
        self._runner = runner
        self._keeper = Keeper(runtime, runner.channel)
        self._sender = sender
        self._outcomes = outcomes
        self._forgotten_rows = ForgottenRows(runtime, outcomes, runner.owner, runner.channel)
        self._waiting: Counter[str] = Counter()
        # chats with a turn of which nobody knows whether it was committed
        self._doubtful: set[str] = set()
        # chats of which more pieces may come, and until when they are waited for
        self._gathers_until: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(runtime.settings.database_pool * 4)
        self._stop = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self._marks = (
            None if seen is None else ReadMarks(seen, lambda chat: self._waiting[chat] > 0, self._start)
        )
        self._leaving: set[str] = set()

    async def keep(self, delivered: Delivered) -> None:
        """Returns once all of it is committed: only then may the chat service be told that it was received."""
        await self._keeper.keep(delivered)
        # repeats too: the answer to the commit of the first may have been lost
        for arrival in delivered.arrivals:
            if arrival.chat:
                incoming = self._runner.read(arrival.body)
                # a broken message, of which nothing could be read, may have a reference that nobody knows
                empty = incoming.kind is IncomingKind.TEXT and not incoming.text
                if self._marks is not None and incoming.own_ref and not empty:
                    self._marks.wrote(arrival.chat, incoming.own_ref)
                if may_go_on(incoming):
                    self._gathers_until[arrival.chat] = monotonic() + self._runtime.settings.gather_seconds
                self.wake(arrival.chat)
            elif not arrival.broken:
                self._nobodys(self._runner.read(arrival.body))

    def _nobodys(self, incoming: Incoming) -> None:
        """What belongs to no person's chat: a button must not go on spinning, and in a group the bot says so once and leaves."""
        if incoming.tap_id:
            self._start(self._sender.channel.acknowledge(incoming.tap_id, ""))
        if incoming.group and incoming.group not in self._leaving:
            self._leaving.add(incoming.group)
            self._start(self._leave(incoming.group))

    async def _leave(self, group: str) -> None:
        word = self._sender.catalogue.text(self._runtime.settings.default_language, "notice-no-groups")
        try:
            await self._sender.channel.leave(group, word)
        finally:
            self._leaving.discard(group)

    def wake(self, chat: str, updates: int = 1) -> None:
        """More updates of this chat wait for their turns."""
        begins = self._waiting[chat] == 0
        self._waiting[chat] += updates
        if begins and not self._stop.is_set():
            self._start(self._serve(chat))

    async def sweep(self, *, everything: bool = False) -> int:
        """Find updates that nobody answers (a process died, a webhook's process never got to it); returns their chats' number."""
        old, rows = timedelta() if everything else _OVERLOOKED_AFTER, self._forgotten_rows
        forgotten, found = await self._runtime.read(
            lambda tx: (rows.under_way(tx), chats_waiting(tx, older_than=old))
        )
        await rows.give_back(forgotten)
        channel = self._runner.channel
        overlooked = [one for one in found if one.channel == channel and not self._waiting[one.chat]]
        for one in overlooked:
            self.wake(one.chat, one.count)
        INBOX_DEPTH.labels(self._runner.channel).set(sum(self._waiting.values()))
        return len(overlooked)

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    async def close(self, within: float) -> None:
        """Let turns under way finish, begin none; what is left waits in the inbox."""
        self._stop.set()
        if self._marks is not None:
            self._marks.close()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _serve(self, chat: str) -> None:
        """All waiting updates of one chat. An update that another process answered first counts as answered."""
        received = monotonic()
        held: list[QueuedMessage] = []
        try:
            while self._waiting[chat] > 0 and not self._stop.is_set():
                try:
                    await self._gather(chat)
                    if chat in self._doubtful:
                        await self._send_forgotten(chat)
                        self._doubtful.discard(chat)
                    async with self._slots:
                        done = await self._runner.run(chat)
                except ReplyOnItsWay:
                    await self._pause(_REPLY_ON_ITS_WAY_SECONDS)
                    continue
                except DatabaseAway:
                    self._doubtful.add(chat)
                    held = []
                    await self._until_database_is_back()
                    continue
                TURN_SECONDS.observe(monotonic() - received)
                held = await self._reply(done or TurnDone([]), held, more=self._waiting[chat] > 1)
                REPLY_SECONDS.observe(monotonic() - received)
                self._waiting[chat] -= 1
                received = monotonic()
        except Exception as problem:
            # not even the failure could be counted; the sweep comes back to this chat
            _log.exception("a chat's turns could not be run", problem=type(problem).__name__)
            self._doubtful.add(chat)
        finally:
            del self._waiting[chat]

    async def _gather(self, chat: str) -> None:
        """Wait for the other pieces of an album or a story: each new one puts the end off, up to a limit."""
        last = monotonic() + self._runtime.settings.gather_seconds * _MOST_PAUSES
        while (until := self._gathers_until.get(chat, 0.0)) > monotonic() and not self._stop.is_set():
            if monotonic() >= last:
                break
            await self._pause(min(until, last) - monotonic())
        self._gathers_until.pop(chat, None)

    async def _until_database_is_back(self) -> None:
        """All chats wait for one look at it: a thousand that ask each second would keep it down."""
        if self._looking is None or self._looking.done():
            _log.warning("the database is away, turns wait", chats=len(self._waiting))
            self._looking = self._start(self._look_for_database())
        await asyncio.wait([self._looking])

    async def _look_for_database(self) -> None:
        while not self._stop.is_set():
            await self._pause(_DATABASE_AWAY_SECONDS)
            try:
                await self._runtime.read(Transaction.ask_anything)
                return
            except DatabaseAway:
                continue

    async def _send_forgotten(self, chat: str) -> None:
        """A turn may have been committed though nobody was told so: its replies are in the outbox and nobody sends them."""
        await self._outcomes.flush()
        letters = await self._runner.forgotten(chat)
        self._outcomes.takes(*letters)
        for letter in letters:
            await self._send_in_place(letter)

    async def _reply(self, done: TurnDone, held: list[QueuedMessage], *, more: bool) -> list[QueuedMessage]:
        """Send what the turn says, or hold it back: of what only repeats the present question a person who taps a hundred times needs
        the last. `held` is what the turn before has held back; returns what is held now."""
        if done.tap_id:
            self._start(self._sender.channel.acknowledge(done.tap_id, done.notice))
        if done.letters:
            self._outcomes.takes(*done.letters)
            for letter in held:
                self._outcomes.add(letter.ended(State.DROPPED, "said-anew"), letter.address_id)
            held = done.letters
            if done.repeats and more:
                return held
        for letter in held:
            await self._send_in_place(letter)
        return []

    async def _send_in_place(self, letter: QueuedMessage) -> None:
        give_up_at = monotonic() + _IN_PLACE_SECONDS
        while True:
            outcome = await self._sender.send(letter)
            wait = (outcome.due_at - self._runtime.now()).total_seconds() if outcome.due_at else 0.0
            if outcome.state is State.WAITING and monotonic() + wait <= give_up_at:
                await self._pause(wait)
                if not self._stop.is_set():
                    if (gone := await gone_meanwhile(self._runtime, self._sender, letter)) is None:
                        letter = letter.next_try()
                        continue
                    outcome = letter.ended(State.SENT, message_ref=gone)
            self._outcomes.add(outcome, letter.address_id)
            return

    async def _pause(self, seconds: float) -> None:
        """Cut short when the bot stops."""
        try:
            await asyncio.wait_for(self._stop.wait(), max(seconds, 0.0))
        except TimeoutError:
            return
