"""What is true of a case or of a low score in the moment in which somebody is told of it."""

from dataclasses import dataclass

from feedbackbot.domain.cases.masking import masked
from feedbackbot.domain.cases.notices import CitizenTold, DeskTold, LowScoreTold, TipTold
from feedbackbot.domain.cases.terms import FOR_THE_DESK
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.storage.cases.cases import CaseRow, find_case
from feedbackbot.storage.cases.recoveries import AlertRow, find_alert, pseudonym_and_comment
from feedbackbot.storage.cases.talks import is_going_on
from feedbackbot.storage.cases.timeline import entry_by_id
from feedbackbot.storage.cases.tips import TipRow, find_tip
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import services_of, unit_by_id

__all__ = ["find_case", "is_going_on"]


@dataclass(frozen=True, slots=True)
class StepNow:
    """The case as it stands now, with what was done ("send": it came in) and said in the step that is told."""

    row: CaseRow
    unit: str
    action: str
    words: str


@dataclass(frozen=True, slots=True)
class LowScoreNow:
    """`words` are the citizen's, empty where there are none (any more)."""

    alert: AlertRow
    unit: str
    service: str
    words: str


def step_now(tx: Transaction, notice: DeskTold | CitizenTold) -> StepNow | None:
    """None where the case is gone."""
    row, entry = find_case(tx, notice.case), entry_by_id(tx, notice.entry)
    if row is None or entry is None:
        return None
    hidden = isinstance(notice, CitizenTold) and entry.action in {one.value for one in FOR_THE_DESK}
    secret = isinstance(notice, DeskTold) and row.confidential
    words = "" if hidden or secret else entry.words
    return StepNow(
        row,
        unit_name(tx, row.unit_id),
        entry.action,
        masked(words) if notice.name == DeskTold.name else words,
    )


def low_score_now(tx: Transaction, notice: LowScoreTold) -> LowScoreNow | None:
    """None where the alert is gone."""
    alert = find_alert(tx, notice.alert)
    if alert is None:
        return None
    services = {one.id: one.name for one in services_of(tx, alert.unit_id)}
    words = ""
    if notice.what == "comment":
        rating = pseudonym_and_comment(tx, alert.response_id)
        words = shown_to_others(rating[1] or "") if rating else ""
    elif notice.entry is not None:
        entry = entry_by_id(tx, notice.entry)
        words = entry.words if entry else ""
    return LowScoreNow(alert, unit_name(tx, alert.unit_id), services.get(alert.service_id or 0, ""), words)


def tip_now(tx: Transaction, notice: TipTold) -> TipRow | None:
    """None where it is gone."""
    return find_tip(tx, notice.tip)


def unit_name(tx: Transaction, unit_id: int) -> str:
    found = unit_by_id(tx, unit_id)
    return found.short_name if found else "–"
