"""Weekly words to a unit's staff, monthly ones to heads, and each half year a reminder to publish."""

from collections.abc import Iterable
from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.reports.notices import ReadyToPublish, UnitDigest
from feedbackbot.domain.survey.index import Index
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod, free_period, period_around
from feedbackbot.reports.figures import ReportUnit, UnitFigures, figures_of_unit, report_units
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.staff.employees import employees_of_unit
from feedbackbot.storage.survey.comments import longest_comment
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.reports.publish_results import publishable
from feedbackbot.usecases.reports.read_reports import today

_SHORTEST_COMMENT = 20  # of letters; "ok" is not worth a colleague's time
_LONGEST_COMMENT = 200


def units_with_digests(tx: Transaction) -> list[ReportUnit]:
    return [unit for unit in report_units(tx) if unit.active]


def send_weekly_digests(tx: Transaction, units: Iterable[ReportUnit]) -> dict[str, int]:
    """To the linked staff of each of these that had enough ratings in the week that ended yesterday."""
    last = today(tx) - timedelta(days=1)
    week = free_period(last - timedelta(days=6), last)
    return {"told": sum(_weekly(tx, unit, week) for unit in units)}


def send_monthly_digests(tx: Transaction, units: Iterable[ReportUnit]) -> dict[str, int]:
    """To the heads, about the month before."""
    month = period_around(PeriodKind.MONTH, today(tx)).before
    told = 0
    for unit in units:
        figures = figures_of_unit(tx, unit.id, month)
        if figures.index is not None and figures.n >= tx.settings.profile_small_number:
            told += sum(
                _tell(tx, person_id, unit, month, figures, figures.index, "")
                for person_id in holders(tx, Role.HEAD, unit.id)
            )
    return {"told": told}


def remind_to_publish(tx: Transaction) -> dict[str, int]:
    """To the superadmins, while units of the half year that ended are still unpublished."""
    half = period_around(PeriodKind.HALF, today(tx)).before
    ready = publishable(tx, half).ready
    if not ready:
        return {"told": 0}

    notice = ReadyToPublish(half.code, len(ready))
    told = 0
    for person_id in holders(tx, Role.SUPERADMIN):
        key = f"digest-publish:{half.code}:{person_id}"
        told += tell(tx, person_id, notice, subject="digest", once_key=key).will_go
    return {"told": told}


def _weekly(tx: Transaction, unit: ReportUnit, week: SurveyPeriod) -> int:
    figures = figures_of_unit(tx, unit.id, week)
    index = figures.index
    if index is None or figures.n < tx.settings.profile_small_number:
        return 0
    comment = _worth_reading(tx, unit, week)
    people = {one.person_id for one in employees_of_unit(tx, unit.id) if one.person_id is not None}
    people.update(holders(tx, Role.UNIT_ADMIN, unit.id))
    return sum(_tell(tx, person_id, unit, week, figures, index, comment) for person_id in sorted(people))


def _tell(
    tx: Transaction,
    person_id: int,
    unit: ReportUnit,
    period: SurveyPeriod,
    figures: UnitFigures,
    index: Index,
    comment: str,
) -> bool:
    weak, strong = index.weakest.key, index.strongest.key

    notice = UnitDigest(
        unit.id,
        unit.short_name,
        period.code,
        str(index.ikm),
        figures.n,
        strong,
        str(index.nrr_rounded[strong]),
        weak,
        str(index.nrr_rounded[weak]),
        comment,
    )
    key = f"digest:{unit.id}:{period.code}:{person_id}"
    return tell(tx, person_id, notice, subject="digest", once_key=key).will_go


def _worth_reading(tx: Transaction, unit: ReportUnit, week: SurveyPeriod) -> str:
    """The longest unmarked comment of the week, shortened; "" where none says anything."""
    longest = longest_comment(tx, unit.id, week.first, week.last)
    return longest[:_LONGEST_COMMENT] if len(longest) >= _SHORTEST_COMMENT else ""
