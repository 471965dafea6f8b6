"""The ratings of a unit and period as the official report prints them, and what the unit promised."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from feedbackbot.storage.reports.tables import improvement
from feedbackbot.storage.survey.tables import imported_answer, response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import service

AnswerRow = Row[Any]
"""The columns of `response`, with `service_name` (None where none was named) and `timed` (None unless it came from a sheet)."""
PromiseRow = Row[Any]
"""`element`, `measure`, `started_on` (None before it began), `opened_at`."""


def answers_between(tx: Transaction, unit_id: int, first: date, last: date) -> Sequence[AnswerRow]:
    """Submitted ratings, oldest day first; both days count."""
    return tx.run(
        select(response, service.c.name.label("service_name"), imported_answer.c.timed)
        .outerjoin(service, service.c.id == response.c.service_id)
        .outerjoin(imported_answer, imported_answer.c.response_id == response.c.id)
        .where(
            response.c.unit_id == unit_id,
            response.c.day.between(first, last),
            response.c.submitted_at.is_not(None),
        )
        .order_by(response.c.day, response.c.id)
    ).all()


def promises_of(tx: Transaction, unit_id: int) -> Sequence[PromiseRow]:
    """Improvement cases of the unit that name a measure, oldest first."""
    return tx.run(
        select(
            improvement.c.element, improvement.c.measure, improvement.c.started_on, improvement.c.opened_at
        )
        .where(improvement.c.unit_id == unit_id, improvement.c.measure.is_not(None))
        .order_by(improvement.c.id)
    ).all()
