"""The decision itself. Pure and cheap: a broadcast asks it once a recipient."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from feedbackbot.clock import city_zone
from feedbackbot.domain.calendar import WorkingCalendar, in_city
from feedbackbot.domain.contact_policy.kinds import RULES, Cap, Kind, KindRule, Subscription

WEEK = timedelta(days=7)


class HoldReason(StrEnum):
    """Why a message does not go now; counted and shown to the admin."""

    OPTED_OUT = "opted-out"
    QUIET_HOURS = "quiet-hours"
    DAY_OFF = "day-off"
    WEEKLY_CAP = "weekly-cap"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Send:
    """It may go now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """It may go at `until` (UTC) if the person gets nothing else meanwhile: ask again then."""

    until: datetime
    reason: HoldReason


@dataclass(frozen=True, slots=True)
class Drop:
    """It will not go at all."""

    reason: HoldReason


Decision = Send | Wait | Drop
SEND = Send()


@dataclass(frozen=True, slots=True)
class Contacts:
    """What matters of a person: subscriptions switched off, and when the counted messages of the last 7 days went.

    `sent` is in ascending order; older entries do no harm. Count the kinds that `ContactPolicy.counts`.
    """

    opted_out: frozenset[Subscription] = frozenset()
    sent: Sequence[datetime] = ()


@dataclass(frozen=True)
class ContactPolicy:
    """Settings of the policy and its decisions.

    Quiet hours go from `quiet_from` (included) to `quiet_until` (not included) on the city's clock, over
    midnight or not; equal times mean none. In any 7 days a person gets `per_week` counted messages, of which
    nudges leave `reserve` to the other kinds.
    """

    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    quiet_from: time = time(20, 0)
    quiet_until: time = time(7, 0)
    per_week: int = 4
    reserve: int = 2
    rules: Mapping[Kind, KindRule] = field(default_factory=lambda: RULES)

    def __post_init__(self) -> None:
        if not 0 <= self.reserve < self.per_week:
            raise ValueError("the weekly cap must be larger than the part of it that nudges leave free")

    def counts(self, kind: Kind) -> bool:
        """Whether a message of this kind, once sent, belongs into `Contacts.sent`."""
        return self.rules[kind].cap is not Cap.FREE

    def decide(
        self,
        kind: Kind,
        now: datetime,
        person: Contacts,
        planned: datetime | None = None,
        expires: datetime | None = None,
        *,
        asked: bool = False,
    ) -> Decision:
        """Whether a message of `kind` may go to `person` at `now`.

        `planned` is when it was first meant to go (default: now); the kind's patience counts from there.
        `expires` is the last moment at which this very message makes sense, such as the training's start.
        `asked`: the person has just asked for it, so neither hour nor cap holds it back.
        A `Wait` lies after `now`, not after the last sensible moment, and is itself a moment that is allowed.
        """
        rule = self.rules[kind]
        if rule.subscription is not None and rule.subscription in person.opted_out:
            return Drop(HoldReason.OPTED_OUT)
        last = self._last_moment(rule, planned or now, expires)
        if last is not None and now > last:
            return Drop(HoldReason.EXPIRED)
        if asked:
            return SEND
        free = self._below_cap(rule, now, person.sent)
        until = self.next_allowed(kind, free)
        if until == now:
            return SEND
        reason = HoldReason.WEEKLY_CAP if free > now else self._why_closed(rule, now)
        if (free > now and not rule.waits_for_cap) or (last is not None and until > last):
            return Drop(reason)
        return Wait(until, reason)

    def next_allowed(self, kind: Kind, moment: datetime) -> datetime:
        """The first moment from `moment` on that the clock and the calendar leave open to this kind (UTC)."""
        rule = self.rules[kind]
        if not rule.quiet_hours and not rule.working_days_only:
            return moment
        local = in_city(moment)
        opened = local
        while True:
            before = opened
            if rule.quiet_hours and self._is_quiet(opened):
                opened = self._end_of_quiet(opened)
            if rule.working_days_only and not self.calendar.is_working_day(opened.date()):
                day = self.calendar.on_or_after(opened.date())
                opened = datetime.combine(day, time(0, 0), city_zone())
            if opened == before:
                return moment if opened == local else opened.astimezone(UTC)

    @staticmethod
    def _last_moment(rule: KindRule, planned: datetime, expires: datetime | None) -> datetime | None:
        patience = None if rule.waits_for is None else planned + rule.waits_for
        if patience is None or expires is None:
            return patience or expires
        return min(patience, expires)

    def _below_cap(self, rule: KindRule, now: datetime, sent: Sequence[datetime]) -> datetime:
        """The first moment from `now` on at which the week has room for this kind if nothing else is sent."""
        if rule.cap is Cap.FREE or rule.cap is Cap.COUNTED:
            return now
        room = self.per_week - (self.reserve if rule.cap is Cap.ALL_BUT_RESERVE else 0)
        if len(sent) < room:
            return now
        in_week = len(sent) - bisect_right(sent, now - WEEK)
        return now if in_week < room else sent[-room] + WEEK

    def _is_quiet(self, local: datetime) -> bool:
        at = local.time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def _end_of_quiet(self, local: datetime) -> datetime:
        end = datetime.combine(local.date(), self.quiet_until, city_zone())
        return end if end > local else end + timedelta(days=1)

    def _why_closed(self, rule: KindRule, now: datetime) -> HoldReason:
        local = in_city(now)
        if rule.quiet_hours and self._is_quiet(local):
            return HoldReason.QUIET_HOURS
        return HoldReason.DAY_OFF
