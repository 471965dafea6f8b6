"""What a sheet of answers would change: compared with what was taken in of that unit before, without a write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from feedbackbot.domain.calendar import in_city
from feedbackbot.domain.survey.answer_sheet import AnswerRow, AnswerSheet, span
from feedbackbot.domain.survey.compare_answers import AnswerChanges, ComparedRow, compare_answers, grew_out_of
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.survey.answer_imports import (
    AnswerImport,
    ImportedAnswer,
    imports_in_force,
    rows_of_import,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.beside_answers import BESIDE, beside_answers, unit_places
from feedbackbot.usecases.survey.count_sheet_rows import respondent_key


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """A sheet of one unit under the operator's name for it. `day`: for rows that tell none.

    `replaces`: the id of the import that it takes the place of; `separate`: it counts beside whatever is like it.
    """

    unit_id: int
    name: str
    sheet: AnswerSheet
    day: date | None = None
    replaces: int | None = None
    separate: bool = False


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """What the sheet does: rows that are new, changed, gone and the same beside `earlier`, the import whose place it takes."""

    earlier: AnswerImport | None
    first: date
    last: date
    new: int
    changed: int
    gone: int
    same: int

    @property
    def changes_nothing(self) -> bool:
        """An import that does not know all its rows yet was cut short before its end."""
        touched = self.new or self.changed or self.gone
        return self.earlier is not None and self.earlier.rows == self.same and not touched


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan, the rows it was made of, and the ids of the imports in force when it was made."""

    plan: AnswerPlan
    after: Sequence[ComparedRow]
    before: Sequence[ImportedAnswer]
    changes: AnswerChanges
    in_force: Sequence[int]


def plan_answers(tx: Transaction, offer: AnswerOffer) -> AnswerPlan:
    """The dry run. Raises FeedbackbotError with what the operator has to say first."""
    return compare_sheet(tx, offer).plan


def compare_sheet(tx: Transaction, offer: AnswerOffer) -> Comparison:
    """The same with all rows."""
    return _Comparing(tx, offer).compare()


class _Comparing:
    """One sheet beside what was taken in before."""

    def __init__(self, tx: Transaction, offer: AnswerOffer) -> None:
        self._tx, self._offer = tx, offer
        rows = offer.sheet.rows
        if not rows:
            raise FeedbackbotError("answers-none")
        if offer.day is None and not offer.sheet.tells_days:
            raise FeedbackbotError("answers-day-needed")
        self._known = unit_places(tx, offer.unit_id)
        self._days_told = any(row.day for row in rows)
        self._after = [self._compared(row) for row in rows]
        self._first, self._last = span(rows, offer.day)

    def compare(self) -> Comparison:
        earlier = None if self._offer.separate else self._earlier()
        before: list[ImportedAnswer] = []
        changes = AnswerChanges((), (), tuple(range(len(self._after))), ())
        if earlier is not None:
            before = rows_of_import(self._tx, earlier.id)
            changes = self._beside(before)
        counts = (len(changes.new), len(changes.changed), len(changes.gone), len(changes.same))
        plan = AnswerPlan(earlier, self._first, self._last, *counts)
        in_force = [one.id for one in imports_in_force(self._tx, self._offer.unit_id)]
        return Comparison(plan, self._after, before, changes, in_force)

    def _earlier(self) -> AnswerImport | None:
        """The import that this sheet replaces. Raises FeedbackbotError where only the operator can know."""
        offer = self._offer
        in_force = imports_in_force(self._tx, offer.unit_id)
        if offer.replaces is not None:
            told = [one for one in in_force if one.id == offer.replaces]
            if not told:
                raise FeedbackbotError("answers-no-import", id=str(offer.replaces))
            return told[0]
        alike = [one for one in in_force if self._is_like(one)]
        named = [one for one in alike if one.name.casefold() == offer.name.casefold()]
        if len(named) == 1 and self._meets(named[0]) and self._shares(named[0]):
            return named[0]
        if alike:
            found = "; ".join(f"{one.id} “{one.name}”, {one.first} – {one.last}, {one.rows}" for one in alike)
            raise FeedbackbotError("answers-which", found=found)
        return None

    def _is_like(self, one: AnswerImport) -> bool:
        """Whether it may be this sheet: by its name where the days meet, by its rows else."""
        same_name = one.name.casefold() == self._offer.name.casefold()
        if self._meets(one):
            return same_name or self._shares(one)
        before = [_kept(row) for row in rows_of_import(self._tx, one.id)] if same_name else []
        return not self._days_told and grew_out_of(before, self._after)

    def _meets(self, one: AnswerImport) -> bool:
        return one.first <= self._last and self._first <= one.last

    def _shares(self, one: AnswerImport) -> bool:
        """Whether at least half of the shorter one's rows are found again."""
        before = rows_of_import(self._tx, one.id)
        shorter = min(len(before), len(self._after))
        # without rows it was cut short before its first: whoever brings the sheet again goes on with it
        return not before or 2 * len(self._beside(before, answers_only=True).same) >= shorter

    def _beside(self, before: Sequence[ImportedAnswer], *, answers_only: bool = False) -> AnswerChanges:
        """`answers_only`: a comment that was corrected makes no other sheet of it."""
        old, now = [_kept(row) for row in before], self._after
        if answers_only:
            old, now = ([replace(row, beside=()) for row in rows] for rows in (old, now))
        return compare_answers(old, now, days_told=self._days_told)

    def _compared(self, row: AnswerRow) -> ComparedRow:
        day = row.day or self._offer.day
        assert day is not None, "rows without a day were refused"  # noqa: S101
        answers = tuple(row.answers[key] for key in ELEMENT_KEYS)
        said = beside_answers(row.paper, self._known)
        beside = tuple(said[name] for name in BESIDE)
        return ComparedRow(day, answers, respondent_key(self._tx, row.respondent), row.at, beside)


def _kept(row: ImportedAnswer) -> ComparedRow:
    one = row.response
    at = in_city(one.submitted_at).time() if row.timed and one.submitted_at else None
    answers = tuple(one.answers[key] for key in ELEMENT_KEYS)
    return ComparedRow(one.day or date.min, answers, row.key, at, row.beside)
