"""What seats and waiting list of one training are made of: places, what is known of the others, effects of a step."""

from dataclasses import dataclass
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
class Others:
    """Those who are not among a book's places, as nothing is decided about them: how many have a seat, are offered one, wait before the
    person it is about, are offered a seat before that person, or wait at all. `first`: so many of the head of the waiting list are among
    the places; None: all are."""

    seated: int = 0
    offered: int = 0
    ahead: int = 0
    offers_ahead: int = 0
    waiting: int = 0
    first: int | None = None
    last_queued: int = 0


@dataclass(frozen=True, slots=True)
class SeatBook:
    """Places of a training. `capacity` None means unlimited (self-paced courses)."""

    capacity: int | None
    places: tuple[Place, ...] = ()
    others: Others = Others()

    def place_of(self, person: int) -> Place | None:
        return next((place for place in self.places if place.person == person), None)

    def in_state(self, state: SeatState) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.state is state)

    @property
    def taken(self) -> int:
        """Seats that nobody else can have: confirmed and held ones."""
        return (
            self.others.seated + self.others.offered + sum(place.state in HOLDS_SEAT for place in self.places)
        )

    @property
    def seated(self) -> int:
        return self.others.seated + len(self.in_state(SeatState.SEATED))

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def waiting(self) -> tuple[Place, ...]:
        """Of the places, longest waiting first."""
        return tuple(sorted(self.in_state(SeatState.WAITING), key=lambda place: place.queued))


@dataclass(frozen=True, slots=True)
class OfferRule:
    """An offer stands for `stands_for`, but never beyond `not_after` (the registration's end or the start)."""

    stands_for: timedelta = timedelta(hours=24)
    not_after: datetime | None = None

    def until(self, now: datetime) -> datetime:
        return min(now + self.stands_for, self.not_after) if self.not_after else now + self.stands_for


HOLDS_SEAT = frozenset({SeatState.SEATED, SeatState.OFFERED})
