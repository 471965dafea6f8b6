"""Everything about a person is shown and erased, in whatever table it is: the tables themselves say where."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Boolean, Date, Integer, LargeBinary, Numeric, String, Table, insert, select

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.columns import UtcDateTime
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import end_grant, grants_of
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.privacy.data_export import rows_about
from feedbackbot.storage.privacy.erasing import erase_everything, finish_erasures
from feedbackbot.storage.privacy.person_references import children, pseudonymous, references
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.data_export import held_as_json
from feedbackbot.usecases.privacy.retention import throw_away
from feedbackbot.usecases.survey.rate_unit import who_is
from tests.cases.office import WHAT, Office, sends_case
from tests.cases.test_recovery import LINK, LOW
from tests.survey.ratings import rate, responses, totals
from tests.talk import Talk, Talker
from tests.usecase_runner import Desk

PHONE = "6281260009999"
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
    everything = await desk.do(lambda tx: _all_text(tx))
    assert PHONE not in everything


async def test_after_erasing_no_table_holds_the_address_the_name_or_the_phone_and_the_figures_stay(
    office: Office, talk: Talk
) -> None:
    warga = talk.person(PHONE)
    await rate(warga, LOW, LINK)
    await warga.types("Hubungi Siti Aminah di 0812-6000-9999")
    await warga.taps("Perempuan")
    await warga.types("/batal")
    await sends_case(warga, office, WHAT + ", nama saya Siti Aminah")
    await office.officer.taps("Buka")
    await office.officer.taps("Jawab")
    await office.officer.types("Baik, Ibu Siti Aminah")
    await office.mail()
    figures = await totals(talk, "disdukcapil")
    await warga.types("/hapus")
    assert "1 penilaian tetap dihitung" in warga.last
    assert "1 laporan" in warga.last
    assert PHONE in await talk.work(_all_text), "nothing is done before the second tap"
    await warga.taps("Ya, hapus semua")
    assert "sudah dihapus" in warga.said()
    await office.mail()
    assert "menarik laporan" in "\n".join(office.officer.sees())
    talk.now.passes(minutes=2)  # type: ignore[attr-defined]
    assert await talk.run(finish_erasures) == 1
    # what officers were sent is emptied once it is sent; the fake post of these tests leaves it to the worker
    await talk.work(lambda tx: tx.run(metadata.tables["outbox"].update().values(body=None)))
    await talk.work(lambda tx: tx.run(metadata.tables["chat_state"].update().values(data="{}")))
    everything = await talk.work(_all_text)
    for trace in (PHONE, "Siti", "Aminah", "6000-9999"):
        assert trace not in everything, trace
    assert await totals(talk, "disdukcapil") == figures
    [rating] = await responses(talk)
    assert (rating["comment"], rating["sex"]) == (None, None)


async def test_everything_held_is_told_in_words_and_as_a_file_without_anybody_elses_number(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await rate(ani, LOW, LINK)
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    await ani.types("/dataku")
    said = ani.said()
    for words in (
        "memory Ani",
        "setuju untuk laporan",
        "Penilaian: 1",
        "Laporan: 1",
        (await office.case())["number"],
    ):
        assert words in said, words
    file = next(message.document for message in ani.answered if message.document)
    assert (file.source, file.args) == ("held-data", {"person": (await ani.contact()).person_id})
    written = await talk.run(held_as_json, (await ani.contact()).person_id)
    data = json.loads(written)["data"]
    assert data["case_file"][0]["words"] == WHAT
    assert "officer_id" not in data["case_file"][0]
    assert data["response"][0]["waktu"] == 1
    assert {row["action"] for row in data["timeline_entry"]} == {"send", "take"}


async def test_an_officers_file_holds_no_words_of_citizens(office: Office, ani: Talker, talk: Talk) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tangani")
    officer = (await office.officer.contact()).person_id
    data = json.loads(await talk.run(held_as_json, officer))["data"]
    assert "case_file" not in data
    assert data["case_file.officer_id"] == [{"id": 1}]


async def test_who_is_on_duty_for_the_city_is_relieved_first(office: Office, talk: Talk) -> None:
    officer = office.officer
    await officer.types("/hapus")
    assert "masih memegang peran" in officer.last
    await officer.sends_tap("!hapus/ya", "1")
    assert "masih memegang peran" in (officer.notice or officer.last)
    person_id = (await officer.contact()).person_id
    for grant in await talk.run(grants_of, person_id):
        assert grant.role is Role.OFFICER
        await talk.run(end_grant, grant.id)
    await officer.types("/hapus")
    await officer.taps("Ya, hapus semua")
    assert "sudah dihapus" in officer.said()


async def test_who_writes_again_is_somebody_of_whom_nothing_is_known(ani: Talker, talk: Talk) -> None:
    await rate(ani, (3,) * 9, "u_bpbd")
    before = (await ani.contact()).person_id
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    await ani.opens("u_dinsos")
    assert "Setuju?" in ani.last
    await ani.taps("Setuju")
    talk.now.passes(minutes=2)  # type: ignore[attr-defined]
    await talk.run(finish_erasures)
    assert (await ani.contact()).person_id != before
    assert (await ani.state()).conversation == "nilai", "what was begun since goes on"


@pytest.mark.parametrize("days", [729, 731])
async def test_a_closed_case_keeps_its_words_until_its_time_is_over(
    office: Office, ani: Talker, talk: Talk, days: int
) -> None:
    case_id = await sends_case(ani, office)
    await ani.sends_tap(f"!tiket/{case_id}.tarikya", "1")
    talk.now.passes(days=days)  # type: ignore[attr-defined]
    counts = await talk.run(throw_away)
    kept = await office.case()
    over = days > talk.settings.cases_kept_days
    assert counts["cases"] == over
    assert (kept["words"] is None, kept["person_id"] is None) == (over, over)
    assert kept["state"] == "withdrawn", "the counts stay"
    assert (await talk.run(throw_away))["cases"] == 0


async def test_comments_and_talks_after_low_scores_are_thrown_away_each_in_its_time(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await rate(ani, LOW, LINK)
    await ani.types("Lama sekali")
    await ani.taps("Ya, boleh")
    talk.now.passes(days=181)  # type: ignore[attr-defined]
    assert (await talk.run(throw_away))["recoveries"] == 1
    assert (await responses(talk))[0]["comment"] == "Lama sekali"
    talk.now.passes(days=1000)  # type: ignore[attr-defined]
    counts = await talk.run(throw_away)
    assert (counts["comments"], counts["recoveries"]) == (1, 0)
    assert (await responses(talk))[0]["comment"] is None


async def test_each_consent_is_given_and_taken_back_by_itself(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await ani.types("/privasi")
    assert "Tarik izin laporan" in ani.buttons()
    assert "Tarik persetujuan" not in ani.buttons(), "nothing was rated"
    await ani.taps("Tarik izin laporan")
    await ani.taps("Ya, tarik izin")
    await ani.types("/lapor")
    assert "izin Anda dulu" in ani.last


def _all_text(tx: Transaction) -> str:
    """Every value of every table."""
    return "\n".join(
        str(value)
        for table in metadata.sorted_tables
        for row in tx.run(select(table))
        for value in row
        if value is not None
    )
