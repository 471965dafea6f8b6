"""What a tap on an answer costs, and that what people type stays what it is."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.turn import TurnResult
from feedbackbot.domain.message_text import parse, plain
from feedbackbot.storage.people.contacts import keep_state, lock_chat
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import CATALOGUE, LHOKSEUMAWE, dialogue_of_all, test_settings
from tests.talk import Clock

DIALOGUE = dialogue_of_all()


@pytest.fixture
def connection() -> Iterator[Connection]:
    """A database in memory whose statements can be listened to."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"isolation_level": None})
    with engine.connect() as opened:
        metadata.create_all(opened)
        load_city_units(Transaction(opened, Clock()(), test_settings()), LHOKSEUMAWE)
        yield opened
    engine.dispose()


def turn(connection: Connection, incoming: Incoming) -> TurnResult:
    tx = Transaction(connection, Clock()(), test_settings())
    contact, state = lock_chat(tx, incoming.channel, incoming.address)
    result = DIALOGUE.turn(tx, contact, state, incoming)
    keep_state(tx, contact.address_id, result.state, result.expires_at)
    return result


def test_a_tap_on_an_answer_is_three_statements_and_asking_the_next_is_none(connection: Connection) -> None:
    """The chat is read, the answer is kept, the chat is kept: 400 turns a second leave no room for more."""
    result = turn(
        connection, Incoming("m", "Ani", Kind.COMMAND, command="start", text="u_disdukcapil_loket-1")
    )

    def tap() -> TurnResult:
        data = result.messages[-1].rows[0][0].data or ""
        return turn(connection, Incoming("m", "Ani", Kind.TAP, data=data, message_ref="1", tap_id="t"))

    for _ in range(4):  # consent, service, and the first two answers
        result = tap()
    statements: list[str] = []
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.set_trace_callback(statements.append)
    result = tap()
    raw.set_trace_callback(None)
    assert [statement.split()[0] for statement in statements] == ["SELECT", "UPDATE", "UPDATE"]
    assert result.state.step == "biaya"


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_what_somebody_typed_is_shown_as_typed_and_formats_nothing(words: str) -> None:
    text = CATALOGUE.text("id", "unit-not-found", words=words)
    assert f"“{words}”" in plain(text)
    assert not any(span.bold or span.italic for span in parse(text))
