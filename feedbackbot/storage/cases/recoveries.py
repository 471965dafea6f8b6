"""Alerts of low scores, and what became of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from feedbackbot.domain.calendar import full_hour
from feedbackbot.storage.cases.recovery_tables import low_score_alert, second_rating
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert. `token` is None unless the citizen agreed to be asked and the talk is not over; `elements` are the keys answered
    lowest. Moments are to the hour."""

    id: int
    response_id: int
    unit_id: int
    service_id: int | None
    elements: tuple[str, ...]
    ikm: Decimal
    at: datetime
    token: str | None
    officer_id: int | None
    answered_at: datetime | None
    settled_at: datetime | None


# asked for each rating that counts, and nearly always in vain
_ANY_ALERT = Prepared(
    select(low_score_alert.c.id).where(low_score_alert.c.response_id == bindparam("response"))
)
_WORDS = Prepared(select(response.c.pseudonym, response.c.comment).where(response.c.id == bindparam("row")))


def add_alert(
    tx: Transaction,
    response_id: int,
    unit_id: int,
    service_id: int | None,
    elements: tuple[str, ...],
    ikm: Decimal,
) -> int | None:
    """Returns its id; None where the response has one already."""
    values = {
        "response_id": response_id,
        "unit_id": unit_id,
        "service_id": service_id,
        "elements": ",".join(elements),
        "ikm": ikm,
        "at": full_hour(tx.now),
    }
    statement = upsert(tx, low_score_alert).values(**values)
    return tx.run(
        statement.on_conflict_do_nothing(index_elements=["response_id"]).returning(low_score_alert.c.id)
    ).scalar_one_or_none()


def lock_alert(tx: Transaction, alert_id: int) -> AlertRow | None:
    row = tx.run(
        select(low_score_alert).where(low_score_alert.c.id == alert_id).with_for_update()
    ).one_or_none()
    return _read(row) if row else None


def find_alert(tx: Transaction, alert_id: int) -> AlertRow | None:
    row = tx.run(select(low_score_alert).where(low_score_alert.c.id == alert_id)).one_or_none()
    return _read(row) if row else None


def alerts_of_pseudonym(tx: Transaction, who: str) -> list[AlertRow]:
    """Of ratings given under this name, newest first."""
    mine = select(low_score_alert).join(response).where(response.c.pseudonym == who)
    return [_read(row) for row in tx.run(mine.order_by(low_score_alert.c.id.desc()))]


def newest_alerts(tx: Transaction, units: Collection[int] | None, since: datetime) -> list[int]:
    """Ids of alerts of these units; None: of all."""
    statement = select(low_score_alert.c.id).where(low_score_alert.c.at >= since)
    if units is not None:
        statement = statement.where(low_score_alert.c.unit_id.in_(list(units)))
    return list(tx.run(statement.order_by(low_score_alert.c.id.desc())).scalars())


def unsettled_alerts(tx: Transaction, units: Collection[int] | None, since: datetime) -> list[AlertRow]:
    """Of these units (None: of all) that nobody called settled, newest first."""
    waiting = (low_score_alert.c.at >= since) & low_score_alert.c.settled_at.is_(None)
    if units is not None:
        waiting &= low_score_alert.c.unit_id.in_(list(units))
    statement = select(low_score_alert).where(waiting).order_by(low_score_alert.c.id.desc())
    return [_read(row) for row in tx.run(statement)]


def alert_of_response(tx: Transaction, response_id: int) -> AlertRow | None:
    if _ANY_ALERT.first(tx, {"response": response_id}) is None:
        return None
    row = tx.run(select(low_score_alert).where(low_score_alert.c.response_id == response_id)).one_or_none()
    return _read(row) if row else None


def set_alert(tx: Transaction, alert_id: int, **values: Any) -> None:
    tx.run(update(low_score_alert).where(low_score_alert.c.id == alert_id).values(**values))


def pseudonym_and_comment(tx: Transaction, response_id: int) -> tuple[str, str | None] | None:
    """Of a rating that is there."""
    row = _WORDS.first(tx, {"row": response_id})
    return (row[0], row[1]) if row else None


def keep_second_rating(tx: Transaction, alert_id: int, element: str, answer: int) -> None:
    """The newest word counts; the index never sees it."""
    values = {"alert_id": alert_id, "element": element, "answer": answer, "at": full_hour(tx.now)}
    statement = upsert(tx, second_rating).values(**values)
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["alert_id", "element"], set_={"answer": answer, "at": full_hour(tx.now)}
        )
    )


def second_ratings(tx: Transaction, alert_id: int) -> dict[str, int]:
    rows = tx.run(
        select(second_rating.c.element, second_rating.c.answer).where(second_rating.c.alert_id == alert_id)
    )
    return {row.element: row.answer for row in rows}


def _read(row: Row[Any]) -> AlertRow:
    return AlertRow(
        row.id,
        row.response_id,
        row.unit_id,
        row.service_id,
        tuple(row.elements.split(",")),
        row.ikm,
        row.at,
        row.talk_token,
        row.officer_id,
        row.answered_at,
        row.settled_at,
    )
