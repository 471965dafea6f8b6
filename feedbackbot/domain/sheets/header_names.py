"""What the columns of a sheet are called: names that offices use, matched by likeness, from a file that a clerk can extend."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = 88  # of 100: one slip in a name of nine letters, none in "nip"
_SPACED_LETTERS = 3
_SHORTEST_ALIKE = 5  # letters
_WORDS_OF_A_QUESTION = 4  # a column of so many words may be known by one word in it
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_WORD = re.compile(r"\w+")
_NUMBER_BEFORE = re.compile(
    r"^\s*(?:(?:u|q|p|unsur|pertanyaan|soal)\s*\.?\s*)?\d{1,2}\s*[.):\-–]?\s+(?=[^\W\d_]{3})"
)
_BETWEEN_FIELDS = re.compile(r"[/\n&|+;]|,|\s-\s|\bdan\b|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """`fields`: what the column holds; several where one cell holds several. `sure`: the name is a known one,
    not only like one, so that the pair need not be looked at twice."""

    fields: tuple[str, ...]
    sure: bool = True


class HeaderNames:
    """The names of one kind of sheet.

    `by_field`: a field's names as people write them. `never`: columns that must not be read, whatever they are like.
    `bracket_words`: words that change a name's meaning when they stand in brackets, so that "Unit (ID)" is no unit's name.
    `question_words`: words by which a long header (a question) is known. `others`: how the fields of all other columns begin,
    where they are wanted too.
    """

    def __init__(
        self,
        by_field: Mapping[str, Iterable[str]],
        *,
        never: Iterable[str] = (),
        bracket_words: Iterable[str] = (),
        question_words: Mapping[str, Iterable[str]] | None = None,
        reads_compounds: bool = False,
        others: str = "",
    ) -> None:
        self._bracket_words = frozenset(word.casefold() for word in bracket_words)
        self._never = frozenset(self.plain(name) for name in never)
        names = {self.plain(name): field for field, known in by_field.items() for name in known}
        self._names = {name: field for name, field in names.items() if name and name not in self._never}
        self._alike = [name for name in (*self._names, *self._never) if len(name) >= _SHORTEST_ALIKE]
        words = question_words or {}
        self._words = {field: tuple(word.casefold() for word in known) for field, known in words.items()}
        self._reads_compounds = reads_compounds
        self._others = others
        self.match = lru_cache(maxsize=4_096)(self._match)

    def plain(self, label: str) -> str:
        """A header for comparing: lower case, words only; a number before it counts for nothing ("U1 Persyaratan").

        Remarks in brackets are left out ("No. HP *" → "no hp") unless a word in them changes what the column holds
        ("Unit (ID)" → "unit id").
        """
        folded = _NUMBER_BEFORE.sub("", unicodedata.normalize("NFKC", label).casefold())
        bare = _BRACKETS.sub(self._remark, folded)
        words = _WORD.findall((bare if _WORD.search(bare) else folded).replace("_", " "))
        if len(words) >= _SPACED_LETTERS and all(len(word) == 1 for word in words):
            return "".join(words)  # "N A M A"
        return " ".join(words)

    def _remark(self, found: re.Match[str]) -> str:
        remark = (found[1] or found[2] or "").replace("_", " ")
        return f" {remark} " if self._bracket_words.intersection(_WORD.findall(remark)) else " "

    def changes_meaning(self, label: str) -> bool:
        """Whether a heading over several columns makes them something else: the NIP under "Atasan" is not the person's."""
        return not self._bracket_words.isdisjoint(_WORD.findall(self.plain(label)))

    def _match(self, label: str) -> ColumnMatch | None:
        """What the column of this label holds; None for one that must not be read. Called as `match`, which remembers."""
        header = self.plain(label)
        if not header or header in self._never:
            return None
        if (field := self._names.get(header)) is not None:
            return ColumnMatch((field,))
        if self._reads_compounds and (fields := self._several(label)):
            return ColumnMatch(fields)
        if (field := self._like(header)) is not None:
            return ColumnMatch((field,), sure=False)
        return self._question(header) or self._other(header)

    def _several(self, label: str) -> tuple[str, ...]:
        """The fields of "NAMA / NIP": each part is a known name."""
        parts = [self.plain(part) for part in _BETWEEN_FIELDS.split(label)]
        fields = [self._names.get(part) for part in parts if part]
        known = tuple(dict.fromkeys(field for field in fields if field is not None))
        return known if len(known) > 1 and len(fields) <= len(known) + 2 else ()

    def _like(self, header: str) -> str | None:
        from rapidfuzz import fuzz, process

        if len(header) < _SHORTEST_ALIKE:
            return None
        near = process.extract(header, self._alike, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=5)
        digits = re.findall(r"\d+", header)
        meant = {self._names.get(name) for name, _, _ in near if re.findall(r"\d+", name) == digits}
        return meant.pop() if len(meant) == 1 else None

    def _question(self, header: str) -> ColumnMatch | None:
        words = header.split()
        if len(words) < _WORDS_OF_A_QUESTION:
            return None
        hits = {
            field: sum(any(word.startswith(known) for word in words) for known in known_words)
            for field, known_words in self._words.items()
        }
        most = max(hits.values(), default=0)
        meant = [field for field, hit in hits.items() if hit == most]
        return ColumnMatch((meant[0],), sure=False) if most and len(meant) == 1 else None

    def _other(self, header: str) -> ColumnMatch | None:
        return ColumnMatch((self._others + header,), sure=False) if self._others else None
