"""When a broadcast goes: at once, at a moment, or again and again."""

from datetime import datetime

from feedbackbot.delivery.policy import working_calendar
from feedbackbot.domain.broadcast.repeat_rule import (
    MonthlyOnDay,
    MonthlyOnFirstWorkingDay,
    MonthlyOnLastWorkingDay,
    RepeatRule,
    Weekly,
    next_occurrence,
    read_repeat_code,
    repeat_code,
)
from feedbackbot.domain.calendar import at_city, in_city
from feedbackbot.domain.spoken.time import TimeProblem, read_moment
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcasts import change_draft
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.authority import own_draft

REPEATS = ("weekly", "monthly", "first", "last")
"""How a planned broadcast may be repeated: on its weekday, on its day of the month, on a month's first or last working day."""


def plan(tx: Transaction, broadcast_id: int, person_id: int, typed: str) -> datetime:
    """Words such as "besok 09:00" or "25/11 14.30". Raises FeedbackbotError with a `TimeProblem`'s key."""
    moment = read_moment(typed, tx.now)
    if isinstance(moment, TimeProblem):
        raise FeedbackbotError(moment.value)
    plan_at(tx, broadcast_id, person_id, moment)
    return moment


def plan_at(tx: Transaction, broadcast_id: int, person_id: int, moment: datetime | None) -> None:
    """None: at once, and then not repeated."""
    own_draft(tx, broadcast_id, person_id)
    change_draft(tx, broadcast_id, due_at=moment, repeat=None)


def suggested_moments(tx: Transaction) -> list[datetime]:
    """Three that are likely to be meant: the next working days at nine, and at two."""
    calendar, today = working_calendar(tx.settings), in_city(tx.now).date()
    first = calendar.add_working_days(today, 1)
    second = calendar.add_working_days(today, 2)
    nine, two = (
        in_city(tx.now).replace(hour=9, minute=0).time(),
        in_city(tx.now).replace(hour=14, minute=0).time(),
    )
    at = [
        at_city(first, nine.replace(second=0, microsecond=0)),
        at_city(first, two.replace(second=0, microsecond=0)),
    ]
    return [*at, at_city(second, nine.replace(second=0, microsecond=0))]


def repeat(tx: Transaction, broadcast_id: int, person_id: int, how: str | None) -> None:
    """One of `REPEATS`, or None for once. A rule on a working day moves the first one there. Raises FeedbackbotError."""
    draft = own_draft(tx, broadcast_id, person_id)
    if how is None:
        change_draft(tx, broadcast_id, repeat=None)
        return
    if draft.due_at is None or draft.emergency:
        raise FeedbackbotError("broadcast-repeat-needs-time")
    rule = _rule(how, draft.due_at)
    first = draft.due_at
    if how in ("first", "last"):
        first = next_occurrence(rule, tx.now, working_calendar(tx.settings))
    change_draft(tx, broadcast_id, repeat=repeat_code(rule), due_at=first)


def _rule(how: str, moment: datetime) -> RepeatRule:
    local = in_city(moment)
    at = local.time().replace(second=0, microsecond=0)
    match how:
        case "weekly":
            return Weekly(local.weekday(), at)
        case "monthly":
            return MonthlyOnDay(local.day, at)
        case "first":
            return MonthlyOnFirstWorkingDay(at)
    return MonthlyOnLastWorkingDay(at)


def following(tx: Transaction, code: str, after: datetime) -> datetime:
    """The next moment of a repeat code that is still ahead: what was missed is not made up for."""
    return next_occurrence(read_repeat_code(code), max(after, tx.now), working_calendar(tx.settings))
