"""Rate a unit: every answer is kept at once, the ninth makes the rating count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.domain.calendar import at_city, full_hour
from feedbackbot.domain.people.roles import OF_A_UNIT
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.domain.survey.pseudonym import SURVEY, pseudonym
from feedbackbot.domain.survey.quality import Flag, flags_of, flags_text, read_flags
from feedbackbot.domain.survey.rating_form import LONGEST_COMMENT
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.limits import Limit, keep_limit, kept_until
from feedbackbot.storage.people.roles import units_of
from feedbackbot.storage.staff.employees import employee_of
from feedbackbot.storage.survey.daily_totals import add_to_day, change_in_day, take_from_day
from feedbackbot.storage.survey.profiles import lock_profile
from feedbackbot.storage.survey.responses import (
    ResponseRow,
    Unfinished,
    add_response,
    complete_response,
    drop_response,
    keep_answer,
    let_count,
    lock_response,
    newest_unfinished,
    partial_response,
    set_response,
)
from feedbackbot.storage.transaction import Transaction

__all__ = ["LONGEST_COMMENT"]
KeptRating = ResponseRow


@dataclass(frozen=True, slots=True)
class Submitted:
    """A rating that counts now. `response_id` is an earlier one's where the same person had rated the unit in another chat
    meanwhile. `profile_asked`: this person was asked about himself before."""

    response_id: int
    profile_asked: bool


@dataclass(frozen=True, slots=True)
class EarlierRating:
    """What the person has said of a unit within the period. `complete`: it counts, and can only be changed."""

    response: KeptRating
    complete: bool


def who_is(tx: Transaction, person_id: int) -> str:
    """The name under which this person rates."""
    return pseudonym(tx.settings.require_key(), SURVEY, person_id)


def earlier_rating(tx: Transaction, person_id: int, unit_id: int) -> EarlierRating | None:
    """The complete rating of the present period, else one that was left half-way in it."""
    who, since = who_is(tx, person_id), period_start(tx)
    if complete := complete_response(tx, who, unit_id, since):
        return EarlierRating(complete, complete=True)
    partial = partial_response(tx, who, unit_id, since)
    return EarlierRating(partial, complete=False) if partial and partial.answers else None


def keep_voice(tx: Transaction, person_id: int, unit_id: int, day: date) -> None:
    """The tie to a rating is about to be cut: remember, to the day, that this person's word on the unit counts already."""
    given, days = at_city(day, time()), tx.settings.survey_period_days
    if days:
        keep_limit(tx, person_id, Limit.VOICE, [(given, given + timedelta(days=days + 1))], f"unit:{unit_id}")


def voice_counts_until(tx: Transaction, person_id: int, unit_id: int) -> datetime | None:
    """When the person may rate the unit again, where a rating counts that is no longer tied to anybody; None where none does."""
    return kept_until(tx, person_id, (Limit.VOICE, Limit.ELSEWHERE), f"unit:{unit_id}")


def unfinished_rating(tx: Transaction, person_id: int) -> Unfinished | None:
    """What the person left half-way last, of whichever unit."""
    return newest_unfinished(tx, who_is(tx, person_id), period_start(tx))


def begin_rating(
    tx: Transaction,
    person_id: int,
    unit_id: int,
    service_id: int | None,
    channel: str,
    visit: str | None,
    answers: Mapping[str, int],
) -> int:
    """Keep the first answer (or, where the rating was erased meanwhile, all so far); returns the rating's id. Raises FeedbackbotError
    where the person's word on the unit counts already."""
    if voice_counts_until(tx, person_id, unit_id):
        raise FeedbackbotError("rating-voice-counts-already")
    return add_response(
        tx,
        who=who_is(tx, person_id),
        unit_id=unit_id,
        service_id=service_id,
        channel=channel,
        visit=visit,
        answers=answers,
    )


def answer_element(tx: Transaction, response_id: int, key: str, answer: int) -> bool:
    """Keep one answer (1-4) of a rating under way: the hot path, one UPDATE. False where there is no such rating any more."""
    return keep_answer(tx, response_id, key, answer)


def submit_rating(tx: Transaction, person_id: int, response_id: int) -> Submitted | None:
    """Let a rating with nine answers count from today on; None where it is not complete or is gone."""
    return count_rating(
        tx, who_is(tx, person_id), response_id, by_own_staff=lambda unit_id: works_at(tx, person_id, unit_id)
    )


def count_rating(
    tx: Transaction,
    who: str,
    response_id: int,
    *,
    by_own_staff: Callable[[int], bool],
    doubts: frozenset[Flag] = frozenset(),
) -> Submitted | None:
    """The same for whoever rates under the name `who`. `by_own_staff` tells of a unit whether they work there; `doubts` are more marks."""
    profile = lock_profile(tx, who)
    row = lock_response(tx, response_id)
    if row is None or not row.is_complete:
        return None
    if row.submitted_at is not None:
        return Submitted(row.id, profile.asked)
    earlier = complete_response(tx, who, row.unit_id, period_start(tx))
    if earlier is not None:  # in another chat meanwhile: one person has one voice, the newest word counts
        change_rating(tx, earlier.id, row.answers)
        drop_response(tx, row.id)
        return Submitted(earlier.id, profile.asked)
    day = tx.now.astimezone(city_zone()).date()
    flags = flags_of(row.answers, by_own_staff=by_own_staff(row.unit_id))
    flags |= doubts
    let_count(tx, row.id, day, flags_text(flags))
    if any(profile.said.values()):
        set_response(tx, row.id, profile.said)
    add_to_day(tx, row, day, flagged=bool(flags))
    return Submitted(row.id, profile.asked)


def works_at(tx: Transaction, person_id: int, unit_id: int) -> bool:
    """By the registry, or by a role of that unit."""
    employee = employee_of(tx, person_id)
    if employee is not None and employee.unit_id == unit_id:
        return True
    return unit_id in units_of(tx, person_id, *OF_A_UNIT)


def change_rating(tx: Transaction, response_id: int, answers: Mapping[str, int]) -> bool:
    """Change answers of a rating that counts, and its day's totals with it. False where it is gone."""
    if any(
        key not in ELEMENT_KEYS or not LOWEST_ANSWER <= value <= HIGHEST_ANSWER
        for key, value in answers.items()
    ):
        raise ValueError("an answer is 1 to 4 of one of the nine elements")
    row = lock_response(tx, response_id)
    if row is None or row.submitted_at is None or row.day is None:
        return False
    after = {**row.answers, **answers}
    if after == row.answers:
        return True
    # how it was given stays as it was; only whether all answers are alike can change
    flags = (read_flags(row.flags) - {Flag.STRAIGHT_LINE}) | flags_of(after)
    set_response(tx, row.id, {**answers, "flags": flags_text(flags)})
    if bool(flags) == bool(row.flags):
        change_in_day(tx, row, row.day, after)
    else:
        take_from_day(tx, row, row.day, flagged=bool(row.flags))
        add_to_day(tx, replace(row, answers=after), row.day, flagged=bool(flags))
    return True


def comment_on_rating(tx: Transaction, response_id: int, comment: str) -> None:
    """Keep at most 1,000 characters; a later comment replaces the earlier."""
    set_response(tx, response_id, {"comment": comment[:LONGEST_COMMENT]})


def came_by(tx: Transaction, response_id: int, visit: str | None) -> None:
    """Note through which door a rating came."""
    set_response(tx, response_id, {"visit": visit})


def period_start(tx: Transaction) -> datetime:
    """To the hour, as ratings are kept."""
    return full_hour(tx.now) - timedelta(days=tx.settings.survey_period_days) + timedelta(hours=1)
