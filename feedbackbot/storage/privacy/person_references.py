"""Which tables hold something about a person: read from the tables themselves, so that a new table cannot be forgotten.

A column that refers to a person or an address makes its row theirs; so does a `pseudonym`. A column by the name of `person_id` or
`address_id` says that the row is about that person. Any other name (`officer_id`, `author_id`) says that the person acted on it as
staff: the row is somebody else's.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from sqlalchemy import Column, Table

from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.tables import metadata

_ABOUT = ("person_id", "address_id")
PSEUDONYM = "pseudonym"


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that leads to a person (or, with `to_address`, to one of the addresses)."""

    table: Table
    column: Column[int]
    to_address: bool

    @property
    def about(self) -> bool:
        """Whether the row is about that person, not only handled by him."""
        return self.column.name in _ABOUT


@lru_cache(maxsize=1)
def references() -> tuple[Reference, ...]:
    """Children come before their parents. An id without a foreign key (the audit's) counts too."""
    found = []
    for table in reversed(metadata.sorted_tables):
        for column in table.columns:
            targets = {key.column.table for key in column.foreign_keys}
            if address in targets or person in targets or (not targets and column.name in _ABOUT):
                found.append(Reference(table, column, address in targets))
    return tuple(found)


@lru_cache(maxsize=1)
def pseudonymous() -> tuple[Table, ...]:
    """Tables that know people by a name that only the key leads to."""
    return tuple(table for table in metadata.sorted_tables if PSEUDONYM in table.columns)


@cache
def children(parent: Table) -> tuple[tuple[Table, Column[int]], ...]:
    """Tables whose rows hang on rows of `parent`, with the column that says on which."""
    return tuple(
        (table, column)
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.column.table is parent for key in column.foreign_keys)
    )
