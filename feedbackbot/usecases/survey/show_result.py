"""A unit's present result, as everybody may see it."""

from dataclasses import dataclass
from datetime import date, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Index, Weight, index_of
from feedbackbot.domain.survey.interval import Interval, ikm_interval
from feedbackbot.settings import Settings
from feedbackbot.storage.survey.daily_totals import UnitTotals, unit_totals
from feedbackbot.storage.transaction import Transaction

# A survey is held at least once a year (PermenPANRB 14/2017), so a year is what "present" means
DAYS = 365


@dataclass(frozen=True, slots=True)
class Result:
    """`index` is None below `wanted` complete ratings: so few would say more about the people than about the unit. Days are the
    city's, both included."""

    n: int
    wanted: int
    first: date
    last: date
    totals: UnitTotals
    index: Index | None
    interval: Interval | None


def present_result(tx: Transaction, unit_id: int) -> Result:
    """Over the last 365 days, today included."""
    today = tx.now.astimezone(city_zone()).date()
    first = today - timedelta(days=DAYS - 1)
    totals = unit_totals(tx, unit_id, first, today, with_flagged=tx.settings.survey_count_flagged)
    wanted = tx.settings.profile_small_number
    if totals.n < wanted:
        return Result(totals.n, wanted, first, today, totals, None, None)
    weight = Weight(tx.settings.survey_weight)
    return Result(
        totals.n,
        wanted,
        first,
        today,
        totals,
        index_of(totals.tallies, weight),
        ikm_interval(
            totals.n, totals.total, totals.total_of_squares, weight, tx.settings.survey_interval_least
        ),
    )


def chart_args(
    settings: Settings, unit_name: str, language: str, result: Result
) -> dict[str, str | int | bool | None]:
    """All that the picture needs, so that drawing it asks no database."""
    return {
        "unit": unit_name,
        "language": language,
        "first": result.first.isoformat(),
        "last": result.last.isoformat(),
        "n": result.n,
        "weight": settings.survey_weight,
        "order": settings.survey_element_order,
        **{f"sum_{key}": result.totals.sums[key] for key in ELEMENT_KEYS},
    }
