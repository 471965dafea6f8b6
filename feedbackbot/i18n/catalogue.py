"""The loader of the catalogue and its one way to make a text. Each text is parsed when it is first wanted: all at once cost every start
a second, and most are never said."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message, Resource, TextElement

from feedbackbot.city_title import city_title
from feedbackbot.clock import city_zone, system_now, zone_sign
from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.message_text import escape

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Markup",
    "Value",
    "catalogue_files",
    "load_catalogue",
]

_FOLDER = Path(__file__).parent

_LONG = 2_000
# Of this process alone, so that nobody can type it
_MARK = token_hex(8)
_STANDS_FOR = re.compile(f"<{_MARK}-[0-9]+>")
# Fluent takes a `*` at the beginning of a line for the mark of a default variant; here it is the beginning of *bold*
_LINE_OF_BOLD = re.compile(r"^([ ]+)\*(?!\[)", re.MULTILINE)
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*)[ ]*=", re.MULTILINE)
_COMMENT = re.compile(r"^#.*\n?", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*([a-zA-Z][\w-]*)(?:\.[\w-]+)?\s*[}-]")


class CatalogueError(Exception):
    """A text is missing or broken; found by tests, never shown to a person."""


class LanguageTexts:
    """The entries of a language's files by key."""

    def __init__(self, code: str, files: Iterable[Path]) -> None:
        self._code = code
        self._terms: list[Resource] = []
        self._waiting: dict[str, tuple[str, str]] = {}  # key: file, source
        self._parsed: set[str] = set()
        for path in files:
            self._take(path)

    def __contains__(self, key: str) -> bool:
        return key in self._parsed or key in self._waiting

    def plain(self, key: str) -> str | None:
        """The text where it has no placeholders, which most have not; None where a bundle has to fill it in, or where it is empty."""
        name, source = self._waiting.get(key, ("", "{"))
        if "{" in source:
            return None
        entry = self._read(name, source).body[0]
        parts = entry.value.elements if isinstance(entry, Message) and entry.value else []
        said = [part.value for part in parts if isinstance(part, TextElement)]
        return "".join(said) if said and len(said) == len(parts) else None

    @cached_property
    def _bundle(self) -> FluentBundle:
        """Made for the first text that holds a number, date or name: Babel's table of a language is one to four megabytes."""
        # Babel knows no Acehnese: dates and numbers of a language it lacks are written as in Indonesian
        locales = [self._code, BASE_LANGUAGE] if self._code != BASE_LANGUAGE else [self._code]
        bundle = FluentBundle(locales, use_isolating=False, functions=_FUNCTIONS)
        for term in self._terms:
            bundle.add_resource(term, allow_overrides=False)
        return bundle

    def bundle_with(self, key: str) -> FluentBundle:
        """The bundle in which `key`, and every text that it refers to, can be formatted. Raises CatalogueError for a broken one."""
        if key in self._waiting:
            name, source = self._waiting.pop(key)
            self._parsed.add(key)
            self._bundle.add_resource(self._read(name, source), allow_overrides=False)
            for reference in _REFERENCE.findall(source):
                self.bundle_with(reference)
        return self._bundle

    def parse_all(self) -> None:
        for key in list(self._waiting):
            self.bundle_with(key)

    def _take(self, path: Path) -> None:
        source = _COMMENT.sub("", _LINE_OF_BOLD.sub(r'\1{ "" }*', path.read_text(encoding="utf-8")))
        starts = [*_ENTRY.finditer(source)]
        ends = [*(found.start() for found in starts[1:]), len(source)]
        before = source[: starts[0].start()] if starts else source
        if before.strip():
            raise CatalogueError(f"{path.name} cannot be read at: {before.strip()[:80]!r}")
        for found, end in zip(starts, ends, strict=True):
            key, entry = found[1], source[found.start() : end]
            if key.startswith("-"):  # terms are few, and every text may refer to them
                self._terms.append(self._read(path.name, entry))
                continue
            if key in self:
                raise CatalogueError(f"{path.name} says {key!r} a second time")
            self._waiting[key] = path.name, entry

    def _read(self, name: str, source: str) -> Resource:
        resource: Resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, Junk):  # which the library would leave out in silence
                raise CatalogueError(f"{name} cannot be read at: {(entry.content or '').strip()[:80]!r}")
        return resource


def _zone() -> str:
    """For texts: what stands behind an hour of the city's clock."""
    return zone_sign(system_now())


_FUNCTIONS: Any = {"ZONE": _zone, "CITY": city_title}


Value = str | int | float | Decimal | date | datetime


class Markup(str):
    """Text that is already authored or escaped: its marks stay marks when it fills a placeholder."""

    __slots__ = ()


class Catalogue:
    """Texts by language and key. Strings that fill placeholders are escaped: nothing a person typed is ever markup."""

    def __init__(self, texts: Mapping[str, LanguageTexts]) -> None:
        self._texts = dict(texts)
        # texts without placeholders, most of what a rating says: worked out once
        self._fixed: dict[tuple[str, ...], str] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The base language first."""
        others = sorted(code for code in self._texts if code != BASE_LANGUAGE)
        return (BASE_LANGUAGE, *others)

    def has(self, key: str, language: str = BASE_LANGUAGE) -> bool:
        return language in self._texts and key in self._texts[language]

    def text(self, language: str, key: str, /, **values: Value) -> str:
        """The text in `language`, or in Indonesian where that language lacks it. Moments are shown in the city's time zone."""
        if values:
            return self._formatted(language, key, values)
        fixed = self._fixed.get((language, key))
        return self._in_this_city(language, key) if fixed is None else fixed

    def _in_this_city(self, language: str, key: str) -> str:
        """A text that names the city or its zone is another in another city of this process; what is the same in all is kept for all."""
        here = (language, key, city_title(), city_zone().key)
        fixed = self._fixed.get(here)
        if fixed is None:
            fixed = self._formatted(language, key, {})
            everywhere = self._found_in(language, key).plain(key) is not None
            self._fixed[here[:2] if everywhere else here] = fixed
        return fixed

    def _found_in(self, language: str, key: str) -> LanguageTexts:
        return self._texts[language if self.has(key, language) else BASE_LANGUAGE]

    def _formatted(self, language: str, key: str, values: Mapping[str, Value]) -> str:
        texts = self._found_in(language, key)
        if key not in texts:
            raise CatalogueError(f"no text {key!r}")
        if (plain := texts.plain(key)) is not None:
            return plain
        bundle = texts.bundle_with(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise CatalogueError(f"text {key!r} is empty")
        short, long = _long_aside({name: _prepared(value) for name, value in values.items()})
        text, problems = bundle.format_pattern(pattern, short)
        if problems:
            raise CatalogueError(f"text {key!r} in {language!r}: {problems[0]}")
        return _STANDS_FOR.sub(lambda found: long.get(found[0], found[0]), str(text)) if long else str(text)

    def parse_all(self) -> None:
        """Raises CatalogueError for a text that cannot be read; what is wanted is parsed in any case, the rest only here."""
        for texts in self._texts.values():
            texts.parse_all()


def _prepared(value: Value) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, datetime):
        return value.astimezone(city_zone()).replace(tzinfo=None)
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
    """Read all languages of a folder. Raises CatalogueError for a text that stands there twice."""
    return Catalogue({code: LanguageTexts(code, files) for code, files in catalogue_files(folder).items()})


def catalogue_files(folder: Path = _FOLDER) -> dict[str, list[Path]]:
    """The files of each language."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.ftl")):
        code = path.stem if path.parent == folder else path.parent.name
        found.setdefault(code, []).append(path)
    return found
