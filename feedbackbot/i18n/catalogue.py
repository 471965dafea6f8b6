"""The loader of the catalogue and its one way to make a text."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from secrets import token_hex
from typing import Any

from feedbackbot.city_title import city_title
from feedbackbot.clock import city_zone
from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.message_text import escape
from feedbackbot.i18n.language_texts import CatalogueError, LanguageTexts

_FOLDER = Path(__file__).parent

_LONG = 2_000
# Of this process alone, so that nobody can type it
_MARK = token_hex(8)
_STANDS_FOR = re.compile(f"<{_MARK}-[0-9]+>")

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Markup",
    "Value",
    "catalogue_files",
    "load_catalogue",
]

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
