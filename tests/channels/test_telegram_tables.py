"""Lists as tables: where Telegram shows them, and in words where it does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.channels.telegram.channel import TelegramChannel
from feedbackbot.channels.telegram.rendering import calls
from feedbackbot.channels.telegram.tables import rich_message
from feedbackbot.delivery.channel import DeliveryStatus
from feedbackbot.dialogue.message import Button, Outgoing
from feedbackbot.dialogue.table import Table
from feedbackbot.playground import rich_messages
from feedbackbot.playground.person import Person

TABLE = Table("Laporan", ("Nomor", "Hari"), (("ABC-2345", "3"), ("DEF-6789", "12")), numbers={1})
BACK = Button("Kembali", "Kembali", data="x")
IN_WORDS = Outgoing("*Laporan* 2", rows=((BACK,),), table=TABLE)


async def test_a_table_arrives_as_one_with_its_buttons(channel: TelegramChannel, ani: Person) -> None:
    sent = await channel.send(str(ani.id), IN_WORDS)
    assert sent.fate is DeliveryStatus.SENT and sent.message_ref
    await ani.waits_until(lambda phone: phone.buttons() == ["Kembali"])
    (block,) = ani.messages()[-1]["rich_message"]["blocks"]
    assert [[cell["text"] for cell in row] for row in block["cells"]] == [
        list(TABLE.heads),
        *map(list, TABLE.rows),
    ]
    assert [cell["align"] for cell in block["cells"][1]] == ["left", "right"]


async def test_a_server_that_knows_no_tables_gets_the_words(
    channel: TelegramChannel, ani: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rich_messages, "MOST_COLUMNS", 0)
    assert (await channel.send(str(ani.id), IN_WORDS)).fate is DeliveryStatus.SENT
    await ani.waits_for("Laporan 2")
    assert ani.buttons() == ["Kembali"]


words = st.text(max_size=40)


@given(st.integers(1, 25), st.integers(0, 520), words)
def test_what_is_too_large_for_a_table_is_said_in_words(columns: int, rows: int, cell: str) -> None:
    table = Table("t", (cell,) * columns, ((cell,) * columns,) * rows)
    method = calls(7, Outgoing("sama", table=table))[0].method
    fits = columns <= 20 and rows + 2 <= 500 and 1 + len(cell) * columns * (rows + 1) <= 32_768
    assert (method == "sendRichMessage") == fits


@given(st.lists(st.tuples(words, words), max_size=5))
def test_the_playground_takes_every_table_that_is_sent(rows: list[tuple[str, str]]) -> None:
    found: Any = rich_message(Table("t", ("a", "b"), tuple(rows)))
    (block,) = rich_messages._blocks(found)
    assert [[cell["text"] for cell in row] for row in block["cells"]] == [["a", "b"], *map(list, rows)]


def test_a_table_is_kept_through_the_outbox() -> None:
    assert Outgoing.from_json(IN_WORDS.to_json()) == Outgoing(
        IN_WORDS.text, IN_WORDS.rows, table=Table(TABLE.caption, TABLE.heads, TABLE.rows, frozenset({1}))
    )
