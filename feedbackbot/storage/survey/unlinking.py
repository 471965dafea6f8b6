"""Cutting every tie between a pseudonym and the ratings under it."""

import secrets
from datetime import date

from sqlalchemy import delete, select, update

from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.domain.survey.pseudonym import LENGTH
from feedbackbot.storage.survey.changed_days import days_changed, forget_parts
from feedbackbot.storage.survey.tables import respondent, response
from feedbackbot.storage.transaction import Transaction


def unlink_responses(tx: Transaction, who: str) -> list[tuple[int, date]]:
    """Each submitted rating goes under a name of chance of its own, without profile and words: not even the ratings are tied to each
    other. What was left half-way is deleted, and so is what the person said once about himself, also from the totals by profile. Returns
    unit and day of those that stay."""
    tx.run(delete(response).where(response.c.pseudonym == who, response.c.submitted_at.is_(None)))
    tx.run(delete(respondent).where(respondent.c.pseudonym == who))
    rows = tx.run(
        select(response.c.id, response.c.unit_id, response.c.day).where(response.c.pseudonym == who)
    ).all()
    for row in rows:
        tx.run(
            update(response)
            .where(response.c.id == row.id)
            .values(pseudonym=secrets.token_hex(LENGTH // 2), comment=None, **dict.fromkeys(PROFILE_KEYS))
        )
    places = [(row.unit_id, row.day) for row in rows]
    days_changed(tx, places)
    forget_parts(tx, places)
    return places
