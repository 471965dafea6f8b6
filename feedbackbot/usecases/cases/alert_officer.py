"""A rating that is low is told to the officer on duty at once, with element, comment and service, never who gave it."""

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.cases.complaining import complains
from feedbackbot.domain.cases.low_score import low_score
from feedbackbot.domain.cases.notices import LowScoreTold
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.domain.survey.index import rounded
from feedbackbot.storage.cases.recoveries import (
    AlertRow,
    add_alert,
    alert_of_response,
    alerts_of_pseudonym,
    lock_alert,
    pseudonym_and_comment,
)
from feedbackbot.storage.cases.talks import name_of_alert, open_talk
from feedbackbot.storage.survey.responses import lock_response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import low_score_rules
from feedbackbot.usecases.cases.staff import who_is_told
from feedbackbot.usecases.people.consents import give_consent
from feedbackbot.usecases.survey.rate_unit import who_is

__all__ = ["AlertRow", "name_of_alert"]


def alert_if_low(tx: Transaction, response_id: int) -> AlertRow | None:
    """In the turn of the rating itself. The alert where the rating calls for one; told once."""
    alert, made = _alert(tx, response_id, complaint=False)
    if made and alert is not None:
        tell_officer(tx, alert, "alert")
    return alert


def pass_on_comment(tx: Transaction, response_id: int) -> AlertRow | None:
    """What the citizen wrote after a low score follows the alert. Words that complain beside one lowest answer make one: then it is
    returned, so that the citizen can be offered what goes with it."""
    found = pseudonym_and_comment(tx, response_id)
    words = shown_to_others(found[1]) if found is not None and found[1] else ""
    if not words:
        return None
    alert, made = _alert(tx, response_id, complaint=complains(words))
    if alert is not None:
        tell_officer(tx, alert, "comment")
    return alert if made else None


def _alert(tx: Transaction, response_id: int, *, complaint: bool) -> tuple[AlertRow | None, bool]:
    """The response's alert, and whether it was made now."""
    present = alert_of_response(tx, response_id)
    row = lock_response(tx, response_id)
    if present is not None or row is None:
        return present, False
    found = low_score(row.answers, low_score_rules(tx.settings), complaint=complaint)
    if found is None:
        return None, False
    made = add_alert(tx, row.id, row.unit_id, row.service_id, found.elements, rounded(found.index))
    return alert_of_response(tx, response_id), made is not None


def agree_to_be_asked(tx: Transaction, person_id: int, name: str) -> bool:
    """From here on the officer may write; False where the rating is not this person's, or the talk is over."""
    alert = own_alert(tx, person_id, name)
    if alert is None or alert.settled_at is not None:
        return False
    if alert.token is None:
        give_consent(tx, person_id, Purpose.RECOVERY)
        open_talk(tx, alert.id, person_id)
        tell_officer(tx, alert, "agreed")
    return True


def own_alert(tx: Transaction, person_id: int, name: str) -> AlertRow | None:
    """The alert of this name (buttons of older releases: number), where the rating behind it was given by this person."""
    for alert in alerts_of_pseudonym(tx, who_is(tx, person_id)):
        if name in (name_of_alert(tx, alert.id), str(alert.id)):
            return lock_alert(tx, alert.id)
    return None


def recovery_topic(tx: Transaction, alert_id: int) -> str:
    """What messages to the staff about an alert are known by."""
    return f"recovery:{name_of_alert(tx, alert_id)}"


def tell_officer(tx: Transaction, alert: AlertRow, what: str, entry: int | None = None) -> None:
    """The officer who has it in hand, else who is on duty. `what` as in `LowScoreTold`."""
    for person_id in who_is_told(tx, alert.unit_id, alert.officer_id):
        notice = LowScoreTold(alert.id, what, entry)
        tell(tx, person_id, notice, subject=recovery_topic(tx, alert.id), blurred=True)
