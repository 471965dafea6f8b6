"""Limits of their own for units and services: read, set, and used when a case comes in."""

from dataclasses import replace

from feedbackbot.domain.cases.case import CaseRules
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.limits import CaseLimit, limits_of, set_limit
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import case_rules

__all__ = ["CaseLimit", "limits_of"]

LIMITERS = frozenset({Role.SUPERADMIN.value})
MOST_DAYS = 90


def rules_at(tx: Transaction, unit_id: int, service_id: int | None, kind: CaseKind) -> CaseRules:
    """The city's rules, with the limit of the service, else of the unit, where there is one."""
    rules = case_rules(tx.settings)
    found = [one for one in limits_of(tx, unit_id) if one.kind is kind]
    own = next((one for one in found if one.service_id is not None and one.service_id == service_id), None)
    limit = own or next((one for one in found if one.service_id is None), None)
    if limit is None:
        return rules
    if kind is CaseKind.INFORMATION:
        return replace(rules, information_days=limit.days)
    return replace(rules, complaint_days=limit.days)


def city_days(tx: Transaction, kind: CaseKind) -> int:
    return case_rules(tx.settings).settling_days(kind, field_check=False)


def change_limit(
    tx: Transaction, person_id: int, unit_id: int, service_id: int | None, kind: CaseKind, days: int | None
) -> None:
    """None: as in the whole city. For cases that come in from now on. Raises `CaseRefusal`."""
    if not roles_of(tx, person_id) & LIMITERS:
        raise CaseRefusal("case-not-allowed")
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise CaseRefusal("limit-not-days", most=MOST_DAYS)
    set_limit(tx, unit_id, service_id, kind, days)
    after = {"service": service_id, "kind": kind.value, "days": days}
    record(tx, person_id, "case-limit-changed", f"unit:{unit_id}", after=after)
