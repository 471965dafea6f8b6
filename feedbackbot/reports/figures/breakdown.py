"""A unit's result in parts: by service from the daily totals, by channel and profile from totals of days that are over and the ratings
of all others (docs/decisions/0036). Parts so small that they would point to a person are put together.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import SurveyPeriod
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.reports.figures.result import UnitFigures, figures_from
from feedbackbot.storage.survey.daily_totals import UnitTotals, totals_by_service
from feedbackbot.storage.survey.response_totals import totals_by_column
from feedbackbot.storage.transaction import Transaction

REST = "rest"
NOT_SAID = "not-said"


@dataclass(frozen=True, slots=True)
class Part:
    """`key`: a service's id, a channel, or an option of the profile; `REST` for what was put together."""

    key: str
    figures: UnitFigures


def by_service(tx: Transaction, unit_id: int, period: SurveyPeriod) -> list[Part]:
    """Most rated first; "0" where no service was named."""
    found = totals_by_service(
        tx, unit_id, period.first, period.last, with_flagged=tx.settings.survey_count_flagged
    )
    return _parts(tx, {str(key): totals for key, totals in found.items()})


def by_channel(tx: Transaction, unit_id: int, period: SurveyPeriod) -> list[Part]:
    """Most rated first."""
    return _parts(tx, _by_column(tx, unit_id, period, "channel"))


def by_profile(tx: Transaction, unit_id: int, period: SurveyPeriod, question: str) -> list[Part]:
    """By the options of a question (one of `PROFILE_KEYS`), `NOT_SAID` where it was skipped.

    Nothing at all while the whole has fewer than the small number. ValueError for no such question.
    """
    if question not in PROFILE_KEYS:
        raise ValueError(f"the profile has no question {question!r}")
    return _parts(tx, _by_column(tx, unit_id, period, question))


def _by_column(tx: Transaction, unit_id: int, period: SurveyPeriod, column: str) -> dict[str, UnitTotals]:
    with_flagged = tx.settings.survey_count_flagged
    found = totals_by_column(tx, unit_id, period.first, period.last, column, with_flagged=with_flagged)
    return {key or NOT_SAID: totals for key, totals in found.items()}


def _parts(tx: Transaction, found: Mapping[str, UnitTotals]) -> list[Part]:
    """Parts under the small number become one; where even that is too small, the next smallest joins it, so that it cannot be had
    by subtraction."""
    least = tx.settings.profile_small_number
    from_most = sorted((item for item in found.items() if item[1].n), key=lambda item: -item[1].n)
    if sum(totals.n for _, totals in from_most) < least:
        return []
    rest: list[UnitTotals] = []
    while from_most and (from_most[-1][1].n < least or 0 < sum(one.n for one in rest) < least):
        rest.append(from_most.pop()[1])
    parts = [Part(key, figures_from(totals, tx.settings)) for key, totals in from_most]
    return [*parts, Part(REST, figures_from(_together(rest), tx.settings))] if rest else parts


def _together(all_totals: list[UnitTotals]) -> UnitTotals:
    return UnitTotals(
        sum(one.n for one in all_totals),
        {key: sum(one.sums[key] for one in all_totals) for key in ELEMENT_KEYS},
        sum(one.total for one in all_totals),
        sum(one.total_of_squares for one in all_totals),
        {key: sum(one.squares[key] for one in all_totals) for key in ELEMENT_KEYS},
        sum(one.flagged for one in all_totals),
    )
