"""The ladder reminds in time, once, in allowed hours, and never after the person has acted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.training.reminders import (
    DueReminder,
    Enrolment,
    Ladder,
    Rung,
    SessionDates,
    Standing,
    TrainingDates,
    plan_reminders,
)
from tests.training.one_reminder import ANI, DAY, HOUR, MONDAY, office_hours, rungs

START = MONDAY + timedelta(days=14)
SESSION = SessionDates(5, START, START + timedelta(hours=6))


def any_time(moment: datetime) -> datetime:
    return moment


def due(
    now: datetime, *people: Enrolment, sessions: tuple[SessionDates, ...] = (SESSION,), **more: object
) -> list[DueReminder]:
    training = TrainingDates(9, sessions, people or (ANI,), **more)  # type: ignore[arg-type]
    return list(plan_reminders([training], now, any_time))


def test_a_seated_person_is_reminded_a_week_a_day_and_an_hour_before() -> None:
    assert due(START - 8 * DAY) == []
    assert rungs(due(START - 7 * DAY)) == [Rung.WEEK_BEFORE]
    assert rungs(due(START - DAY)) == [Rung.DAY_BEFORE]
    assert rungs(due(START - HOUR)) == [Rung.HOUR_BEFORE]
    assert due(START) == []


def test_a_reminder_knows_until_when_it_is_of_use() -> None:
    (reminder,) = due(START - HOUR)
    assert (reminder.useful_until, reminder.session, reminder.training) == (START, 5, 9)


def test_whoever_missed_the_session_is_asked_afterwards_and_whoever_came_is_not() -> None:
    later = SESSION.ends_at + 3 * HOUR
    assert rungs(due(later)) == [Rung.MISSED]
    assert due(later, replace(ANI, attended=frozenset({5}))) == []
    assert due(later + 8 * DAY) == []


def test_no_answer_is_reminded_once_after_three_days() -> None:
    asked = replace(ANI, standing=Standing.INVITED, seated_at=None)
    assert due(MONDAY + 2 * DAY, asked) == []
    (reminder,) = due(MONDAY + 3 * DAY, asked)
    assert reminder.rung is Rung.NO_ANSWER
    assert due(MONDAY + 3 * DAY, replace(asked, sent=frozenset({reminder.key}))) == []


def test_no_answer_is_not_reminded_after_registration_has_closed() -> None:
    asked = replace(ANI, standing=Standing.INVITED)
    assert due(MONDAY + 4 * DAY, asked, answer_by=MONDAY + 4 * DAY) == []


def test_not_now_is_asked_again_at_the_named_moment_each_time() -> None:
    named = MONDAY + 5 * DAY
    later = replace(ANI, standing=Standing.LATER, remind_at=named)
    assert due(named - HOUR, later) == []
    (first,) = due(named, later)
    again = replace(later, sent=frozenset({first.key}), remind_at=named + DAY)
    assert due(named + HOUR, again) == []
    assert len(due(named + DAY, again)) == 1


def test_not_now_without_a_moment_waits_for_the_person() -> None:
    assert due(START - DAY, replace(ANI, standing=Standing.LATER)) == []


def test_a_self_paced_course_is_reminded_of_although_it_has_no_sessions() -> None:
    assert rungs(due(MONDAY + 3 * DAY, replace(ANI, standing=Standing.INVITED), sessions=())) == [
        Rung.NO_ANSWER
    ]


def test_nobody_is_reminded_of_a_cancelled_training_or_session() -> None:
    assert due(START - DAY, cancelled=True) == []
    assert due(START - DAY, sessions=(replace(SESSION, cancelled=True),)) == []


def test_a_moved_session_is_not_reminded_of_for_its_old_date_but_anew_for_the_new_one() -> None:
    moved = replace(
        SESSION,
        starts_at=START + 7 * DAY,
        ends_at=SESSION.ends_at + 7 * DAY,
        sequence=1,
        moved_at=START - 2 * DAY,
    )
    told_before = replace(ANI, sent=frozenset({due(START - 7 * DAY)[0].key}))
    assert due(START - DAY, told_before, sessions=(moved,)) == []
    assert rungs(due(START, told_before, sessions=(moved,))) == [Rung.WEEK_BEFORE]


def test_a_date_told_today_is_not_told_again_tomorrow() -> None:
    moved = replace(SESSION, sequence=1, moved_at=START - 6 * DAY)
    assert due(START - 5 * DAY, sessions=(moved,)) == []
    assert due(START - 5 * DAY, replace(ANI, seated_at=START - 6 * DAY)) == []


def test_after_an_outage_only_the_latest_reminder_is_sent() -> None:
    two = (SESSION, SessionDates(6, START + 3 * DAY, START + 3 * DAY + HOUR))
    assert rungs(due(START + 2 * DAY, sessions=two)) == [Rung.DAY_BEFORE]
    sent = replace(ANI, sent=frozenset({due(START + 2 * DAY, sessions=two)[0].key}))
    assert due(START + 2 * DAY, sent, sessions=two) == []


def test_the_second_day_of_a_course_has_no_reminder_the_day_before() -> None:
    two = (SESSION, SessionDates(6, START + DAY, START + DAY + HOUR))
    assert due(START + timedelta(minutes=30), sessions=two) == []
    assert rungs(due(START + DAY - HOUR, replace(ANI, attended=frozenset({5})), sessions=two)) == [
        Rung.HOUR_BEFORE
    ]


def test_nothing_goes_out_at_night_and_the_morning_sends_what_is_still_of_use() -> None:
    early = replace(SESSION, starts_at=START - 30 * timedelta(minutes=1), ends_at=START + HOUR)
    training = TrainingDates(9, (early,), (ANI,))
    night = START - 10 * HOUR
    assert list(plan_reminders([training], night, office_hours)) == []
    assert rungs(list(plan_reminders([training], datetime(2026, 11, 16, tzinfo=UTC), office_hours))) == [
        Rung.DAY_BEFORE
    ]


deeds = st.sampled_from(("seat", "out", "later", "attend", "cancel", "move"))


@given(
    st.lists(st.tuples(st.integers(24, 400), st.integers(1, 8)), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(1, 60), st.one_of(st.none(), deeds)), min_size=5, max_size=40),
)
@settings(deadline=None, max_examples=150)
def test_no_course_of_events_doubles_a_reminder_or_sends_one_in_vain(
    starts: list[tuple[int, int]], story: list[tuple[int, str | None]]
) -> None:
    """Time goes on in steps; between them the person or the organiser may do something."""
    sessions = tuple(
        SessionDates(number, MONDAY + start * HOUR, MONDAY + (start + length) * HOUR)
        for number, (start, length) in enumerate(starts)
    )
    training = TrainingDates(9, sessions, (replace(ANI, standing=Standing.INVITED, seated_at=None),))
    now, heard = MONDAY, list[str]()
    for step, deed in story:
        now += step * HOUR
        training = done(training, deed, now)
        (person,) = training.enrolments
        reminders = list(plan_reminders([training], now, office_hours))
        assert len(reminders) <= 1
        for reminder in reminders:
            assert reminder.key not in heard
            assert now.hour < 13
            assert now < reminder.useful_until
            assert not training.cancelled
            assert_makes_sense(reminder, person, training, now)
            heard.append(reminder.key)
            training = replace(training, enrolments=(replace(person, sent=person.sent | {reminder.key}),))


def assert_makes_sense(
    reminder: DueReminder, person: Enrolment, training: TrainingDates, now: datetime
) -> None:
    if reminder.rung is Rung.NO_ANSWER:
        assert person.standing in (Standing.INVITED, Standing.LATER)
        assert all(now < session.starts_at for session in training.sessions)
        return
    assert person.standing is Standing.SEATED
    session = next(each for each in training.sessions if each.id == reminder.session)
    assert session.id not in person.attended
    if reminder.rung is Rung.MISSED:
        assert now > session.ends_at
    else:
        # an evening's session is told by four in the afternoon of the day before
        distance = {Rung.WEEK_BEFORE: 7 * DAY, Rung.DAY_BEFORE: DAY + 8 * HOUR, Rung.HOUR_BEFORE: HOUR}[
            reminder.rung
        ]
        assert session.starts_at - distance <= now < session.starts_at
        assert session.moved_at is None or session.moved_at < session.starts_at - distance


def done(training: TrainingDates, deed: str | None, now: datetime) -> TrainingDates:
    (person,) = training.enrolments
    if deed == "seat":
        person = replace(person, standing=Standing.SEATED, seated_at=now)
    elif deed == "out":
        person = replace(person, standing=Standing.OUT)
    elif deed == "later":
        person = replace(person, standing=Standing.LATER, remind_at=now + 30 * HOUR)
    elif deed == "attend":
        begun = {session.id for session in training.sessions if session.starts_at <= now}
        person = replace(person, attended=person.attended | begun)
    elif deed == "move":
        first, *rest = training.sessions
        moved = replace(
            first,
            starts_at=first.starts_at + 40 * HOUR,
            ends_at=first.ends_at + 40 * HOUR,
            sequence=first.sequence + 1,
            moved_at=now,
        )
        training = replace(training, sessions=(moved, *rest))
    elif deed == "cancel":
        training = replace(training, cancelled=True)
    return replace(training, enrolments=(person,))


def test_the_distances_are_settings() -> None:
    training = TrainingDates(9, (SESSION,), (ANI,))
    ladder = Ladder(week_before=10 * DAY)
    assert len(list(plan_reminders([training], START - 9 * DAY, any_time, ladder))) == 1
