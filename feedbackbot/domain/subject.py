"""What a row of the outbox, an entry of the audit log or a quoted message is about: "case:12" is kept as text and read here."""

from typing import NamedTuple


class Subject(NamedTuple):
    """`name` is a number for most kinds; a talk after a low score has a random name, a role its own."""

    kind: str
    name: str

    @property
    def number(self) -> int | None:
        return int(self.name) if self.name.isdecimal() else None

    def number_of(self, kind: str) -> int | None:
        """12 of "case:12" where a case is wanted; None for what is something else."""
        return self.number if self.kind == kind else None


def read_subject(text: str | None) -> Subject:
    """Of nothing: of no kind and without a name."""
    kind, _, name = (text or "").partition(":")
    return Subject(kind, name)
