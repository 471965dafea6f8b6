"""Seats and waiting list of one training as a state machine: every change is a value and a list of effects.

A seat is taken by whoever confirmed and is held for whoever was offered one until the offer runs out. Two laws
hold after every step: seats taken and held never exceed the capacity, and nobody is offered a seat before those
who have waited longer. A free seat is offered at once, so seats are never free while somebody waits.
"""

from dataclasses import replace
from datetime import datetime

from feedbackbot.domain.training.seat_book import (
    HOLDS_SEAT,
    EffectKind,
    OfferRule,
    Place,
    SeatBook,
    SeatEffect,
    SeatState,
)

Outcome = tuple[SeatBook, tuple[SeatEffect, ...]]


def accept(book: SeatBook, person: int, *, now: datetime, rule: OfferRule) -> Outcome:
    """Take a seat or confirm an offered one; FULL if there is none for this person, nothing if already seated.

    An offer answered too late is void, but its seat is still given if nobody waits for it. One for which there is no seat any more,
    since the training became smaller, is worth a place at the head of the waiting list.
    """
    book, effects = expire_offers(book, now=now, rule=rule)
    place = book.place_of(person)
    if place is not None and place.state is SeatState.OFFERED and not _still_fits(book, place):
        place = replace(place, state=SeatState.WAITING, offered_until=None)
        book = _with(book, place)
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
    if place is None or place.state not in HOLDS_SEAT | {SeatState.WAITING}:
        last = max((book.others.last_queued, *(each.queued for each in book.places)))
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
    if place is None or place.state not in HOLDS_SEAT | {SeatState.WAITING}:
        return book, ()
    book = _with(book, Place(person, SeatState.CANCELLED))
    return _fill(book, (SeatEffect(EffectKind.CANCELLED, person),), now, rule)


def change_capacity(
    book: SeatBook, capacity: int | None, *, now: datetime, rule: OfferRule, most: int | None = None
) -> Outcome:
    """Another number of seats. Nobody who confirmed is sent away: below their number the change is refused.

    Offers that no longer fit are withdrawn, the latest first; those people wait again at their old place. Of so many at most, and new
    seats are offered to so many at most; `withdraw_offers` and `offer_free` go on.
    """
    if capacity is not None and capacity < 0:
        raise ValueError("a training cannot have fewer than 0 seats")
    if capacity is not None and book.seated > capacity:
        return book, (SeatEffect(EffectKind.CAPACITY_REFUSED, seats=book.seated),)
    book, withdrawn = withdraw_offers(replace(book, capacity=capacity), most=most)
    changed = SeatEffect(EffectKind.CAPACITY_CHANGED, seats=capacity)
    return _fill(book, (changed, *withdrawn), now, rule, most)


def withdraw_offers(book: SeatBook, *, most: int | None = None) -> Outcome:
    """Take back offers that no longer fit, the latest first, so many at most."""
    effects: tuple[SeatEffect, ...] = ()
    offered = sorted(book.in_state(SeatState.OFFERED), key=lambda place: place.queued, reverse=True)
    for latest in offered[:most]:
        if book.capacity is None or book.taken <= book.capacity:
            break
        book = _with(book, replace(latest, state=SeatState.WAITING, offered_until=None))
        effects += (SeatEffect(EffectKind.OFFER_WITHDRAWN, latest.person),)
    return book, effects


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
    """Offer every free seat to whoever has waited longest, to so many at most, unless an offer could not be answered any more. Who comes
    after others that are not among the places has to wait."""
    until = rule.until(now)
    for place in book.waiting[: book.others.first][:most] if until > now else ():
        if book.free == 0:
            break
        book = _with(book, replace(place, state=SeatState.OFFERED, offered_until=until))
        effects += (SeatEffect(EffectKind.OFFERED, place.person, until=until),)
    return book, effects


def _may_take_free_seat(book: SeatBook, person: int) -> bool:
    """A free seat belongs to whoever has waited longest, else to whoever comes first."""
    waiting = book.waiting
    if book.free == 0:
        return False
    return waiting[0].person == person and not book.others.ahead if waiting else not book.others.waiting


def _still_fits(book: SeatBook, offer: Place) -> bool:
    before = sum(place.queued < offer.queued for place in book.in_state(SeatState.OFFERED))
    return book.capacity is None or book.seated + before + book.others.offers_ahead < book.capacity


def _has_run_out(place: Place, now: datetime) -> bool:
    return place.offered_until is not None and place.offered_until <= now


def _waiting_place(book: SeatBook, person: int) -> int:
    listed = next(number for number, place in enumerate(book.waiting, start=1) if place.person == person)
    return listed + book.others.ahead


def _with(book: SeatBook, changed: Place) -> SeatBook:
    others = tuple(place for place in book.places if place.person != changed.person)
    return replace(book, places=(*others, changed))
