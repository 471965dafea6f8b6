"""Officer and citizen write to each other after a low score; afterwards the citizen may say whether it is better."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.notices import TalkSettled, TalkTold
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.subject import read_subject
from feedbackbot.domain.survey.elements import HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.storage.cases.recoveries import (
    AlertRow,
    find_alert,
    keep_second_rating,
    lock_alert,
    newest_alerts,
    pseudonym_and_comment,
    second_ratings,
    set_alert,
    unsettled_alerts,
)
from feedbackbot.storage.cases.talks import (
    alerts_of_person,
    bridge_of,
    end_talks,
    name_of_alert,
    person_of_talk,
)
from feedbackbot.storage.cases.timeline import Entry, KeptFile, add_entry, timeline_of_alert
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.pipeline.outbox_subjects import last_reached
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import services_of
from feedbackbot.usecases.cases.alert_officer import recovery_topic, tell_officer
from feedbackbot.usecases.cases.send_files import pass_on
from feedbackbot.usecases.cases.staff import desk_units, role_at
from feedbackbot.usecases.cases.what_is_told import unit_name

__all__ = ["AlertRow", "AlertView", "Entry", "KeptFile"]

TALK = "talk"
_ANSWERED_WITHIN = timedelta(days=60)
_WAITS_FOR = timedelta(days=14)
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


def low_scores_waiting(tx: Transaction, person_id: int) -> list[AlertRow]:
    """On the person's desk, of the last days, that nobody called settled; newest first."""
    return unsettled_alerts(tx, desk_units(tx, person_id), tx.now - _WAITS_FOR)


def officer_view(tx: Transaction, person_id: int, alert_id: int) -> AlertView:
    """Raises `CaseRefusal` for whoever is not of the unit."""
    return _view(tx, _for_staff(tx, person_id, alert_id))


def officer_writes(
    tx: Transaction,
    person_id: int,
    alert_id: int,
    words: str,
    files: Sequence[KeptFile],
) -> None:
    """To a citizen who agreed. Raises `CaseRefusal`."""
    alert = _for_staff(tx, person_id, alert_id)
    citizen = person_of_talk(tx, alert.token)
    if citizen is None or alert.token is None or alert.settled_at is not None:
        raise CaseRefusal("recovery-not-agreed" if citizen is None else "case-not-now")
    words = shown_to_others(words)
    add_entry(
        tx, alert_id=alert.id, actor=_OFFICER, staff_id=person_id, action="write", words=words, files=files
    )
    set_alert(tx, alert.id, officer_id=person_id, answered_at=alert.answered_at or full_hour(tx.now))
    record(tx, person_id, "recovery-written", recovery_topic(tx, alert.id))
    bridge = bridge_of(tx, alert.token)
    subject = _talk_topic(bridge)
    tell(tx, citizen, TalkTold(alert.unit_id, bridge, words), subject=subject, blurred=True)
    pass_on(tx, citizen, unit_name(tx, alert.unit_id), files, subject, blurred=True)


def citizen_writes(
    tx: Transaction,
    person_id: int,
    talk: str,
    words: str,
    files: Sequence[KeptFile],
) -> None:
    """By whoever gave the rating and agreed. Raises `CaseRefusal`."""
    alert = open_for_citizen(tx, person_id, talk)
    words = shown_to_others(words)
    entry = add_entry(tx, alert_id=alert.id, actor=_CITIZEN, action="write", words=words, files=files)
    tell_officer(tx, alert, "citizen-writes", entry)
    if alert.officer_id is not None:
        about, subject = unit_name(tx, alert.unit_id), recovery_topic(tx, alert.id)
        pass_on(tx, alert.officer_id, about, files, subject, blurred=True)


def alert_of_citizen(tx: Transaction, person_id: int, talk: str) -> AlertRow | None:
    """The alert behind a talk of this person, by the bridge's name or (in messages of older releases) the alert's number."""
    mine = alerts_of_person(tx, person_id)
    alert_id = mine.get(talk) or (int(talk) if talk.isdecimal() and int(talk) in mine.values() else None)
    return find_alert(tx, alert_id) if alert_id is not None else None


@dataclass(frozen=True, slots=True)
class OpenTalk:
    """A talk in which the officer had the last word, which reached the citizen at `asked_at`. `settled`: the officer says that it is."""

    name: str
    unit: str
    asked_at: datetime
    settled: bool


def open_talks(tx: Transaction, person_id: int) -> list[OpenTalk]:
    """What waits for this person's answer."""
    found = []
    for name, alert_id in alerts_of_person(tx, person_id).items():
        alert, said = find_alert(tx, alert_id), timeline_of_alert(tx, alert_id)
        asked_at = last_reached(tx, _talk_topic(name), person_id)
        if alert and asked_at and said and said[-1].actor == _OFFICER:
            found.append(OpenTalk(name, unit_name(tx, alert.unit_id), asked_at, alert.settled_at is not None))
    return found


def open_for_citizen(tx: Transaction, person_id: int, talk: str) -> AlertRow:
    """The talk, where this person agreed to it and it is not over. Raises `CaseRefusal`."""
    own = alert_of_citizen(tx, person_id, talk)
    alert = lock_alert(tx, own.id) if own is not None else None
    if alert is None:
        raise CaseRefusal("case-unknown")
    if alert.settled_at is not None:
        raise CaseRefusal("case-not-now")
    return alert


def settle(tx: Transaction, person_id: int, alert_id: int) -> None:
    """The officer is done; the citizen who agreed is asked whether it is better now. Raises `CaseRefusal`."""
    alert = _for_staff(tx, person_id, alert_id)
    if alert.settled_at is not None:
        raise CaseRefusal("case-not-now")
    set_alert(tx, alert.id, settled_at=full_hour(tx.now), officer_id=alert.officer_id or person_id)
    add_entry(tx, alert_id=alert.id, actor=_OFFICER, staff_id=person_id, action="settle")
    record(tx, person_id, "recovery-settled", recovery_topic(tx, alert.id))
    citizen = person_of_talk(tx, alert.token)
    if citizen is None or alert.token is None:
        return
    bridge = bridge_of(tx, alert.token)
    tell(tx, citizen, TalkSettled(alert.unit_id, bridge), subject=_talk_topic(bridge), blurred=True)


def next_to_rate_again(tx: Transaction, person_id: int, talk: str) -> tuple[AlertRow, str | None]:
    """The first low element without a second answer; None where all have one. Raises `CaseRefusal`."""
    alert = alert_of_citizen(tx, person_id, talk)
    if alert is None or alert.settled_at is None:
        raise CaseRefusal("case-unknown")
    given = second_ratings(tx, alert.id)
    return alert, next((element for element in alert.elements if element not in given), None)


def rate_again(tx: Transaction, person_id: int, talk: str, element: str, answer: int) -> str | None:
    """Kept beside the first answer; the index stays as it is. Returns the next element; with the last one the talk is over, and nothing
    leads to the person any more. Raises `CaseRefusal`."""
    alert, _ = next_to_rate_again(tx, person_id, talk)
    if element not in alert.elements or not LOWEST_ANSWER <= answer <= HIGHEST_ANSWER:
        raise CaseRefusal("case-score-range")
    keep_second_rating(tx, alert.id, element, answer)
    _, missing = next_to_rate_again(tx, person_id, talk)
    if missing is None:
        end_talks(tx, [alert.id])
    return missing


def alert_of_message(tx: Transaction, person_id: int, subject: str) -> int | None:
    """Which alert a message to the staff was about: one of the own units', of the last weeks."""
    about = read_subject(subject)
    if about.kind != "recovery":
        return None
    if about.number is not None:  # of an older release
        return about.number
    newest = newest_alerts(tx, desk_units(tx, person_id), tx.now - _ANSWERED_WITHIN)
    return next((one for one in newest if name_of_alert(tx, one) == about.name), None)


def _talk_topic(bridge: str) -> str:
    return f"{TALK}:{bridge}"


def _for_staff(tx: Transaction, person_id: int, alert_id: int) -> AlertRow:
    alert = lock_alert(tx, alert_id)
    if alert is None or role_at(tx, person_id, alert.unit_id) is None:
        raise CaseRefusal("case-unknown")
    return alert


def _view(tx: Transaction, alert: AlertRow) -> AlertView:
    found = pseudonym_and_comment(tx, alert.response_id)
    services = {one.id: one.name for one in services_of(tx, alert.unit_id)}
    return AlertView(
        replace(alert, token=None),
        unit_name(tx, alert.unit_id),
        services.get(alert.service_id or 0, ""),
        shown_to_others((found[1] or "") if found else ""),
        alert.token is not None and alert.settled_at is None,
        timeline_of_alert(tx, alert.id),
        second_ratings(tx, alert.id),
    )
