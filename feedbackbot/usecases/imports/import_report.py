"""What a dry run found, as it is kept: counts and catalogue keys, nobody's data."""

from collections.abc import Iterable, Sequence
from typing import Any

from feedbackbot.domain.sheets.problem import RowProblem
from feedbackbot.domain.staff.compare import Duplicate, Plan
from feedbackbot.storage.imports.received_imports import ReceivedImport
from feedbackbot.usecases.imports.suspend_roles import Leaver

_MOST_KEPT = 5_000


def plan_counts(plan: Plan) -> dict[str, Any]:
    """What is kept of a plan: counts and catalogue keys."""
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "gone": len(plan.gone),
        "unchanged": plan.unchanged,
        "wrong": len({(problem.sheet, problem.row_number) for problem in plan.wrong if problem.refuses_row}),
        "cells": sum(not problem.refuses_row for problem in plan.wrong),
        "active": plan.active,
        "cautions": list(plan.cautions),
    }


def plan_details(plan: Plan, leaving: Sequence[Leaver] = ()) -> list[dict[str, Any]]:
    """Row by row, without anybody's data: whose roles are suspended, what was refused, what changes, who is gone (by the last digits)."""
    holding = {one.nip: [grant.role.value for grant in one.grants] for one in leaving}
    found: list[dict[str, Any]] = [
        {"what": "roles", "row": 0, "nip": gone.nip.masked, "roles": holding[gone.nip.digits]}
        for gone in plan.gone
        if gone.nip.digits in holding
    ]
    found += [_problem(problem) for problem in plan.wrong]
    found += [
        {"what": "twice", "row": twice.row_numbers[0], "rows": _places(twice), "agree": twice.agree}
        for twice in plan.duplicates
    ]  # fmt: skip
    found += [
        {"what": "changed", "row": change.row_number, "fields": sorted(change.fields), "sheet": change.sheet}
        for change in plan.changed
    ]
    found += [{"what": "gone", "row": 0, "nip": gone.nip.masked} for gone in plan.gone]
    return found[:_MOST_KEPT]


def _places(twice: Duplicate) -> list[list[str]]:
    """Row and sheet of each; "" where only one sheet was read."""
    sheets = twice.sheets or ("",) * len(twice.row_numbers)
    return [[str(number), sheet] for number, sheet in zip(twice.row_numbers, sheets, strict=True)]


def _problem(problem: RowProblem) -> dict[str, Any]:
    return {
        "what": "wrong" if problem.refuses_row else "ignored",
        "row": problem.row_number,
        "column": problem.column,
        "key": problem.key,
        "args": dict(problem.args),
        "sheet": problem.sheet,
    }


def problem_details(problems: Iterable[RowProblem]) -> list[dict[str, Any]]:
    return [_problem(problem) for problem in problems][:_MOST_KEPT]


def many_gone(found: ReceivedImport) -> bool:
    """Whether so many would become inactive that it is asked twice."""
    return "import-many-gone" in found.plan.get("cautions", ())
