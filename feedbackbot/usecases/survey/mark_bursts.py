"""Mark ratings of a unit that came in more densely than people can."""

from datetime import timedelta
from itertools import groupby

from sqlalchemy import select

from feedbackbot.clock import CITY_ZONE
from feedbackbot.domain.survey.quality import Flag, burst_members, flags_text, read_flags
from feedbackbot.storage.survey.daily_totals import add_to_day, take_from_day
from feedbackbot.storage.survey.responses import lock_response, set_response
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.count_sheet_rows import CHANNEL as SHEET

_LOOK_BACK_DAYS = 1


def mark_bursts(tx: Transaction) -> dict[str, int]:
    """Of today and yesterday; earlier ones were looked at then. Nothing is dropped: the mark moves a rating to the marked totals."""
    today = tx.now.astimezone(CITY_ZONE).date()
    rows = tx.run(
        select(response.c.id, response.c.unit_id, response.c.submitted_at, response.c.flags)
        .where(
            response.c.day >= today - timedelta(days=_LOOK_BACK_DAYS),
            response.c.submitted_at.is_not(None),
            # a sheet tells the day only, so all its moments are the same
            response.c.channel != SHEET,
        )
        .order_by(response.c.unit_id)
    ).all()
    marked = 0
    for _, group in groupby(rows, key=lambda row: row.unit_id):
        of_unit = list(group)
        members = burst_members([row.submitted_at for row in of_unit])
        marked += sum(
            _mark(tx, of_unit[place].id)
            for place in sorted(members)
            if Flag.BURST not in read_flags(of_unit[place].flags)
        )
    return {"marked": marked}


def _mark(tx: Transaction, response_id: int) -> bool:
    row = lock_response(tx, response_id)
    if row is None or row.day is None or Flag.BURST in read_flags(row.flags):
        return False
    set_response(tx, row.id, {"flags": flags_text(read_flags(row.flags) | {Flag.BURST})})
    if not row.flags:
        take_from_day(tx, row, row.day, flagged=False)
        add_to_day(tx, row, row.day, flagged=True)
    return True
