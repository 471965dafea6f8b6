"""Seats and waiting list of one training as a state machine: every change is a value and a list of effects.

A seat is taken by whoever confirmed and is held for whoever was offered one until the offer runs out. Two laws
hold after every step: seats taken and held never exceed the capacity, and nobody is offered a seat before those
who have waited longer. A free seat is offered at once, so seats are never free while somebody waits.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum


class SeatState(StrEnum):
    SEATED = "seated"
    OFFERED = "offered"  # a seat is held until `offered_until`
    WAITING = "waiting"
    DECLINED = "declined"
    CANCELLED = "cancelled"  # had a seat and gave it back
    LAPSED = "lapsed"  # let an offer run out


class EffectKind(StrEnum):
    SEATED = "seated"
    FULL = "full"  # no seat: the waiting list may be offered
    WAITING = "waiting"
    OFFERED = "offered"
    OFFER_LAPSED = "offer-lapsed"
    OFFER_WITHDRAWN = "offer-withdrawn"  # the training became smaller; back to the head of the waiting list
    DECLINED = "declined"
    CANCELLED = "cancelled"
    CAPACITY_CHANGED = "capacity-changed"
    CAPACITY_REFUSED = "capacity-refused"  # more people are seated than the new capacity allows


@dataclass(frozen=True, slots=True)
class SeatEffect:
    """Something to store or to tell. `place` in the waiting list from 1; `until` when an offer runs out."""

    kind: EffectKind
    person: int | None = None
    place: int | None = None
    until: datetime | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One person's standing. `queued` orders the waiting list; it grows with every entry to it."""

    person: int
    state: SeatState
    queued: int = 0
    offered_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SeatBook:
    """All places of a training. `capacity` None means unlimited (self-paced courses). `more_seated`: how many have a seat and are not
    among `places`, as nothing is to be decided about them."""

    capacity: int | None
    places: tuple[Place, ...] = ()
    more_seated: int = 0

    def place_of(self, person: int) -> Place | None:
        return next((place for place in self.places if place.person == person), None)

    def in_state(self, state: SeatState) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.state is state)

    @property
    def taken(self) -> int:
        """Seats that nobody else can have: confirmed and held ones."""
        return self.more_seated + sum(place.state in _HOLDS_SEAT for place in self.places)

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def waiting(self) -> tuple[Place, ...]:
        """The waiting list, longest waiting first."""
        return tuple(sorted(self.in_state(SeatState.WAITING), key=lambda place: place.queued))


@dataclass(frozen=True, slots=True)
class OfferRule:
    """An offer stands for `stands_for`, but never beyond `not_after` (the registration's end or the start)."""

    stands_for: timedelta = timedelta(hours=24)
    not_after: datetime | None = None

    def until(self, now: datetime) -> datetime:
        return min(now + self.stands_for, self.not_after) if self.not_after else now + self.stands_for


Outcome = tuple[SeatBook, tuple[SeatEffect, ...]]

_HOLDS_SEAT = frozenset({SeatState.SEATED, SeatState.OFFERED})


def accept(book: SeatBook, person: int, *, now: datetime, rule: OfferRule) -> Outcome:
    """Take a seat or confirm an offered one; FULL if there is none for this person, nothing if already seated.

    An offer answered too late is void, but its seat is still given if nobody waits for it.
    """
    book, effects = expire_offers(book, now=now, rule=rule)
    place = book.place_of(person)
    state = place.state if place else None
    if state is SeatState.SEATED:
        return book, effects
    if state is SeatState.OFFERED or _may_take_free_seat(book, person):
        # Clearing an old offer may have made this very person the next: told of the seat, not of an offer too.
        effects = tuple(each for each in effects if (each.kind, each.person) != (EffectKind.OFFERED, person))
        return _with(book, Place(person, SeatState.SEATED)), (*effects, SeatEffect(EffectKind.SEATED, person))
    if state is SeatState.WAITING:
        return book, (*effects, SeatEffect(EffectKind.WAITING, person, place=_waiting_place(book, person)))
    return book, (*effects, SeatEffect(EffectKind.FULL, person))


def wait(book: SeatBook, person: int, *, now: datetime, rule: OfferRule) -> Outcome:
    """Join the end of the waiting list. Who holds a seat or waits already keeps what they have."""
    place = book.place_of(person)
    if place is None or place.state not in _HOLDS_SEAT | {SeatState.WAITING}:
        last = max((each.queued for each in book.places), default=0)
        book = _with(book, Place(person, SeatState.WAITING, queued=last + 1))
        effect = SeatEffect(EffectKind.WAITING, person, place=_waiting_place(book, person))
        return _fill(book, (effect,), now, rule)
    if place.state is SeatState.WAITING:
        return book, (SeatEffect(EffectKind.WAITING, person, place=_waiting_place(book, person)),)
    return book, ()


def decline(book: SeatBook, person: int, *, now: datetime, rule: OfferRule) -> Outcome:
    """Say no to an invitation or an offer, or leave the waiting list. A confirmed seat is given back."""
    place = book.place_of(person)
    if place is not None and place.state is SeatState.SEATED:
        return cancel(book, person, now=now, rule=rule)
    if place is not None and place.state is SeatState.DECLINED:
        return book, ()
    book = _with(book, Place(person, SeatState.DECLINED))
    return _fill(book, (SeatEffect(EffectKind.DECLINED, person),), now, rule)


def cancel(book: SeatBook, person: int, *, now: datetime, rule: OfferRule) -> Outcome:
    """Give back a seat, an offer or a place in the waiting list; nothing for everybody else."""
    place = book.place_of(person)
    if place is None or place.state not in _HOLDS_SEAT | {SeatState.WAITING}:
        return book, ()
    book = _with(book, Place(person, SeatState.CANCELLED))
    return _fill(book, (SeatEffect(EffectKind.CANCELLED, person),), now, rule)


def change_capacity(
    book: SeatBook, capacity: int | None, *, now: datetime, rule: OfferRule, most: int | None = None
) -> Outcome:
    """Another number of seats. Nobody who confirmed is sent away: below their number the change is refused.

    Offers that no longer fit are withdrawn, the latest first; those people wait again at their old place. New seats are offered to so
    many at most; `offer_free` goes on.
    """
    if capacity is not None and capacity < 0:
        raise ValueError("a training cannot have fewer than 0 seats")
    seated = book.more_seated + len(book.in_state(SeatState.SEATED))
    if capacity is not None and seated > capacity:
        return book, (SeatEffect(EffectKind.CAPACITY_REFUSED, seats=seated),)
    effects = [SeatEffect(EffectKind.CAPACITY_CHANGED, seats=capacity)]
    book = replace(book, capacity=capacity)
    held = sorted(book.in_state(SeatState.OFFERED), key=lambda place: place.queued)
    while capacity is not None and book.taken > capacity:
        latest = held.pop()
        book = _with(book, replace(latest, state=SeatState.WAITING, offered_until=None))
        effects.append(SeatEffect(EffectKind.OFFER_WITHDRAWN, latest.person))
    return _fill(book, tuple(effects), now, rule, most)


def offer_free(book: SeatBook, *, now: datetime, rule: OfferRule, most: int) -> Outcome:
    """Offer free seats to so many of those who have waited longest."""
    return _fill(book, (), now, rule, most)


def expire_offers(book: SeatBook, *, now: datetime, rule: OfferRule, most: int | None = None) -> Outcome:
    """Let go of offers that have run out, of so many at most, and offer their seats to the next."""
    effects: list[SeatEffect] = []
    offered = sorted(book.in_state(SeatState.OFFERED), key=lambda place: place.queued)
    for place in [one for one in offered if _has_run_out(one, now)][:most]:
        book = _with(book, Place(place.person, SeatState.LAPSED))
        effects.append(SeatEffect(EffectKind.OFFER_LAPSED, place.person))
    return _fill(book, tuple(effects), now, rule) if effects else (book, ())


def _fill(
    book: SeatBook, effects: tuple[SeatEffect, ...], now: datetime, rule: OfferRule, most: int | None = None
) -> Outcome:
    """Offer every free seat to whoever has waited longest, to so many at most, unless an offer could not be answered any more."""
    until = rule.until(now)
    for place in book.waiting[:most] if until > now else ():
        if book.free == 0:
            break
        book = _with(book, replace(place, state=SeatState.OFFERED, offered_until=until))
        effects += (SeatEffect(EffectKind.OFFERED, place.person, until=until),)
    return book, effects


def _may_take_free_seat(book: SeatBook, person: int) -> bool:
    """A free seat belongs to whoever has waited longest, else to whoever comes first."""
    waiting = book.waiting
    return book.free != 0 and (not waiting or waiting[0].person == person)


def _has_run_out(place: Place, now: datetime) -> bool:
    return place.offered_until is not None and place.offered_until <= now


def _waiting_place(book: SeatBook, person: int) -> int:
    return next(number for number, place in enumerate(book.waiting, start=1) if place.person == person)


def _with(book: SeatBook, changed: Place) -> SeatBook:
    others = tuple(place for place in book.places if place.person != changed.person)
    return replace(book, places=(*others, changed))
