"""What a sheet keyed in from paper forms tells beside the nine answers: its code, the service, a comment, the profile.

These columns have names of their own, so that a sheet of another program never brings more than its answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from feedbackbot.domain.forms.sheet_code import SheetCode, can_be_read, read_sheet_code
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.survey.profile import PROFILE_QUESTIONS, ProfileQuestion
from feedbackbot.domain.survey.rating_form import COMMENT, LONGEST_COMMENT, RATING_FORM, SERVICE
from feedbackbot.domain.visible_text import shows_something

CODE: Final = "sheet_code"
_LONGEST_SERVICE: Final = 200
PAPER_FIELDS: Final = (CODE, SERVICE, COMMENT, *(question.key for question in PROFILE_QUESTIONS))


@dataclass(frozen=True, slots=True)
class PaperRow:
    """`code` is None for a row that was not keyed in from our form; then the rest is empty. `service` as typed: its code or its name."""

    code: SheetCode | None = None
    comment: str = ""
    profile: Mapping[str, str] = field(default_factory=dict)
    service: str = ""


NO_PAPER: Final = PaperRow()


def read_paper_row(values: Mapping[str, str]) -> PaperRow:
    """Raises WrongValue for a code that is none, or of a form that is not known here."""
    typed = values.get(CODE, "")
    if not typed:
        return NO_PAPER
    code = read_sheet_code(typed)
    if code is None or not can_be_read(code, RATING_FORM):
        raise WrongValue("sheet-code-wrong")
    comment = values.get(COMMENT, "").strip()[:LONGEST_COMMENT]
    profile = {one.key: said for one in PROFILE_QUESTIONS if (said := _option(one, values.get(one.key, "")))}
    service = values.get(SERVICE, "").strip()[:_LONGEST_SERVICE]
    return PaperRow(code, comment if shows_something(comment) else "", profile, service)


def _option(question: ProfileQuestion, typed: str) -> str:
    """By its number on the sheet or its key; what is neither says nothing of the person, and the answers count all the same."""
    text = typed.strip().casefold().removesuffix(".0")
    if text in question.options:
        return text
    numbers = {str(number): key for number, key in enumerate(question.options, 1)}
    return numbers.get(text, "")
