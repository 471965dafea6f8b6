"""The loader of the catalogue and its one way to make a text."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from secrets import token_hex
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message

from feedbackbot.clock import CITY_ZONE
from feedbackbot.domain.message_text import escape

BASE_LANGUAGE = "id"
_FOLDER = Path(__file__).parent

# Fluent takes a `*` at the beginning of a line for the mark of a default variant; here it is the beginning of *bold*
_LINE_OF_BOLD = re.compile(r"^([ ]+)\*(?!\[)", re.MULTILINE)

_LONG = 2_000
# Of this process alone, so that nobody can type it
_MARK = token_hex(8)
_STANDS_FOR = re.compile(f"<{_MARK}-[0-9]+>")

Value = str | int | float | Decimal | date | datetime


class Markup(str):
    """Text that is already authored or escaped: its marks stay marks when it fills a placeholder."""

    __slots__ = ()


class CatalogueError(Exception):
    """A text is missing or broken; found by tests, never shown to a person."""


class Catalogue:
    """Texts by language and key. Strings that fill placeholders are escaped: nothing a person typed is ever markup."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = dict(bundles)
        # texts without placeholders, most of what a rating says: worked out once
        self._fixed: dict[tuple[str, str], str] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The base language first."""
        others = sorted(code for code in self._bundles if code != BASE_LANGUAGE)
        return (BASE_LANGUAGE, *others)

    def has(self, key: str, language: str = BASE_LANGUAGE) -> bool:
        return language in self._bundles and self._bundles[language].has_message(key)

    def text(self, language: str, key: str, /, **values: Value) -> str:
        """The text in `language`, or in Indonesian where that language lacks it. Moments are shown in the city's time zone."""
        if values:
            return self._formatted(language, key, values)
        fixed = self._fixed.get((language, key))
        if fixed is None:
            fixed = self._fixed[language, key] = self._formatted(language, key, values)
        return fixed

    def _formatted(self, language: str, key: str, values: Mapping[str, Value]) -> str:
        bundle = self._bundles[language if self.has(key, language) else BASE_LANGUAGE]
        if not bundle.has_message(key):
            raise CatalogueError(f"no text {key!r}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise CatalogueError(f"text {key!r} is empty")
        short, long = _long_aside({name: _prepared(value) for name, value in values.items()})
        text, problems = bundle.format_pattern(pattern, short)
        if problems:
            raise CatalogueError(f"text {key!r} in {language!r}: {problems[0]}")
        return _STANDS_FOR.sub(lambda found: long.get(found[0], found[0]), str(text)) if long else str(text)


def _prepared(value: Value) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, datetime):
        return value.astimezone(CITY_ZONE).replace(tzinfo=None)
    return value


def _long_aside(values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values with a mark in place of each long text, and the long texts by mark: the library refuses more than 2,500 characters."""
    short, long = dict(values), dict[str, str]()
    for name, value in values.items():
        if isinstance(value, str) and len(value) > _LONG:
            short[name] = mark = f"<{_MARK}-{len(long)}>"
            long[mark] = value
    return short, long


def load_catalogue(folder: Path = _FOLDER) -> Catalogue:
    """Read all languages of a folder."""
    return Catalogue({code: _bundle(code, files) for code, files in catalogue_files(folder).items()})


def catalogue_files(folder: Path = _FOLDER) -> dict[str, list[Path]]:
    """The files of each language."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.ftl")):
        code = path.stem if path.parent == folder else path.parent.name
        found.setdefault(code, []).append(path)
    return found


def _bundle(code: str, files: Iterable[Path]) -> FluentBundle:
    # Babel knows no Acehnese: dates and numbers of a language it lacks are written as in Indonesian
    bundle = FluentBundle([code, BASE_LANGUAGE] if code != BASE_LANGUAGE else [code], use_isolating=False)
    seen: set[str] = set()
    for path in files:
        resource = FluentResource(_LINE_OF_BOLD.sub(r'\1{ "" }*', path.read_text(encoding="utf-8")))
        for entry in resource.body:
            if isinstance(entry, Junk):  # which the library would leave out in silence
                raise CatalogueError(f"{path.name} cannot be read at: {(entry.content or '').strip()[:80]!r}")
            if isinstance(entry, Message):
                if entry.id.name in seen:
                    raise CatalogueError(f"{path.name} says {entry.id.name!r} a second time")
                seen.add(entry.id.name)
        bundle.add_resource(resource, allow_overrides=False)
    return bundle
