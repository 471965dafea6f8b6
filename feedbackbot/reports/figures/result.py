"""The result of units in a period, from the daily totals: it costs the days, not the responses."""

from collections.abc import Sequence
from dataclasses import dataclass

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Index, Weight, index_of
from feedbackbot.domain.survey.interval import (
    FEW_RESPONDENTS,
    LEAST_RESPONDENTS,
    Interval,
    ikm_interval,
    mean_interval,
)
from feedbackbot.domain.survey.period import SurveyPeriod
from feedbackbot.domain.survey.sample_size import is_representative, respondents_wanted
from feedbackbot.settings import Settings
from feedbackbot.storage.survey.daily_totals import UnitTotals, totals_by_unit, unit_totals
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """A result with all that must be said of it.

    `index` is None without a single complete rating. `interval` (index points) and the elements' intervals (answers 1-4) are 95 %
    intervals of means (`domain.survey.interval`), none on fewer than `interval_least` ratings. `with_flagged`: whether marked
    ratings are counted. `wanted` is the sample by Krejcie and Morgan for the unit's yearly visitors, None while these are not known.
    """

    totals: UnitTotals
    index: Index | None
    interval: Interval | None
    weight: Weight
    with_flagged: bool
    wanted: int | None = None
    interval_least: int = LEAST_RESPONDENTS

    @property
    def n(self) -> int:
        return self.totals.n

    @property
    def flagged(self) -> int:
        return self.totals.flagged

    @property
    def few(self) -> bool:
        """Whether a figure is shown with a warning."""
        return self.n < FEW_RESPONDENTS

    @property
    def representative(self) -> bool | None:
        """None while the unit's visitors are not known."""
        return None if self.wanted is None else self.n >= self.wanted

    @property
    def element_intervals(self) -> dict[str, Interval]:
        """By element key; an element without spread has none."""
        found = {
            key: mean_interval(self.n, self.totals.sums[key], self.totals.squares[key], self.interval_least)
            for key in ELEMENT_KEYS
        }
        return {key: interval for key, interval in found.items() if interval is not None}


def figures_from(totals: UnitTotals, settings: Settings, yearly_visitors: int | None = None) -> UnitFigures:
    """What totals say, with the weight of the settings."""
    weight = Weight(settings.survey_weight)
    known = is_representative(totals.n, yearly_visitors) is not None
    return UnitFigures(
        totals,
        index_of(totals.tallies, weight),
        ikm_interval(totals.n, totals.total, totals.total_of_squares, weight, settings.survey_interval_least),
        weight,
        settings.survey_count_flagged,
        respondents_wanted(yearly_visitors) if known and yearly_visitors else None,
        settings.survey_interval_least,
    )


def figures_of_unit(
    tx: Transaction, unit_id: int, period: SurveyPeriod, yearly_visitors: int | None = None
) -> UnitFigures:
    """One unit in one period."""
    totals = unit_totals(
        tx, unit_id, period.first, period.last, with_flagged=tx.settings.survey_count_flagged
    )
    return figures_from(totals, tx.settings, yearly_visitors)


def figures_of_units(tx: Transaction, period: SurveyPeriod) -> dict[int, UnitFigures]:
    """Every unit that was rated in the period, by id."""
    found = totals_by_unit(tx, period.first, period.last, with_flagged=tx.settings.survey_count_flagged)
    return {unit_id: figures_from(totals, tx.settings) for unit_id, totals in found.items()}


def trend(
    tx: Transaction, unit_id: int, last: SurveyPeriod, periods: int
) -> Sequence[tuple[SurveyPeriod, UnitFigures]]:
    """So many periods up to `last`, in order of time; those without ratings are among them."""
    chain = [last]
    while len(chain) < periods:
        chain.append(chain[-1].before)
    return [(period, figures_of_unit(tx, unit_id, period)) for period in reversed(chain)]
