"""The civil servants of the city: a registry of people who do not exist."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.playground.living.past import Past
from feedbackbot.storage.bulk import add_rows, ids_from
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import active_units

_FIRST: Final = (
    "Cut", "Teuku", "Nurul", "Fajar", "Mira", "Hasan", "Zulfikar", "Rina", "Intan", "Dewi", "Yusuf", "Safrina", "Rahmat",
    "Aisyah", "Ilham", "Khairul", "Mutia", "Ridwan", "Salma", "Taufik",
)  # fmt: skip
_LAST: Final = (
    "Meutia", "Umar", "Rahmawati", "Hidayat", "Andayani", "Basri", "Anwar", "Safitri", "Maulana", "Lestari", "Daud",
    "Husna", "Akbar", "Zahra", "Saputra",
)  # fmt: skip
PER_UNIT: Final = 14
_KINDS: Final = (
    *[EmployeeKind.PNS] * 9,
    *[EmployeeKind.PPPK] * 4,
    EmployeeKind.PPPK_PART_TIME,
)


@dataclass
class Staff:
    """Ids. `units` in the city's order, `of_unit` the employees of each; `admin`, `inspector` and `officers` are people without a chat."""

    units: list[int] = field(default_factory=list)
    of_unit: dict[int, list[int]] = field(default_factory=dict)
    officers: dict[int, int] = field(default_factory=dict)
    admin: int = 0
    inspector: int = 0


async def hire(past: Past) -> Staff:
    past.goes_to(days=400)
    return await past.does(lambda tx: _hire(past, tx))


def _hire(past: Past, tx: Transaction) -> Staff:
    found = Staff(units=[one.id for one in active_units(tx)])
    first, rows = ids_from(tx, employee), []
    for place, unit in enumerate(found.units):
        found.of_unit[unit] = []
        for number in range(PER_UNIT):
            one = first + place * PER_UNIT + number
            found.of_unit[unit].append(one)
            rows.append(_row(past, tx, one, unit, _KINDS[number % len(_KINDS)]))
    add_rows(tx, employee, rows)
    _appoint(past, tx, found)
    return found


def _name(past: Past) -> str:
    return f"{past.chance.choice(_FIRST)} {past.chance.choice(_LAST)}"


def _row(past: Past, tx: Transaction, one: int, unit: int, kind: EmployeeKind) -> dict[str, object]:
    chance = past.chance
    year = chance.randint(1968, 1998)
    since = f"{year + 24}{chance.randint(1, 12):02}"
    # the registry's own check digits are no part of it: a number as a card shows it, of nobody
    nip = f"{year}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{since}{chance.choice('12')}{one:03}"[
        :18
    ]
    contract = (
        tx.now.date() + timedelta(days=chance.randint(-200, 0)) if kind is not EmployeeKind.PNS else None
    )
    return {
        "id": one,
        "nip": nip,
        "kind": kind.value,
        "name": _name(past),
        "unit_id": unit,
        "rank": "III/b" if kind is EmployeeKind.PNS else "IX",
        "rank_group": "III" if kind is EmployeeKind.PNS else "IX",
        "position_name": chance.choice(("Pengelola Layanan", "Penata Layanan Operasional", "Arsiparis")),
        "contract_start": contract,
        "active": True,
        "created_at": tx.now,
        "changed_at": tx.now,
    }


def _appoint(past: Past, tx: Transaction, found: Staff) -> None:
    """An officer for every unit, an admin and an inspector, who have done their work and are not at the page."""
    first = ids_from(tx, person)
    rows = [
        {"id": first + place, "language": "id", "created_at": tx.now} for place in range(len(found.units) + 2)
    ]
    add_rows(tx, person, rows)
    for place, unit in enumerate(found.units):
        found.officers[unit] = first + place
        add_grant(tx, first + place, Role.OFFICER, unit, _name(past))
    found.admin = first + len(found.units)
    add_grant(tx, found.admin, Role.SUPERADMIN, None, _name(past))
    found.inspector = found.admin + 1
    add_grant(tx, found.inspector, Role.INSPECTOR, None, _name(past))
