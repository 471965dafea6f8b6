"""What respondents wrote about a unit."""

from datetime import date

from sqlalchemy import select

from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction


def newest_comments_of(tx: Transaction, unit_id: int, first: date, last: date, most: int) -> list[str]:
    """Newest first; both days count."""
    of_unit = (response.c.unit_id == unit_id) & response.c.day.between(first, last)
    found = select(response.c.comment).where(of_unit, response.c.comment.is_not(None))
    return list(tx.run(found.order_by(response.c.id.desc()).limit(most)).scalars())


def longest_comment(tx: Transaction, unit_id: int, first: date, last: date) -> str:
    """Of the ratings that carry no flag; "" where nobody wrote anything."""
    of_unit = (response.c.unit_id == unit_id) & response.c.day.between(first, last)
    texts = tx.run(
        select(response.c.comment).where(of_unit, response.c.comment.is_not(None), response.c.flags == "")
    ).scalars()
    return max(texts, key=len, default="")
