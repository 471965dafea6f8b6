"""What one try means for the row: the whole table of fates and lanes."""

import json
import math
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.channel import FILE_NOT_MADE, DeliveryStatus, Sent
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.sending import Sender, backoff, read_body
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, State
from tests.builders import CATALOGUE
from tests.talk import Clock

CLOCK = Clock()
ATTEMPTS = 3


class PausesNoted(Pacer):
    """No limits; notes how long bulk was told to pause (s)."""

    def __init__(self) -> None:
        super().__init__(overall=math.inf, bulk=math.inf, per_chat=math.inf, burst_per_chat=1)
        self.pauses: list[float] = []

    def pause_bulk(self, seconds: float) -> None:
        self.pauses.append(seconds)


def letter(lane: Lane = Lane.REPLY, **values: object) -> QueuedMessage:
    return QueuedMessage(
        **{
            "id": 1,
            "address_id": 2,
            "address": "Ani",
            "lane": lane,
            "kind": "test",
            "body": '{"text": "halo"}',
        }
        | values
    )  # type: ignore[arg-type]


def sender(answer: Sent, pacer: Pacer | None = None) -> Sender:
    channel = MemoryChannel()
    channel.answer_with([answer])
    return Sender(channel, pacer or PausesNoted(), CLOCK, ATTEMPTS, CATALOGUE)


async def becomes(fate: DeliveryStatus, lane: Lane, **values: object) -> State:
    outcome = await sender(Sent(fate, reason="why")).send(letter(lane, **values))
    return outcome.state


@pytest.mark.parametrize("lane", Lane)
@pytest.mark.parametrize(
    ("fate", "state"),
    [
        (DeliveryStatus.SENT, State.SENT),
        (DeliveryStatus.GONE, State.GONE),
        (DeliveryStatus.REJECTED, State.REJECTED),
        (DeliveryStatus.LATER, State.WAITING),
        (DeliveryStatus.HALT, State.WAITING),
    ],
)
async def test_these_fates_mean_the_same_in_every_lane(
    lane: Lane, fate: DeliveryStatus, state: State
) -> None:
    assert await becomes(fate, lane) == state


@pytest.mark.parametrize(
    ("lane", "state"),
    [(Lane.REPLY, State.WAITING), (Lane.REMINDER, State.WAITING), (Lane.BULK, State.UNKNOWN)],
)
async def test_what_may_have_arrived_is_said_again_but_for_a_broadcast(lane: Lane, state: State) -> None:
    assert await becomes(DeliveryStatus.UNKNOWN, lane) == state


@pytest.mark.parametrize("fate", [DeliveryStatus.LATER, DeliveryStatus.UNKNOWN])
async def test_the_last_try_is_given_up(fate: DeliveryStatus) -> None:
    assert await becomes(fate, Lane.REPLY, attempts=ATTEMPTS - 1) == State.WAITING
    assert await becomes(fate, Lane.REPLY, attempts=ATTEMPTS) == State.REJECTED


async def test_a_message_is_not_given_up_because_the_bot_itself_is_refused() -> None:
    outcome = await sender(Sent(DeliveryStatus.HALT, reason="token")).send(letter(attempts=ATTEMPTS))
    assert (outcome.state, outcome.attempts) == (State.WAITING, ATTEMPTS - 1)


CHART = {"source": "chart", "args": {}, "name": "x.png", "cache_key": None}


@pytest.mark.parametrize("file", ["picture", "document"])
async def test_a_file_that_cannot_be_made_twice_is_left_out_and_the_words_go(file: str) -> None:
    channel = MemoryChannel()
    channel.answer_with([Sent(DeliveryStatus.LATER, reason=FILE_NOT_MADE)] * 2)
    sending = Sender(channel, PausesNoted(), CLOCK, ATTEMPTS, CATALOGUE)
    body = json.dumps({"text": "Hasil Anda", file: CHART})
    first = letter(body=body, language="en")
    assert (await sending.send(first)).state == State.WAITING
    assert (await sending.send(first.next_try())).state == State.SENT
    [(_, arrived)] = channel.sent
    assert arrived.text.startswith("Hasil Anda")
    assert "could not be made" in arrived.text
    assert arrived.picture is arrived.document is None


async def test_the_reference_of_a_sent_message_is_kept() -> None:
    outcome = await sender(Sent(DeliveryStatus.SENT, message_ref="77")).send(letter())
    assert (outcome.id, outcome.message_ref) == (1, "77")


async def test_the_wait_that_the_chat_service_names_is_kept_and_bulk_pauses_as_long() -> None:
    pacer = PausesNoted()
    outcome = await sender(Sent(DeliveryStatus.LATER, retry_after=17.0), pacer).send(letter(attempts=2))
    assert outcome.due_at == CLOCK() + timedelta(seconds=17)
    assert outcome.attempts == 2
    assert pacer.pauses == [17.0]


async def test_without_a_named_wait_nothing_pauses_but_this_message() -> None:
    pacer = PausesNoted()
    outcome = await sender(Sent(DeliveryStatus.LATER), pacer).send(letter())
    assert isinstance(outcome.due_at, datetime)
    assert outcome.due_at > CLOCK()
    assert pacer.pauses == []


@given(st.integers(1, 10_000))
def test_waits_grow_and_stay_bounded(attempt: int) -> None:
    seconds = backoff(attempt)
    assert 0.25 * min(2**attempt, 600) <= seconds <= 450


@pytest.mark.parametrize("body", ["{", "[]", "7", "null", '{"text": "x", "rows": 7}', '{"rows": []}'])
async def test_a_row_that_cannot_be_read_is_put_aside_untried(body: str) -> None:
    sending = sender(Sent(DeliveryStatus.SENT))
    outcome = await sending.send(letter(body=body))
    assert (outcome.state, outcome.reason) == (State.REJECTED, "unreadable")
    assert sending.channel.tried == []  # type: ignore[attr-defined]


def shared(language: str, **texts: str) -> QueuedMessage:
    body = json.dumps({code: {"text": text} for code, text in texts.items()})
    return letter(Lane.BULK, body=body, shared=True, language=language)


def test_shared_content_is_read_in_the_readers_language_or_in_indonesian() -> None:
    assert read_body(shared("en", id="halo", en="hello")).text == "hello"
    assert read_body(shared("ace", id="halo", en="hello")).text == "halo"


def test_shared_content_is_read_once_for_readers_of_one_language_and_own_words_each_time() -> None:
    assert read_body(shared("en", id="halo", en="hello")) is read_body(shared("en", id="halo", en="hello"))
    assert read_body(shared("en", id="halo", en="hello")).of_many
    own = letter(Lane.REPLY, body='{"text":"nama saya Ani"}')
    assert read_body(own) is not read_body(own)
    assert not read_body(own).of_many


async def test_shared_content_without_the_base_language_is_put_aside() -> None:
    outcome = await sender(Sent(DeliveryStatus.SENT)).send(shared("ace", en="hello"))
    assert outcome.state == State.REJECTED
