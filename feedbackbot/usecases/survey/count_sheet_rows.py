"""One row of a sheet of answers, counted as a rating of its day or counted no more."""

import hashlib
import hmac
import secrets
from datetime import date, time

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.survey.answer_sheet import AnswerRow
from feedbackbot.domain.survey.pseudonym import LENGTH
from feedbackbot.domain.survey.quality import flags_of, flags_text
from feedbackbot.storage.survey.daily_totals import add_to_day, take_from_day
from feedbackbot.storage.survey.pace import SHEET_CHANNEL as CHANNEL
from feedbackbot.storage.survey.responses import (
    ResponseRow,
    add_response,
    drop_response,
    lock_response,
    set_response,
)
from feedbackbot.storage.transaction import Transaction

_MIDDAY = time(12, 0)  # stands where a sheet does not tell the hour


def count_row(tx: Transaction, unit_id: int, day: date, at: time | None, sheet_row: AnswerRow) -> ResponseRow:
    """A rating of its own, under a pseudonym that stands for nobody."""
    response_id = add_response(
        tx,
        who=secrets.token_hex(LENGTH // 2),
        unit_id=unit_id,
        service_id=None,
        channel=CHANNEL,
        visit=None,
        answers=sheet_row.answers,
    )
    flags = flags_of(sheet_row.answers)
    moment = at_city(day, at or _MIDDAY)
    set_response(
        tx,
        response_id,
        {"started_at": moment, "submitted_at": moment, "day": day, "flags": flags_text(flags)},
    )
    row = lock_response(tx, response_id)
    assert row is not None, "it was just made"  # noqa: S101
    add_to_day(tx, row, day, flagged=bool(flags))
    return row


def uncount(tx: Transaction, row: ResponseRow) -> None:
    """The rating is dropped, and with it what it added to its day. Its note in the import must be gone before."""
    if row.day is not None:
        take_from_day(tx, row, row.day, flagged=bool(row.flags))
    drop_response(tx, row.id)


def respondent_key(tx: Transaction, text: str) -> str:
    """Some offices number respondents by their identity card: nothing that could be read back is kept."""
    if not text:
        return ""
    key = tx.settings.secret_key.get_secret_value().encode()
    return hmac.new(key, f"sheet:{text.casefold()}".encode(), hashlib.sha256).hexdigest()[:LENGTH]
