"""Whose answers a sheet holds: what the operator says, and what the codes in it say."""

from feedbackbot.domain.survey.answer_sheet import AnswerSheet
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import UnitRow, unit_by_code


def unit_of_sheet(tx: Transaction, sheet: AnswerSheet, told: str = "") -> UnitRow:
    """`told`: the unit's code, or "" to go by the sheet. Raises FeedbackbotError where it is not clear, or the two differ."""
    named = sorted({row.paper.code.unit for row in sheet.rows if row.paper.code})
    if any(code != (told or named[0]) for code in named):
        raise FeedbackbotError("answers-other-unit", unit=told or named[0], found=", ".join(named))
    if not (told or named):
        raise FeedbackbotError("answers-unit-needed")
    unit = unit_by_code(tx, told or named[0])
    if unit is None:
        raise FeedbackbotError("answers-no-unit", unit=told or named[0])
    return unit
