"""What heads and admins read of the results; each sees what the role allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from feedbackbot.clock import city_zone
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.domain.survey.period import SurveyPeriod
from feedbackbot.domain.visits.honest_sample import Sample
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import (
    Change,
    Part,
    ReportUnit,
    UnitFigures,
    by_channel,
    by_profile,
    by_service,
    change_between,
    figures_of_unit,
    figures_of_units,
    report_unit,
    report_units,
    sample_of,
    trend,
)
from feedbackbot.storage.people.roles import grants_of, units_of
from feedbackbot.storage.reports.results import published
from feedbackbot.storage.survey.comments import newest_comments_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.report_units import report_unit_by_id
from feedbackbot.storage.units.units import services_of

__all__ = ["Change", "Part", "ReportUnit", "UnitFigures"]

READERS = frozenset({Role.HEAD.value, Role.UNIT_ADMIN.value, *ADMINS})
_POINTS = 8
_COMMENTS = 8


@dataclass(frozen=True, slots=True)
class Overview:
    """A unit's result in a period, and against the period before."""

    unit: ReportUnit
    period: SurveyPeriod
    figures: UnitFigures
    change: Change | None
    is_published: bool
    sample: Sample


@dataclass(frozen=True, slots=True)
class Comparison:
    """All units of a period."""

    units: Sequence[ReportUnit]
    found: dict[int, UnitFigures]


def today(tx: Transaction) -> date:
    """The city's day."""
    return tx.now.astimezone(city_zone()).date()


def own_units(tx: Transaction, person_id: int) -> list[ReportUnit]:
    """Units whose head or admin the person is."""
    own = units_of(tx, person_id, Role.HEAD, Role.UNIT_ADMIN)
    return [unit for unit in report_units(tx) if unit.id in own]


def readable_unit(tx: Transaction, person_id: int, unit: int | str) -> ReportUnit:
    """By id or code. Raises FeedbackbotError for a unit that is none, or not this person's to read about."""
    found = report_unit(tx, unit) if isinstance(unit, str) else report_unit_by_id(tx, unit)
    roles = {grant.role.value for grant in grants_of(tx, person_id)}
    if found is None or not (roles & ADMINS or found in own_units(tx, person_id)):
        raise FeedbackbotError("report-not-yours")
    return found


def overview(tx: Transaction, unit: ReportUnit, period: SurveyPeriod) -> Overview:
    figures = figures_of_unit(tx, unit.id, period, unit.yearly_visitors)
    before = figures_of_unit(tx, unit.id, period.before)
    kept = published(tx, unit.id, period.code)
    sample = sample_of(tx, unit.id, period.first, period.last)
    return Overview(unit, period, figures, change_between(figures, before), kept is not None, sample)


def unit_trend(
    tx: Transaction, unit: ReportUnit, period: SurveyPeriod
) -> Sequence[tuple[SurveyPeriod, UnitFigures]]:
    """Eight periods up to this one."""
    return trend(tx, unit.id, period, _POINTS)


def comparison(tx: Transaction, period: SurveyPeriod) -> Comparison:
    return Comparison(report_units(tx), figures_of_units(tx, period))


def parts(tx: Transaction, unit: ReportUnit, period: SurveyPeriod, view: str) -> list[Part]:
    """`view`: "service", "channel" or a question of the profile. A service's key is its name."""
    if view == "channel":
        return by_channel(tx, unit.id, period)
    if view != "service":
        return by_profile(tx, unit.id, period, view)
    names = {str(one.id): one.name for one in services_of(tx, unit.id)}
    return [Part(names.get(part.key, part.key), part.figures) for part in by_service(tx, unit.id, period)]


def newest_comments(tx: Transaction, unit: ReportUnit, period: SurveyPeriod) -> list[str]:
    """The eight newest."""
    return newest_comments_of(tx, unit.id, period.first, period.last, _COMMENTS)
