"""What a rule of retention is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select, tuple_, update

from feedbackbot.storage.privacy.erasing import delete_with_children
from feedbackbot.storage.transaction import Transaction

AT_ONCE = 500  # a long step would keep turns waiting
Condition = Callable[[datetime], ColumnElement[bool]]
Step = Callable[[Transaction, ColumnElement[bool]], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of `table` for which `over(before)` holds are beyond their time. `days`: their time, or the setting that says it; `before` is
    that long ago. `blank`: they lose these values; `step`: they are treated so; else they are deleted, with what hangs on them."""

    key: str
    table: Table
    days: int | str
    over: Condition
    blank: Mapping[str, Any] | None = None
    step: Step | None = None

    def before(self, tx: Transaction) -> datetime:
        days = self.days if isinstance(self.days, int) else int(getattr(tx.settings, self.days))
        return tx.now - timedelta(days=days)

    def left(self, tx: Transaction) -> int:
        """How many rows are beyond their time."""
        rows = select(func.count()).select_from(self.table).where(self.over(self.before(tx)))
        return int(tx.run(rows).scalar_one())

    def apply(self, tx: Transaction) -> int:
        """One bounded step; returns how many rows."""
        keys = list(self.table.primary_key.columns)
        found = tx.run(select(*keys).where(self.over(self.before(tx))).limit(AT_ONCE)).all()
        if not found:
            return 0
        some = (
            keys[0].in_([row[0] for row in found])
            if len(keys) == 1
            else tuple_(*keys).in_([tuple(row) for row in found])
        )
        if self.step is not None:
            self.step(tx, some)
        elif self.blank is not None:
            tx.run(update(self.table).where(some).values(dict(self.blank)))
        else:
            delete_with_children(tx, self.table, some)
        return len(found)

    @property
    def said(self) -> str:
        """Its time, as the document says it."""
        return f"{self.days} days" if isinstance(self.days, int) else f"`{self.days.upper()}`"


@dataclass(frozen=True, slots=True)
class Kept:
    """One line of `docs/privacy.md`. `until`: how long in words; each `{}` is the time of the next rule. `asked`: what becomes of it
    when the person erases the own data."""

    what: str
    why: str
    whom: str
    until: str
    asked: str
    tables: tuple[Table, ...]
    rules: tuple[Rule, ...] = ()

    def line(self) -> str:
        until = self.until.format(*(rule.said for rule in self.rules))
        return f"| {self.what} | {self.why} | {self.whom} | {until} | {self.asked} |"
