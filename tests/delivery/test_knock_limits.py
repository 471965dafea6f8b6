"""Knocking has its limits: people a day, a month's ceiling, and where it was never asked for."""

from sqlalchemy import update

from feedbackbot.delivery.channel import Limits
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.people.consents import MARKETING
from feedbackbot.storage.people.consents import add_consent
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.receipts import Receipt, Stage, keep_receipts
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.delivery.windows import CHANNEL, approve, goes, known, queue, rows
from tests.usecase_runner import Desk


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
