"""Whether somebody is in danger now: words of danger, unless the text plainly speaks of the past or of something else.

A danger that is missed costs a life, one too many costs a tap: in doubt it is one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DangerWords:
    """Patterns over folded words. `now`: danger in itself. `maybe`: danger together with one of `urgent`. `not_now`: speaks of the past, of
    a service, or figuratively; takes back `maybe`, and `now` too where no `urgent` stands beside it."""

    now: Sequence[str] = ()
    maybe: Sequence[str] = ()
    urgent: Sequence[str] = ()
    not_now: Sequence[str] = ()
    _now: "re.Pattern[str]" = field(init=False, repr=False)
    _maybe: "re.Pattern[str]" = field(init=False, repr=False)
    _urgent: "re.Pattern[str]" = field(init=False, repr=False)
    _not_now: "re.Pattern[str]" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("now", "maybe", "urgent", "not_now"):
            object.__setattr__(self, f"_{name}", any_of(getattr(self, name)))

    def is_past(self, words: Sequence[str]) -> bool:
        """Speaks of the past, of a service, or of what might happen."""
        return self._not_now.search(" ".join(words)) is not None

    def in_danger(self, words: Sequence[str]) -> bool:
        text = " ".join(words)
        past = self._not_now.search(text) is not None
        if self._now.search(text):
            return not past
        return not past and self._maybe.search(text) is not None and self._urgent.search(text) is not None


def any_of(patterns: Iterable[str]) -> "re.Pattern[str]":
    """Each pattern is words: `a/b` is either, `*` ends a word anyhow, ` … ` stands for up to four words between."""
    written = [r" (?:\w+ ){0,4}".join(map(_words, one.split(" … "))) for one in patterns]
    return re.compile(rf"\b(?:{'|'.join(written)})\b" if written else r"(?!)")


def _words(phrase: str) -> str:
    return " ".join(
        f"(?:{'|'.join(re.escape(one).replace(chr(92) + '*', chr(92) + 'w*') for one in word.split('/'))})"
        for word in phrase.split()
    )
