"""Reads a text: danger, offices, aims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

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
_ALARMING: Final = ((8, 0.5), (3, 0.85))
"""From which likeness to an emergency on the alarm sounds, where a word is so many times as frequent in what people in danger
write: one too many costs a tap, one that is missed may cost a life. Tried five-fold on the examples: one threshold of 0.42 for
words of 8 saw fewer, and a third more sounded falsely."""
_WHATEVER_ELSE: Final = 0.8
"""From here on words of the past ("bahaya", "takut") do not take it back."""
_LEAST_KNOWN = 0.4
Shares = Sequence[tuple[str, float]]
OFFICE = "xkantor"
"""Stands for an office's name in what the learned part sees."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What every text is looked at for, before anything else. `urgent`: somebody is in danger now; `alarming`: how like that it is, 0-1;
    `shares`: of the words as they stand."""

    words: Sequence[str] = ()
    shares: Shares = ()
    alarming: float = 0.0
    urgent: bool = False


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

    def read(self, text: str, seen: Glance | None = None) -> Reading:
        """Never raises, whatever the text. `seen`: where it was looked at before."""
        seen = seen or glance(self._knowledge, self._model, text)
        words = seen.words
        if not words:
            return Reading(urgent=False)
        corrected = self._offices.corrected(words)
        mentions = self._offices.mentions(corrected)
        return Reading(
            aims=self._aims(text, words, mentions, seen.shares),
            offices=self._offices.guesses(corrected, mentions),
            urgent=seen.urgent,
            alarming=seen.alarming,
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


def glance(knowledge: Knowledge, model: Model, text: str) -> Glance:
    """Whether somebody is in danger now, by the words of danger or by likeness to what people in danger write; asks nothing of the city."""
    words = fold(text, knowledge.spelling)
    if not words:
        return Glance()
    shares = model.shares(features(*what_is_seen(text, words, ())))
    literal = knowledge.danger.corrected(knowledge.danger.literal(words), knowledge.vocabulary)
    plain = shares if literal == words else model.shares(features(*what_is_seen(text, literal, ())))
    alarming = _alarming(knowledge, literal, plain)
    telling = max((knowledge.alarm_words.get(word, 0.0) for word in literal), default=0.0)
    alike = any(telling > times and alarming >= share for times, share in _ALARMING)
    return Glance(words, shares, alarming, alike or knowledge.danger.in_danger(literal))


def _alarming(knowledge: Knowledge, words: Sequence[str], shares: Shares) -> float:
    """0 for what speaks of the past, is hardly known, or holds no word that stands out in what people in danger write."""
    known = sum(word in knowledge.vocabulary for word in words)
    least = min(times for times, _ in _ALARMING)
    if known < _LEAST_KNOWN * len(words) or all(
        knowledge.alarm_words.get(one, 0.0) <= least for one in words
    ):
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
