"""The kinds of message the city starts, and what each may do to a person's peace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType


class Subscription(StrEnum):
    """What a person can switch off one by one in /langganan."""

    NEWS = "news"
    TRAINING_REMINDERS = "training-reminders"
    SUGGESTIONS = "suggestions"
    SURVEYS = "surveys"
    DIGESTS = "digests"


class Kind(StrEnum):
    """Why a message is sent."""

    BROADCAST = "broadcast"
    REMINDER = "reminder"
    EARLY_REMINDER = "early-reminder"
    SESSION_DAY = "session-day"
    NUDGE = "nudge"
    SURVEY_INVITATION = "survey-invitation"
    CASE_UPDATE = "case-update"
    TRAINING_CHANGE = "training-change"
    INVITATION = "invitation"
    DIGEST = "digest"
    EMERGENCY = "emergency"
    ADMIN = "admin"
    """Words to an admin about the admin's own work."""


class Cap(StrEnum):
    """How a kind stands to the weekly cap per person."""

    FREE = "free"
    """Neither held back by the cap nor counted: the person's own affair, or danger."""
    COUNTED = "counted"
    """Goes even when the cap is reached, but uses it up for the others."""
    WHOLE = "whole"
    """May use the cap to its end."""
    ALL_BUT_RESERVE = "all-but-reserve"
    """Must leave the reserved part to the others."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """The rule of one kind.

    `waits_for` is how long after the planned moment it is still worth sending; `None` is without limit.
    `waits_for_cap` says whether a full week makes it wait too or drops it.
    """

    subscription: Subscription | None
    quiet_hours: bool
    working_days_only: bool
    cap: Cap
    waits_for: timedelta | None
    waits_for_cap: bool


_DAYS = timedelta(days=1)

RULES: Mapping[Kind, KindRule] = MappingProxyType(
    {
        Kind.BROADCAST: KindRule(Subscription.NEWS, True, True, Cap.WHOLE, 14 * _DAYS, True),
        # A reminder is asked for by signing up, and of use only before its day: it goes on a Sunday too.
        Kind.REMINDER: KindRule(Subscription.TRAINING_REMINDERS, True, False, Cap.WHOLE, 2 * _DAYS, True),
        # An invitation without answer, a session in a week: nothing that could not wait for a working day, as the invitation itself did.
        Kind.EARLY_REMINDER: KindRule(
            Subscription.TRAINING_REMINDERS, True, True, Cap.WHOLE, 7 * _DAYS, True
        ),
        # Of the session's own day, the moment it is needed: a full week must not hold it back.
        Kind.SESSION_DAY: KindRule(Subscription.TRAINING_REMINDERS, True, False, Cap.FREE, 1 * _DAYS, True),
        # An invitation is a duty's beginning, not a suggestion: it waits for room in the week rather than fall under the table.
        Kind.INVITATION: KindRule(Subscription.TRAINING_REMINDERS, True, True, Cap.WHOLE, 14 * _DAYS, True),
        # Nudges give way first: what they say is repeated later anyway.
        Kind.NUDGE: KindRule(Subscription.SUGGESTIONS, True, True, Cap.ALL_BUT_RESERVE, 14 * _DAYS, False),
        # A visit is remembered for some days, not over the holidays.
        Kind.SURVEY_INVITATION: KindRule(Subscription.SURVEYS, True, True, Cap.WHOLE, 5 * _DAYS, True),
        Kind.CASE_UPDATE: KindRule(None, False, False, Cap.FREE, None, False),
        Kind.TRAINING_CHANGE: KindRule(None, True, False, Cap.COUNTED, 14 * _DAYS, True),
        Kind.DIGEST: KindRule(Subscription.DIGESTS, True, True, Cap.WHOLE, 5 * _DAYS, False),
        Kind.EMERGENCY: KindRule(None, False, False, Cap.FREE, None, False),
        Kind.ADMIN: KindRule(None, False, False, Cap.FREE, None, False),
    }
)
"""The defaults. A fortnight of patience outlasts the Idul Fitri closure (11 days in 2025)."""
