"""Take in what was keyed in from paper forms of a survey beside the SKM: the same file counts once, a corrected row is corrected."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import time

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.survey.instrument import Instrument
from feedbackbot.domain.survey.instrument_sheet import SurveyRow
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.instruments import drop_answers
from feedbackbot.storage.survey.pace import SHEET_CHANNEL
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.survey.instruments import (
    SurveyBallot,
    all_instruments,
    answer_instrument,
    answering_name,
)

_MIDDAY = time(12, 0)
_AT_ONCE = 100


def instrument_named(tx: Transaction, survey: str) -> Instrument:
    """Raises FeedbackbotError where there is none."""
    found = all_instruments(tx).get(survey.casefold())
    if found is None:
        raise FeedbackbotError("surveys-unknown")
    return found


async def take_survey_rows(
    runtime: Runtime, one: Instrument, name: str, rows: Sequence[SurveyRow], *, only_check: bool = False
) -> None:
    """`name` is the sheet's: by it and the number on the paper a row is known again. Raises FeedbackbotError for an unknown unit."""
    codes = {row.code.unit for row in rows}
    ids = await runtime.read(lambda tx: _units(tx, codes))

    def count(tx: Transaction, some: Sequence[SurveyRow]) -> None:
        for row in some:
            moment = min(tx.now, at_city(row.day, _MIDDAY))
            answer_instrument(replace(tx, now=moment), _ballot(one, ids[row.code.unit], name, row))

    if not only_check:
        await runtime.write_in_slices(rows, _AT_ONCE, count)


async def take_back_survey_rows(
    runtime: Runtime, one: Instrument, name: str, rows: Sequence[SurveyRow]
) -> int:
    """The same sheet again: what its rows brought counts no more. Returns how many; raises FeedbackbotError for an unknown unit."""
    codes = {row.code.unit for row in rows}
    ids = await runtime.read(lambda tx: _units(tx, codes))
    dropped = []

    def drop(tx: Transaction, some: Sequence[SurveyRow]) -> None:
        whose = [answering_name(tx, one, _voter(ids[row.code.unit], name, row)) for row in some]
        dropped.append(drop_answers(tx, whose, one.id))

    await runtime.write_in_slices(rows, _AT_ONCE, drop)
    taken = sum(dropped)
    await runtime.write(
        lambda tx: record(tx, None, "survey-rows-taken-back", f"survey:{one.id}", before={"rows": taken})
    )
    return taken


def _units(tx: Transaction, codes: Collection[str]) -> dict[str, int]:
    units = {code: unit_by_code(tx, code) for code in codes}
    if gone := sorted(code for code, unit in units.items() if unit is None):
        raise FeedbackbotError("answers-no-unit", unit=gone[0])
    return {code: unit.id for code, unit in units.items() if unit is not None}


def _ballot(one: Instrument, unit_id: int, name: str, row: SurveyRow) -> SurveyBallot:
    """Under a token of its own each time: a row is known again by its voter, and may be corrected back to what it was."""
    voter = _voter(unit_id, name, row)
    return SurveyBallot(unit_id, one, row.answers, voter, f"{voter}:{secrets.token_hex(8)}", SHEET_CHANNEL)


def _voter(unit_id: int, name: str, row: SurveyRow) -> str:
    return f"sheet:{unit_id}:{name.casefold()}:{row.code}:{row.respondent or f'row {row.number}'}"
