"""Who leaves the registry leaves the roles: named in the dry run, suspended by the import, and a superadmin can give them back."""

from collections.abc import Iterable
from dataclasses import dataclass

from feedbackbot.delivery.notify import Translate, notify
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.people.roles import Role
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import Grant, all_grants, end_grant, grants_of, holders
from feedbackbot.storage.pipeline.command_lists import relist_commands
from feedbackbot.storage.staff.employees import linked_among
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id

RESTORE = "aktif"
ROLES_DOOR = "cabut"


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who is gone from the registry and still holds roles."""

    nip: str
    name: str
    person_id: int
    grants: tuple[Grant, ...]


def leavers(tx: Transaction, nips: Iterable[str]) -> list[Leaver]:
    """Those of these NIPs whose chat holds a role."""
    return [
        Leaver(one.nip, one.full_name, one.person_id, tuple(grants))
        for one in linked_among(tx, list(nips))
        if one.person_id is not None and (grants := grants_of(tx, one.person_id))
    ]


def suspend_roles(tx: Transaction, catalogue: Catalogue, author_id: int | None, gone: list[Leaver]) -> int:
    """Before the chats are untied. The last superadmin keeps that role: without it nobody could give any. Returns how many roles."""
    suspended = 0
    for leaver in gone:
        ended = [
            grant for grant in leaver.grants if not _is_last_superadmin(tx, grant) and end_grant(tx, grant.id)
        ]
        if not ended:
            continue
        suspended += len(ended)
        relist_commands(tx, leaver.person_id)
        roles = [grant.role.value for grant in ended]
        record(tx, author_id, "role-suspended", f"person:{leaver.person_id}", before=roles, after=[])
        for superadmin in set(holders(tx, Role.SUPERADMIN)):
            _tell(tx, catalogue, superadmin, leaver, ended)
    return suspended


def _is_last_superadmin(tx: Transaction, grant: Grant) -> bool:
    if grant.role is not Role.SUPERADMIN:
        return False
    return not any(one.role is Role.SUPERADMIN and one.person_id != grant.person_id for one in all_grants(tx))


def _tell(tx: Transaction, catalogue: Catalogue, person_id: int, leaver: Leaver, ended: list[Grant]) -> None:
    def write(t: Translate) -> Message:
        text = t(
            "roles-suspended",
            name=leaver.name,
            roles=", ".join(role_in_words(tx, t, grant) for grant in ended),
        )
        again = tuple(
            Choice(
                f"{grant.id}.{RESTORE}", t("role-restore", role=role_in_words(tx, t, grant)), door=ROLES_DOOR
            )
            for grant in ended
        )
        return Message(text, again)

    notify(tx, catalogue, person_id, Kind.CASE_UPDATE, write)


def role_in_words(tx: Transaction, t: Translate, grant: Grant) -> str:
    """With the unit where it is of one."""
    unit = unit_by_id(tx, grant.unit_id) if grant.unit_id is not None else None
    name = t(f"role-{grant.role.value.replace('_', '-')}")
    return f"{name} ({unit.short_name})" if unit else name
