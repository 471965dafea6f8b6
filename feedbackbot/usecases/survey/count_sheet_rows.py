"""Rows of a sheet of answers, counted as ratings of their days or counted no more: some at a time."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import date, time

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.survey.answer_sheet import AnswerRow
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.pseudonym import LENGTH
from feedbackbot.domain.survey.quality import flags_of, flags_text
from feedbackbot.storage.survey.daily_totals import add_many_to_day, take_many_from_day
from feedbackbot.storage.survey.pace import SHEET_CHANNEL as CHANNEL
from feedbackbot.storage.survey.responses import ResponseRow, add_responses, drop_responses
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.beside_answers import UnitPlaces, beside_answers, unit_places

_MIDDAY = time(12, 0)  # stands where a sheet does not tell the hour


def count_rows(tx: Transaction, unit_id: int, rows: Sequence[tuple[date, AnswerRow]]) -> list[ResponseRow]:
    """Ratings of their own, each under a pseudonym that stands for nobody; in the order given."""
    known = unit_places(tx, unit_id)
    made = add_responses(tx, [_columns(tx, unit_id, day, row, known) for day, row in rows])
    for flagged in (False, True):
        add_many_to_day(tx, [one for one in made if bool(one.flags) is flagged], flagged=flagged)
    return made


def _columns(
    tx: Transaction, unit_id: int, day: date, row: AnswerRow, known: UnitPlaces
) -> dict[str, object]:
    moment = at_city(day, row.at or _MIDDAY)
    return {
        "pseudonym": secrets.token_hex(LENGTH // 2),
        "unit_id": unit_id,
        "channel": CHANNEL,
        **beside_answers(row.paper, known),
        "sample": tx.settings.mark_as_sample,
        "started_at": moment,
        "submitted_at": moment,
        "day": day,
        "flags": flags_text(flags_of(row.answers)),
        **{key: row.answers[key] for key in ELEMENT_KEYS},
    }


def uncount(tx: Transaction, rows: Sequence[ResponseRow]) -> None:
    """The ratings are dropped, and with them what they added to their days. Their notes in the import must be gone before."""
    for flagged in (False, True):
        counted = [one for one in rows if one.day is not None and bool(one.flags) is flagged]
        take_many_from_day(tx, counted, flagged=flagged)
    drop_responses(tx, [one.id for one in rows])


def respondent_key(tx: Transaction, text: str) -> str:
    """Some offices number respondents by their identity card: nothing that could be read back is kept."""
    if not text:
        return ""
    key = tx.settings.secret_key.get_secret_value().encode()
    return hmac.new(key, f"sheet:{text.casefold()}".encode(), hashlib.sha256).hexdigest()[:LENGTH]
