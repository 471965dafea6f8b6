"""Ratings of two names that turn out to be one person's."""

import secrets
from datetime import datetime

from sqlalchemy import delete, select, update

from feedbackbot.domain.survey.pseudonym import LENGTH
from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.survey.responses import RESPONSE_COLUMNS, ResponseRow, read_response
from feedbackbot.storage.survey.tables import respondent, response
from feedbackbot.storage.transaction import Transaction


def rename_ratings(tx: Transaction, old: str, new: str) -> None:
    """All ratings of the one name are the other's; what the one said about himself is forgotten."""
    tx.run(update(response).where(response.c.pseudonym == old).values(pseudonym=new))
    tx.run(delete(respondent).where(respondent.c.pseudonym == old))


def ratings_since(tx: Transaction, who: str, since: datetime) -> list[ResponseRow]:
    """Of every unit, submitted after `since`; the newest first."""
    found = select(*RESPONSE_COLUMNS).where(response.c.pseudonym == who, response.c.submitted_at >= since)
    newest_first = found.order_by(response.c.submitted_at.desc(), response.c.id.desc())
    return [read_response(row) for row in tx.run(newest_first)]


def take_out(tx: Transaction, response_id: int) -> None:
    """It counts no more. One that an officer was told of stays under a name of chance, not submitted, for as long as those that were left
    half-way do: the talk about it goes on."""
    mine = response.c.id == response_id
    told = select(low_score_alert.c.id).where(low_score_alert.c.response_id == response_id)
    if tx.run(told).first() is None:
        tx.run(delete(response).where(mine))
    else:
        chance = secrets.token_hex(LENGTH // 2)
        tx.run(update(response).where(mine).values(pseudonym=chance, submitted_at=None, day=None))
