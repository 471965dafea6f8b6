"""A visit that was finished, and the receipt that invites to rate it: good once, for some days."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.survey.visit import counter_of_visit
from feedbackbot.domain.visits.contact import ContactKind
from feedbackbot.domain.visits.receipt import receipt_name, receipt_token
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import counter_of, services_of
from feedbackbot.storage.visits.api_keys import ApiKey
from feedbackbot.storage.visits.service_visits import (
    VisitRow,
    add_visit,
    free_visit,
    use_visit,
    visit_by_name,
    visits_today,
)
from feedbackbot.usecases.survey.rate_unit import came_by
from feedbackbot.usecases.visits.invited_people import invite_known


class VisitRefused(Exception):
    """`problem` is one of those that the programming interface lists: an application reads it, not a person."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class VisitTold:
    """What an application says: codes of service and counter ("" where it does not say), when the service was finished, and by which
    number or code the person may be known (as `normal_contact` writes it)."""

    service: str
    counter: str
    at: datetime
    contact: tuple[ContactKind, str] | None = None


@dataclass(frozen=True, slots=True)
class VisitKept:
    """`token` is "" where chance did not choose the visit to be invited; `again`: it had been told before."""

    token: str
    expires_at: datetime
    again: bool


def tell_visit(tx: Transaction, key: ApiKey, told: VisitTold, request: str) -> VisitKept:
    """`request` is the application's own name of the request ("" for none): told again it is the same visit. Raises VisitRefused:
    "api-no-service", "api-no-counter", "api-too-many", "api-other-request"."""
    service_id = _service_id(tx, key, told.service)
    if told.counter and counter_of(tx, key.unit_id, told.counter) is None:
        raise VisitRefused("api-no-counter")
    secret = tx.settings.require_key()
    token = receipt_token(secret, key.id, request or secrets.token_hex(16))
    name = receipt_name(secret, token)
    words = f"{told.service}/{told.counter}/{told.at.isoformat()}"
    said = hashlib.sha256(words.encode()).hexdigest()[:32]
    if (before := visit_by_name(tx, name)) is not None:
        return _told_again(before, said, token)
    if visits_today(tx, key.id, city_day(tx.now)) >= tx.settings.api_visits_per_day:
        raise VisitRefused("api-too-many")
    row = {
        "api_key_id": key.id, "unit_id": key.unit_id, "service_id": service_id, "counter": told.counter,
        "day": city_day(tx.now), "name": name, "said": said,
        "invited": secrets.randbelow(100) < key.share,
        "expires_at": tx.now + timedelta(days=tx.settings.receipt_days),
    }  # fmt: skip
    made = add_visit(tx, row)
    kept = visit_by_name(tx, name)
    if kept is None:
        raise RuntimeError("a visit was kept, and is not there")
    if not made:
        return _told_again(kept, said, token)
    if kept.invited and told.contact is not None:
        invite_known(tx, kept, token, *told.contact)
    return VisitKept(_shown(kept, token), kept.expires_at, again=False)


def open_receipt(tx: Transaction, token: str) -> VisitRow | None:
    """The visit of a receipt, also one that is used or over (`is_good`); None for a token that is none."""
    row = visit_by_name(tx, receipt_name(tx.settings.require_key(), token))
    return row if row is not None and row.invited else None


def is_good(tx: Transaction, visit: VisitRow) -> bool:
    """Whether a rating can still come of it."""
    return not visit.used and visit.expires_at > tx.now


def use_receipt(tx: Transaction, token: str) -> bool:
    """Whether it was good until now; from here on it is not."""
    return use_visit(tx, receipt_name(tx.settings.require_key(), token))


def leave_receipt_open(tx: Transaction, token: str, response_id: int, visit: str | None) -> None:
    """What `use_receipt` did in this unit of work is undone: half a rating uses no receipt, so that whoever opens it can finish. Until
    then the half one came by the counter alone."""
    free_visit(tx, receipt_name(tx.settings.require_key(), token))
    came_by(tx, response_id, counter_of_visit(visit))


def _told_again(before: VisitRow, said: str, token: str) -> VisitKept:
    if before.said != said:
        raise VisitRefused("api-other-request")
    return VisitKept(_shown(before, token), before.expires_at, again=True)


def _shown(visit: VisitRow, token: str) -> str:
    return token if visit.invited else ""


def _service_id(tx: Transaction, key: ApiKey, code: str) -> int | None:
    found = {one.code: one.id for one in services_of(tx, key.unit_id)}
    if code and code not in found:
        raise VisitRefused("api-no-service")
    return found.get(code)
