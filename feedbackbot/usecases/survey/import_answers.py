"""Take in answers that were collected on paper or by another program: each sheet counts once, is replaced, and can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from feedbackbot.domain.calendar import in_city
from feedbackbot.domain.survey.answer_sheet import AnswerRow, AnswerSheet, span
from feedbackbot.domain.survey.compare_answers import AnswerChanges, ComparedRow, compare_answers, grew_out_of
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.survey.answer_imports import (
    AnswerImport,
    ImportedAnswer,
    add_import,
    all_imports,
    answer_import_by_id,
    forget_rows,
    imports_in_force,
    lock_unit,
    note_rows,
    rows_of_import,
    set_import,
)
from feedbackbot.storage.survey.pace import SHEET_CHANNEL as CHANNEL
from feedbackbot.storage.survey.responses import ResponseRow
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.count_sheet_rows import count_row, respondent_key, uncount

__all__ = ["CHANNEL", "AnswerImport", "all_imports"]


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
        return self.earlier is not None and not (self.new or self.changed or self.gone)


def plan_answers(tx: Transaction, offer: AnswerOffer) -> AnswerPlan:
    """The dry run. Raises FeedbackbotError with what the operator has to say first."""
    return _Taking(tx, offer).plan()


def take_answers(tx: Transaction, offer: AnswerOffer, seen: AnswerPlan | None = None) -> AnswerPlan:
    """Count the sheet as the plan says. Raises FeedbackbotError as `plan_answers` does, and where the plan is not the one `seen`."""
    lock_unit(tx, offer.unit_id)
    taking = _Taking(tx, offer)
    plan = taking.plan()
    if seen is not None and plan != seen:
        raise FeedbackbotError("answers-plan-old")
    if not plan.changes_nothing:
        taking.carry_out(plan)
    return plan


def take_back_answers(tx: Transaction, import_id: int) -> AnswerImport:
    """All ratings of an import stop counting and are gone. Raises FeedbackbotError for none in force by that number."""
    found = answer_import_by_id(tx, import_id)
    if found is not None:
        lock_unit(tx, found.unit_id)
        found = answer_import_by_id(tx, import_id)
    if found is None or found.taken_back_at is not None:
        raise FeedbackbotError("answers-no-import", id=str(import_id))
    rows = rows_of_import(tx, import_id)
    forget_rows(tx, import_id)
    for row in rows:
        uncount(tx, row.response)
    set_import(tx, import_id, {"taken_back_at": tx.now, "rows": len(rows)})
    record(tx, None, "answers-taken-back", f"answers:{import_id}", before={"rows": len(rows)})
    return found


class _Taking:
    """One sheet beside what was taken in before."""

    def __init__(self, tx: Transaction, offer: AnswerOffer) -> None:
        self._tx, self._offer = tx, offer
        rows = offer.sheet.rows
        if not rows:
            raise FeedbackbotError("answers-none")
        if offer.day is None and not offer.sheet.tells_days:
            raise FeedbackbotError("answers-day-needed")
        self._days_told = any(row.day for row in rows)
        self._after = [self._compared(row) for row in rows]
        self._first, self._last = span(rows, offer.day)
        self._before: list[ImportedAnswer] = []
        self._changes = AnswerChanges((), (), tuple(range(len(rows))), ())

    def plan(self) -> AnswerPlan:
        earlier = None if self._offer.separate else self._earlier()
        if earlier is not None:
            self._before = rows_of_import(self._tx, earlier.id)
            self._changes = self._beside(self._before)
        found = self._changes
        counts = (len(found.new), len(found.changed), len(found.gone), len(found.same))
        return AnswerPlan(earlier, self._first, self._last, *counts)

    def carry_out(self, plan: AnswerPlan) -> None:
        tx, rows, offer = self._tx, self._offer.sheet.rows, self._offer
        import_id = plan.earlier.id if plan.earlier else 0
        forget_rows(tx, import_id)
        for place in (*self._changes.gone, *(old for old, _ in self._changes.changed)):
            uncount(tx, self._before[place].response)
        kept = {now: self._before[old].response for old, now in self._changes.same}
        if plan.earlier is None:
            import_id = add_import(tx, offer.unit_id, offer.name, plan.first, plan.last, len(rows))
        days: list[date] = []
        notes = []
        for place, row in enumerate(rows):
            response = kept.get(place) or self._count(row)
            days.append(response.day or plan.last)
            notes.append(
                {
                    "response_id": response.id,
                    "place": row.number,
                    "respondent_key": self._after[place].key,
                    "timed": row.at is not None,
                }
            )
        note_rows(tx, import_id, notes)
        values = {"rows": len(rows), "first_day": min(days), "last_day": max(days), "imported_at": tx.now}
        set_import(tx, import_id, values)
        counts = {"new": plan.new, "changed": plan.changed, "gone": plan.gone, "same": plan.same}
        record(tx, None, "answers-imported", f"answers:{import_id}", after=counts)

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
        return shorter > 0 and 2 * len(self._beside(before).same) >= shorter

    def _beside(self, before: Sequence[ImportedAnswer]) -> AnswerChanges:
        return compare_answers([_kept(row) for row in before], self._after, days_told=self._days_told)

    def _compared(self, row: AnswerRow) -> ComparedRow:
        day = row.day or self._offer.day
        assert day is not None, "rows without a day were refused"  # noqa: S101
        answers = tuple(row.answers[key] for key in ELEMENT_KEYS)
        return ComparedRow(day, answers, respondent_key(self._tx, row.respondent), row.at)

    def _count(self, row: AnswerRow) -> ResponseRow:
        day = row.day or self._offer.day
        assert day is not None, "rows without a day were refused"  # noqa: S101
        return count_row(self._tx, self._offer.unit_id, day, row.at, row)


def _kept(row: ImportedAnswer) -> ComparedRow:
    one = row.response
    at = in_city(one.submitted_at).time() if row.timed and one.submitted_at else None
    answers = tuple(one.answers[key] for key in ELEMENT_KEYS)
    return ComparedRow(one.day or date.min, answers, row.key, at)
