"""One language's texts, each parsed when it is first wanted: all at once cost every start a second, and most are never said."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message, Resource, TextElement

from feedbackbot.city_title import city_title
from feedbackbot.clock import system_now, zone_sign
from feedbackbot.domain.base_language import BASE_LANGUAGE

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
