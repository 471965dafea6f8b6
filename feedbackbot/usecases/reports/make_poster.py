"""Make the poster of a counter: its link tells the unit and counter, and ends."""

from dataclasses import dataclass
from datetime import date

from feedbackbot.domain.survey.visit import visit_payload, visit_token
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import ReportUnit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import CounterRow, counters_of_unit
from feedbackbot.usecases.reports.read_reports import today


@dataclass(frozen=True, slots=True)
class PosterLink:
    """The link is good up to and including `valid_until`."""

    link: str
    valid_until: date


def counters_of(tx: Transaction, unit: ReportUnit) -> list[CounterRow]:
    """The unit's active counters."""
    return counters_of_unit(tx, unit.id)


def poster_link(tx: Transaction, unit: ReportUnit, counter_code: str) -> PosterLink:
    """`counter_code` "" for the whole unit. Raises FeedbackbotError while the bot's name is not set."""
    settings = tx.settings
    token = visit_token(settings.require_key(), unit.code, counter_code, today(tx), settings.visit_token_days)
    payload = visit_payload(unit.code, counter_code, token)
    link = tx.links.deep(payload)
    if link is None:
        raise FeedbackbotError("poster-no-name")
    return PosterLink(link, token.valid_until)
