"""What those who give roles are told unasked."""

from typing import Final

from conversations import entry_points as to
from conversations.peran.giving import role_key
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.imports.notices import RolesSuspended
from feedbackbot.domain.people.notices import LeaveUnknown
from feedbackbot.usecases.imports.suspend_roles import Grant, suspended_now


def say_leave_unknown(_: Transaction, t: Translate, notice: LeaveUnknown) -> Message:
    return Message(t("leave-unknown", year=str(notice.year)))


def say_suspended(tx: Transaction, t: Translate, notice: RolesSuspended) -> Message | None:
    """With a button that gives each one back; nothing once all were."""
    name, resting = suspended_now(tx, notice)
    if not resting:
        return None
    named = [(grant, _in_words(t, grant, unit)) for grant, unit in resting]
    text = t("roles-suspended", name=name, roles=", ".join(role for _, role in named))
    again = (
        Choice(f"{grant.id}.aktif", t("role-restore", role=role), opens=to.WITHDRAW_ROLE)
        for grant, role in named
    )
    return Message(text, tuple(again))


def _in_words(t: Translate, grant: Grant, unit: str) -> str:
    """With the unit where it is of one."""
    name = t(f"role-{role_key(grant.role)}")
    return f"{name} ({unit})" if unit else name


ROLE_NOTICES: Final = (Say(LeaveUnknown, say_leave_unknown), Say(RolesSuspended, say_suspended))
