"""The reminder ladder: which reminder of a training is due to whom, decided afresh at every look.

Rungs: no answer to the invitation · seven days before · one day before · one hour before · after a missed session.
- A rung stops once the person has acted: answered, given back the seat, attended.
- A rung whose moment lay before the person's seat or before the session was moved is not made up for: they were
  just told the date.
- Where several rungs of one person are due at once (after a night or an outage), only the latest is sent.
- Each is due once: its key is stored with the enrolment when it is sent. A moved session has new keys.
- Nothing is due at a moment that the contact calendar does not allow; what is early (no answer yet, a week before) keeps to working days,
  as the invitation did.
- The day before is told by the afternoon of that day, so that "tomorrow" is heard before the evening's quiet.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.domain.training.reminder_dates import (
    EARLY,
    DueReminder,
    Enrolment,
    Ladder,
    Rung,
    SessionDates,
    Standing,
    TrainingDates,
)

__all__ = [
    "EARLY",
    "AllowedAt",
    "DueReminder",
    "Enrolment",
    "Ladder",
    "Rung",
    "SessionDates",
    "Standing",
    "TrainingDates",
    "plan_reminders",
]

AllowedAt = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class _Step:
    """A rung of a session whose time has come. `wanted_at` is its own moment, before the calendar's say."""

    key: str
    rung: Rung
    session: SessionDates
    wanted_at: datetime
    useful_until: datetime


def plan_reminders(
    trainings: Iterable[TrainingDates],
    now: datetime,
    allowed_at: AllowedAt,
    ladder: Ladder | None = None,
    *,
    working_at: AllowedAt | None = None,
) -> Iterator[DueReminder]:
    """Every reminder that is due at `now`, at most one for a person and training.

    `allowed_at(moment)` gives the first moment from `moment` on at which the city may write (the contact policy's
    calendar), `working_at` the first one on a working day (by default the same). All moments carry a zone. The caller
    stores the keys in the transaction that queues the messages.
    """
    if allowed_at(now) > now:
        return
    ladder = ladder or Ladder()
    for training in trainings:
        if not training.cancelled:
            yield from _of_training(training, now, allowed_at, working_at or allowed_at, ladder)


def _of_training(
    training: TrainingDates, now: datetime, allowed_at: AllowedAt, working_at: AllowedAt, ladder: Ladder
) -> Iterator[DueReminder]:
    works = working_at(now) <= now
    sessions = sorted(
        (each for each in training.sessions if not each.cancelled), key=lambda each: each.starts_at
    )

    def is_open(step: _Step) -> bool:
        early = step.rung in EARLY
        return (works or not early) and (working_at if early else allowed_at)(step.wanted_at) <= now

    steps = [step for step in _steps(sessions, ladder, now) if is_open(step)]
    question = _Question.of(training, sessions, now, working_at, ladder) if works else None
    if not steps and question is None:
        return
    for enrolment in training.enrolments:
        standing = enrolment.standing
        if standing is Standing.SEATED:
            if steps and (step := _latest_step(enrolment, steps)):
                yield DueReminder(
                    step.key, step.rung, enrolment.person, training.id, step.session.id, step.useful_until
                )
        elif question and standing is not Standing.OUT and (due := question.due_to(enrolment)):
            yield due


def _steps(sessions: Sequence[SessionDates], ladder: Ladder, now: datetime) -> Iterator[_Step]:
    """Rungs whose moment has come and which are still of use, latest moment first."""
    found: list[_Step] = []
    before: SessionDates | None = None
    for session in sessions:
        start = session.starts_at
        wanted = [(Rung.HOUR_BEFORE, start - ladder.hour_before, start)]
        if before is None:
            wanted.append((Rung.WEEK_BEFORE, start - ladder.week_before, _day_before(start, ladder)))
        if before is None or start - before.ends_at > ladder.follows_within:
            wanted.append((Rung.DAY_BEFORE, _day_before(start, ladder), start - ladder.hour_before))
        end = session.ends_at
        wanted.append(
            (Rung.MISSED, end + ladder.missed_after, end + ladder.missed_after + ladder.missed_within)
        )
        found += [
            _Step(f"{rung}/{session.id}/{session.sequence}", rung, session, moment, until)
            for rung, moment, until in wanted
            if moment <= now < until
        ]
        before = session
    yield from sorted(found, key=lambda step: step.wanted_at, reverse=True)


def _day_before(start: datetime, ladder: Ladder) -> datetime:
    day = start.astimezone(city_zone()).date() - timedelta(days=1)
    afternoon = datetime.combine(day, ladder.day_before_until, city_zone()).astimezone(UTC)
    return min(start - ladder.day_before, afternoon)


def _latest_step(enrolment: Enrolment, steps: Sequence[_Step]) -> _Step | None:
    for step in steps:
        if step.key in enrolment.sent:
            # What was due before this rung is overtaken by it.
            return None
        if _concerns(enrolment, step):
            return step
    return None


def _concerns(enrolment: Enrolment, step: _Step) -> bool:
    session, seated_at = step.session, enrolment.seated_at
    if session.id in enrolment.attended:
        return False
    if step.rung is Rung.MISSED:
        return seated_at is None or seated_at < session.starts_at
    told = max((moment for moment in (seated_at, session.moved_at) if moment is not None), default=None)
    return told is None or told < step.wanted_at


@dataclass(frozen=True, slots=True)
class _Question:
    """The one reminder of an unanswered invitation to one training."""

    training: int
    now: datetime
    allowed_at: AllowedAt
    until: datetime
    after: timedelta
    seen: dict[datetime, bool] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        training: TrainingDates,
        sessions: Sequence[SessionDates],
        now: datetime,
        allowed_at: AllowedAt,
        ladder: Ladder,
    ) -> "_Question | None":
        ends = [sessions[0].starts_at] if sessions else []
        if training.answer_by is not None:
            ends.append(training.answer_by)
        until = min(ends, default=now + ladder.open_question_for)
        return cls(training.id, now, allowed_at, until, ladder.no_answer_after) if now < until else None

    def due_to(self, enrolment: Enrolment) -> DueReminder | None:
        wanted_at, key = enrolment.invited_at + self.after, str(Rung.NO_ANSWER)
        if enrolment.standing is Standing.LATER:
            if enrolment.remind_at is None:
                return None
            # Who says "not now" again names another moment, and is asked once more.
            wanted_at, key = enrolment.remind_at, f"{Rung.NO_ANSWER}/{enrolment.remind_at:%Y%m%dT%H%M}"
        if wanted_at > self.now or key in enrolment.sent or not self._is_allowed(wanted_at):
            return None
        return DueReminder(key, Rung.NO_ANSWER, enrolment.person, self.training, None, self.until)

    def _is_allowed(self, wanted_at: datetime) -> bool:
        # Invitations go out in waves: many people share one moment, and the calendar's answer is not free.
        known = self.seen.get(wanted_at)
        if known is None:
            known = self.seen[wanted_at] = self.allowed_at(wanted_at) <= self.now
        return known
