"""Make the poster of a counter: its link tells the unit and counter, and ends."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from feedbackbot.domain.survey.visit import visit_payload, visit_token
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import ReportUnit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import counter
from feedbackbot.usecases.reports.read_reports import today


@dataclass(frozen=True, slots=True)
class CounterName:
    """A counter by code and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PosterLink:
    """The link is good up to and including `valid_until`."""

    link: str
    valid_until: date


def counters_of(tx: Transaction, unit: ReportUnit) -> list[CounterName]:
    rows = tx.run(
        select(counter.c.code, counter.c.name)
        .where(counter.c.unit_id == unit.id, counter.c.active)
        .order_by(counter.c.id)
    )
    return [CounterName(row.code, row.name) for row in rows]


def poster_link(tx: Transaction, unit: ReportUnit, counter_code: str) -> PosterLink:
    """`counter_code` "" for the whole unit. Raises FeedbackbotError while the bot's name is not set."""
    settings = tx.settings
    token = visit_token(settings.require_key(), unit.code, counter_code, today(tx), settings.visit_token_days)
    payload = visit_payload(unit.code, counter_code, token)
    link = tx.links.deep(payload)
    if link is None:
        raise FeedbackbotError("poster-no-name")
    return PosterLink(link, token.valid_until)
