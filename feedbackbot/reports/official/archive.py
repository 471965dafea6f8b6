"""Where an official report comes from: what was published, else what the answers say now."""

from pathlib import Path

from feedbackbot.domain.survey.period import SurveyPeriod, parse_period
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.figures import ReportUnit
from feedbackbot.reports.official.contents import Letterhead
from feedbackbot.reports.official.from_database import ReportContents, build_report, live_comments
from feedbackbot.reports.official.frozen import thaw_answers, thaw_report
from feedbackbot.settings import Settings
from feedbackbot.storage.reports.results import published
from feedbackbot.storage.transaction import Transaction


def letterhead(settings: Settings) -> Letterhead:
    """The city on the cover, from its settings."""
    crest = Path(settings.city_crest) if settings.city_crest else None
    return Letterhead(settings.city_government, settings.city_title, crest)


def report_contents(
    tx: Transaction, catalogue: Catalogue, unit: ReportUnit, period: SurveyPeriod
) -> ReportContents | None:
    """None where there is nothing to report."""
    kept = published(tx, unit.id, period.code)
    if kept is None:
        return build_report(tx, catalogue, letterhead(tx.settings), unit, period)
    comments = live_comments(tx, unit.id, parse_period(kept.period))
    return ReportContents(thaw_report(kept.report, comments), thaw_answers(kept.answers))
