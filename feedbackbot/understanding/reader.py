"""Reads a text: danger, offices, aims."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from feedbackbot.domain.cases.ticket_number import ticket_number_in
from feedbackbot.understanding.aims import Aim, Reading
from feedbackbot.understanding.features import features
from feedbackbot.understanding.folding import fold
from feedbackbot.understanding.knowledge import Knowledge
from feedbackbot.understanding.model import Model
from feedbackbot.understanding.offices import Mention, Offices

_NEAR = 90
"""How like a taught phrase a text must be, of 100."""
_ALARMING: Final = ((8, 0.5), (3, 0.85))
_BY_ITSELF: Final = 0.85
"""From which likeness to an emergency on the alarm sounds, where a word is so many times as frequent in what people in danger
write, and from which on it needs no word that hints at danger: one too many costs a tap, one that is missed may cost a life. Tried
five-fold on the examples: one threshold of 0.42 for words of 8 saw fewer, and a third more sounded falsely."""
_WHATEVER_ELSE: Final = 0.8
"""From here on words of the past ("bahaya", "takut") do not take it back."""
_LEAST_KNOWN = 0.4
Shares = Sequence[tuple[str, float]]
OFFICE = "xkantor"
"""Stands for an office's name in what the learned part sees."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What every text is looked at for, before anything else. `urgent`: somebody is in danger now; `perhaps`: it may be so;
    `shares`: of the words as they stand."""

    words: Sequence[str] = ()
    shares: Shares = ()
    urgent: bool = False
    perhaps: bool = False


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

    def read(self, text: str, seen: Glance | None = None, duties: Model | None = None) -> Reading:
        """Never raises, whatever the text. `seen`: where it was looked at before. `duties`: tells them apart, for whoever has some."""
        seen = seen or glance(self._knowledge, self._model, text)
        words = seen.words
        if not words:
            return Reading(urgent=False)
        corrected = self._offices.corrected(words)
        mentions = self._offices.mentions(corrected)
        return Reading(
            aims=self._aims(text, words, mentions, seen.shares),
            duties=self._duties(text, words, mentions, duties),
            offices=self._offices.guesses(corrected, mentions),
            urgent=seen.urgent,
            perhaps=seen.perhaps,
            known=1.0 if self._taught_aim(words) is not None else self._known(words, mentions),
            bare=_is_bare(corrected, mentions, self._offices.empty),
            number=ticket_number_in(text.upper()) or "",
        )

    def _taught_aim(self, words: Sequence[str]) -> Aim | None:
        from rapidfuzz import fuzz, process

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

    def _duties(
        self, text: str, words: Sequence[str], mentions: Sequence[Mention], model: Model | None
    ) -> tuple[tuple[str, float], ...]:
        """None beside an aim that was taught."""
        if model is None or self._taught_aim(words) is not None:
            return ()
        return tuple(model.shares(features(*what_is_seen(text, words, mentions))))


def glance(knowledge: Knowledge, model: Model, text: str) -> Glance:
    """Whether somebody is in danger now, by the words of danger or by likeness to what people in danger write; asks nothing of the city."""
    words = fold(text, knowledge.spelling)
    if not words:
        return Glance()
    shares = model.shares(features(*what_is_seen(text, words, ())))
    danger = knowledge.danger
    said = danger.literal(words)
    literal = danger.corrected(said, knowledge.vocabulary)
    plain = shares if literal == words else model.shares(features(*what_is_seen(text, literal, ())))
    share = dict(plain)[Aim.DANGER]
    if said != words:  # what is left without a figure of speech is like anything: so must the whole be
        share = min(share, dict(shares)[Aim.DANGER])
    share *= _could_be_told(knowledge, literal)
    telling = max((knowledge.alarm_words.get(word, 0.0) for word in literal), default=0.0)
    alike = any(telling > times and share >= least for times, least in _ALARMING)
    cries, elsewhen, over = danger.cries(literal), danger.is_past(literal), danger.is_over(literal)
    hinted = danger.hinted(literal)
    plainly = alike and (hinted or share >= _BY_ITSELF) and (not elsewhen or share >= _WHATEVER_ELSE)
    urgent = not over and ((cries and not elsewhen) or plainly)
    most = share > 0 and plain[0][0] == Aim.DANGER
    perhaps = not over and (cries or alike or (not elsewhen and (hinted or most)))
    return Glance(words, shares, urgent, urgent or perhaps)


def _could_be_told(knowledge: Knowledge, words: Sequence[str]) -> bool:
    """Not of what is hardly known, or holds no word that stands out in what people in danger write."""
    known = sum(word in knowledge.vocabulary for word in words)
    least = min(times for times, _ in _ALARMING)
    return known >= _LEAST_KNOWN * len(words) and any(
        knowledge.alarm_words.get(one, 0.0) > least for one in words
    )


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


def _is_bare(words: Sequence[str], mentions: Sequence[Mention], empty: Set[str]) -> bool:
    """Nothing but one office; `empty` words count for nothing."""
    if len({one.unit_id for one in mentions}) != 1 or any(one.landmark for one in mentions):
        return False
    inside = {at for one in mentions for at in range(one.start, one.end)}
    return all(at in inside or word in empty for at, word in enumerate(words))
