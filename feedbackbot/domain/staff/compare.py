"""The dry run of an import: what would change if the sheet were taken over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from feedbackbot.domain.sheets.problem import RowProblem
from feedbackbot.domain.staff.read_staff import StaffRow, StaffSheet
from feedbackbot.domain.staff.record import COMPARED_FIELDS, StaffRecord

# From these shares on, the admin is asked to look twice before confirming: it is mostly a wrong or partial file.
MANY_GONE = 0.10
"""What the setting `import_gone_share` is where nobody set it."""
MANY_WRONG = 0.10


ChangedFields = Mapping[str, tuple[str | bool | None, str | bool | None]]


@dataclass(frozen=True, slots=True)
class Change:
    """`fields`: name → (before, after). `after` is the whole record to store; "active" marks a return."""

    row_number: int
    after: StaffRecord
    fields: ChangedFields
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """One NIP in several rows. `agree`: all say the same, so one was taken; otherwise none was.

    `sheets`: the sheet of each row, where several were read.
    """

    nip: str
    row_numbers: tuple[int, ...]
    agree: bool
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`cautions`: catalogue keys of what should make the admin hesitate. `active`: employees active before."""

    new: tuple[StaffRecord, ...]
    changed: tuple[Change, ...]
    gone: tuple[StaffRecord, ...]
    unchanged: int
    wrong: tuple[RowProblem, ...]
    duplicates: tuple[Duplicate, ...]
    cautions: tuple[str, ...]
    active: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not (self.new or self.changed or self.gone)


def compare(
    existing: Iterable[StaffRecord],
    incoming: StaffSheet,
    *,
    whole_registry: bool = True,
    many_gone: float = MANY_GONE,
) -> Plan:
    """What taking over `incoming` would do to `existing` (active and inactive employees).

    Blank and absent values change nothing. With `whole_registry` every active employee whom the sheet does
    not name is gone; without it (a list of one unit) nobody is. Employees of refused rows are never gone.
    Taking the plan and comparing again gives a plan that changes nothing.
    """
    known = {record.nip.digits: record for record in existing}
    rows, duplicates, contested = _single_rows(incoming.rows)
    new: list[StaffRecord] = []
    changed: list[Change] = []
    for row in rows:
        before = known.get(row.record.nip.digits)
        if before is None:
            new.append(row.record)
        elif fields := _changed_fields(before, row.record):
            changed.append(_change(before, row, fields))
    named = {row.record.nip.digits for row in rows} | contested | incoming.refused_nips
    active = [record for record in known.values() if record.active]
    gone = [record for record in active if record.nip.digits not in named] if whole_registry else []
    return Plan(
        tuple(new),
        tuple(changed),
        tuple(gone),
        len(rows) - len(new) - len(changed),
        incoming.problems,
        tuple(duplicates),
        tuple(_cautions(len(gone), len(active), incoming, many_gone)),
        len(active),
    )


def _single_rows(rows: Iterable[StaffRow]) -> tuple[list[StaffRow], list[Duplicate], set[str]]:
    by_nip: defaultdict[str, list[StaffRow]] = defaultdict(list)
    for row in rows:
        by_nip[row.record.nip.digits].append(row)
    single: list[StaffRow] = []
    duplicates: list[Duplicate] = []
    contested: set[str] = set()
    for nip, same in by_nip.items():
        agree = all(row.record == same[0].record for row in same)
        if agree:
            single.append(same[0])
        else:
            contested.add(nip)
        if len(same) > 1:
            sheets = tuple(row.sheet for row in same) if any(row.sheet for row in same) else ()
            duplicates.append(Duplicate(nip, tuple(row.row_number for row in same), agree, sheets))
    return single, duplicates, contested


def _changed_fields(before: StaffRecord, after: StaffRecord) -> ChangedFields:
    fields: dict[str, tuple[str | bool | None, str | bool | None]] = {}
    for name in COMPARED_FIELDS:
        told = getattr(after, name)
        if told is not None and told != getattr(before, name):
            fields[name] = (getattr(before, name), told)
    if before.nip.kind is not after.nip.kind:
        fields["kind"] = (before.nip.kind.value, after.nip.kind.value)
    if not before.active:
        fields["active"] = (False, True)
    return fields


def _change(before: StaffRecord, row: StaffRow, fields: ChangedFields) -> Change:
    told = {name: getattr(row.record, name) for name in COMPARED_FIELDS if name in fields}
    return Change(row.row_number, replace(before, nip=row.record.nip, active=True, **told), fields, row.sheet)


def _cautions(gone: int, active: int, incoming: StaffSheet, many_gone: float) -> Iterable[str]:
    if gone and gone >= many_gone * active:
        yield "import-many-gone"
    refused = incoming.refused_rows
    if refused and refused >= MANY_WRONG * (len(incoming.rows) + refused):
        yield "import-many-wrong"
    if any(problem.key in ("nip-digits-lost", "cell-digits-lost") for problem in incoming.problems):
        yield "import-excel-cut-numbers"
