"""What the product says unasked, as data: a notice is put into words by a conversation in the moment it is sent.

Between the cause and the sending a night may lie, another language, another phone, another date of the training.
"""

import dataclasses
import json
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Self

from feedbackbot.domain.contact_policy import Kind


@dataclass(frozen=True, slots=True)
class Notice:
    """Fields are numbers, short words, days and moments: ids of what it is about, and what must be said as it was then.

    `name` is kept with the queued message, so it never changes; `kind` is what the contact policy goes by.
    """

    name: ClassVar[str]
    kind: ClassVar[Kind]
    in_its_chat: ClassVar[bool] = False
    """Said in the chat it was queued for, and in no other of the same person's."""

    def to_json(self) -> str:
        fields = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return json.dumps(fields, ensure_ascii=False, default=_plain, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """What another release wrote is read as far as the fields are known. Raises ValueError, KeyError or TypeError."""
        stored, wanted = json.loads(text), typing.get_type_hints(cls)
        fields = {field.name for field in dataclasses.fields(cls)}
        return cls(**{name: _typed(value, wanted[name]) for name, value in stored.items() if name in fields})


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"a notice cannot hold a {type(value).__name__}")


def _typed(value: Any, wanted: Any) -> Any:
    options = typing.get_args(wanted) if isinstance(wanted, types.UnionType) else (wanted,)
    if value is None and type(None) in options:
        return None
    kind = next(one for one in options if one is not type(None))
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return tuple(value) if typing.get_origin(kind) is tuple else kind(value)
