"""Reads a text: danger, offices, aims."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from feedbackbot.domain.cases.ticket_number import ticket_number_in
from feedbackbot.understanding.aims import Aim, Reading
from feedbackbot.understanding.features import features
from feedbackbot.understanding.folding import fold
from feedbackbot.understanding.knowledge import Knowledge
from feedbackbot.understanding.model import Model
from feedbackbot.understanding.offices import EMPTY, Mention, Offices

_NEAR = 90
"""How like a taught phrase a text must be, of 100."""
OFFICE = "xkantor"
"""Stands for an office's name in what the learned part sees."""


class Reader:
    """One city's. `taught`: texts that an admin has said the aim of."""

    def __init__(
        self, knowledge: Knowledge, model: Model, offices: Offices, taught: Mapping[str, Aim] | None = None
    ) -> None:
        self._knowledge, self._model, self._offices = knowledge, model, offices
        self._taught = {" ".join(fold(text, knowledge.spelling)): aim for text, aim in (taught or {}).items()}

    def taught(self, phrases: Mapping[str, Aim]) -> "Reader":
        """The same reader, taught these."""
        return Reader(self._knowledge, self._model, self._offices, phrases)

    def read(self, text: str) -> Reading:
        """Never raises, whatever the text."""
        words = fold(text, self._knowledge.spelling)
        if not words:
            return Reading(urgent=False)
        corrected = self._offices.corrected(words)
        mentions = self._offices.mentions(corrected)
        offices = self._offices.guesses(corrected, mentions)
        return Reading(
            aims=self._aims(text, words, mentions),
            offices=offices,
            urgent=self._knowledge.danger.in_danger(words),
            known=1.0 if self._taught_aim(words) is not None else self._known(words, mentions),
            bare=_is_bare(corrected, mentions),
            number=ticket_number_in(text.upper()) or "",
        )

    def _taught_aim(self, words: Sequence[str]) -> Aim | None:
        near = process.extractOne(" ".join(words), self._taught.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return self._taught[near[0]] if near else None

    def _known(self, words: Sequence[str], mentions: Sequence[Mention]) -> float:
        inside = {at for one in mentions for at in range(one.start, one.end)}
        seen = sum(at in inside or word in self._knowledge.vocabulary for at, word in enumerate(words))
        return seen / len(words)

    def _aims(
        self, text: str, words: Sequence[str], mentions: Sequence[Mention]
    ) -> tuple[tuple[Aim, float], ...]:
        if (taught := self._taught_aim(words)) is not None:
            return ((taught, 1.0),)
        seen, signs = what_is_seen(text, words, mentions)
        return tuple((Aim(aim), share) for aim, share in self._model.shares(features(seen, signs)))


def what_is_seen(text: str, words: Sequence[str], mentions: Sequence[Mention]) -> tuple[list[str], list[str]]:
    """The words with offices masked, and the signs, as the learned part sees them."""
    masked = list(words)
    for one in mentions:
        for at in range(one.start, one.end):
            masked[at] = OFFICE if at == one.start else ""
    seen = [word for word in masked if word]
    signs = [
        f"n{min(len(seen), 3) if len(seen) <= 3 else 6 if len(seen) <= 6 else 12 if len(seen) <= 12 else 99}"
    ]
    if "?" in text:
        signs.append("?")
    if ticket_number_in(text.upper()):
        signs.append("number")
    return seen, signs


def _is_bare(words: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Nothing but one office."""
    if len({one.unit_id for one in mentions}) != 1 or any(one.landmark for one in mentions):
        return False
    inside = {at for one in mentions for at in range(one.start, one.end)}
    return all(at in inside or word in EMPTY for at, word in enumerate(words))
