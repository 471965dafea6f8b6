"""Every table that holds something about a person: shown to them, and gone after erasing."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, Integer, LargeBinary, Numeric, String, Table, insert, select

from feedbackbot.storage.columns import UtcDateTime
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.privacy.data_export import rows_about
from feedbackbot.storage.privacy.erasing import erase_everything, finish_erasures
from feedbackbot.storage.privacy.person_references import children, pseudonymous, references
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import who_is
from tests.cases.traces import PHONE, all_text
from tests.usecase_runner import Desk

MARK = "tanda-warga"


def value_for(column: Any, number: int) -> Any:
    """Something that this column takes; words carry the person's mark."""
    kind = column.type
    if isinstance(kind, UtcDateTime):
        return datetime(2026, 1, 1, tzinfo=UTC)
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Date):
        return date(2026, 1, 1)
    if isinstance(kind, Numeric) and not isinstance(kind, Integer):
        return Decimal(1)
    if isinstance(kind, String):
        return f"{MARK}{number}"[: kind.length or 40]
    if isinstance(kind, LargeBinary):
        return MARK.encode()
    return number


class Filler:
    """Puts a row into a table, and into those it refers to; `me` are the ids that references to people get."""

    def __init__(self, tx: Transaction, me: dict[str, int]) -> None:
        self.tx = tx
        self.me = me
        self.made: dict[str, int] = {}
        self.number = 1000

    def fill(self, table: Table) -> int:
        if table.name in self.me:
            return self.me[table.name]
        if table.name in self.made:
            return self.made[table.name]
        self.number += 1
        row: dict[str, Any] = {}
        for column in table.columns:
            if (
                column.name == "id"
                and column.primary_key
                and not column.foreign_keys
                and isinstance(column.type, Integer)
            ):
                continue
            target = next(iter(column.foreign_keys), None)
            if target is not None and target.column.table is table:
                continue
            if target is not None:
                row[column.key] = self.fill(target.column.table)
            elif column.name == "pseudonym":
                row[column.key] = self.me["pseudonym"]
            elif column.name == "person_id":
                row[column.key] = self.me["person"]
            else:
                row[column.key] = value_for(column, self.number)
        made = self.tx.run(insert(table).values(**row))
        key = made.inserted_primary_key
        self.made[table.name] = int(key[0]) if key and isinstance(key[0], int) else 0
        return self.made[table.name]


def a_person(tx: Transaction) -> dict[str, Any]:
    person_id = tx.run(
        insert(person).values(language="id", created_at=tx.now).returning(person.c.id)
    ).scalar_one()
    address_id = tx.run(
        insert(address)
        .values(person_id=person_id, channel="memory", address=PHONE, created_at=tx.now)
        .returning(address.c.id)
    ).scalar_one()
    return {"person": person_id, "address": address_id, "pseudonym": who_is(tx, person_id)}


def concerned() -> list[Table]:
    """Every table that refers to a person, an address or a pseudonym."""
    return list(dict.fromkeys([*(one.table for one in references()), *pseudonymous()]))


ABOUT_NOBODY = {
    # the city and its services
    "unit", "unit_name", "service", "case_limit", "counter", "daily_total", "answer_import", "jp_form", "published_result", "improvement",
    "part_total", "part_progress", "changed_day",
    # the machine: `inbox` is emptied and loses its chat by name, `one_time_code` holds hashes
    "content", "media", "receipt", "message_template", "process",
    "lease", "pace_share", "job_run", "inbox", "one_time_code", "installation",
    # keyed hashes of addresses that are no more, by name
    "erasure_log",
    # what the office answers, and words that were kept without their person
    "city_fact", "taught_phrase", "unclear_words",
    # what was told to the inspectorate: only a code and a PIN lead back to it
    "tip",
    # a person's own row
    "person",
    # keyed hashes that outlive an erasing for a while
    "kept_limit",
    # that a form has come: a keyed hash of its token
    "form_receipt",
    # a hash of address and day, for two days
    "place_pace",
    # which other surveys a unit asks
    "unit_instrument",
    # the forum's topics, results, rounds of messages; a hash of address and day
    "forum_topic", "forum_result", "forum_telling", "forum_place",
    # visits without their visitors, and keys of applications
    "service_visit", "api_key",
}  # fmt: skip


def test_a_table_is_found_by_its_references_or_named_here_as_about_nobody() -> None:
    """Whoever adds a table that leads to nobody must be sure of it, and say so here."""
    found = set(concerned())
    while more := {child for table in found for child, _ in children(table)} - found:
        found |= more
    named = {table.name for table in found}
    assert {table.name for table in metadata.sorted_tables} - named - ABOUT_NOBODY == set()
    assert "case_file" in named
    assert "timeline_file" in named, "three tables away from the person"


async def test_a_row_in_every_table_about_a_person_is_shown_and_then_gone(database: Database) -> None:
    desk = Desk(database)

    def fill(tx: Transaction) -> dict[str, Any]:
        me = a_person(tx)
        filler = Filler(tx, me)
        for table in concerned():
            filler.fill(table)
        return me

    me = await desk.do(fill)
    shown = await desk.do(rows_about, me["person"], me["pseudonym"])
    for reference in references():
        if reference.about and reference.table.name != "erasure":
            assert reference.table.name in shown, f"{reference.table.name} is held and not shown"

    def erase(tx: Transaction) -> None:
        erase_everything(tx, me["person"], me["address"])

    await desk.do(lambda tx: tx.run(metadata.tables["erasure"].delete()))
    await desk.do(erase)
    desk.clock.passes(minutes=5)
    await desk.do(finish_erasures)

    def left(tx: Transaction) -> list[str]:
        found = []
        for reference in references():
            if reference.table.name == "audit":  # the bare number of somebody who is no more
                continue
            who = me["address"] if reference.to_address else me["person"]
            if reference.about and tx.run(select(reference.table).where(reference.column == who)).first():
                found.append(reference.table.name)
        return found

    assert await desk.do(left) == []
    everything = await desk.do(lambda tx: all_text(tx))
    assert PHONE not in everything
