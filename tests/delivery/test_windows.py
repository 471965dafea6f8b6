"""A day after somebody last wrote an approved text knocks, the message waits for the door to open, and nobody is knocked at twice."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from feedbackbot.delivery.channel import Limits
from feedbackbot.delivery.window_gate import open_or_knock
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.contact_policy.templates import KNOCK, TEMPLATES, WINDOW, all_templates
from feedbackbot.domain.people.consents import MARKETING
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.addresses import note_heard, reach
from feedbackbot.storage.people.consents import add_consent
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.dispatch import claim
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, State, add_message
from feedbackbot.storage.pipeline.receipts import Receipt, Stage, keep_receipts
from feedbackbot.storage.pipeline.tables import message_template, outbox
from feedbackbot.storage.pipeline.templates import keep_template
from feedbackbot.storage.pipeline.windows import count_waiting, free_waiting
from feedbackbot.storage.transaction import Transaction
from tests.usecase_runner import Desk

CHANNEL = "other"
LIMITS = Limits(people=2)


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def approve(desk: Desk, category: str = "") -> None:
    def work(tx: Transaction) -> None:
        for one in TEMPLATES.values():
            for language in ("id", "en"):
                keep_template(
                    tx, CHANNEL, one.name, language, status="APPROVED", category=category or one.category
                )

    await desk.do(work)


async def known(desk: Desk, name: str = "Ani", ago: timedelta | None = timedelta(days=2)) -> int:
    """Somebody who wrote so long ago, or never."""

    def work(tx: Transaction) -> int:
        contact, _ = lock_chat(tx, CHANNEL, name)
        if ago is not None:
            note_heard(tx, contact.address_id, tx.now - ago)
        return contact.address_id

    return await desk.do(work)


async def queue(
    desk: Desk, where: int, kind: str = Kind.CASE_UPDATE, text: str = "*Laporan LSM-1* selesai."
) -> None:
    body = Outgoing(text).to_json()
    await desk.do(
        add_message,
        channel=CHANNEL,
        address_id=where,
        lane=Lane.REMINDER,
        kind=kind,
        body=body,
        planned_at=desk.clock(),
    )


async def goes(desk: Desk, limits: Limits = LIMITS) -> list[QueuedMessage]:
    """What the worker would send now."""

    def work(tx: Transaction) -> list[QueuedMessage]:
        claimed = claim(tx, channel=CHANNEL, owner="me", lanes=tuple(Lane), most=50)
        return open_or_knock(tx, CHANNEL, claimed, limits)

    return await desk.do(work)


async def rows(desk: Desk) -> list[tuple[Any, ...]]:
    return await desk.rows(select(outbox.c.kind, outbox.c.state, outbox.c.reason).order_by(outbox.c.id))


@pytest.mark.parametrize(
    ("ago", "kinds"),
    [
        (WINDOW - timedelta(seconds=1), ["case-update"]),
        (WINDOW, []),
        (None, []),
    ],
)
async def test_the_window_is_open_to_the_second_and_for_nobody_who_never_wrote(
    desk: Desk, ago: timedelta | None, kinds: list[str]
) -> None:
    await approve(desk)
    await queue(desk, await known(desk, ago=ago))
    assert [letter.kind for letter in await goes(desk)] == kinds


async def test_outside_it_a_text_knocks_and_the_message_goes_when_the_person_writes(desk: Desk) -> None:
    await approve(desk)
    where = await known(desk)
    await queue(desk, where)
    assert await goes(desk) == []
    assert await rows(desk) == [
        ("case-update", State.WAITING, "window-knocked"),
        (KNOCK, State.WAITING, None),
    ]
    [knock] = await goes(desk)
    called = Outgoing.from_json(knock.body).template
    assert called is not None
    assert (called.name, dict(called.fields)) == ("kasus_kabar", {"perihal": "Laporan LSM-1 selesai"})
    assert called.data.startswith("!buka/")
    assert await desk.do(count_waiting, where) == 1

    def writes(tx: Transaction) -> None:
        note_heard(tx, where, tx.now)
        free_waiting(tx, where)

    await desk.do(writes)
    assert [letter.kind for letter in await goes(desk)] == ["case-update"]


async def test_one_knock_is_enough_for_all_that_waits(desk: Desk) -> None:
    await approve(desk)
    where = await known(desk)
    for _ in range(3):
        await queue(desk, where)
    await goes(desk)
    assert [letter.kind for letter in await goes(desk)] == [KNOCK]
    desk.clock.passes(hours=25)
    await queue(desk, where)
    await goes(desk)
    assert [letter.kind for letter in await goes(desk)] == [KNOCK], "a day later one more"


async def test_what_is_missing_paused_or_of_another_category_waits_and_alarms_once(desk: Desk) -> None:
    for category in ("", "MARKETING"):
        if category:
            await approve(desk, category)
        where = await known(desk, category or "Ani")
        for _ in range(2):
            await queue(desk, where)
        assert await goes(desk) == []
        assert {reason for _, _, reason in await rows(desk)} == {"window-template"}
    alarms = await desk.rows(
        select(message_template.c.name).where(message_template.c.alarmed_at.is_not(None))
    )
    assert alarms == ["kasus_kabar"]


async def test_only_so_many_people_a_day_are_knocked_at_the_most_urgent_to_the_last(desk: Desk) -> None:
    await approve(desk)
    for name in ("Ani", "Budi", "Cut"):
        await queue(desk, await known(desk, name), Kind.INVITATION)
    await goes(desk)
    assert [reason for _, _, reason in await rows(desk)][:3] == [
        "window-knocked",
        "window-people",
        "window-people",
    ]
    await queue(desk, await known(desk, "Dewi"), Kind.CASE_UPDATE)
    await goes(desk)
    assert ("case-update", State.WAITING, "window-knocked") in await rows(desk)
    desk.clock.passes(hours=25)
    await goes(desk)
    assert [reason for _, _, reason in await rows(desk)].count("window-knocked") == 3


async def test_the_months_ceiling_stops_what_is_not_urgent(desk: Desk) -> None:
    await approve(desk)
    told = [Receipt(f"m{n}", None, Stage.DELIVERED, desk.clock(), category="service") for n in range(2)]
    await desk.do(keep_receipts, CHANNEL, told)
    limits = Limits(people=100, messages=2)
    await queue(desk, await known(desk, "Ani"), Kind.INVITATION)
    await queue(desk, await known(desk, "Budi"), Kind.CASE_UPDATE)
    await goes(desk, limits)
    assert [reason for _, _, reason in await rows(desk)][:2] == ["window-ceiling", "window-knocked"]


async def test_advertising_knocks_only_where_it_was_asked_for(desk: Desk) -> None:
    await approve(desk)
    where = await known(desk)
    await queue(desk, where, Kind.BROADCAST)
    await goes(desk)
    assert await rows(desk) == [("broadcast", State.WAITING, "window-no-consent")]

    def asks(tx: Transaction) -> None:
        contact, _ = lock_chat(tx, CHANNEL, "Ani")
        add_consent(tx, contact.person_id, MARKETING, 1, given=True)
        tx.run(update(outbox).values(due_at=tx.now))

    await desk.do(asks)
    await goes(desk)
    [knock] = await goes(desk)
    called = Outgoing.from_json(knock.body).template
    assert called is not None and (called.name, called.stop) == ("kabar_kota", "!langganan/news")


async def test_what_nobody_misses_is_dropped(desk: Desk) -> None:
    await queue(desk, await known(desk), "let-go")
    await goes(desk)
    assert await rows(desk) == [("let-go", State.DROPPED, "window-shut")]


async def test_the_stop_button_of_a_nudge_switches_off_nudges(desk: Desk) -> None:
    await approve(desk)
    where = await known(desk)

    def asks(tx: Transaction) -> None:
        contact, _ = lock_chat(tx, CHANNEL, "Ani")
        add_consent(tx, contact.person_id, MARKETING, 1, given=True)

    await desk.do(asks)
    await queue(desk, where, Kind.NUDGE)
    await goes(desk)
    [knock] = await goes(desk)
    called = Outgoing.from_json(knock.body).template
    assert called is not None and called.stop == "!langganan/suggestions"


async def test_a_person_is_reached_where_nobody_has_to_knock(desk: Desk) -> None:
    """The newest address, unless its window is shut and another's is not, or has none."""

    def on_two(tx: Transaction) -> int:
        first, _ = lock_chat(tx, "free", "Ani")
        second, _ = lock_chat(tx, CHANNEL, "Ani")
        tx.run(update(address).where(address.c.id == second.address_id).values(person_id=first.person_id))
        note_heard(tx, second.address_id, tx.now)
        return first.person_id

    person = await desk.do(on_two)
    found = await desk.look(reach, person)
    assert found is not None and found.channel == CHANNEL
    desk.clock.passes(hours=24)
    found = await desk.look(reach, person)
    assert found is not None and found.channel == "free"


async def test_a_knock_says_in_short_what_it_is_about_and_to_officers_in_their_own_words(desk: Desk) -> None:
    def work(tx: Transaction) -> list[tuple[str, str]]:
        for one in all_templates():
            keep_template(tx, CHANNEL, one.name, "id", status="APPROVED", category=one.category)
        letters = []
        for number, notice in enumerate(("case-desk", "case-citizen", "low-score")):
            contact, _ = lock_chat(tx, CHANNEL, f"Warga {number}")
            body = Outgoing("Ada laporan *baru*.\n\nIsinya panjang.", about="T25-JN9H, Disdukcapil").to_json()
            letters.append(
                QueuedMessage(
                    id=number + 1,
                    address_id=contact.address_id,
                    person_id=contact.person_id,
                    address=f"Warga {number}",
                    kind=Kind.CASE_UPDATE,
                    lane=Lane.REMINDER,
                    body=body,
                    notice=notice,
                    language="id",
                )
            )
        assert open_or_knock(tx, CHANNEL, letters, Limits(people=10)) == []
        knocks = tx.run(select(outbox.c.body).where(outbox.c.kind == KNOCK).order_by(outbox.c.id)).scalars()
        called = [Outgoing.from_json(body).template for body in knocks]
        return [(one.name, one.fields["perihal"]) for one in called if one is not None]

    assert await desk.do(work) == [
        ("kasus_petugas", "T25-JN9H, Disdukcapil"),
        ("kasus_kabar", "T25-JN9H, Disdukcapil"),
        ("kasus_petugas", "T25-JN9H, Disdukcapil"),
    ]


SCHEDULE = "Pelayanan Prima\nSenin, 7 Desember 2026 pukul 09.00\nAula Setda"


@pytest.mark.parametrize(
    ("about", "status", "called"),
    [
        (SCHEDULE, "APPROVED", ("jadwal_undangan", SCHEDULE.split("\n"))),
        (SCHEDULE, "PENDING", ("pelatihan_undangan", [SCHEDULE.replace("\n", ", ")])),
        ("Belajar sendiri", "APPROVED", ("pelatihan_undangan", ["Belajar sendiri"])),
    ],
)
async def test_what_fills_several_fields_knocks_with_them_once_that_text_is_approved(
    desk: Desk, about: str, status: str, called: tuple[str, list[str]]
) -> None:
    def work(tx: Transaction) -> tuple[str, list[str]]:
        for one in all_templates():
            state = status if len(one.fields) > 1 else "APPROVED"
            keep_template(tx, CHANNEL, one.name, "id", status=state, category=one.category)
        contact, _ = lock_chat(tx, CHANNEL, "Ani")
        body = Outgoing("Anda diundang.", about=about).to_json()
        letter = QueuedMessage(
            id=1, address_id=contact.address_id, person_id=contact.person_id, address="Ani", kind=Kind.INVITATION,
            lane=Lane.REMINDER, body=body, notice="training-invitation", language="id",
        )  # fmt: skip
        assert open_or_knock(tx, CHANNEL, [letter], Limits(people=10)) == []
        [knock] = tx.run(select(outbox.c.body).where(outbox.c.kind == KNOCK)).scalars()
        made = Outgoing.from_json(knock).template
        assert made is not None
        return made.name, list(made.fields.values())

    assert await desk.do(work) == called
