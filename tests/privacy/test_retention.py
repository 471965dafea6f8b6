"""Nothing is kept longer than the list promises, and the list is what the document says."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.privacy.kept_list import KEPT, privacy_table, rules
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.retention import throw_away
from tests.cases.traces import MARK, Filler, a_person
from tests.usecase_runner import Desk

FILLED = datetime(2026, 1, 1, tzinfo=UTC)
# whose rows all go with time; of the others words go, or the list says that they stay
EMPTY_IN_THE_END = (
    "inbox", "outbox", "broadcast_repeat", "link_failure", "received_import", "audit", "one_time_code", "kept_limit",
    "erasure_log", "sender_flag", "media", "process", "timeline_file", "role_grant",
)  # fmt: skip


def fill_everything(tx: Transaction) -> None:
    """A row in every table, of the first day of 2026; messages in every state, with and without a subject."""
    me = a_person(tx)
    filler = Filler(tx, me)
    for table in metadata.sorted_tables:
        if table.name not in ("person", "address"):
            filler.fill(table)
    common = {"channel": "memory", "address_id": me["address"], "lane": 0, "kind": "reply", "due_at": FILLED}
    for state in State:
        for subject in (None, "case:1", "broadcast:1"):
            settled = FILLED if state not in (State.WAITING, State.PAUSED) else None
            tx.run(
                insert(outbox),
                common | {"state": int(state), "subject": subject, "settled_at": settled, "body": MARK},
            )
    for state in (0, 1, 2):
        arrived = {"channel": "memory", "chat": "Ani", "position": state, "body": MARK, "received_at": FILLED}
        tx.run(insert(inbox), arrived | {"update_key": f"u{state}", "state": state})


async def test_after_2000_days_nothing_is_older_than_promised(database: Database) -> None:
    desk = Desk(database)
    await desk.do(fill_everything)
    desk.clock.passes(days=2000)
    while any((await desk.do(throw_away)).values()):
        pass
    assert await desk.do(lambda tx: {rule.key: rule.left(tx) for rule in rules() if rule.left(tx)}) == {}

    def left(tx: Transaction) -> dict[str, list[Any]]:
        return {name: list(tx.run(select(metadata.tables[name]))) for name in EMPTY_IN_THE_END}

    assert {name: rows for name, rows in (await desk.do(left)).items() if rows} == {}


async def test_words_of_people_are_gone_after_2000_days(database: Database) -> None:
    desk = Desk(database)
    await desk.do(fill_everything)
    desk.clock.passes(days=2000)
    while any((await desk.do(throw_away)).values()):
        pass
    words = {
        "case_file": ("words", "happened", "place", "told_name", "fingerprint"), "timeline_entry": ("words",),
        "response": ("comment",), "enrolment": ("reason_words",),
    }  # fmt: skip
    for name, columns in words.items():
        table = metadata.tables[name]
        rows = await desk.do(lambda tx, table=table: list(tx.run(select(table)).mappings()))  # type: ignore[misc]
        assert not any(MARK in str(row[column]) for row in rows for column in columns), name


async def test_nothing_young_is_thrown_away(database: Database) -> None:
    desk = Desk(database)
    await desk.do(fill_everything)
    desk.clock.now = FILLED
    counts = await desk.do(throw_away)
    assert {key for key, count in counts.items() if count} <= {"limits"}


def test_every_table_stands_in_exactly_one_line_of_the_list() -> None:
    named = [table.name for kept in KEPT for table in kept.tables]
    assert len(named) == len(set(named))
    assert set(named) == set(metadata.tables)
    assert all(rule.table in kept.tables for kept in KEPT for rule in kept.rules)


def test_the_document_is_made_from_the_list() -> None:
    page = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text("utf-8")
    assert privacy_table() in page, "run scripts/privacy-table"
