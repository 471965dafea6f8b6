"""Publish a unit's result: its figures are frozen, later answers do not change them."""

from dataclasses import dataclass

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod, period_around
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.figures import ReportUnit, figures_of_units, report_units
from feedbackbot.reports.official.archive import letterhead
from feedbackbot.reports.official.from_database import build_report
from feedbackbot.reports.official.frozen import freeze_answers, freeze_report
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import grants_of
from feedbackbot.storage.reports.results import keep_published, published
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.reports.read_reports import today

PUBLISHERS = frozenset({Role.SUPERADMIN.value})


@dataclass(frozen=True, slots=True)
class Publishable:
    """What publishing a period would do: units with enough ratings that are not published yet, those with too few, those that
    are."""

    ready: list[ReportUnit]
    too_few: list[ReportUnit]
    done: list[ReportUnit]


def half_years(tx: Transaction) -> tuple[SurveyPeriod, SurveyPeriod]:
    """The two half years that ended last, newest first."""
    newest = period_around(PeriodKind.HALF, today(tx)).before
    return newest, newest.before


def publishable(tx: Transaction, period: SurveyPeriod) -> Publishable:
    """Raises FeedbackbotError while the period is not over: what is frozen too early is wrong for ever."""
    if period.last >= today(tx):
        raise FeedbackbotError("publish-not-over")
    found = figures_of_units(tx, period)
    made = Publishable([], [], [])
    for unit in report_units(tx):
        figures = found.get(unit.id)
        if published(tx, unit.id, period.code) is not None:
            made.done.append(unit)
        elif figures is not None and figures.n >= tx.settings.profile_small_number:
            made.ready.append(unit)
        elif figures is not None:
            made.too_few.append(unit)
    return made


def publish_period(tx: Transaction, catalogue: Catalogue, person_id: int, period: SurveyPeriod) -> int:
    """Publish every unit that is ready; returns how many. Raises FeedbackbotError for whoever may not."""
    if Role.SUPERADMIN not in {grant.role for grant in grants_of(tx, person_id)}:
        raise FeedbackbotError("report-not-yours")
    ready = publishable(tx, period).ready
    return sum(_publish(tx, catalogue, person_id, unit, period) for unit in ready)


def _publish(
    tx: Transaction, catalogue: Catalogue, person_id: int, unit: ReportUnit, period: SurveyPeriod
) -> bool:
    found = build_report(tx, catalogue, letterhead(tx.settings), unit, period)
    if found is None:
        return False
    report = found.report
    keep_published(
        tx,
        {
            "unit_id": unit.id,
            "period": period.code,
            "first": period.first,
            "last": period.last,
            "weight": report.index.weight.value,
            "with_flagged": report.flagged.included,
            "n": report.respondents,
            "ikm": str(report.index.ikm),
            "grade": report.index.grade.value,
            "report": freeze_report(report),
            "answers": freeze_answers(found.answers),
            "person_id": person_id,
        },
    )
    after = {"unit": unit.id, "period": period.code, "ikm": str(report.index.ikm), "n": report.respondents}
    record(tx, person_id, "result-published", f"unit:{unit.id}", after=after)
    return True
