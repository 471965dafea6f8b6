"""One language's texts, each parsed when it is first wanted: all at once cost every start a second, and most are never said."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from feedbackbot.clock import system_now, zone_sign

BASE_LANGUAGE = "id"

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
        # Babel knows no Acehnese: dates and numbers of a language it lacks are written as in Indonesian
        locales = [code, BASE_LANGUAGE] if code != BASE_LANGUAGE else [code]
        self._bundle = FluentBundle(locales, use_isolating=False, functions=_FUNCTIONS)
        self._waiting: dict[str, tuple[str, str]] = {}  # key: file, source
        self._parsed: set[str] = set()
        for path in files:
            self._take(path)

    def __contains__(self, key: str) -> bool:
        return key in self._parsed or key in self._waiting

    def bundle_with(self, key: str) -> FluentBundle:
        """The bundle in which `key`, and every text that it refers to, can be formatted. Raises CatalogueError for a broken one."""
        if key in self._waiting:
            name, source = self._waiting.pop(key)
            self._parsed.add(key)
            self._parse(name, source)
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
                self._parse(path.name, entry)
                continue
            if key in self:
                raise CatalogueError(f"{path.name} says {key!r} a second time")
            self._waiting[key] = path.name, entry

    def _parse(self, name: str, source: str) -> None:
        resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, Junk):  # which the library would leave out in silence
                raise CatalogueError(f"{name} cannot be read at: {(entry.content or '').strip()[:80]!r}")
        self._bundle.add_resource(resource, allow_overrides=False)


def _zone() -> str:
    """For texts: what stands behind an hour of the city's clock."""
    return zone_sign(system_now())


_FUNCTIONS: Any = {"ZONE": _zone}
