"""The audiences an admin can choose, group by group, and what each is called.

A group (roles, units, earlier broadcasts …) registers itself in `GROUPS`; the conversation knows none of them by name.
"""

from collections.abc import Callable
from dataclasses import dataclass

from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.broadcast.broadcasts import broadcast_by_id, newest_broadcasts
from feedbackbot.storage.broadcast.staff_audiences import (
    any_staff,
    modes_and_states,
    rank_groups,
    units_with_staff,
)
from feedbackbot.storage.people.roles import all_grants
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.broadcast.authority import Authority, authority_of
from feedbackbot.usecases.broadcast.content import title_of

LIST = "list"
"""The choice that asks for a list of numbers instead of being an audience itself."""
_EARLIER = 20
# 20 JP a year is the duty of a PNS (PP 11/2017); the others are steps towards it
_JP_FIGURES = (5, 10, 15, 20)


@dataclass(frozen=True, slots=True)
class AudienceChoice:
    """`code` is an audience, the key of a further group where `group` is set, or `LIST`."""

    code: str
    label: str
    group: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """`choices` for whoever may choose them; `name` says in words what a code of this kind means."""

    choices: Callable[[Transaction, Authority, Translate], list[AudienceChoice]]
    name: Callable[[Transaction, tuple[str, ...], Translate], str]


def first_choices(tx: Transaction, person_id: int, t: Translate) -> list[AudienceChoice]:
    """What is asked first: whole audiences, and groups that have anything to choose."""
    authority = authority_of(tx, person_id)
    if authority is None:
        return []
    found = [AudienceChoice("all", t("audience-all"))] if authority.city else []
    for key, group in GROUPS.items():
        choices = group.choices(tx, authority, t)
        if len(choices) == 1:
            found += choices
        elif choices:
            found.append(AudienceChoice(key, t(f"audience-group-{key}"), group=True))
    return found


def choices_of(tx: Transaction, person_id: int, key: str, t: Translate) -> list[AudienceChoice]:
    authority = authority_of(tx, person_id)
    group = GROUPS.get(key)
    return [] if authority is None or group is None else group.choices(tx, authority, t)


def audience_name(tx: Transaction, code: str, t: Translate) -> str:
    """In words, escaped."""
    kind, *arguments = code.split(":")
    if kind == "all":
        return t("audience-all")
    group = GROUPS.get(kind)
    return escape(code) if group is None else group.name(tx, tuple(arguments), t)


def _roles(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    if not authority.city:
        return []
    held = {grant.role for grant in all_grants(tx)}
    return [
        AudienceChoice(f"role:{role.value}", t(f"role-{_key(role.value)}-many"))
        for role in Role
        if role in held
    ]


def _role_name(tx: Transaction, arguments: tuple[str, ...], t: Translate) -> str:
    role, *unit_id = arguments
    name = t(f"role-{_key(role)}-many")
    unit = unit_by_id(tx, int(unit_id[0])) if unit_id else None
    return name if unit is None else f"{name}, {escape(unit.name)}"


def _earlier(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    if not authority.city:
        return []
    return [
        AudienceChoice(f"silent:{one.id}", t("audience-silent", id=one.id, title=title_of(one)))
        for one in newest_broadcasts(tx, _EARLIER)
        if one.buttons and one.started_at is not None
    ]


def _earlier_name(tx: Transaction, arguments: tuple[str, ...], t: Translate) -> str:
    found = broadcast_by_id(tx, int(arguments[0]))
    return t("audience-silent", id=int(arguments[0]), title="" if found is None else title_of(found))


def _key(role: str) -> str:
    return role.replace("_", "-")


def _staff(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    return [AudienceChoice("staff", t("audience-staff"))] if authority.city and any_staff(tx) else []


def _units(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    """Units with employees; for a unit's admin the own ones."""
    wanted = set(units_with_staff(tx)) if authority.city else authority.units
    found = [unit for unit in (unit_by_id(tx, one) for one in sorted(wanted)) if unit is not None]
    return [AudienceChoice(f"unit:{unit.id}", escape(unit.name)) for unit in found]


def _unit_name(tx: Transaction, arguments: tuple[str, ...], t: Translate) -> str:
    unit = unit_by_id(tx, int(arguments[0]))
    return t("audience-unit", unit="" if unit is None else unit.name)


def _ranks(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    if not authority.city:
        return []
    return [AudienceChoice(f"rank:{one}", t("audience-rank", rank=one)) for one in rank_groups(tx)]


def _trainings(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    if not authority.city:
        return []
    return [
        AudienceChoice(f"training:{mode}:{state}", _training_name(tx, (mode, state), t))
        for mode, state in modes_and_states(tx)
    ]


def _training_name(tx: Transaction, arguments: tuple[str, ...], t: Translate) -> str:
    mode, state = arguments
    return t("audience-training", mode=mode, state=state)


def _jp(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    if not authority.city or not any_staff(tx):
        return []
    return [AudienceChoice(f"jp:{jp}", t("audience-jp", jp=jp)) for jp in _JP_FIGURES]


def _list(tx: Transaction, authority: Authority, t: Translate) -> list[AudienceChoice]:
    return [AudienceChoice(LIST, t("audience-list"))] if authority.city and any_staff(tx) else []


GROUPS: dict[str, Group] = {
    "staff": Group(_staff, lambda tx, arguments, t: t("audience-staff")),
    "unit": Group(_units, _unit_name),
    "rank": Group(_ranks, lambda tx, arguments, t: t("audience-rank", rank=arguments[0])),
    "training": Group(_trainings, _training_name),
    "jp": Group(_jp, lambda tx, arguments, t: t("audience-jp", jp=int(arguments[0]))),
    LIST: Group(_list, lambda tx, arguments, t: t("audience-listed")),
    "role": Group(_roles, _role_name),
    "silent": Group(_earlier, _earlier_name),
}
