"""Every table that holds something about a person: shown to them, and gone after erasing."""

from typing import Any

from sqlalchemy import Table, select

from feedbackbot.storage.database import Database
from feedbackbot.storage.privacy.data_export import rows_about
from feedbackbot.storage.privacy.erasing import erase_everything, finish_erasures
from feedbackbot.storage.privacy.person_references import children, pseudonymous, references
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from tests.cases.traces import PHONE, Filler, a_person, all_text
from tests.usecase_runner import Desk


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
