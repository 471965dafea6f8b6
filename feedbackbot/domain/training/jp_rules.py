"""The forms of development and their JP: the conversion table as rules that admins may edit."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.training.jp_rate import JpRate, Quantity, jp_for, parse_rate

CLASSICAL_GROUPS = frozenset("AB")  # A: study leave, B: classical training, C: non-classical


@dataclass(frozen=True, slots=True)
class DevelopmentForm:
    """One row of the table. `national` and `international` are None where the form is not foreseen there."""

    code: str
    name: str
    national: JpRate | None
    international: JpRate | None

    @property
    def classical(self) -> bool:
        return self.code[0] in CLASSICAL_GROUPS


def parse_forms(table: str) -> Mapping[str, DevelopmentForm]:
    """Forms by code from CSV text with the columns kode, jalur, nasional, internasional.

    Raises `WrongValue` with `line`: `jp-table-columns`, `jp-table-code` (missing or twice) or `jp-rate`.
    """
    reader = csv.DictReader(table.splitlines())
    if not {"kode", "jalur", "nasional", "internasional"} <= set(reader.fieldnames or ()):
        raise WrongValue("jp-table-columns", line=1)
    forms: dict[str, DevelopmentForm] = {}
    for row in reader:
        code = (row["kode"] or "").strip().upper()
        if not code or code in forms:
            raise WrongValue("jp-table-code", line=reader.line_num)
        try:
            national = parse_rate(row["nasional"] or "")
            international = parse_rate(row["internasional"] or "", national)
        except WrongValue as wrong:
            raise WrongValue(wrong.key, line=reader.line_num) from wrong
        forms[code] = DevelopmentForm(code, (row["jalur"] or "").strip(), national, international)
    return forms


@cache
def default_forms() -> Mapping[str, DevelopmentForm]:
    """The table that ships with the product: one agency's rule (BPS 2019), a default and no national law."""
    return parse_forms(_shipped_table())


@cache
def default_rules() -> Mapping[str, str]:
    """The national sentence of each form as it is shipped."""
    rows = csv.DictReader(_shipped_table().splitlines())
    return {row["kode"].strip().upper(): (row["nasional"] or "--").strip() for row in rows}


def _shipped_table() -> str:
    path = files("feedbackbot").joinpath("data", "jp_conversion_bps_2019.csv")
    return path.read_text(encoding="utf-8")


def propose_jp(form: DevelopmentForm, done: Quantity, *, international: bool = False) -> int:
    """The JP to propose; an admin may overrule it. Raises `WrongValue` as `jp_for`, or `jp-not-foreseen`."""
    rate = form.international if international else form.national
    if rate is None:
        raise WrongValue("jp-not-foreseen")
    return jp_for(rate, done)
