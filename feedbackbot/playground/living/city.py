"""All of the living city, before its bot starts; and the phones on the page, one for each role."""

from dataclasses import dataclass
from typing import Final

from feedbackbot.clock import ShiftedClock
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.enrolment import State
from feedbackbot.playground.city import Playground
from feedbackbot.playground.living.campaign import finish_campaign
from feedbackbot.playground.living.cases import make_cases
from feedbackbot.playground.living.forum import hold_forum
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.ratings import RATINGS, rate
from feedbackbot.playground.living.results import publish_half_year
from feedbackbot.playground.living.staff import Staff, hire
from feedbackbot.playground.living.tips import tell_tips
from feedbackbot.playground.living.trainings import make_trainings, weak_units
from feedbackbot.playground.person import Person
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import link
from feedbackbot.storage.training.alive import alive_trainings
from feedbackbot.storage.training.enrolments import add_enrolment
from feedbackbot.storage.transaction import Transaction

_EMPLOYEE: Final = "Budi (pegawai)"
PHONES: Final = (
    ("Ani (warga)", "+6281260000001", None),
    (_EMPLOYEE, "+6281260000002", None),
    ("Cut (superadmin)", "+6281260000003", Role.SUPERADMIN),
    ("Dewi (petugas)", "+6281260000004", Role.OFFICER),
    ("Hasan (kepala unit)", "+6281260000005", Role.HEAD),
    ("Mira (admin unit)", "+6281260000006", Role.UNIT_ADMIN),
    ("Rina (admin program)", "+6281260000007", Role.PROGRAMME_ADMIN),
    ("Yusuf (pelatih)", "+6281260000008", Role.TRAINER),
    ("Ilham (inspektorat)", "+6281260000009", Role.INSPECTOR),
)
"""Name, number and role. Ani is a citizen, Budi an employee; the officer, the head and the unit's admin are of one office."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made up."""

    employees: int
    ratings: int
    cases: int
    trainings: int
    votes: int
    published: int


async def live_a_year(settings: Settings, ratings: int = RATINGS) -> tuple[Staff, Made]:
    """Into a database that holds the city's units and nothing else. Nobody is told of anything: those who act have no chat."""
    clock = ShiftedClock()
    database = open_database(settings.database_url, synchronous="NORMAL")
    try:
        past = Past(Runtime(database, clock, settings), clock)
        staff = await hire(past)
        await rate(past, ratings, staff.units, weak_units(staff.units))
        trainings = await make_trainings(past, staff)
        cases = await make_cases(past, staff)
        await tell_tips(past, staff)
        await finish_campaign(past, staff)
        votes = await hold_forum(past, staff)
        published = await publish_half_year(past, staff)
    finally:
        await database.close()
    return staff, Made(sum(map(len, staff.of_unit.values())), ratings, cases, trainings, votes, published)


async def hand_out_phones(city: Playground, runtime: Runtime, staff: Staff) -> list[Person]:
    """Each has its role before it writes for the first time, so that its home is what it sees first."""
    people = []
    await runtime.write(lambda tx: _reach(tx, city, staff))
    for name, phone, role in PHONES:
        hint = "admin" if role else "employee" if name == _EMPLOYEE else "citizen"
        person = await city.person(name, phone=phone, role_hint=hint)
        await runtime.write(lambda tx, p=person, r=role, n=name: _grant(tx, staff, p.id, n, r))  # type: ignore[misc]
        await person.starts()
        await person.hears()
        people.append(person)
    return people


def _reach(tx: Transaction, city: Playground, staff: Staff) -> None:
    """Half of each office can be reached, of every kind, so that a broadcast has readers and a campaign can be drawn; they never answer."""
    employees = [one for unit in staff.units for one in staff.of_unit[unit][1::2]]
    numbers = city.crowd([f"Pegawai {one}" for one in employees])
    for employee, number in zip(employees, numbers, strict=False):
        link(tx, employee, lock_chat(tx, "telegram", str(number))[0].person_id)


def _grant(tx: Transaction, staff: Staff, number: int, name: str, role: Role | None) -> None:
    contact, _ = lock_chat(tx, "telegram", str(number))
    unit = staff.units[0]
    if name == _EMPLOYEE:
        employee = staff.of_unit[unit][-2]
        link(tx, employee, contact.person_id)
        coming = [one for one in alive_trainings(tx) if one.is_open(tx.now) and one.element]
        add_enrolment(tx, coming[0].id, employee, State.INVITED, invited_at=tx.now)
    if role is not None:
        unit_id = unit if role in (Role.OFFICER, Role.HEAD, Role.UNIT_ADMIN) else None
        add_grant(tx, contact.person_id, role, unit_id, name.partition(" ")[0])
