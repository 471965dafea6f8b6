"""Every button that confirms something does it once, however often it is tapped: before the first tap is answered, and long after."""

import pytest
from sqlalchemy import func, select

from feedbackbot.dialogue.buttons import StepTap, read_data
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.inbox import DEAD
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.privacy.erasing import finish_erasures
from feedbackbot.storage.privacy.tables import erasure
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from tests.attacks.world import MACHINERY, World
from tests.builders import talk_in
from tests.survey.ratings import rate, responses
from tests.talk import Clock, Shown, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock)


def button_of(one: Talker, label: str) -> tuple[Shown, str]:
    shown, button = one.button(label)
    return shown, button.data or ""


async def test_a_double_tap_on_erasing_erases_once_and_leaves_nothing(talk: Talk, clock: Clock) -> None:
    ani = talk.person("Ani")
    await rate(ani)
    await ani.types("/hapus")
    shown, data = button_of(ani, "Ya, hapus semua")
    await ani.sends_tap(data, shown.ref)
    await ani.sends_tap(data, shown.ref)
    await ani.sends_tap(data, shown.ref)
    assert "sudah dihapus tadi" in ani.said()
    clock.passes(minutes=2)
    assert await talk.run(finish_erasures) == 1

    def left(tx: Transaction) -> list[int]:
        return [
            tx.run(select(func.count()).select_from(table)).scalar_one()
            for table in (person, address, erasure)
        ]

    assert await talk.work(left) == [0, 0, 0]
    assert sum(row["submitted_at"] is not None for row in await responses(talk)) == 1


async def test_dead_updates_of_an_erased_person_lose_words_and_address(talk: Talk, clock: Clock) -> None:
    ani = talk.person("Ani")
    await rate(ani)

    def dead(tx: Transaction) -> None:
        row = {"channel": "memory", "chat": "Ani", "position": 1, "body": "Ani 0812", "received_at": tx.now}
        tx.run(inbox.insert(), row | {"update_key": "d1", "state": DEAD})
        # that one dies after the erasing: it was received before
        tx.run(inbox.insert(), row | {"update_key": "d2", "state": 0, "position": 2})

    await talk.work(dead)
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    clock.passes(minutes=2)
    assert await talk.run(finish_erasures) == 0, "what was received is answered first"
    await talk.work(lambda tx: tx.run(inbox.update().where(inbox.c.update_key == "d2").values(state=DEAD)))
    assert await talk.run(finish_erasures) == 1
    rows = await talk.work(lambda tx: [(row.chat, row.body) for row in tx.run(select(inbox))])
    assert set(rows) == {("", "")}


# what is said again, each wrong guess, and drafts, which are no confirming
_MAY_GROW = {"consent", "link_failure", "broadcast", "content"}
_TABLES = [one.name for one in metadata.sorted_tables if one.name not in MACHINERY | _MAY_GROW]
_COUNTS = f"SELECT {', '.join(f'(SELECT count(*) FROM {name})' for name in _TABLES)}"


def rows_of_each_table(tx: Transaction) -> dict[str, int]:
    """But for the machinery and what may grow."""
    return dict(zip(_TABLES, tx.connection.exec_driver_sql(_COUNTS).one(), strict=True))


@pytest.mark.parametrize("kind", ["employee", "programme_admin"])
async def test_no_second_tap_on_any_button_adds_anything_again(world: World, kind: str) -> None:
    """Each stand-alone button that adds a row is tapped twice at once."""
    one, acted = world.people[kind], 0
    for door, argument in list(world.doors()):
        if door == "hapus" or argument in world.codes.get(door, []) or not argument.startswith("1"):
            continue
        before = await world.talk.work(rows_of_each_table)
        await one.sends_tap(f"!{door}/{argument}", "1")
        first = await world.talk.work(rows_of_each_table)
        if first != before:
            acted += 1
            await one.sends_tap(f"!{door}/{argument}", "1")
            again = await world.talk.work(rows_of_each_table)
            assert {name for name in again if again[name] > first[name]} == set(), f"!{door}/{argument}"
    assert acted, "else this proves nothing"


_WORDS = "Lampu jalan di depan kantor mati sejak Senin lalu"
_DEEPEST = 9


def step_buttons(one: Talker) -> list[tuple[str, str]]:
    """(message, data) of the answers to the question that stands, newest message first."""
    for shown in reversed(one.chat[-3:]):
        found = [
            (shown.ref, button.data) for button in shown.buttons
            if button.data and isinstance(tap := read_data(button.data), StepTap) and tap.page is None
        ]  # fmt: skip
        if found:
            return found
    return []


@pytest.mark.parametrize("kind", ["citizen", "employee", "officer", "programme_admin", "superadmin"])
@pytest.mark.parametrize("which", [0, -1])
async def test_no_second_tap_within_any_conversation_adds_anything_again(
    world: World, kind: str, which: int
) -> None:
    """Every conversation that a command opens is walked by its first and by its last answers; each is tapped twice."""
    one, taps = world.people[kind], 0
    roles = await world.talk.run(roles_of, (await one.contact()).person_id)
    for command in world.talk.dialogue.directory.commands_for(roles):
        await one.types(f"/{command}")
        for _ in range(_DEEPEST):
            answers = step_buttons(one)
            if not answers:
                if (await one.state()).step is None:
                    break
                await one.types(_WORDS)
                continue
            ref, data = answers[which]
            await one.sends_tap(data, ref)
            first = await world.talk.work(rows_of_each_table)
            await one.sends_tap(data, ref)
            again = await world.talk.work(rows_of_each_table)
            assert {name for name in again if again[name] > first[name]} == set(), f"/{command}: {data}"
            taps += 1
        await one.types("/batal")
    assert taps > 5, "else this proves nothing"
