"""Take in answers that were collected on paper or by another program."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.survey.pseudonym import LENGTH
from feedbackbot.domain.survey.quality import flags_of, flags_text
from feedbackbot.storage.survey.daily_totals import add_to_day
from feedbackbot.storage.survey.responses import add_response, lock_response, pseudonyms_of_unit, set_response
from feedbackbot.storage.transaction import Transaction

CHANNEL = "sheet"
_MIDDAY = time(12, 0)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many ratings are new, and how many the same file had brought before."""

    new: int
    known: int


def import_answers(
    tx: Transaction, unit_id: int, day: date, rows: Mapping[int, Mapping[str, int]], file: bytes
) -> Imported:
    """Count each row as a rating of that day. Rows are known by the file's content and their number, so the same file changes nothing the
    second time; nobody can be found behind them."""
    digest = hashlib.sha256(file).hexdigest()
    before = pseudonyms_of_unit(tx, unit_id, CHANNEL)
    new = 0
    for number, answers in rows.items():
        who = hashlib.sha256(f"sheet:{digest}:{number}".encode()).hexdigest()[:LENGTH]
        if who in before:
            continue
        _count(tx, unit_id, day, who, answers)
        new += 1
    return Imported(new, len(rows) - new)


def _count(tx: Transaction, unit_id: int, day: date, who: str, answers: Mapping[str, int]) -> None:
    response_id = add_response(
        tx, who=who, unit_id=unit_id, service_id=None, channel=CHANNEL, visit=None, answers=answers
    )
    flags = flags_of(answers)
    moment = at_city(day, _MIDDAY)
    set_response(
        tx,
        response_id,
        {"started_at": moment, "submitted_at": moment, "day": day, "flags": flags_text(flags)},
    )
    row = lock_response(tx, response_id)
    assert row is not None, "it was just made"  # noqa: S101
    add_to_day(tx, row, day, flagged=bool(flags))
