"""100,000 employees invited, reminded of, drawn into a campaign and told of a change, and what a citizen waits meanwhile."""

import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from sqlalchemy import func, insert, select, update

from benchmarks.silence.beside import silence
from feedbackbot.clock import system_now
from feedbackbot.data import read_city
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.units.city import parse_city
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.audience import open_rounds
from feedbackbot.storage.training.enrolments import uninvited
from feedbackbot.storage.training.tables import attendance, enrolment
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.design import Design, Wording
from feedbackbot.usecases.campaigns.draw_people import draw_campaigns
from feedbackbot.usecases.campaigns.launch import launch
from feedbackbot.usecases.training.completion import close_trainings
from feedbackbot.usecases.training.edit_training import cancel_training
from feedbackbot.usecases.training.inviting import Audience, invite, invite_some, spread
from feedbackbot.usecases.training.tell_change import tell_changes
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.city_staff import offer_training

PEOPLE, SEATED, _AT_ONCE, _UNITS = 100_000, 1_000, 2_000, 20


async def measure(database: Database, settings: Settings) -> str:
    """One line a step."""
    runtime = Runtime(database, system_now, settings)
    await runtime.write(lambda tx: load_city_units(tx, parse_city(*read_city("lhokseumawe"))))
    await runtime.write_in_slices(range(1, PEOPLE + 1), _AT_ONCE, _settle)
    training, session = await runtime.write(_begin)
    design = Design(
        Goal(GoalKind.ACCEPTED, training),
        "all",
        (Wording(Principle.PLAIN_REMINDER),),
        AssignBy.PERSON,
        0.3,
        14,
    )

    async def write(work: Callable[[Transaction], object]) -> None:
        await runtime.write(work)

    async def first_invitations() -> None:
        waiting = await runtime.read(lambda tx: uninvited(tx, SEATED))
        await runtime.write_in_slices(waiting, 10, invite_some)

    steps: list[tuple[str, Callable[[], Awaitable[object]]]] = [
        (f"{PEOPLE} invited with a tap", lambda: write(lambda tx: invite(tx, 1, training, Audience()))),
        ("the others of them invited", lambda: _spread(runtime)),
        (f"{SEATED} invitations sent", first_invitations),
        ("a campaign begun with a tap", lambda: write(lambda tx: launch(tx, 1, design, confirmed=True))),
        (f"its {PEOPLE} people drawn", lambda: draw_campaigns(runtime)),
        (f"{SEATED} participants settled", lambda: _close(runtime, training, session)),
        ("another training cancelled with a tap", lambda: _cancel(runtime)),
        (f"its {SEATED} participants told", lambda: tell_changes(runtime)),
    ]
    return "\n".join([await _measured(database, name, work) for name, work in steps])


async def _measured(database: Database, name: str, work: Callable[[], Awaitable[object]]) -> str:
    began = time.monotonic()
    async with silence(database) as seen:
        await work()
    return f"{name} in {time.monotonic() - began:.1f} s, {seen}"


def _settle(tx: Transaction, numbers: Sequence[int]) -> None:
    now = {"created_at": tx.now}
    tx.run(insert(person), [{"id": n, "language": "id", **now} for n in numbers])
    tx.run(
        insert(address), [{"person_id": n, "channel": "memory", "address": str(n), **now} for n in numbers]
    )
    rows = [
        {"id": n, "nip": f"{n:018}", "kind": "pns", "name": f"Pegawai {n}", "unit_id": 1 + n % _UNITS,
         "active": True, "person_id": n, "changed_at": tx.now, **now}
        for n in numbers
    ]  # fmt: skip
    tx.run(insert(employee), rows)


def _begin(tx: Transaction) -> tuple[int, int]:
    add_grant(tx, 1, Role.PROGRAMME_ADMIN, None)
    return offer_training(tx, starts_at=tx.now + timedelta(days=3))


async def _spread(runtime: Runtime) -> None:
    for round_id in await runtime.read(open_rounds):
        while await runtime.write(lambda tx, one=round_id: spread(tx, one)):  # type: ignore[misc]
            pass
    invited = await runtime.read(lambda tx: tx.run(select(func.count()).select_from(enrolment)).scalar_one())
    assert invited == PEOPLE


async def _close(runtime: Runtime, training: int, session: int) -> None:
    """Everybody with a seat was there."""

    def seat(tx: Transaction) -> None:
        tx.run(update(enrolment).where(enrolment.c.id <= SEATED).values(state="seated"))
        rows = [
            {"session_id": session, "employee_id": n, "at": tx.now, "how": "code"}
            for n in range(1, SEATED + 1)
        ]
        tx.run(insert(attendance), rows)

    await runtime.write(seat)
    later = Runtime(runtime.database, lambda: system_now() + timedelta(days=4), runtime.settings)
    counts = await close_trainings(later)
    assert counts["completed"] == SEATED


async def _cancel(runtime: Runtime) -> None:
    def other(tx: Transaction) -> int:
        training, _ = offer_training(tx, "Layanan cepat", starts_at=tx.now + timedelta(days=9))
        rows = [
            {"training_id": training, "employee_id": n, "state": "seated", "changed_at": tx.now}
            for n in range(1, SEATED + 1)
        ]
        tx.run(insert(enrolment), rows)
        return training

    training = await runtime.write(other)
    assert await runtime.write(lambda tx: cancel_training(tx, 1, training)) == SEATED
