"""JP as people see them: the own year, the unit's, the city's; certificates and what proves them; evaluations."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from feedbackbot.clock import city_zone
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.training.certificate import CertificateNumber, is_genuine, typed_verification_code
from feedbackbot.domain.training.jp_year import (
    JpYear,
    PnsYear,
    contract_year,
    counting_year,
    jp_year,
    target_of,
    year_of,
)
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.roles import units_of
from feedbackbot.storage.staff.employees import Employee, employee_by_id, employees_of_unit, staff_with_units
from feedbackbot.storage.training.credits import (
    QUESTIONS,
    Certificate,
    JpEntry,
    certificate_by_code,
    certificate_by_id,
    certificate_of,
    certificates_of,
    evaluate,
    evaluation_of,
    jp_entries,
    jp_sums,
)
from feedbackbot.storage.training.enrolments import enrolment_by_id
from feedbackbot.storage.training.trainings import training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.staff.authority import require_admin, require_employee

__all__ = ["QUESTIONS", "Certificate", "certificate_by_id"]


# The own year


@dataclass(frozen=True, slots=True)
class OwnYear:
    """`entries` of that year, newest first. `days`: first and last of a contract year; None for a calendar year."""

    employee: Employee
    year: int
    result: JpYear
    entries: tuple[JpEntry, ...]
    certificates: int
    days: tuple[date, date] | None = None


def own_year(tx: Transaction, person_id: int, year: int | None = None) -> OwnYear:
    me = require_employee(tx, person_id)
    start = me.contract_start
    wanted = year or counting_year(me.kind, today_in_city(tx), start)
    entries = jp_entries(tx, me.id)
    result = jp_year(me.kind, ((one.day, one.jp) for one in entries), wanted, tx.settings.pppk_mode, start)
    of_year = tuple(one for one in entries if counting_year(me.kind, one.day, start) == wanted)
    by_contract = start is not None and me.kind is EmployeeKind.PPPK
    return OwnYear(
        me,
        wanted,
        result,
        of_year,
        len(certificates_of(tx, me.id)),
        contract_year(start, wanted) if start and by_contract else None,
    )


def today_in_city(tx: Transaction) -> date:
    return tx.now.astimezone(city_zone()).date()


def this_year(tx: Transaction) -> int:
    return today_in_city(tx).year


def own_certificates(tx: Transaction, person_id: int) -> list[Certificate]:
    return certificates_of(tx, require_employee(tx, person_id).id)


def own_certificate(tx: Transaction, person_id: int, training_id: int) -> Certificate:
    found = certificate_of(tx, require_employee(tx, person_id).id, training_id)
    if found is None or found.withdrawn_at is not None:
        raise FeedbackbotError("certificate-none")
    return found


# A unit, and the city


@dataclass(frozen=True, slots=True)
class Member:
    """`share` of the target for a PNS (0 to 1); None for who has none."""

    employee: Employee
    jp: int
    share: float | None


def team_units(tx: Transaction, person_id: int) -> list[tuple[int, str]]:
    """Units whose head the person is."""
    found = []
    for unit_id in sorted(units_of(tx, person_id, Role.HEAD)):
        row = unit_by_id(tx, unit_id)
        if row is not None:
            found.append((row.id, row.name))
    return found


def team_of(tx: Transaction, person_id: int, unit_id: int) -> list[Member]:
    """By JP, fewest first. Raises FeedbackbotError for whoever is not the head."""
    if unit_id not in units_of(tx, person_id, Role.HEAD):
        raise FeedbackbotError("jp-team-not-yours")
    sums, staff = jp_sums(tx, today_in_city(tx), unit_id), employees_of_unit(tx, unit_id)
    members = [_member(tx, one, sums.get(one.id, 0)) for one in staff]
    return sorted(members, key=lambda one: (one.jp, one.employee.full_name))


def _member(tx: Transaction, one: Employee, jp: int) -> Member:
    year = year_of(one.kind, jp, tx.settings.pppk_mode)
    return Member(one, jp, year.share if isinstance(year, PnsYear) else None)


@dataclass(frozen=True, slots=True)
class UnitRecap:
    """One line of the city's overview. `reached`: who has the year's target, of `aimed`, who have one."""

    unit: str
    pns: int
    pppk: int
    part_time: int
    linked: int
    jp: int
    aimed: int
    reached: int

    @property
    def people(self) -> int:
        return self.pns + self.pppk + self.part_time


def recap(tx: Transaction, admin_id: int) -> list[UnitRecap]:
    """A line a unit, most staff first; employees of unknown units together at the end."""
    require_admin(tx, admin_id)
    sums = jp_sums(tx, today_in_city(tx))
    counts: dict[str, list[int]] = {}
    for one in staff_with_units(tx):
        line = counts.setdefault(one.unit, [0] * 7)
        jp = sums.get(one.employee_id, 0)
        target = target_of(one.kind, tx.settings.pppk_mode)
        line[list(EmployeeKind).index(one.kind)] += 1
        line[3] += one.linked
        line[4] += jp
        line[5] += target is not None
        line[6] += target is not None and jp >= target
    found = [UnitRecap(name, *line) for name, line in counts.items()]
    return sorted(found, key=lambda one: (one.unit == "", -one.people, one.unit))


# Certificates


class Proof(StrEnum):
    """The values end the catalogue keys `verify-…`."""

    GENUINE = "genuine"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class Verified:
    """`certificate` and `number` are set for a genuine or withdrawn one."""

    proof: Proof
    certificate: Certificate | None = None
    number: str = ""


def verify(tx: Transaction, typed: str) -> Verified:
    """Whether the code proves a certificate as it stands in the database. Tells nothing but what is printed on it."""
    try:
        code = typed_verification_code(typed)
    except WrongValue:
        return Verified(Proof.MISTYPED)
    found = certificate_by_code(tx, code)
    holder = employee_by_id(tx, found.employee_id) if found else None
    if found is None or holder is None:
        return Verified(Proof.UNKNOWN)
    number = CertificateNumber(found.year, found.serial)
    if not is_genuine(code, number, holder.nip, tx.settings.require_key()):
        return Verified(Proof.UNKNOWN)
    proof = Proof.GENUINE if found.withdrawn_at is None else Proof.WITHDRAWN
    return Verified(proof, found, str(number))


# How it was


@dataclass(frozen=True, slots=True)
class Evaluating:
    """`missing`: questions without an answer, in order."""

    enrolment_id: int
    title: str
    missing: tuple[str, ...]


def evaluation_to_give(tx: Transaction, person_id: int, enrolment_id: int) -> Evaluating:
    """Raises FeedbackbotError for a training that is not the person's own or is not finished."""
    me, one = require_employee(tx, person_id), enrolment_by_id(tx, enrolment_id)
    about = training_by_id(tx, one.training_id) if one else None
    if one is None or about is None or one.employee_id != me.id or one.completed_at is None:
        raise FeedbackbotError("evaluate-not-yours")
    given = evaluation_of(tx, enrolment_id)
    return Evaluating(enrolment_id, about.title, tuple(key for key in QUESTIONS if key not in given))


def give_evaluation(
    tx: Transaction, person_id: int, enrolment_id: int, question: str, answer: int
) -> Evaluating:
    evaluation_to_give(tx, person_id, enrolment_id)
    evaluate(tx, enrolment_id, question, answer)
    return evaluation_to_give(tx, person_id, enrolment_id)
