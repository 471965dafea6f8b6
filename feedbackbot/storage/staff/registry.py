"""The registry as a whole: read for a dry run, and changed by an import in few statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, true, update

from feedbackbot.domain.staff.nip import EmployeeKind, Nip
from feedbackbot.domain.staff.rank import rank_group
from feedbackbot.domain.staff.record import StaffRecord
from feedbackbot.storage.staff.tables import employee, unit_name
from feedbackbot.storage.transaction import Transaction, upsert

_TAIL = 4
_PLAIN = (
    "name", "title_before", "title_after", "unit_ref", "unit_name", "agency_ref", "rank", "position_ref",
    "position_name",
)  # fmt: skip


def kept_phone(phone_hash: str, tail: str) -> str:
    """How a number stands in a record that is compared with the registry: never the number itself."""
    return f"{phone_hash}{tail}"


def registry_part(tx: Transaction, after: int, most: int) -> tuple[list[StaffRecord], int]:
    """The next `most` of everybody behind row `after`, and the last row that was read."""
    ids = list(
        tx.run(
            select(employee.c.id).where(employee.c.id > after).order_by(employee.c.id).limit(most)
        ).scalars()
    )
    if not ids:
        return [], after
    return _records(tx, employee.c.id.between(ids[0], ids[-1])), ids[-1]


def whole_registry(tx: Transaction) -> list[StaffRecord]:
    """Everybody, active or not; the phone as `kept_phone`."""
    return _records(tx, true())


def _records(tx: Transaction, condition: ColumnElement[bool]) -> list[StaffRecord]:
    columns = (employee.c.nip, employee.c.kind, employee.c.active, *(employee.c[name] for name in _PLAIN))
    own = (employee.c.phone_hash, employee.c.phone_tail, employee.c.contract_start)
    rows = tx.run(select(*columns, *own).where(condition))
    return [
        StaffRecord(
            nip=Nip(row["nip"], EmployeeKind(row["kind"])),
            active=row["active"],
            phone=kept_phone(row["phone_hash"], row["phone_tail"] or "") if row["phone_hash"] else None,
            contract_start=row["contract_start"].isoformat() if row["contract_start"] else None,
            **{name: row[name] for name in _PLAIN},
        )
        for row in rows.mappings()
    ]


def add_employees(tx: Transaction, records: Iterable[StaffRecord], units: Mapping[str, int]) -> None:
    """`units`: unit id by what the sheet calls it (`unit_ref` or `unit_name`)."""
    rows = [{**_row(tx, record, units), "created_at": tx.now} for record in records]
    if rows:
        # who was added meanwhile, by another process or before a crash, is left as is
        tx.run(upsert(tx, employee).on_conflict_do_nothing(index_elements=["nip"]), rows)


def change_employees(tx: Transaction, records: Iterable[StaffRecord], units: Mapping[str, int]) -> None:
    """Whole records by their NIP."""
    rows = [{f"new_{name}": value for name, value in _row(tx, record, units).items()} for record in records]
    if rows:
        names = [name.removeprefix("new_") for name in rows[0] if name != "new_nip"]
        change = (
            update(employee)
            .where(employee.c.nip == bindparam("new_nip"))
            .values({name: bindparam(f"new_{name}") for name in names})
        )
        tx.run(change, rows)


def end_employees(tx: Transaction, records: Sequence[StaffRecord]) -> list[int]:
    """They become inactive; who of them had a chat is returned (person ids)."""
    nips = [record.nip.digits for record in records]
    people: list[int] = []
    for start in range(0, len(nips), 500):
        part = employee.c.nip.in_(nips[start : start + 500])
        people += tx.run(
            select(employee.c.person_id).where(part, employee.c.person_id.is_not(None))
        ).scalars()
        tx.run(update(employee).where(part).values(active=False, changed_at=tx.now))
    return people


def _row(tx: Transaction, record: StaffRecord, units: Mapping[str, int]) -> dict[str, Any]:
    phone = record.phone
    return {
        "nip": record.nip.digits,
        "kind": record.nip.kind.value,
        "rank_group": rank_group(record.rank) if record.rank else None,
        "unit_id": units.get(record.unit_ref or "") or units.get(record.unit_name or ""),
        "phone_hash": phone[:-_TAIL] if phone else None,
        "phone_tail": phone[-_TAIL:] if phone else None,
        "contract_start": date.fromisoformat(record.contract_start) if record.contract_start else None,
        "active": record.active,
        "changed_at": tx.now,
        **{name: getattr(record, name) for name in _PLAIN},
    }


# What sheets call the units


def unit_names(tx: Transaction) -> dict[str, int]:
    return {row.name: row.unit_id for row in tx.run(select(unit_name))}


def name_unit(tx: Transaction, name: str, unit_id: int) -> int:
    """The unit that a sheet's reference or name means, from now on and for who is known already. Returns how many employees that is."""
    tx.run(
        upsert(tx, unit_name)
        .values(name=name, unit_id=unit_id)
        .on_conflict_do_update(index_elements=["name"], set_={"unit_id": unit_id})
    )
    meant = (employee.c.unit_ref == name) | (employee.c.unit_name == name)
    return tx.run(update(employee).where(meant).values(unit_id=unit_id, changed_at=tx.now)).rowcount


def unplaced_units(tx: Transaction) -> dict[str, int]:
    """What active employees' units are called that stand for no unit of the city yet, with how many people each; most first."""
    name = func.coalesce(employee.c.unit_name, employee.c.unit_ref)
    people = func.count().label("people")
    rows = tx.run(
        select(name.label("name"), people)
        .where(employee.c.active, employee.c.unit_id.is_(None), name.is_not(None))
        .group_by(name)
        .order_by(people.desc(), name)
    )
    return {row.name: row.people for row in rows}
