"""A statement in the words of one driver, made once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Delete, Dialect, Insert, Select, Update

Values = Mapping[str, Any]
Statement = Select[Any] | Insert | Update | Delete
_Bind = tuple[str, Callable[[Any], Any] | None]
_PLACE = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """The words, and how the driver gets its arguments from values by name."""

    sql: str
    _binds: Sequence[_Bind]
    _fixed: Values

    @classmethod
    def of(cls, statement: Statement, columns: Sequence[str], dialect: Dialect) -> "Compiled":
        """An INSERT names its `columns`, for others they are empty."""
        compiled: Any = statement.compile(dialect=dialect, column_keys=list(columns) or None)
        binds: list[_Bind] = []
        fixed: dict[str, Any] = {}
        for name in compiled.positiontup:
            bind = compiled.binds[name]
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            binds.append((name, process))
            if not bind.required and name not in columns:
                value = bind.effective_value
                fixed[name] = value if process is None else process(value)
        return cls(str(compiled), binds, fixed)

    def arguments(self, values: Values) -> list[Any]:
        """In the order of their places."""
        fixed = self._fixed
        return [
            fixed[name] if name in fixed else (values[name] if process is None else process(values[name]))
            for name, process in self._binds
        ]

    def with_values(self, values: Values) -> str:
        """The statement as PostgreSQL reads it without arguments. Whole numbers and days only; raises TypeError for whatever could be
        a person's words."""
        written = [_written(value) for value in self.arguments(values)]
        return _PLACE.sub(lambda place: written[int(place[1]) - 1], self.sql)

    def moved(self, places: int) -> str:
        """The statement with its arguments after so many others."""
        return _PLACE.sub(lambda place: f"${int(place[1]) + places}", self.sql)

    def __len__(self) -> int:
        """How many arguments it has."""
        return len(self._binds)


@cache
def in_one(*statements: Compiled) -> str:
    """All as one statement of PostgreSQL, which answers as the last one does; their arguments one after the other."""
    moved, places = [], 0
    for one in statements:
        moved.append(one.moved(places))
        places += len(one)
    *beside, last = moved
    named = ", ".join(f"beside_{number} AS ({sql})" for number, sql in enumerate(beside))
    return f"WITH {named} {last}"


def _written(value: Any) -> str:
    if type(value) is int:
        return f"({value})"
    if type(value) is date:
        return f"'{value.isoformat()}'"
    raise TypeError(f"{type(value).__name__} is not written into a statement")
