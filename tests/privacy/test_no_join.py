"""No query joins a rating to a name: every pair of columns of equal type is tried across the two sides, in a database that watched
citizens rate, agree to be asked, write and rate again, while officers answered."""

import random
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Column, Date, Integer, Select, String, Table, select

from feedbackbot.storage.cases.recovery_tables import low_score_alert, recovery_talk, second_rating
from feedbackbot.storage.cases.tables import timeline_entry
from feedbackbot.storage.columns import UtcDateTime
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.tables import address, consent, kept_limit, person
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.survey.tables import respondent, response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import who_is
from tests.builders import talk_in
from tests.cases.office import staffed
from tests.deliver import deliver
from tests.survey.ratings import LOW, rate
from tests.talk import Clock, Talk, Talker

# each with the way to the rating it speaks of
_ALERT = (
    select(low_score_alert.c.response_id)
    .where(low_score_alert.c.id == second_rating.c.alert_id)
    .scalar_subquery()
)
_ENTRY = (
    select(low_score_alert.c.response_id)
    .where(low_score_alert.c.id == timeline_entry.c.alert_id)
    .scalar_subquery()
)
_PROFILE = (
    select(response.c.id).where(response.c.pseudonym == respondent.c.pseudonym).limit(1).scalar_subquery()
)
RATING_SIDE: dict[Table, Any] = {
    response: response.c.id,
    low_score_alert: low_score_alert.c.response_id,
    second_rating: _ALERT,
    timeline_entry: _ENTRY,
    respondent: _PROFILE,
}
_OF_ADDRESS = {
    table: select(address.c.person_id).where(address.c.id == table.c.address_id).scalar_subquery()
    for table in (outbox, chat_state)
}
_OF_CHAT = select(address.c.person_id).where(address.c.address == inbox.c.chat).scalar_subquery()
# each with the way to the person
PERSON_SIDE: dict[Table, Any] = {
    person: person.c.id,
    address: address.c.person_id,
    consent: consent.c.person_id,
    recovery_talk: recovery_talk.c.person_id,
    audit: audit.c.person_id,
    inbox: _OF_CHAT,
    **_OF_ADDRESS,
}
PEOPLE = 8


def kind_of(column: Column[Any]) -> str | None:
    for kind in (UtcDateTime, Date, String, Integer):
        if isinstance(column.type, kind):
            return kind.__name__
    return None


def values(tx: Transaction, side: dict[Table, Any]) -> dict[tuple[str, str], dict[Any, set[int]]]:
    """(type, column) → value → whose it is."""
    found: dict[tuple[str, str], dict[Any, set[int]]] = {}
    for table, owner in side.items():
        columns = [column for column in table.columns if kind_of(column)]
        statement: Select[Any] = select(owner.label("owner"), *columns)
        by_column: dict[tuple[str, str], dict[Any, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in tx.run(statement):
            for column, value in zip(columns, row[1:], strict=True):
                if row[0] is not None and value not in (None, ""):
                    by_column[kind_of(column) or "", f"{table.name}.{column.name}"][value].add(row[0])
        found |= by_column
    return found


def joins(tx: Transaction, truth: dict[int, int]) -> list[tuple[str, str, int]]:
    """Pairs of columns of which a value singles out one person for one rating, and rightly so, for more of them than chance gives."""
    ratings, people = values(tx, RATING_SIDE), values(tx, PERSON_SIDE)
    found = []
    for (kind, left), of_rating in ratings.items():
        for (other, right), of_person in people.items():
            if kind != other:
                continue
            singled = {
                rating: next(iter(of_person[value]))
                for value, owners in of_rating.items()
                for rating in owners
                if len(of_person.get(value, ())) == 1
            }
            hits = sum(truth.get(rating) == who for rating, who in singled.items())
            if hits > 1 or (hits == 1 and kind in ("UtcDateTime", "String")):
                found.append((left, right, hits))
    return found


async def a_day_of_ratings(database: Database) -> tuple[Talk, dict[int, int]]:
    """Citizens come at odd moments, in another order than they first wrote; half of them agree to be asked and talk with the officer."""
    clock = Clock()
    talk = await talk_in(database, clock)
    office = await staffed(talk)
    dice = random.Random(7)
    citizens = [talk.person(f"62812000{number:03}") for number in range(PEOPLE)]
    for number in range(3):  # row numbers that begin alike would be a coincidence of an empty database
        bystander = talk.person(f"62813000{number:03}")
        await bystander.types("/nilai")
        await bystander.taps("Setuju")
    for one in citizens:
        await said_into_outbox(one, lambda one=one: one.types("/mulai"))
        clock.passes(seconds=dice.random() * 300)
    dice.shuffle(citizens)
    truth: dict[int, int] = {}
    for number, one in enumerate(citizens):
        clock.passes(seconds=300 + dice.random() * 1500)
        await said_into_outbox(one, lambda one=one: rate(one, LOW, "u_disdukcapil"))
        truth |= await owner_of_newest(talk, one)
        if number % 2:
            clock.passes(seconds=dice.random() * 60)
            await said_into_outbox(one, lambda one=one: one.taps("Ya, boleh"))
        await deliver(talk)
    officer = office.officer
    for alert in range(1, PEOPLE + 1):
        clock.passes(seconds=dice.random() * 600)
        await officer.sends_tap(f"!pulih/{alert}", "1")
        if sees(officer, "Balas"):
            await officer.taps("Balas")
            await officer.types("Maaf, apa yang terjadi?")
    for one in citizens[1::2]:
        await deliver(talk)
        clock.passes(seconds=dice.random() * 600)
        await said_into_outbox(one, lambda one=one: one.taps("Tulis ke petugas"))
        await said_into_outbox(one, lambda one=one: one.types("Menunggu lama"))
    return talk, truth


async def said_into_outbox(one: Talker, act: Callable[[], Any]) -> None:
    """As the delivery does it: each reply is a row of the turn's own moment, and each update one of the inbox."""
    await act()
    contact = await one.contact()

    def keep(tx: Transaction) -> None:
        number = int(tx.run(select(inbox.c.id).order_by(inbox.c.id.desc()).limit(1)).scalar() or 0) + 1
        tx.run(
            inbox.insert(),
            {
                "channel": "memory", "update_key": f"k{number}", "chat": one.name, "position": number, "body": "",
                "received_at": tx.now, "state": 1,
            },
        )  # fmt: skip
        tx.run(
            outbox.insert(),
            {
                "channel": "memory", "address_id": contact.address_id, "lane": 0, "kind": "reply", "due_at": tx.now,
                "planned_at": tx.now, "started_at": tx.now, "settled_at": tx.now, "state": 2,
            },
        )  # fmt: skip

    await one.talk.work(keep)


def sees(one: Talker, label: str) -> bool:
    return any(label in button for button in one.buttons())


async def owner_of_newest(talk: Talk, one: Talker) -> dict[int, int]:
    person_id = (await one.contact()).person_id

    def read(tx: Transaction) -> dict[int, int]:
        mine = select(response.c.id).where(response.c.pseudonym == who_is(tx, person_id))
        return dict.fromkeys(tx.run(mine).scalars(), person_id)

    return await talk.work(read)


async def test_no_pair_of_columns_joins_a_rating_to_a_person(database: Database) -> None:
    talk, truth = await a_day_of_ratings(database)
    assert len(truth) == PEOPLE
    assert await talk.work(lambda tx: len(tx.run(select(recovery_talk)).all())) == PEOPLE // 2, (
        "the talks go on"
    )
    found = await talk.work(lambda tx: joins(tx, truth))
    assert found == [], "\n".join(map(str, found))


@pytest.mark.parametrize("column", ["submitted_at", "started_at"])
async def test_the_search_finds_a_join_where_there_is_one(database: Database, column: str) -> None:
    """Times to the microsecond, as they were kept before: one address each."""
    talk, truth = await a_day_of_ratings(database)

    def spoil(tx: Transaction) -> list[tuple[str, str, int]]:
        for rating, who in truth.items():
            moments = (
                select(outbox.c.due_at)
                .join(address)
                .where(address.c.person_id == who, outbox.c.kind == "reply")
            )
            exact = tx.run(moments.order_by(outbox.c.id).limit(1)).scalar_one()
            tx.run(response.update().where(response.c.id == rating).values({column: exact}))
        return joins(tx, truth)

    found = await talk.work(spoil)
    assert (f"response.{column}", "outbox.due_at", PEOPLE) in found


async def test_the_bridge_is_gone_when_the_talk_has_ended(database: Database) -> None:
    talk, _ = await a_day_of_ratings(database)
    officer = talk.person("Fajar")
    for alert in range(1, PEOPLE + 1):
        await officer.sends_tap(f"!pulih/{alert}", "1")
        if sees(officer, "Sudah dibereskan"):
            await officer.taps("Sudah dibereskan")
    await deliver(talk)
    for one in list(talk.people.values()):
        if one.name.startswith("62812") and sees(one, "Nilai sekali lagi"):
            await one.taps("Nilai sekali lagi")
            await one.taps("Sangat cepat")
            await one.taps("Sopan dan ramah")

    def left(tx: Transaction) -> tuple[int, int]:
        tokens = select(low_score_alert.c.id).where(low_score_alert.c.talk_token.is_not(None))
        return len(tx.run(select(recovery_talk)).all()), len(tx.run(tokens).all())

    assert await talk.work(left) == (0, 0)


def test_what_outlives_an_erasing_has_no_column_that_names_a_person() -> None:
    assert {column.name for column in kept_limit.columns} == {"id", "limit", "hash", "at", "until"}
