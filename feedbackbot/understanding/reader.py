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
_ALARMING = 0.42
"""So like an emergency words must be: one too many costs a tap, one that is missed may cost a life."""
_WHATEVER_ELSE = 0.6
"""From here on words of the past ("bahaya", "takut") do not take it back."""
_LEAST_KNOWN = 0.4
Shares = Sequence[tuple[str, float]]
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
        plain = self._model.shares(features(*what_is_seen(text, words, ())))
        alarming = _alarming(self._knowledge, words, plain)
        return Reading(
            aims=self._aims(text, words, mentions, plain),
            offices=offices,
            urgent=alarming >= _ALARMING or self._knowledge.danger.in_danger(words),
            alarming=alarming,
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
        self, text: str, words: Sequence[str], mentions: Sequence[Mention], plain: Shares
    ) -> tuple[tuple[Aim, float], ...]:
        """`plain`: the shares of the words as they stand, the same where no office is to be masked."""
        if (taught := self._taught_aim(words)) is not None:
            return ((taught, 1.0),)
        masked = self._model.shares(features(*what_is_seen(text, words, mentions))) if mentions else plain
        shares = [one for one in masked if one[0] != Aim.DANGER]
        whole = sum(share for _, share in shares)
        return tuple((Aim(aim), share / whole) for aim, share in shares)


def sees_danger(knowledge: Knowledge, model: Model, text: str) -> bool:
    """Whether somebody is in danger now: by the words of danger, or by likeness to what people in danger write."""
    words = fold(text, knowledge.spelling)
    return knowledge.danger.in_danger(words) or like_danger(knowledge, model, text) >= _ALARMING


def like_danger(knowledge: Knowledge, model: Model, text: str) -> float:
    """How like an emergency a text is, 0-1."""
    words = fold(text, knowledge.spelling)
    return _alarming(knowledge, words, model.shares(features(*what_is_seen(text, words, ()))))


def _alarming(knowledge: Knowledge, words: Sequence[str], shares: Shares) -> float:
    """0 for what speaks of the past, is hardly known, or holds no word that stands out in what people in danger write."""
    known = sum(word in knowledge.vocabulary for word in words)
    if known < _LEAST_KNOWN * len(words) or knowledge.alarm_words.isdisjoint(words):
        return 0.0
    share = dict(shares)[Aim.DANGER]
    return 0.0 if share < _WHATEVER_ELSE and knowledge.danger.is_past(words) else share


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
