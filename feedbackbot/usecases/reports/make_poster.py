"""What can be printed for a unit's counters: each is named by its code, and leads to the doors there are."""

from feedbackbot.domain.survey.visit import place_payload
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import ReportUnit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import CounterRow, counters_of_unit


def counters_of(tx: Transaction, unit: ReportUnit) -> list[CounterRow]:
    """The unit's active counters."""
    return counters_of_unit(tx, unit.id)


def check_doors(tx: Transaction, unit: ReportUnit) -> None:
    """Raises FeedbackbotError where a poster would lead nowhere: no chat's name and no address of the web are known."""
    if not (tx.settings.public_url or tx.links.all(place_payload(unit.code, ""))):
        raise FeedbackbotError("poster-no-name")
