"""A table that a message may show in place of its text."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Table:
    """Words in rows and columns, without any marks: as many cells in each row as there are heads. `numbers` are the columns (from 0) that
    stand to the right."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: Collection[int] = ()

    def written(self) -> dict[str, Any]:
        """As JSON knows it."""
        return {**asdict(self), "numbers": sorted(self.numbers)}

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> Self:
        """Raises KeyError or TypeError for what `written` never made."""
        rows = tuple(tuple(row) for row in body["rows"])
        return cls(body["caption"], tuple(body["heads"]), rows, frozenset(body["numbers"]))
