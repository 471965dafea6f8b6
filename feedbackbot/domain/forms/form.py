"""A form: its questions, in the order asked, on pages. It holds no words but the names of texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self


class FieldKind(StrEnum):
    """What answers a question."""

    SCALE = "scale"  # one of the options, from the worst to the best
    CHOICE = "choice"  # one of the options
    TEXT = "text"  # words
    CONSENT = "consent"  # "yes", or nothing


AGREED = "ya"
"""The value of a consent that was given."""


@dataclass(frozen=True, slots=True)
class FormText:
    """A text by its key in the catalogue or, where the form came from a data file, by language."""

    key: str = ""
    by_language: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `short` is said where there is no room for the label (if there is such a text), `also` lists what people type instead."""

    key: str
    label: FormText
    short: FormText | None = None
    also: FormText | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Questions that stand together; `intro` is said before them, if there is such a text."""

    key: str
    title: FormText
    intro: FormText | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `page` groups it with others; `required`: nothing is kept without it; `most` is the longest text in characters.
    `offered`: the options are told by whoever offers the form ("which service")."""

    key: str
    kind: FieldKind
    question: FormText
    page: str
    options: tuple[Option, ...] = ()
    required: bool = False
    most: int = 0
    offered: bool = False

    def option(self, key: str) -> Option | None:
        return next((one for one in self.options if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Form:
    """`version` is raised when a question or an option changes its meaning."""

    key: str
    version: int
    title: FormText
    all_pages: tuple[Page, ...]
    fields: tuple[Field, ...]

    def __post_init__(self) -> None:
        keys = [one.key for one in self.fields]
        if len(set(keys)) != len(keys):
            raise ValueError(f"two fields of form {self.key!r} have the same key")
        if {one.page for one in self.fields} - {page.key for page in self.all_pages}:
            raise ValueError(f"a field of form {self.key!r} stands on no page")

    @property
    def pages(self) -> tuple[Page, ...]:
        """Those with a question, in the order shown."""
        return tuple(page for page in self.all_pages if self.on_page(page.key))

    def on_page(self, page: str) -> tuple[Field, ...]:
        return tuple(one for one in self.fields if one.page == page)

    def field(self, key: str) -> Field | None:
        return next((one for one in self.fields if one.key == key), None)

    def without(self, keys: Iterable[str]) -> Self:
        """The same form with these fields left out."""
        gone = set(keys)
        return replace(self, fields=tuple(one for one in self.fields if one.key not in gone))

    def offering(self, options: Mapping[str, tuple[Option, ...]]) -> Self:
        """With the options of its `offered` fields; such a field without options is left out."""

        def given(one: Field) -> Field:
            return replace(one, options=options.get(one.key, ())) if one.offered else one

        fields = tuple(given(one) for one in self.fields)
        return replace(self, fields=tuple(one for one in fields if one.options or not one.offered))
