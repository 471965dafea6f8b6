"""The rules of cases as this city has set them."""

from fractions import Fraction

from feedbackbot.delivery.policy import working_calendar
from feedbackbot.domain.calendar import WorkingTime
from feedbackbot.domain.cases.case import CaseRules
from feedbackbot.domain.cases.low_score import LowScoreRules
from feedbackbot.domain.cases.spam_limits import SpamRules
from feedbackbot.domain.units.unit_hours import hours_from_kept
from feedbackbot.settings import Settings
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import hours_of_unit


def case_rules(settings: Settings) -> CaseRules:
    return CaseRules(
        first_response_days=settings.case_first_response_days,
        information_days=settings.case_information_days,
        complaint_days=settings.case_complaint_days,
        field_check_days=settings.case_field_check_days,
        silence_days=settings.case_silence_days,
        asked_days=settings.case_asked_days,
        next_level_days=settings.case_next_level_days,
        reopened_days=settings.case_reopened_days,
    )


def spam_rules(settings: Settings) -> SpamRules:
    return SpamRules(per_day=settings.cases_per_day)


def low_score_rules(settings: Settings) -> LowScoreRules:
    return LowScoreRules(index_under=Fraction(str(settings.low_score_index)))


def working_time(tx: Transaction, unit_id: int) -> WorkingTime:
    """The city's working days and the unit's own hours."""
    return WorkingTime(working_calendar(tx.settings), hours_from_kept(hours_of_unit(tx, unit_id)))
