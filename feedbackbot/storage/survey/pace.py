"""How fast ratings of a unit come in, and marking those of an hour. Answers from sheets and sample data have no times of their own."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, update

from feedbackbot.domain.survey.quality import Flag, flags_text, read_flags
from feedbackbot.storage.survey.daily_totals import move_to_marked
from feedbackbot.storage.survey.responses import RESPONSE_COLUMNS, ResponseRow, read_response
from feedbackbot.storage.survey.tables import daily_total, response
from feedbackbot.storage.transaction import Transaction

SHEET_CHANNEL = "sheet"
_HOUR = timedelta(hours=1)
_IN_TIME = and_(
    response.c.submitted_at.is_not(None), response.c.channel != SHEET_CHANNEL, response.c.sample.is_(False)
)


def ratings_by_unit(tx: Transaction, since: date) -> dict[int, int]:
    """How many ratings count for each unit from that day on."""
    found = select(daily_total.c.unit_id, func.sum(daily_total.c.n)).where(daily_total.c.day >= since)
    rows: list[Any] = list(tx.run(found.group_by(daily_total.c.unit_id)))
    return {row[0]: int(row[1]) for row in rows}


def ratings_by_hour(tx: Transaction, unit_ids: Sequence[int], since: date) -> dict[int, dict[datetime, int]]:
    """By unit, and by the beginning of the hour (UTC)."""
    hour = _hour(tx)
    rows = tx.run(
        select(response.c.unit_id, hour.label("hour"), func.count().label("n"))
        .where(response.c.unit_id.in_(list(unit_ids)), response.c.day >= since, _IN_TIME)
        .group_by(response.c.unit_id, hour)
    )
    found: dict[int, dict[datetime, int]] = {}
    for row in rows:
        moment = row.hour if isinstance(row.hour, datetime) else datetime.fromisoformat(f"{row.hour}:00")
        found.setdefault(row.unit_id, {})[moment.replace(tzinfo=UTC)] = row.n
    return found


def mark_some_of_hour(tx: Transaction, unit_id: int, hour: datetime, most: int) -> int:
    """Mark up to `most` of the unit's ratings of that hour as a burst; how many there were to mark. Their totals follow."""
    last_day = hour.astimezone(UTC).date() + timedelta(days=1)
    rows = [
        read_response(row)
        for row in tx.run(
            select(*RESPONSE_COLUMNS)
            .where(
                response.c.unit_id == unit_id,
                response.c.day.between(last_day - timedelta(days=2), last_day),
                response.c.submitted_at >= hour,
                response.c.submitted_at < hour + _HOUR,
                response.c.flags.not_like(f"%{Flag.BURST.value}%"),
                _IN_TIME,
            )
            .order_by(response.c.id)
            .limit(most)
            .with_for_update()
        )
    ]
    by_flags: dict[str, list[ResponseRow]] = {}
    for row in rows:
        by_flags.setdefault(row.flags, []).append(row)
    for flags, same in by_flags.items():
        marked = flags_text(read_flags(flags) | {Flag.BURST})
        tx.run(update(response).where(response.c.id.in_([row.id for row in same])).values(flags=marked))
    move_to_marked(tx, by_flags.get("", ()))
    return len(rows)


def _hour(tx: Transaction) -> ColumnElement[Any]:
    if tx.on_postgresql:
        return func.date_trunc("hour", func.timezone("UTC", response.c.submitted_at))
    return func.substr(response.c.submitted_at, 1, 13)
