"""Places in a city's file: what is read there is checked, and a complaint names the place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

SHORT_NAME_LENGTH: Final = 24  # The narrowest button: a row of a WhatsApp list.
_CODE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?")


class CityDataError(Exception):
    """The data of a city cannot be used; the text names the place and what is wrong there."""


class Place:
    """A mapping of the file together with where it stands, so that each complaint can name its place."""

    def __init__(self, raw: object, path: str) -> None:
        if not isinstance(raw, Mapping):
            raise CityDataError(f"{path or 'top'}: a list of names and values is wanted, not {raw!r:.60}")
        self.raw: Mapping[str, Any] = raw
        self.path = path

    def wrong(self, key: str, problem: str) -> CityDataError:
        return CityDataError(f"{self.path + '.' if self.path else ''}{key}: {problem}")

    def only(self, *known: str) -> None:
        for key in self.raw:
            if key not in known:
                raise self.wrong(str(key), f"not known here; known are {', '.join(known)}")

    def text(self, key: str) -> str:
        value = self.raw.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"a text is wanted, not {value!r:.60}")
        return value.strip()

    def code(self) -> str:
        value = self.text("code")
        if not _CODE.fullmatch(value):
            raise self.wrong("code", f"{value!r} is not 1-20 lower-case letters, digits and inner hyphens")
        return value

    def short_name(self) -> str:
        key = "short_name" if "short_name" in self.raw else "name"
        value = self.text(key)
        if len(value) > SHORT_NAME_LENGTH:
            raise self.wrong(
                "short_name", f"needed: {value!r} has {len(value)} characters, {SHORT_NAME_LENGTH} fit"
            )
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.raw.get(key) or []
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.wrong(key, f"a list is wanted, not {value!r:.60}")
        for number, word in enumerate(value, 1):
            if not isinstance(word, str) or not word.strip():
                raise self.wrong(f"{key}[{number}]", f"a text is wanted, not {word!r:.60}")
        return tuple(word.strip() for word in value)

    def items(self, key: str, *, may_be_empty: bool = False) -> list["Place"]:
        value = self.raw.get(key) or []
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.wrong(key, f"a list is wanted, not {value!r:.60}")
        if not value and not may_be_empty:
            raise self.wrong(key, "at least one is wanted")
        before = f"{self.path}." if self.path else ""
        return [
            Place(item, f"{before}{key}[{number}]{_code_in(item)}") for number, item in enumerate(value, 1)
        ]

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        value, known = self.text(key), tuple(allowed)
        if value not in known:
            raise self.wrong(key, f"{value!r} is none of {', '.join(known)}")
        return value

    def no_doubles(self, key: str, values: Sequence[str]) -> None:
        seen: set[str] = set()
        for number, value in enumerate(values, 1):
            if value in seen:
                raise self.wrong(f"{key}[{number}]", f"{value!r} is there twice")
            seen.add(value)


def _code_in(item: object) -> str:
    return f" ({item['code']})" if isinstance(item, Mapping) and isinstance(item.get("code"), str) else ""
