"""What the pages show, read in one go."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from feedbackbot.clock import city_zone
from feedbackbot.domain.survey.elements import ELEMENTS, number_of
from feedbackbot.domain.survey.instrument import Instrument
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod, free_period, period_around
from feedbackbot.domain.visits.honest_sample import Sample
from feedbackbot.reports.figures import (
    ReportUnit,
    UnitFigures,
    figures_of_unit,
    figures_of_units,
    report_unit,
    report_units,
    sample_of,
    trend,
)
from feedbackbot.storage.reports.results import Published, newest_published, published_of_unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.follow_ups import FollowUp, follow_ups_of
from feedbackbot.usecases.survey.instruments import instruments_of
from feedbackbot.usecases.survey.show_result import DAYS

_QUARTERS = 8
CSV_OFFICIAL = (
    "official_period",
    "official_first",
    "official_last",
    "official_n",
    "official_ikm",
    "official_grade",
    "official_weight",
)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of the list; `shown` is whether enough rated it for a result."""

    unit: ReportUnit
    figures: UnitFigures | None
    shown: bool


@dataclass(frozen=True, slots=True)
class AllUnits:
    """The list, best index first, then those with too few ratings."""

    period: SurveyPeriod
    lines: Sequence[UnitLine]
    least: int
    official: Mapping[int, Published]


@dataclass(frozen=True, slots=True)
class OneUnit:
    """A unit's page."""

    line: UnitLine
    period: SurveyPeriod
    least: int
    published: Sequence[Published]
    done: Sequence[FollowUp]
    points: Sequence[tuple[SurveyPeriod, UnitFigures]]
    sample: Sample
    others: Sequence[Instrument] = ()

    @property
    def has_trend(self) -> bool:
        return any(figures.n >= self.least for _, figures in self.points)


def present_period(tx: Transaction) -> SurveyPeriod:
    """The days of "present" as in chat: a year up to today."""
    today = tx.now.astimezone(city_zone()).date()
    return free_period(today - timedelta(days=DAYS - 1), today)


def all_units(tx: Transaction) -> AllUnits:
    """Every active unit, and those no longer active that were rated within the year."""
    period, least = present_period(tx), tx.settings.profile_small_number
    found = figures_of_units(tx, period)
    lines = [
        _line(unit, found.get(unit.id), least) for unit in report_units(tx) if unit.active or unit.id in found
    ]
    lines.sort(key=lambda line: -_ikm(line))
    return AllUnits(period, lines, least, newest_published(tx))


def one_unit(tx: Transaction, code: str) -> OneUnit | None:
    """None for a code that no unit ever had."""
    unit = report_unit(tx, code)
    if unit is None:
        return None
    period, least = present_period(tx), tx.settings.profile_small_number
    figures = figures_of_unit(tx, unit.id, period, unit.yearly_visitors)
    quarter = period_around(PeriodKind.QUARTER, period.last)
    return OneUnit(
        _line(unit, figures, least),
        period,
        least,
        published_of_unit(tx, unit.id),
        follow_ups_of(tx, unit.id),
        trend(tx, unit.id, quarter, _QUARTERS),
        sample_of(tx, unit.id, period.first, period.last),
        instruments_of(tx, unit.id),
    )


@dataclass(frozen=True, slots=True)
class DoneLine:
    """What a unit says it has done."""

    unit: ReportUnit
    words: str
    at: datetime


def newest_done(tx: Transaction, most: int = 5) -> list[DoneLine]:
    """Of the whole city, the newest first."""
    lines = [
        DoneLine(unit, one.words, one.at)
        for unit in report_units(tx)
        if unit.active
        for one in follow_ups_of(tx, unit.id)
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)[:most]


CSV_COLUMNS = ("code", "unit", "first", "last", "n", "ikm", "grade", "low", "high", "weight", "with_flagged")


def as_csv(found: AllUnits) -> str:
    """Figures for machines: a decimal point, ISO days, no thousands."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    elements = [f"{number_of(element).lower()}_{element.key}" for element in ELEMENTS]
    writer.writerow([*CSV_COLUMNS, *elements, *CSV_OFFICIAL])
    days = [found.period.first.isoformat(), found.period.last.isoformat()]
    for line in found.lines:
        of_unit = _running(line.figures) if line.shown and line.figures else None
        figures = of_unit or [""] * (7 + len(elements))
        official = _official(found.official.get(line.unit.id))
        writer.writerow([line.unit.code, line.unit.name, *days, *figures, *official])
    return buffer.getvalue()


def _running(figures: UnitFigures) -> list[object] | None:
    """From the number of ratings to the nine means; None where no index can be told."""
    index, interval = figures.index, figures.interval
    if index is None:
        return None
    ends = [f"{interval.low:.2f}", f"{interval.high:.2f}"] if interval else ["", ""]
    means = [index.nrr_rounded[element.key] for element in ELEMENTS]
    marks = [figures.weight.value, int(figures.with_flagged)]
    return [figures.n, index.ikm, index.grade.value, *ends, *marks, *means]


def _official(one: Published | None) -> list[str | int]:
    """The newest published result, frozen as it was signed."""
    if one is None:
        return [""] * len(CSV_OFFICIAL)
    days = [one.first.isoformat(), one.last.isoformat()]
    return [one.period, *days, one.n, one.ikm, one.grade, one.weight]


def _line(unit: ReportUnit, figures: UnitFigures | None, least: int) -> UnitLine:
    shown = figures is not None and figures.index is not None and figures.n >= least
    return UnitLine(unit, figures, shown)


def _ikm(line: UnitLine) -> Decimal:
    index = line.figures.index if line.shown and line.figures else None
    return index.ikm if index else Decimal(0)
