"""What is left of cases and talks once nobody may be tied to them any more."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.cases.tables import case_file, timeline_entry, timeline_file, tip
from feedbackbot.storage.cases.talks import end_talks
from feedbackbot.storage.transaction import Transaction

# what a case still says for the counts once nobody is tied to it
BLANK_CASE: dict[str, Any] = {
    "person_id": None,
    "words": None,
    "happened": "",
    "place": "",
    "latitude": None,
    "longitude": None,
    "told_name": None,
    # a hash of the words: whoever has a guess could check it
    "fingerprint": "",
    # leads to a page that shows the words
    "lapor_number": "",
}


def blank_cases(tx: Transaction, condition: ColumnElement[bool]) -> int:
    """Words, files, place and citizen go; kind, unit, times and state stay. Returns how many cases."""
    ids = list(tx.run(select(case_file.c.id).where(condition)).scalars())
    _blank_timeline(tx, timeline_entry.c.case_id.in_(ids))
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        tx.run(update(case_file).where(case_file.c.id.in_(part)).values(**BLANK_CASE))
    return len(ids)


def delete_tips(tx: Transaction, condition: ColumnElement[bool]) -> int:
    """With all that was told, said and sent. Returns how many."""
    ids = list(tx.run(select(tip.c.id).where(condition)).scalars())
    entries = select(timeline_entry.c.id).where(timeline_entry.c.tip_id.in_(ids))
    tx.run(delete(timeline_file).where(timeline_file.c.entry_id.in_(entries)))
    tx.run(delete(timeline_entry).where(timeline_entry.c.tip_id.in_(ids)))
    tx.run(delete(tip).where(tip.c.id.in_(ids)))
    return len(ids)


def blank_recoveries(tx: Transaction, condition: ColumnElement[bool]) -> int:
    """What was written goes, and whom it was written with. Returns how many."""
    ids = list(tx.run(select(low_score_alert.c.id).where(condition)).scalars())
    _blank_timeline(tx, timeline_entry.c.alert_id.in_(ids))
    end_talks(tx, ids)
    return len(ids)


def blank_recoveries_of(tx: Transaction, alert_ids: Sequence[int]) -> int:
    """The talks of these alerts. Returns how many."""
    return blank_recoveries(tx, low_score_alert.c.id.in_(list(alert_ids))) if alert_ids else 0


def _blank_timeline(tx: Transaction, condition: ColumnElement[bool]) -> None:
    entries = select(timeline_entry.c.id).where(condition)
    tx.run(delete(timeline_file).where(timeline_file.c.entry_id.in_(entries)))
    tx.run(update(timeline_entry).where(condition).values(words=""))
