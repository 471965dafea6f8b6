"""Take in answers that were collected on paper or by another program: each sheet counts once, is replaced, and can be taken back.

It is written in slices, so that nobody who rates meanwhile waits. A process that dies half-way leaves an import with some of its rows:
the same command again finds it and does the rest, since what is counted already is the same as in the sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.answer_imports import (
    AnswerImport,
    ImportedAnswer,
    add_import,
    all_imports,
    answer_import_by_id,
    begin_change,
    forget_rows,
    imports_in_force,
    is_changing,
    lock_unit,
    note_anew,
    note_rows,
    rows_of_import,
    set_import,
)
from feedbackbot.storage.survey.pace import SHEET_CHANNEL as CHANNEL
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.count_sheet_rows import count_rows, uncount
from feedbackbot.usecases.survey.plan_answers import (
    AnswerOffer,
    AnswerPlan,
    Comparison,
    compare_sheet,
    plan_answers,
)

__all__ = ["CHANNEL", "AnswerImport", "AnswerOffer", "AnswerPlan", "all_imports", "plan_answers"]

_AT_ONCE = 100


async def take_answers(runtime: Runtime, offer: AnswerOffer, seen: AnswerPlan | None = None) -> AnswerPlan:
    """Count the sheet as the plan says. Raises FeedbackbotError as `plan_answers` does, and where the plan is not the one `seen`."""
    first = await runtime.read(lambda tx: compare_sheet(tx, offer))
    if seen is not None and first.plan != seen:
        raise FeedbackbotError("answers-plan-old")
    if first.plan.changes_nothing:
        return first.plan
    change = await runtime.write(lambda tx: _begin(tx, offer, first))
    found = first
    if first.plan.earlier is not None:
        # nobody else changes it now: what is read from here on holds
        told = replace(offer, replaces=change.import_id)
        found = await runtime.read(lambda tx: compare_sheet(tx, told))
        if _counts(found.plan) != _counts(first.plan):
            raise FeedbackbotError("answers-plan-old")
    await _Taking(runtime, offer, found, change).carry_out()
    return first.plan


async def take_back_answers(runtime: Runtime, import_id: int) -> AnswerImport:
    """All ratings of an import stop counting and are gone. Raises FeedbackbotError for none in force by that number."""

    def begin(tx: Transaction) -> tuple[AnswerImport, "_Change"]:
        number = begin_change(tx, import_id)
        found = answer_import_by_id(tx, import_id)
        if number is None or found is None:
            raise FeedbackbotError("answers-no-import", id=str(import_id))
        return found, _Change(import_id, number)

    def drop_some(tx: Transaction) -> int:
        change.hold(tx)
        rows = rows_of_import(tx, import_id, _AT_ONCE)
        _drop(tx, rows)
        return len(rows)

    def end(tx: Transaction) -> None:
        change.hold(tx)
        set_import(tx, import_id, {"taken_back_at": tx.now})
        record(tx, None, "answers-taken-back", f"answers:{import_id}", before={"rows": found.rows})

    found, change = await runtime.write(begin)
    await runtime.write_until_done(drop_some)
    await runtime.write(end)
    return found


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of an import. Of two that began, the later goes on."""

    import_id: int
    number: int

    def hold(self, tx: Transaction) -> None:
        """At the beginning of each slice. Raises FeedbackbotError where somebody has begun another."""
        if not is_changing(tx, self.import_id, self.number):
            raise FeedbackbotError("answers-plan-old")


def _begin(tx: Transaction, offer: AnswerOffer, found: Comparison) -> _Change:
    lock_unit(tx, offer.unit_id)
    if [one.id for one in imports_in_force(tx, offer.unit_id)] != found.in_force:
        raise FeedbackbotError("answers-plan-old")
    plan = found.plan
    if plan.earlier is None:
        return _Change(add_import(tx, offer.unit_id, offer.name, plan.first, plan.last, 0), 0)
    number = begin_change(tx, plan.earlier.id)
    if number is None:
        raise FeedbackbotError("answers-plan-old")
    return _Change(plan.earlier.id, number)


def _counts(plan: AnswerPlan) -> tuple[int, int, int, int]:
    return plan.new, plan.changed, plan.gone, plan.same


def _drop(tx: Transaction, rows: Sequence[ImportedAnswer]) -> None:
    if rows:
        forget_rows(tx, [row.response.id for row in rows])
        uncount(tx, [row.response for row in rows])


class _Taking:
    """A comparison carried out."""

    def __init__(self, runtime: Runtime, offer: AnswerOffer, found: Comparison, change: _Change) -> None:
        self._runtime, self._offer, self._found, self._change = runtime, offer, found, change

    async def carry_out(self) -> None:
        changes, before = self._found.changes, self._found.before
        kept = {now: before[old] for old, now in changes.same}
        over = [before[place] for place in (*changes.gone, *(old for old, _ in changes.changed))]
        fresh = [place for place in range(len(self._offer.sheet.rows)) if place not in kept]
        anew = [self._note(place, one.response.id) for place, one in kept.items()]
        for items, work in ((over, self._drop), (fresh, self._count), (anew, self._note_anew)):
            await self._runtime.write_in_slices(items, _AT_ONCE, work)  # type: ignore[arg-type]
        days = [one.response.day for one in kept.values() if one.response.day]
        days += [self._found.after[place].day for place in fresh]
        await self._runtime.write(lambda tx: self._end(tx, {"first_day": min(days), "last_day": max(days)}))

    def _drop(self, tx: Transaction, rows: Sequence[ImportedAnswer]) -> None:
        self._change.hold(tx)
        _drop(tx, rows)

    def _count(self, tx: Transaction, places: Sequence[int]) -> None:
        self._change.hold(tx)
        rows = [(self._found.after[place].day, self._offer.sheet.rows[place]) for place in places]
        made = count_rows(tx, self._offer.unit_id, rows)
        notes = [self._note(place, one.id) for place, one in zip(places, made, strict=True)]
        note_rows(tx, self._change.import_id, notes)

    def _note_anew(self, tx: Transaction, notes: Sequence[dict[str, object]]) -> None:
        self._change.hold(tx)
        note_anew(tx, notes)

    def _note(self, place: int, response_id: int) -> dict[str, object]:
        row = self._offer.sheet.rows[place]
        key = self._found.after[place].key
        return {
            "response_id": response_id,
            "place": row.place,
            "respondent_key": key,
            "timed": row.at is not None,
        }

    def _end(self, tx: Transaction, days: dict[str, object]) -> None:
        self._change.hold(tx)
        import_id, plan = self._change.import_id, self._found.plan
        set_import(tx, import_id, {"rows": len(self._offer.sheet.rows), "imported_at": tx.now, **days})
        counts = {"new": plan.new, "changed": plan.changed, "gone": plan.gone, "same": plan.same}
        record(tx, None, "answers-imported", f"answers:{import_id}", after=counts)
