"""What was read of a file and what was not, in words: lines of a message or of a terminal, and a sheet with all of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.write import Column, ColumnKind, Sheet
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.storage.imports.received_imports import import_by_id
from feedbackbot.storage.transaction import Transaction

_COLUMNS_SHOWN = 12
_ROWS_SHOWN = 5
_SHEETS_SHOWN = 6


def reading_lines(t: Translate, reading: Mapping[str, Any], fields: str = "staff-field") -> list[str]:
    """Lines of a message; `fields`: how the catalogue's keys of the fields begin."""
    if not reading:
        return []
    lines = [""]
    if reading["left_out"]:
        if reading["sheets"]:
            lines.append(t("read-sheets", sheets=reading["sheets"]))
        left = [t("read-sheet-left", name=name, reason=Markup(t(key))) for name, key in reading["left_out"]]
        lines.append(t("read-sheets-left", sheets=Markup(_some(t, left, _SHEETS_SHOWN))))
    found = [
        t("read-column" if sure else "read-column-like", label=label, fields=_called(t, fields, names))
        for label, names, sure in reading["found"]
    ]
    lines.append(t("read-columns", columns=Markup(_some(t, found, _COLUMNS_SHOWN))))
    if dropped := reading["dropped"]:
        lines.append(t("read-columns-dropped", count=len(dropped), columns=_some(t, dropped, _COLUMNS_SHOWN)))
    for key, (count, rows) in reading["skipped"].items():
        more = count > _ROWS_SHOWN
        lines.append(
            t("read-rows-skipped", count=count, reason=Markup(t(key)), rows=f"{rows}, …" if more else rows)
        )
    return lines


def _called(t: Translate, prefix: str, names: Iterable[str]) -> Markup:
    return Markup(" + ".join(t(f"{prefix}-{name.replace('_', '-')}") for name in names))


def _some(t: Translate, words: Sequence[str], most: int) -> str:
    shown = ", ".join(words[:most])
    return f"{shown}, …" if len(words) > most else shown


def detail_line(t: Translate, detail: dict[str, Any]) -> str:
    """One finding in words; a row is named with its sheet where several were read."""
    match detail["what"]:
        case "wrong" | "ignored":
            reason = Markup(t(detail["key"], **detail["args"]))
            return t(
                "import-line",
                row=_row(t, detail["row"], detail.get("sheet", "")),
                column=detail["column"],
                reason=reason,
            )
        case "twice":
            key = "import-line-twice" if detail["agree"] else "import-line-contested"
            rows = detail["rows"]
            # a dry run from before the update holds them as they were written
            places = rows if isinstance(rows, str) else Markup(", ".join(_row(t, *place) for place in rows))
            return t(key, rows=places)
        case "changed":
            names = ", ".join(t(f"staff-field-{name.replace('_', '-')}") for name in detail["fields"])
            return t(
                "import-line-changed",
                row=_row(t, detail["row"], detail.get("sheet", "")),
                fields=Markup(names),
            )
        case "roles":
            names = ", ".join(t(f"role-{role.replace('_', '-')}") for role in detail["roles"])
            return t("import-line-roles", nip=detail["nip"], roles=Markup(names))
        case _:
            return t("import-line-gone", nip=detail["nip"])


def _row(t: Translate, number: int | str, sheet: str) -> Markup:
    return Markup(t("import-row-on-sheet", row=str(number), sheet=sheet) if sheet else str(number))


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
