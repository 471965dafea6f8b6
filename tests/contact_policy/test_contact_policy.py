"""What the city starts respects people's nights, days off, weeks and wishes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.calendar import WorkingCalendar, at_city, in_city
from feedbackbot.domain.contact_policy import (
    RULES,
    SEND,
    ContactPolicy,
    Contacts,
    Decision,
    Drop,
    HoldReason,
    Kind,
    Subscription,
    Wait,
)

POLICY = ContactPolicy()
NOBODY_YET = Contacts()
TUESDAY, SATURDAY = date(2026, 11, 24), date(2026, 11, 28)
URGENT = {Kind.CASE_UPDATE, Kind.EMERGENCY, Kind.ADMIN}
ANY_DAY = URGENT | {Kind.REMINDER, Kind.SESSION_DAY, Kind.TRAINING_CHANGE}
OUTSIDE_THE_CAP = URGENT | {Kind.SESSION_DAY}


def wib(day: date, hour: int, minute: int = 0) -> datetime:
    return at_city(day, time(hour, minute))


def sent_on(*days: int) -> Contacts:
    return Contacts(sent=[wib(date(2026, 11, day), 9) for day in days])


@pytest.mark.parametrize("kind", list(Kind))
def test_a_working_morning_is_open_to_every_kind(kind: Kind) -> None:
    assert POLICY.decide(kind, wib(TUESDAY, 9), NOBODY_YET) == SEND


@pytest.mark.parametrize("kind", list(Kind))
def test_at_night_only_a_case_and_an_emergency_get_through(kind: Kind) -> None:
    expected = SEND if kind in URGENT else Wait(wib(date(2026, 11, 25), 7), HoldReason.QUIET_HOURS)
    assert POLICY.decide(kind, wib(TUESDAY, 20), NOBODY_YET) == expected


def test_quiet_hours_end_on_the_minute() -> None:
    assert POLICY.decide(Kind.BROADCAST, wib(TUESDAY, 7), NOBODY_YET) == SEND
    assert POLICY.decide(Kind.BROADCAST, wib(TUESDAY, 6, 59), NOBODY_YET) == Wait(
        wib(TUESDAY, 7), HoldReason.QUIET_HOURS
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_on_a_saturday_only_what_cannot_wait_goes(kind: Kind) -> None:
    expected = SEND if kind in ANY_DAY else Wait(wib(date(2026, 11, 30), 7), HoldReason.DAY_OFF)
    assert POLICY.decide(kind, wib(SATURDAY, 10), NOBODY_YET) == expected


def test_a_broadcast_outlasts_christmas_and_collective_leave() -> None:
    evening = wib(date(2026, 12, 23), 21)
    assert POLICY.decide(Kind.BROADCAST, evening, NOBODY_YET) == Wait(
        wib(date(2026, 12, 28), 7), HoldReason.QUIET_HOURS
    )


def test_an_invitation_to_rate_is_let_go_when_the_visit_is_long_past() -> None:
    evening = wib(date(2026, 3, 17), 21)  # before Idul Fitri
    assert POLICY.decide(Kind.SURVEY_INVITATION, evening, NOBODY_YET) == Drop(HoldReason.QUIET_HOURS)


@pytest.mark.parametrize(("kind", "rule"), RULES.items())
def test_an_opt_out_ends_its_subscription_and_no_other(kind: Kind, rule: object) -> None:
    subscription = RULES[kind].subscription
    every_other = frozenset(Subscription) - {subscription}
    assert POLICY.decide(kind, wib(TUESDAY, 9), Contacts(every_other)) == SEND
    expected = Drop(HoldReason.OPTED_OUT) if subscription else SEND
    assert POLICY.decide(kind, wib(TUESDAY, 9), Contacts(frozenset(Subscription))) == expected


def test_nudges_give_way_when_only_the_reserve_is_left() -> None:
    two_of_four = sent_on(19, 20)
    assert POLICY.decide(Kind.NUDGE, wib(TUESDAY, 9), two_of_four) == Drop(HoldReason.WEEKLY_CAP)
    assert POLICY.decide(Kind.BROADCAST, wib(TUESDAY, 9), two_of_four) == SEND


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.BROADCAST, Wait(wib(date(2026, 11, 26), 9), HoldReason.WEEKLY_CAP)),
        (Kind.SURVEY_INVITATION, Wait(wib(date(2026, 11, 26), 9), HoldReason.WEEKLY_CAP)),
        (Kind.REMINDER, Wait(wib(date(2026, 11, 26), 9), HoldReason.WEEKLY_CAP)),
        (Kind.DIGEST, Drop(HoldReason.WEEKLY_CAP)),
        (Kind.NUDGE, Drop(HoldReason.WEEKLY_CAP)),
        (Kind.TRAINING_CHANGE, SEND),
        (Kind.CASE_UPDATE, SEND),
        (Kind.EMERGENCY, SEND),
        (Kind.ADMIN, SEND),
    ],
)
def test_a_full_week_makes_each_kind_do_what_its_rule_says(kind: Kind, expected: Decision) -> None:
    assert POLICY.decide(kind, wib(TUESDAY, 9), sent_on(16, 19, 20, 21, 23)) == expected


def test_messages_of_over_a_week_ago_are_forgotten() -> None:
    assert POLICY.decide(Kind.NUDGE, wib(TUESDAY, 9), sent_on(9, 10, 11, 12, 13, 17)) == SEND


def test_a_reminder_that_could_only_come_after_the_start_is_dropped() -> None:
    start = wib(date(2026, 11, 25), 6)
    assert POLICY.decide(Kind.REMINDER, wib(TUESDAY, 21), NOBODY_YET, expires=start) == Drop(
        HoldReason.QUIET_HOURS
    )
    assert POLICY.decide(Kind.REMINDER, start + timedelta(hours=3), NOBODY_YET, expires=start) == Drop(
        HoldReason.EXPIRED
    )


def test_a_message_that_waited_past_its_patience_is_expired() -> None:
    planned = wib(date(2026, 11, 3), 9)
    assert POLICY.decide(Kind.BROADCAST, wib(TUESDAY, 9), NOBODY_YET, planned) == Drop(HoldReason.EXPIRED)


def test_quiet_hours_need_not_cross_midnight_and_may_be_none() -> None:
    nap = ContactPolicy(quiet_from=time(12), quiet_until=time(14))
    assert nap.decide(Kind.REMINDER, wib(TUESDAY, 13), NOBODY_YET) == Wait(
        wib(TUESDAY, 14), HoldReason.QUIET_HOURS
    )
    assert nap.decide(Kind.REMINDER, wib(TUESDAY, 23), NOBODY_YET) == SEND
    never = ContactPolicy(quiet_from=time(0), quiet_until=time(0))
    assert never.decide(Kind.REMINDER, wib(TUESDAY, 3), NOBODY_YET) == SEND


def test_only_what_the_city_starts_counts_towards_the_week() -> None:
    assert {kind for kind in Kind if not POLICY.counts(kind)} == OUTSIDE_THE_CAP


def test_a_cap_that_is_all_reserve_is_refused() -> None:
    with pytest.raises(ValueError, match="weekly cap"):
        ContactPolicy(per_week=2, reserve=2)


kinds = st.sampled_from(list(Kind))
moments = st.timedeltas(timedelta(), timedelta(days=400)).map(
    lambda ahead: datetime(2025, 12, 1, tzinfo=UTC) + ahead
)
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
days = st.frozensets(st.dates(date(2025, 12, 1), date(2027, 1, 31)), max_size=40)


@st.composite
def policies(draw: st.DrawFn) -> ContactPolicy:
    per_week = draw(st.integers(1, 5))
    return ContactPolicy(
        WorkingCalendar(extra_off=draw(days), extra_on=draw(days)),
        draw(minutes),
        draw(minutes),
        per_week,
        draw(st.integers(0, per_week - 1)),
    )


@st.composite
def people(draw: st.DrawFn, now: datetime) -> Contacts:
    ages = draw(st.lists(st.timedeltas(timedelta(), timedelta(days=9)), max_size=8))
    opted_out = draw(st.frozensets(st.sampled_from(list(Subscription)), max_size=1))
    return Contacts(opted_out, sorted(now - age for age in ages))


def is_quiet(policy: ContactPolicy, moment: datetime) -> bool:
    """Said differently than in the code: the minutes since quiet began are fewer than quiet lasts."""
    start, end = (at.hour * 60 + at.minute for at in (policy.quiet_from, policy.quiet_until))
    local = in_city(moment)
    return (local.hour * 60 + local.minute - start) % 1440 < (end - start) % 1440


@given(st.data(), policies(), kinds, moments)
@settings(deadline=None, max_examples=300)
def test_nothing_but_the_urgent_is_sent_at_night_on_days_off_or_over_the_cap(
    data: st.DataObject, policy: ContactPolicy, kind: Kind, now: datetime
) -> None:
    person = data.draw(people(now))
    if policy.decide(kind, now, person) == SEND and kind not in URGENT:
        assert not is_quiet(policy, now)
        assert kind in ANY_DAY or policy.calendar.is_working_day(in_city(now).date())
        recent = sum(moment > now - timedelta(days=7) for moment in person.sent)
        assert kind in (Kind.TRAINING_CHANGE, Kind.SESSION_DAY) or recent < policy.per_week
        assert kind is not Kind.NUDGE or recent < policy.per_week - policy.reserve
        assert RULES[kind].subscription not in person.opted_out


@given(st.data(), policies(), kinds, moments, st.none() | st.timedeltas(timedelta(), timedelta(days=20)))
@settings(deadline=None, max_examples=300)
def test_waiting_moves_forward_to_a_moment_that_is_allowed(
    data: st.DataObject, policy: ContactPolicy, kind: Kind, now: datetime, life: timedelta | None
) -> None:
    person = data.draw(people(now))
    planned = now - data.draw(st.timedeltas(timedelta(), timedelta(days=3)))
    expires = None if life is None else now + life
    decision = policy.decide(kind, now, person, planned, expires)
    assert decision == policy.decide(kind, now, person, planned, expires)
    if isinstance(decision, Wait):
        assert decision.until > now
        assert expires is None or decision.until <= expires
        assert policy.decide(kind, decision.until, person, planned, expires) == SEND


@given(policies(), kinds, moments)
@settings(deadline=None)
def test_planning_ahead_finds_the_moment_at_which_an_unwritten_person_may_be_written_to(
    policy: ContactPolicy, kind: Kind, moment: datetime
) -> None:
    planned = policy.next_allowed(kind, moment)
    assert planned >= moment
    assert policy.next_allowed(kind, planned) == planned
    assert policy.decide(kind, planned, NOBODY_YET) == SEND
