"""What a dry run found, as a message with the first lines and as a workbook with all of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from feedbackbot.delivery.notify import Translate
from feedbackbot.dialogue.message import Attachment, Choice, Message
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.problem import RowProblem
from feedbackbot.domain.sheets.write import Column, ColumnKind, Sheet
from feedbackbot.domain.staff.compare import Plan
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.storage.imports.received_imports import ReceivedImport, import_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.suspend_roles import Leaver

IMPORT_DOOR = "impor"
SOURCE = "import-workbook"
_SHOWN = 6
_MOST_KEPT = 5_000


def plan_counts(plan: Plan) -> dict[str, Any]:
    """What is kept of a plan: counts and catalogue keys."""
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "gone": len(plan.gone),
        "unchanged": plan.unchanged,
        "wrong": len({problem.row_number for problem in plan.wrong if problem.refuses_row}),
        "cells": sum(not problem.refuses_row for problem in plan.wrong),
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
        {"what": "twice", "row": twice.row_numbers[0], "rows": ", ".join(map(str, twice.row_numbers)), "agree": twice.agree}
        for twice in plan.duplicates
    ]  # fmt: skip
    found += [
        {"what": "changed", "row": change.row_number, "fields": sorted(change.fields)}
        for change in plan.changed
    ]
    found += [{"what": "gone", "row": 0, "nip": gone.nip.masked} for gone in plan.gone]
    return found[:_MOST_KEPT]


def _problem(problem: RowProblem) -> dict[str, Any]:
    return {
        "what": "wrong" if problem.refuses_row else "ignored",
        "row": problem.row_number,
        "column": problem.column,
        "key": problem.key,
        "args": dict(problem.args),
    }


def problem_details(problems: Iterable[RowProblem]) -> list[dict[str, Any]]:
    return [_problem(problem) for problem in problems][:_MOST_KEPT]


def detail_line(t: Translate, detail: dict[str, Any]) -> str:
    """One finding in words."""
    match detail["what"]:
        case "wrong" | "ignored":
            reason = Markup(t(detail["key"], **detail["args"]))
            return t("import-line", row=str(detail["row"]), column=detail["column"], reason=reason)
        case "twice":
            key = "import-line-twice" if detail["agree"] else "import-line-contested"
            return t(key, rows=detail["rows"])
        case "changed":
            names = ", ".join(t(f"staff-field-{name.replace('_', '-')}") for name in detail["fields"])
            return t("import-line-changed", row=str(detail["row"]), fields=Markup(names))
        case "roles":
            names = ", ".join(t(f"role-{role.replace('_', '-')}") for role in detail["roles"])
            return t("import-line-roles", nip=detail["nip"], roles=Markup(names))
        case _:
            return t("import-line-gone", nip=detail["nip"])


def plan_message(t: Translate, language: str, found: ReceivedImport) -> Message:
    """The dry run, with the buttons that carry it out."""
    counts = {name: value for name, value in found.plan.items() if isinstance(value, int)}
    lines = [t("import-plan", name=found.name, **counts)]
    lines += [t("import-caution", caution=Markup(t(key))) for key in found.plan.get("cautions", ())]
    leaving = [detail for detail in found.problems if detail["what"] == "roles"]
    if leaving:
        lines += ["", t("import-roles-head"), *(detail_line(t, detail) for detail in leaving[:_SHOWN])]
    wrong = [detail for detail in found.problems if detail["what"] in ("wrong", "ignored", "twice")]
    if wrong:
        lines += ["", t("import-wrong-head"), *(detail_line(t, detail) for detail in wrong[:_SHOWN])]
    nothing = not (counts["new"] or counts["changed"] or counts["gone"])
    if nothing:
        lines += ["", t("import-changes-nothing")]
    attached = (
        Attachment(
            SOURCE, {"import": found.id, "language": language}, name=t("import-workbook-file", id=found.id)
        )
        if found.problems
        else None
    )
    return Message("\n".join(lines), () if nothing else _acts(t, found.id, counts["gone"]), document=attached)


def _acts(t: Translate, import_id: int, gone: int) -> tuple[Choice, ...]:
    acts = ["ya", *(["sebagian"] if gone else []), "batal"]
    return tuple(Choice(f"{import_id}.{act}", t(f"import-do-{act}"), door=IMPORT_DOOR) for act in acts)


def import_sheets(tx: Transaction, catalogue: Catalogue, import_id: int, language: str) -> list[Sheet]:
    """All findings, one row each. Raises LookupError for an import that is forgotten."""
    found = import_by_id(tx, import_id)
    if found is None:
        raise LookupError("no such import")

    def t(key: str, /, **values: Any) -> str:
        return catalogue.text(language, key, **values)

    columns = [
        Column(plain(t("import-column-row")), ColumnKind.INTEGER),
        Column(plain(t("import-column-what")), width=24),
        Column(plain(t("import-column-reason")), width=90),
    ]
    rows = [
        [detail["row"] or None, plain(t(f"import-what-{detail['what']}")), plain(detail_line(t, detail))]
        for detail in found.problems
    ]
    return [Sheet(plain(t("import-sheet-name")), columns, rows)]
