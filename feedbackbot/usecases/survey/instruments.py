"""Surveys beside the SKM: which there are, which a unit asks, what is answered and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.survey.instrument import Instrument, InstrumentIndex, instrument_index, is_low
from feedbackbot.domain.survey.period import SurveyPeriod, free_period
from feedbackbot.domain.survey.pseudonym import pseudonym
from feedbackbot.domain.survey.quality import Flag, flags_text
from feedbackbot.domain.survey.read_instrument import instruments_in
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.limits import Limit, keep_limit, kept_moments
from feedbackbot.storage.survey.form_receipts import note_receipt
from feedbackbot.storage.survey.instruments import (
    add_answers,
    answered_by,
    ask_instrument,
    asked_by_unit,
    earlier_answers,
    people_of,
    rename_answers,
    replace_answers,
    stop_asking,
    sums_of,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_by_form import receipt_name
from feedbackbot.usecases.survey.rate_unit import period_start, works_at

DAYS = 365


def all_instruments(tx: Transaction) -> Mapping[str, Instrument]:
    """By id. Raises CityDataError for a file of the city's own that is wrong."""
    return instruments_in(tx.settings.surveys_folder)


def instruments_of(tx: Transaction, unit_id: int) -> list[Instrument]:
    """Those that the unit asks, in the order of their files."""
    asked = asked_by_unit(tx, unit_id)
    return [one for one in all_instruments(tx).values() if one.id in asked]


def switch_instrument(tx: Transaction, person_id: int, unit_id: int, instrument: str) -> None:
    """On, or off again; what was answered stays. Whether the unit is this person's is for the caller to know."""
    if instrument not in all_instruments(tx):
        raise FeedbackbotError("surveys-unknown")
    on = instrument not in asked_by_unit(tx, unit_id)
    (ask_instrument if on else stop_asking)(tx, unit_id, instrument)
    record(
        tx, person_id, "survey-on" if on else "survey-off", f"unit:{unit_id}", after={"survey": instrument}
    )


@dataclass(frozen=True, slots=True)
class SurveyBallot:
    """Answers as they came. `voter`: by what the voice is known again; `token`: the form's own."""

    unit_id: int
    instrument: Instrument
    answers: Mapping[str, int]
    voter: str
    token: str
    channel: str
    doubts: frozenset[Flag] = frozenset()


def answer_instrument(tx: Transaction, ballot: SurveyBallot) -> bool:
    """Kept, once a voice and period: the newest word counts. Whether something is to be said after a low answer. Raises FeedbackbotError
    for a form without an answer."""
    one = ballot.instrument
    if not ballot.answers:
        raise FeedbackbotError("form-no-answers")
    if note_receipt(tx, receipt_name(tx, ballot.token)):
        who = answering_name(tx, one, ballot.voter)
        earlier = earlier_answers(tx, who, ballot.unit_id, one.id, one.version, period_start(tx))
        if earlier is None:
            add_answers(
                tx,
                ballot.answers,
                pseudonym=who,
                unit_id=ballot.unit_id,
                instrument=one.id,
                version=one.version,
                channel=ballot.channel,
                flags=flags_text(ballot.doubts),
                day=tx.now.astimezone(city_zone()).date(),
            )
        else:
            replace_answers(tx, earlier, ballot.answers)
    return is_low(one, ballot.answers)


def answering_name(tx: Transaction, one: Instrument, voter: str) -> str:
    """Under which the answers of a voter lie: of this survey alone."""
    return pseudonym(tx.settings.require_key(), f"survey-{one.id}", voter)


def answer_in_chat(
    tx: Transaction,
    person_id: int,
    channel: str,
    unit_id: int,
    one: Instrument,
    answers: Mapping[str, int],
    token: str,
) -> bool:
    """The same for somebody known in a chat: the answers lie under a name of this survey alone. Raises FeedbackbotError also where
    earlier ones count that were cut off: one person, one voice."""
    if answers_count_until(tx, person_id, unit_id, one.id) is not None:
        raise FeedbackbotError("survey-voice-counts-already")
    doubts = frozenset({Flag.OWN_UNIT} if works_at(tx, person_id, unit_id) else ())
    ballot = SurveyBallot(unit_id, one, answers, _chat_voter(person_id), f"chat:{token}", channel, doubts)
    return answer_instrument(tx, ballot)


def answers_count_until(tx: Transaction, person_id: int, unit_id: int, survey: str) -> datetime | None:
    """When the person may answer again, where answers count that were cut off from her; None where none do."""
    kept = kept_moments(tx, person_id, Limit.VOICE, _subject(unit_id, survey))
    return max((until for _, until in kept), default=None)


def _subject(unit_id: int, survey: str) -> str:
    return f"survey:{survey}:{unit_id}"


def unlink_answers(tx: Transaction, person_id: int) -> None:
    """What the person answered stays under names of chance; that it was answered is remembered until the period is over."""
    days = tx.settings.survey_period_days
    for one in all_instruments(tx).values():
        who = answering_name(tx, one, _chat_voter(person_id))
        for unit_id, day in answered_by(tx, who, period_start(tx)):
            given = at_city(day, time())
            until = given + timedelta(days=days + 1)
            keep_limit(
                tx, person_id, Limit.VOICE, [(given, until)] if days else [], _subject(unit_id, one.id)
            )
        rename_answers(tx, who)


def _chat_voter(person_id: int) -> str:
    return f"person:{person_id}"


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """`index` is None under `instrument.least` people, and while an element has no answer."""

    instrument: Instrument
    period: SurveyPeriod
    n: int
    index: InstrumentIndex | None


def survey_result(
    tx: Transaction, unit_id: int, one: Instrument, period: SurveyPeriod | None = None
) -> SurveyResult:
    """Of a year up to today, unless a period is told."""
    today = tx.now.astimezone(city_zone()).date()
    period = period or free_period(today - timedelta(days=DAYS - 1), today)
    n = people_of(tx, unit_id, one.id, one.version, period.first, period.last)
    sums = sums_of(tx, unit_id, one.id, one.version, period.first, period.last)
    # each element on so many people too: a sum over fewer would tell single answers
    enough = all(count >= one.least for _, count in sums.values())
    return SurveyResult(one, period, n, instrument_index(one, sums) if enough and n >= one.least else None)
