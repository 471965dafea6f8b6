"""One message, one try: paced, sent, and its fate turned into what the outbox row becomes; and what became of messages, written in
batches beside the sending."""

import asyncio
import json
import random
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, lru_cache

from feedbackbot.clock import Now
from feedbackbot.delivery.channel import FILE_NOT_MADE, Channel, DeliveryStatus, Sent
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.receipts import overtaken
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.errors import DatabaseAway
from feedbackbot.figures import FATES, OfCity
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.pipeline.dispatch import settle
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, SendOutcome, State
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LONGEST_WAIT = 300.0
_AFTER_HALT = 30.0
_TRIES_WITH_FILE = 2
_TRIES_WHEN_SPARED = 2
_A_DAY = 24 * 3600.0
_TRY_AGAIN_SECONDS = 1.0
_CONTENTS_AT_ONCE = 32
"""Broadcasts under way, times their languages."""
_Settled = tuple[SendOutcome, int]


@dataclass
class Sender:
    """Sends letters of one channel. `attempts` bounds the tries of one message, but for those that the chat service refused because
    of the bot itself."""

    channel: Channel
    pacer: Pacer
    now: Now
    attempts: int
    catalogue: Catalogue

    async def send(self, letter: QueuedMessage) -> SendOutcome:
        """Wait for a permit, then `call`."""
        await self.permit(letter)
        return await self.call(letter)

    async def permit(self, letter: QueuedMessage) -> None:
        """Returns when the letter may go; until then it is certain that nothing was sent."""
        await self.pacer.permit(Lane(letter.lane), letter.address)

    async def call(self, letter: QueuedMessage) -> SendOutcome:
        """Never raises for what a message or the network is like."""
        try:
            outgoing = replace(read_body(letter), row=letter.id, language=letter.language)
        except (ValueError, KeyError, TypeError, AttributeError):
            _log.error("an outbox row cannot be read", row=letter.id)
            return letter.ended(State.REJECTED, "unreadable")
        lane = Lane(letter.lane)
        try:
            sent = await self.channel.send(letter.address, outgoing)
            if sent.reason == FILE_NOT_MADE and letter.attempts >= _TRIES_WITH_FILE:
                _log.error("a message goes without its file", row=letter.id, kind=letter.kind)
                sent = await self.channel.send(letter.address, self._without_file(outgoing, letter.language))
        except Exception as problem:  # a fault of ours, and nobody knows how far it came
            _log.exception("a channel raised", row=letter.id, kind=letter.kind)
            sent = Sent(DeliveryStatus.UNKNOWN, reason=f"fault: {type(problem).__name__}")
        _counter(lane, sent.fate).inc()
        if sent.retry_after is not None:
            self.pacer.pause(sent.pauses.value, sent.retry_after, letter.address)
        return self._outcome(letter, lane, sent)

    def _without_file(self, outgoing: Outgoing, language: str) -> Outgoing:
        """What the message says is worth more than its picture, and a picture that kills its process will do so again."""
        missing = self.catalogue.text(language, "file-not-made")
        return replace(
            outgoing, text=f"{outgoing.text}\n\n{missing}", picture=None, document=None, voice=None
        )

    def _outcome(self, letter: QueuedMessage, lane: Lane, sent: Sent) -> SendOutcome:
        match sent.fate:
            case DeliveryStatus.SENT:
                ended = letter.ended(State.SENT, message_ref=sent.message_ref)
                return replace(ended, keeps_words=True) if self.channel.can.late_receipts else ended
            case DeliveryStatus.GONE:
                return letter.ended(State.GONE, sent.reason)
            case DeliveryStatus.REJECTED:
                _log.error(
                    "the chat service refuses a message", row=letter.id, kind=letter.kind, reason=sent.reason
                )
                return letter.ended(State.REJECTED, sent.reason)
            case DeliveryStatus.UNKNOWN if lane is Lane.BULK:
                return letter.ended(State.UNKNOWN, sent.reason)
            case DeliveryStatus.OPTED_OUT:
                return letter.ended(State.DROPPED, sent.reason)
            case DeliveryStatus.COOL if letter.attempts < _TRIES_WHEN_SPARED:
                return self._later(letter, sent.reason, _A_DAY)
            case DeliveryStatus.COOL:
                return letter.ended(State.DROPPED, sent.reason)
            case DeliveryStatus.HALT:
                _log.error("the chat service refuses the bot", reason=sent.reason)
                self.pacer.pause_bulk(_AFTER_HALT)
                # not this message's fault, so not one of its tries
                return replace(self._later(letter, sent.reason, _AFTER_HALT), attempts=letter.attempts - 1)
        if letter.attempts >= self.attempts:
            return letter.ended(State.REJECTED, f"gave-up: {sent.reason}"[:120])
        return self._later(letter, sent.reason, sent.retry_after or backoff(letter.attempts))

    def _later(self, letter: QueuedMessage, reason: str, seconds: float) -> SendOutcome:
        due_at = self.now() + timedelta(seconds=seconds)
        return SendOutcome(letter.id, State.WAITING, None, reason or None, due_at, letter.attempts)


@cache
def _counter(lane: Lane, fate: DeliveryStatus) -> OfCity:
    return FATES.labels(lane.name.lower(), fate.value)


def backoff(attempt: int) -> float:
    """Seconds to wait after the `attempt`-th try: doubling, bounded, with jitter so that many do not return at once."""
    return min(0.5 * 2.0 ** min(attempt, 20), _LONGEST_WAIT) * random.uniform(0.5, 1.5)  # noqa: S311


def read_body(letter: QueuedMessage) -> Outgoing:
    """The message itself; of shared content the reader's language, or the base language."""
    return _of_many(letter.body, letter.language) if letter.shared else Outgoing.from_json(letter.body)


@lru_cache(maxsize=_CONTENTS_AT_ONCE)
def _of_many(body: str, language: str) -> Outgoing:
    """Read once for all its readers. Raises as `Outgoing.from_json`."""
    languages = json.loads(body)
    chosen = languages.get(language) or languages[BASE_LANGUAGE]
    return replace(Outgoing.from_json(json.dumps(chosen)), of_many=True)


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
