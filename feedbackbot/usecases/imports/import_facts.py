"""Answers to ordinary questions that an admin sends as a sheet: shown first, written once the admin says so."""

from typing import Any

from feedbackbot.domain.units.read_facts import FactsSheet
from feedbackbot.storage.imports.received_imports import ImportState, ReceivedImport
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.imports.carry_out_import import moved_on
from feedbackbot.usecases.imports.import_report import problem_details
from feedbackbot.usecases.imports.what_was_read import reading_of
from feedbackbot.usecases.understanding.facts_by_sheet import FactPlan, plan_facts, write_facts

_SHOWN, _SHOWN_WORDS = 8, 120
_WRITTEN_AT_ONCE = 100


async def dry_run_facts(runtime: Runtime, found: ReceivedImport, sheet: FactsSheet, digest: str) -> bool:
    """Store what the sheet would change, and show it to the admin. False where another process did."""
    plan = await runtime.read(lambda tx: plan_facts(tx, sheet))
    kept = {**_counts(plan), "reading": reading_of(sheet, "")}
    problems = problem_details(plan.problems)
    return await runtime.write(
        lambda tx: moved_on(tx, found, ImportState.PLANNED, plan=kept, problems=problems, digest=digest)
    )


async def take_facts(runtime: Runtime, found: ReceivedImport, sheet: FactsSheet) -> bool:
    """A second time it changes nothing."""
    plan = await runtime.read(lambda tx: plan_facts(tx, sheet))
    await runtime.write_in_slices(
        plan.rows, _WRITTEN_AT_ONCE, lambda tx, some: write_facts(tx, found.author_id, some)
    )
    done = {"new": plan.new, "changed": plan.changed, "gone": plan.gone}
    return await runtime.write(
        lambda tx: moved_on(tx, found, ImportState.DONE, plan={**found.plan, "done": done})
    )


def _counts(plan: FactPlan) -> dict[str, Any]:
    wrong = len({(one.sheet, one.row_number) for one in plan.problems})
    shown = [[part[:_SHOWN_WORDS] for part in one] for one in plan.shown[:_SHOWN]]
    counts = {"new": plan.new, "changed": plan.changed, "gone": plan.gone, "unchanged": plan.unchanged}
    return {**counts, "wrong": wrong, "shown": shown}
