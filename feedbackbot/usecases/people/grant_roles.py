"""Give somebody a role by a code that works once, and take a role away. Everything is in the audit table."""

import json
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedbackbot.domain.people.link_code import new_link_code, shown_link_code
from feedbackbot.domain.people.roles import OF_A_UNIT, Role, holds_together, may_grant
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.one_time_codes import change_subject, keep_code, subject_of_code, use_code
from feedbackbot.storage.people.roles import Grant, add_grant, all_grants, end_grant, ended_grant
from feedbackbot.storage.pipeline.command_lists import relist_commands
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id

PURPOSE = "role"
CODE_LIVES = timedelta(hours=24)
_LONGEST_NOTE = 30
_NOT_A_NAME = re.compile(r"[^\w.',-]+")


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A role in force, with the unit's name for roles of one unit."""

    id: int
    person_id: int
    role: Role
    unit: str
    note: str
    granted_at: datetime


def make_admin_code(tx: Transaction) -> str:
    """For the command line: a code that makes its user a superadmin, once, within 24 hours. An older unused one is void."""
    code = _make_code(tx, Role.SUPERADMIN, None, "")
    record(tx, None, "admin-code-made", "role:superadmin")
    return code


def invite(tx: Transaction, granter_id: int, role: Role, unit_id: int | None) -> str:
    """A code that gives its user the role, once, within 24 hours. Raises FeedbackbotError where the granter may not."""
    _require(tx, granter_id, role)
    if (role in OF_A_UNIT) != (unit_id is not None):
        raise FeedbackbotError("role-needs-unit")
    # a sign of its own: offers to two people stand side by side, while the command line's code voids its elder
    code = _make_code(tx, role, unit_id, secrets.token_hex(2))
    record(tx, granter_id, "role-offered", f"role:{role.value}", after={"unit": unit_id})
    return code


def name_offer(tx: Transaction, granter_id: int, code: str, typed: str) -> str:
    """For whom an offer is, as the list of roles will call them; returns it as kept. Raises StateChanged once the code was used."""
    subject = subject_of_code(tx, code, PURPOSE)
    if subject is None:
        raise StateChanged("role-offer-used")
    role, unit_id, offer, _ = json.loads(subject)
    _require(tx, granter_id, Role(role))
    note = _NOT_A_NAME.sub(" ", typed).strip()[:_LONGEST_NOTE]
    change_subject(tx, code, PURPOSE, _subject(Role(role), unit_id, offer, note))
    return note


def accept(tx: Transaction, person_id: int, typed: str) -> Role | None:
    """Use a code; None where it is unknown, used or over. Raises FeedbackbotError where the role cannot be held beside the others."""
    subject = use_code(tx, typed, PURPOSE)
    if subject is None:
        return None
    role_name, unit_id, _, note = json.loads(subject)
    role = Role(role_name)
    before = sorted(roles_of(tx, person_id))
    _require_together(tx, person_id, role)
    if add_grant(tx, person_id, role, unit_id, note):
        relist_commands(tx, person_id)
    record(
        tx, person_id, "role-granted", f"person:{person_id}",
        before=before, after={"role": role.value, "unit": unit_id},
    )  # fmt: skip
    return role


def offered_role(tx: Transaction, typed: str) -> Role | None:
    """What a code would give; it is not used up."""
    subject = subject_of_code(tx, typed, PURPOSE)
    return Role(json.loads(subject)[0]) if subject is not None else None


def grants_for(tx: Transaction, granter_id: int) -> list[GrantRow]:
    """Roles that this person may take away, oldest first."""
    granter = roles_of(tx, granter_id)
    return [_row(tx, grant) for grant in all_grants(tx) if may_grant(granter, grant.role)]


def roles_to_give(tx: Transaction, granter_id: int) -> list[Role]:
    granter = roles_of(tx, granter_id)
    return [role for role in Role if may_grant(granter, role)]


def take_away(tx: Transaction, granter_id: int, grant_id: int) -> GrantRow:
    """Raises FeedbackbotError where it is not this person's to take, is gone already, or is the last superadmin's."""
    grant = next((one for one in all_grants(tx) if one.id == grant_id), None)
    if grant is None:
        raise StateChanged("role-gone-already")
    _require(tx, granter_id, grant.role)
    others = [one for one in all_grants(tx) if one.role is Role.SUPERADMIN and one.id != grant.id]
    if grant.role is Role.SUPERADMIN and not others:
        raise FeedbackbotError("role-last-superadmin")
    before = sorted(roles_of(tx, grant.person_id))
    if not end_grant(tx, grant_id):
        raise StateChanged("role-gone-already")
    relist_commands(tx, grant.person_id)
    record(
        tx, granter_id, "role-withdrawn", f"person:{grant.person_id}",
        before=before, after=sorted(roles_of(tx, grant.person_id)),
    )  # fmt: skip
    return _row(tx, grant)


def give_back(tx: Transaction, granter_id: int, grant_id: int) -> Role:
    """A role that an import has suspended is in force again. Raises FeedbackbotError where the granter may not, StateChanged where it is
    in force or forgotten."""
    grant = ended_grant(tx, grant_id)
    if grant is None:
        raise StateChanged("role-gone-already")
    _require(tx, granter_id, grant.role)
    _require_together(tx, grant.person_id, grant.role)
    if not add_grant(tx, grant.person_id, grant.role, grant.unit_id, grant.note):
        raise StateChanged("role-gone-already")
    relist_commands(tx, grant.person_id)
    record(
        tx,
        granter_id,
        "role-restored",
        f"person:{grant.person_id}",
        after={"role": grant.role.value, "unit": grant.unit_id},
    )
    return grant.role


def _require(tx: Transaction, granter_id: int, role: Role) -> None:
    if not may_grant(roles_of(tx, granter_id), role):
        raise FeedbackbotError("role-not-yours-to-give")


def _require_together(tx: Transaction, person_id: int, role: Role) -> None:
    if not holds_together(roles_of(tx, person_id), role):
        raise FeedbackbotError("role-inspector-alone")


def _make_code(tx: Transaction, role: Role, unit_id: int | None, offer: str) -> str:
    code = new_link_code(secrets.randbelow)
    keep_code(tx, code, PURPOSE, _subject(role, unit_id, offer, ""), CODE_LIVES)
    return shown_link_code(code)


def _subject(role: Role, unit_id: int | None, offer: str, note: str) -> str:
    return json.dumps([role.value, unit_id, offer, note], ensure_ascii=False, separators=(",", ":"))


def _row(tx: Transaction, grant: Grant) -> GrantRow:
    unit = unit_by_id(tx, grant.unit_id) if grant.unit_id is not None else None
    return GrantRow(
        grant.id, grant.person_id, grant.role, unit.name if unit else "", grant.note, grant.granted_at
    )
