"""What a dry run found, as a message with the first lines and as a workbook with all of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from feedbackbot.delivery.notify import Translate
from feedbackbot.dialogue.message import Attachment, Choice, Message
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.problem import RowProblem
from feedbackbot.domain.sheets.write import Column, ColumnKind, Sheet
from feedbackbot.domain.staff.compare import Duplicate, Plan
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.storage.imports.received_imports import ReceivedImport, import_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.suspend_roles import Leaver
from feedbackbot.usecases.imports.what_was_read import reading_lines

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
        {"what": "twice", "row": twice.row_numbers[0], "rows": ", ".join(_places(twice)), "agree": twice.agree}
        for twice in plan.duplicates
    ]  # fmt: skip
    found += [
        {"what": "changed", "row": change.row_number, "fields": sorted(change.fields), "sheet": change.sheet}
        for change in plan.changed
    ]
    found += [{"what": "gone", "row": 0, "nip": gone.nip.masked} for gone in plan.gone]
    return found[:_MOST_KEPT]


def _places(twice: Duplicate) -> list[str]:
    if not twice.sheets:
        return [str(number) for number in twice.row_numbers]
    return [f"{number} ({sheet})" for number, sheet in zip(twice.row_numbers, twice.sheets, strict=True)]


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


def detail_line(t: Translate, detail: dict[str, Any]) -> str:
    """One finding in words."""
    line = _line(t, detail)
    return (
        t("import-line-on-sheet", sheet=detail["sheet"], line=Markup(line)) if detail.get("sheet") else line
    )


def _line(t: Translate, detail: dict[str, Any]) -> str:
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
    lines += reading_lines(t, found.plan.get("reading", {}))
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
    choices = () if nothing else _acts(t, found.id, counts["gone"], many_gone(found))
    return Message("\n".join(lines), choices, document=attached)


def many_gone(found: ReceivedImport) -> bool:
    """Whether so many would become inactive that it is asked twice."""
    return "import-many-gone" in found.plan.get("cautions", ())


def _acts(t: Translate, import_id: int, gone: int, many: bool) -> tuple[Choice, ...]:
    """Where many would go, the first button is the one that lets nobody go."""
    if many:
        labels = {"sebagian": t("import-do-sebagian"), "banyak": t("import-do-banyak", gone=gone)}
    else:
        labels = {"ya": t("import-do-ya"), **({"sebagian": t("import-do-sebagian")} if gone else {})}
    labels["batal"] = t("import-do-batal")
    return tuple(Choice(f"{import_id}.{act}", label, door=IMPORT_DOOR) for act, label in labels.items())


def second_question(t: Translate, found: ReceivedImport) -> Message:
    """Asked before more than a tenth of the staff becomes inactive, in other words than the first time."""
    gone, active = found.plan["gone"], found.plan["active"]
    acts = {
        "sebagian": t("import-do-sebagian"),
        "batal": t("import-do-batal"),
        "pasti": t("import-do-pasti", gone=gone),
    }
    choices = tuple(Choice(f"{found.id}.{act}", label, door=IMPORT_DOOR) for act, label in acts.items())
    return Message(t("import-many-gone-question", gone=gone, active=active), choices)


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
