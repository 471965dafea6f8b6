"""Officer and citizen write to each other after a low score; afterwards the citizen may say whether it is better."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feedbackbot.delivery.notify import Translate, notify
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.words import quoted, shown_to_others
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.survey.elements import HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.cases.recoveries import (
    AlertRow,
    find_alert,
    keep_second_rating,
    lock_alert,
    pseudonym_and_comment,
    second_ratings,
    set_alert,
)
from feedbackbot.storage.cases.timeline import Entry, KeptFile, add_entry, timeline_of_alert
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import services_of, unit_by_id
from feedbackbot.usecases.cases.alert_officer import tell_officer
from feedbackbot.usecases.cases.send_files import pass_on
from feedbackbot.usecases.cases.staff import role_at

__all__ = ["AlertRow", "AlertView", "Entry", "KeptFile"]

CITIZEN_DOOR, AGAIN_DOOR = "tanggapan", "lebihbaik"
_OFFICER, _CITIZEN = "officer", "citizen"


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert as an officer sees it: `may_write` says whether the citizen agreed to be asked, never who it is."""

    alert: AlertRow
    unit: str
    service: str
    comment: str
    may_write: bool
    timeline: list[Entry]
    second: dict[str, int]


def officer_view(tx: Transaction, person_id: int, alert_id: int) -> AlertView:
    """Raises `CaseRefusal` for whoever is not of the unit."""
    return _view(tx, _for_staff(tx, person_id, alert_id))


def officer_writes(
    tx: Transaction,
    catalogue: Catalogue,
    person_id: int,
    alert_id: int,
    words: str,
    files: Sequence[KeptFile],
) -> None:
    """To a citizen who agreed. Raises `CaseRefusal`."""
    alert = _for_staff(tx, person_id, alert_id)
    if alert.person_id is None or alert.settled_at is not None:
        raise CaseRefusal("recovery-not-agreed" if alert.person_id is None else "case-not-now")
    words = shown_to_others(words)
    add_entry(
        tx, alert_id=alert.id, actor=_OFFICER, staff_id=person_id, action="write", words=words, files=files
    )
    set_alert(tx, alert.id, officer_id=person_id, answered_at=alert.answered_at or tx.now)
    record(tx, person_id, "recovery-written", f"recovery:{alert.id}")
    unit = _unit_name(tx, alert)

    def write(t: Translate) -> Message:
        text = t("recovery-told", unit=unit)
        shown = f"{text}\n\n{quoted(words)}" if words else text
        return Message(shown, (Choice(str(alert.id), t("case-reply"), door=CITIZEN_DOOR),))

    notify(tx, catalogue, alert.person_id, Kind.CASE_UPDATE, write, topic=f"recovery:{alert.id}")
    pass_on(tx, catalogue, alert.person_id, unit, files, f"recovery:{alert.id}")


def citizen_writes(
    tx: Transaction,
    catalogue: Catalogue,
    person_id: int,
    alert_id: int,
    words: str,
    files: Sequence[KeptFile],
) -> None:
    """By whoever gave the rating and agreed. Raises `CaseRefusal`."""
    alert = open_for_citizen(tx, person_id, alert_id)
    words = shown_to_others(words)
    add_entry(tx, alert_id=alert.id, actor=_CITIZEN, action="write", words=words, files=files)
    tell_officer(tx, catalogue, alert, "recovery-citizen-writes", words=words)
    if alert.officer_id is not None:
        pass_on(tx, catalogue, alert.officer_id, _unit_name(tx, alert), files, f"recovery:{alert.id}")


def alert_of_citizen(tx: Transaction, person_id: int, alert_id: int) -> AlertRow | None:
    """The alert where this person gave the rating and agreed to be asked."""
    alert = find_alert(tx, alert_id)
    return alert if alert is not None and alert.person_id == person_id else None


def open_for_citizen(tx: Transaction, person_id: int, alert_id: int) -> AlertRow:
    """The talk, where this person agreed to it and it is not over. Raises `CaseRefusal`."""
    alert = lock_alert(tx, alert_id)
    if alert is None or alert.person_id != person_id:
        raise CaseRefusal("case-unknown")
    if alert.settled_at is not None:
        raise CaseRefusal("case-not-now")
    return alert


def settle(tx: Transaction, catalogue: Catalogue, person_id: int, alert_id: int) -> None:
    """The officer is done; the citizen who agreed is asked whether it is better now. Raises `CaseRefusal`."""
    alert = _for_staff(tx, person_id, alert_id)
    if alert.settled_at is not None:
        raise CaseRefusal("case-not-now")
    set_alert(tx, alert.id, settled_at=tx.now, officer_id=alert.officer_id or person_id)
    add_entry(tx, alert_id=alert.id, actor=_OFFICER, staff_id=person_id, action="settle")
    record(tx, person_id, "recovery-settled", f"recovery:{alert.id}")
    if alert.person_id is None:
        return
    unit = _unit_name(tx, alert)

    def write(t: Translate) -> Message:
        again = Choice(str(alert.id), t("recovery-rate-again"), door=AGAIN_DOOR)
        return Message(t("recovery-settled-told", unit=unit), (again,))

    notify(tx, catalogue, alert.person_id, Kind.CASE_UPDATE, write, topic=f"recovery:{alert.id}")


def next_to_rate_again(tx: Transaction, person_id: int, alert_id: int) -> tuple[AlertRow, str | None]:
    """The first low element without a second answer; None where all have one. Raises `CaseRefusal`."""
    alert = find_alert(tx, alert_id)
    if alert is None or alert.person_id != person_id or alert.settled_at is None:
        raise CaseRefusal("case-unknown")
    given = second_ratings(tx, alert.id)
    return alert, next((element for element in alert.elements if element not in given), None)


def rate_again(tx: Transaction, person_id: int, alert_id: int, element: str, answer: int) -> None:
    """Kept beside the first answer; the index stays as it is. Raises `CaseRefusal`."""
    alert, _ = next_to_rate_again(tx, person_id, alert_id)
    if element not in alert.elements or not LOWEST_ANSWER <= answer <= HIGHEST_ANSWER:
        raise CaseRefusal("case-score-range")
    keep_second_rating(tx, alert.id, element, answer)


def _for_staff(tx: Transaction, person_id: int, alert_id: int) -> AlertRow:
    alert = lock_alert(tx, alert_id)
    if alert is None or role_at(tx, person_id, alert.unit_id) is None:
        raise CaseRefusal("case-unknown")
    return alert


def _view(tx: Transaction, alert: AlertRow) -> AlertView:
    found = pseudonym_and_comment(tx, alert.response_id)
    services = {one.id: one.name for one in services_of(tx, alert.unit_id)}
    return AlertView(
        replace(alert, person_id=None),
        _unit_name(tx, alert),
        services.get(alert.service_id or 0, ""),
        shown_to_others((found[1] or "") if found else ""),
        alert.person_id is not None and alert.settled_at is None,
        timeline_of_alert(tx, alert.id),
        second_ratings(tx, alert.id),
    )


def _unit_name(tx: Transaction, alert: AlertRow) -> str:
    unit = unit_by_id(tx, alert.unit_id)
    return unit.short_name if unit else "–"
