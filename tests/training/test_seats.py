"""Seats are never over-booked and the waiting list keeps its order, whatever happens in whatever order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from feedbackbot.domain.training.seat_book import EffectKind, OfferRule, SeatBook, SeatEffect, SeatState
from feedbackbot.domain.training.seats import (
    Outcome,
    accept,
    cancel,
    change_capacity,
    decline,
    expire_offers,
    wait,
)

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
RULE = OfferRule(timedelta(hours=24))
ANI, BUDI, CUT, DEDI = 1, 2, 3, 4


def kinds(outcome: Outcome) -> list[tuple[EffectKind, int | None]]:
    return [(effect.kind, effect.person) for effect in outcome[1]]


def full_with_two_waiting() -> SeatBook:
    book, _ = accept(SeatBook(1), ANI, now=NOW, rule=RULE)
    book, _ = wait(book, BUDI, now=NOW, rule=RULE)
    return wait(book, CUT, now=NOW, rule=RULE)[0]


def test_a_full_training_says_so_and_gives_a_place_in_the_waiting_list() -> None:
    book, _ = accept(SeatBook(1), ANI, now=NOW, rule=RULE)
    assert kinds(accept(book, BUDI, now=NOW, rule=RULE)) == [(EffectKind.FULL, BUDI)]
    book, _ = wait(book, BUDI, now=NOW, rule=RULE)
    assert wait(book, CUT, now=NOW, rule=RULE)[1] == (SeatEffect(EffectKind.WAITING, CUT, place=2),)


def test_a_seat_that_comes_free_is_offered_to_the_first_in_the_list() -> None:
    outcome = cancel(full_with_two_waiting(), ANI, now=NOW, rule=RULE)
    assert kinds(outcome) == [(EffectKind.CANCELLED, ANI), (EffectKind.OFFERED, BUDI)]
    assert outcome[1][1].until == NOW + timedelta(hours=24)


def test_an_offer_is_confirmed_by_accepting() -> None:
    book, _ = cancel(full_with_two_waiting(), ANI, now=NOW, rule=RULE)
    assert kinds(accept(book, CUT, now=NOW, rule=RULE)) == [(EffectKind.WAITING, CUT)]
    assert kinds(accept(book, BUDI, now=NOW, rule=RULE)) == [(EffectKind.SEATED, BUDI)]


def test_an_offer_that_runs_out_goes_to_the_next() -> None:
    book, _ = cancel(full_with_two_waiting(), ANI, now=NOW, rule=RULE)
    outcome = expire_offers(book, now=NOW + timedelta(hours=24), rule=RULE)
    assert kinds(outcome) == [(EffectKind.OFFER_LAPSED, BUDI), (EffectKind.OFFERED, CUT)]


def test_an_answer_after_the_offer_ran_out_does_not_push_the_next_aside() -> None:
    book, _ = cancel(full_with_two_waiting(), ANI, now=NOW, rule=RULE)
    outcome = accept(book, BUDI, now=NOW + timedelta(days=2), rule=RULE)
    assert kinds(outcome) == [
        (EffectKind.OFFER_LAPSED, BUDI),
        (EffectKind.OFFERED, CUT),
        (EffectKind.FULL, BUDI),
    ]


def test_a_late_answer_still_gets_the_seat_if_nobody_waits() -> None:
    book, _ = accept(SeatBook(1), ANI, now=NOW, rule=RULE)
    book, _ = wait(book, BUDI, now=NOW, rule=RULE)
    book, _ = cancel(book, ANI, now=NOW, rule=RULE)
    outcome = accept(book, BUDI, now=NOW + timedelta(days=2), rule=RULE)
    assert kinds(outcome) == [(EffectKind.OFFER_LAPSED, BUDI), (EffectKind.SEATED, BUDI)]


def test_the_next_in_line_who_taps_after_an_offer_ran_out_is_told_once_and_seated() -> None:
    book, _ = cancel(full_with_two_waiting(), ANI, now=NOW, rule=RULE)
    outcome = accept(book, CUT, now=NOW + timedelta(days=2), rule=RULE)
    assert kinds(outcome) == [(EffectKind.OFFER_LAPSED, BUDI), (EffectKind.SEATED, CUT)]


def test_tapping_twice_changes_nothing() -> None:
    book, _ = accept(SeatBook(2), ANI, now=NOW, rule=RULE)
    assert accept(book, ANI, now=NOW, rule=RULE) == (book, ())
    book, _ = decline(book, ANI, now=NOW, rule=RULE)
    assert cancel(book, ANI, now=NOW, rule=RULE) == (book, ())


def test_declining_a_seat_gives_it_back() -> None:
    outcome = decline(full_with_two_waiting(), ANI, now=NOW, rule=RULE)
    assert kinds(outcome) == [(EffectKind.CANCELLED, ANI), (EffectKind.OFFERED, BUDI)]


def test_more_seats_move_the_list_up_in_order() -> None:
    outcome = change_capacity(full_with_two_waiting(), 3, now=NOW, rule=RULE)
    assert kinds(outcome)[1:] == [(EffectKind.OFFERED, BUDI), (EffectKind.OFFERED, CUT)]


def test_fewer_seats_than_people_seated_are_refused() -> None:
    book = full_with_two_waiting()
    assert change_capacity(book, 0, now=NOW, rule=RULE) == (
        book,
        (SeatEffect(EffectKind.CAPACITY_REFUSED, seats=1),),
    )


def test_fewer_seats_withdraw_the_latest_offer_and_keep_its_place_in_the_list() -> None:
    book, _ = change_capacity(full_with_two_waiting(), 3, now=NOW, rule=RULE)
    book, _ = wait(book, DEDI, now=NOW, rule=RULE)
    outcome = change_capacity(book, 2, now=NOW, rule=RULE)
    assert kinds(outcome)[1:] == [(EffectKind.OFFER_WITHDRAWN, CUT)]
    assert [place.person for place in outcome[0].waiting] == [CUT, DEDI]


def test_a_negative_number_of_seats_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="fewer than 0"):
        change_capacity(SeatBook(1), -1, now=NOW, rule=RULE)


def test_no_offer_stands_beyond_the_end_of_registration() -> None:
    soon = OfferRule(timedelta(hours=24), not_after=NOW + timedelta(hours=2))
    book = full_with_two_waiting()
    assert cancel(book, ANI, now=NOW, rule=soon)[1][1].until == NOW + timedelta(hours=2)
    late = cancel(book, ANI, now=NOW + timedelta(hours=3), rule=soon)
    assert kinds(late) == [(EffectKind.CANCELLED, ANI)]


def test_a_free_seat_after_the_end_of_offers_is_the_first_waiters_and_nobody_elses() -> None:
    over = OfferRule(timedelta(hours=24), not_after=NOW)
    book, _ = cancel(full_with_two_waiting(), ANI, now=NOW, rule=over)
    assert kinds(accept(book, DEDI, now=NOW, rule=over)) == [(EffectKind.FULL, DEDI)]
    assert kinds(accept(book, CUT, now=NOW, rule=over)) == [(EffectKind.WAITING, CUT)]
    assert kinds(accept(book, BUDI, now=NOW, rule=over)) == [(EffectKind.SEATED, BUDI)]


def test_an_unlimited_course_never_fills() -> None:
    book = SeatBook(None)
    for person in range(50):
        book, _ = accept(book, person, now=NOW, rule=RULE)
    assert len(book.in_state(SeatState.SEATED)) == 50
    assert book.free is None


people = st.integers(1, 8)


class AnyInterleaving(RuleBasedStateMachine):
    """Random taps of eight people, an admin who resizes the room, and a clock."""

    @initialize(capacity=st.integers(0, 3))
    def open(self, capacity: int) -> None:
        self.book = SeatBook(capacity)
        self.now = NOW
        self.asked: list[int] = []  # a model of the list: people in the order in which they joined it

    def _took(self, outcome: Outcome) -> None:
        self.book, effects = outcome
        for effect in effects:
            person = effect.person
            if effect.kind is EffectKind.WAITING and person is not None and person not in self.asked:
                self.asked.append(person)
            if effect.kind is EffectKind.OFFERED and person is not None:
                ahead = self.asked[: self.asked.index(person)]
                states = [place.state for each in ahead if (place := self.book.place_of(each))]
                assert SeatState.WAITING not in states, "somebody who waited longer was passed over"
            if effect.kind in _LEAVES_LIST and person in self.asked:
                self.asked.remove(person)

    @rule(person=people)
    def accepts(self, person: int) -> None:
        before, in_line = self.book.place_of(person), list(self.asked)
        self._took(accept(self.book, person, now=self.now, rule=RULE))
        after = self.book.place_of(person)
        if after is None or after.state is not SeatState.SEATED or before == after:
            return
        if before is not None and before.state in (SeatState.WAITING, SeatState.OFFERED):
            passed_over = in_line[: in_line.index(person)]
        else:
            passed_over = in_line
        waiting = {place.person for place in self.book.waiting}
        assert waiting.isdisjoint(passed_over), "a seat went past somebody who has waited longer"

    @rule(person=people)
    def waits(self, person: int) -> None:
        self._took(wait(self.book, person, now=self.now, rule=RULE))

    @rule(person=people)
    def declines(self, person: int) -> None:
        self._took(decline(self.book, person, now=self.now, rule=RULE))

    @rule(person=people)
    def cancels(self, person: int) -> None:
        self._took(cancel(self.book, person, now=self.now, rule=RULE))

    @rule(capacity=st.integers(0, 5))
    def resizes(self, capacity: int) -> None:
        seated = self.book.in_state(SeatState.SEATED)
        self._took(change_capacity(self.book, capacity, now=self.now, rule=RULE))
        assert set(seated) <= set(self.book.in_state(SeatState.SEATED)), "nobody seated is sent away"

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @precondition(lambda self: self.book.in_state(SeatState.OFFERED))
    @rule()
    def offers_expire(self) -> None:
        self._took(expire_offers(self.book, now=self.now, rule=RULE))

    @invariant()
    def never_over_booked(self) -> None:
        assert self.book.capacity is not None
        assert self.book.taken <= self.book.capacity

    @invariant()
    def no_seat_is_free_while_somebody_waits(self) -> None:
        assert not self.book.waiting or self.book.free == 0

    @invariant()
    def the_list_keeps_its_order(self) -> None:
        waiting = [place.person for place in self.book.waiting]
        assert waiting == [person for person in self.asked if person in waiting]

    @invariant()
    def nobody_stands_in_two_places(self) -> None:
        persons = [place.person for place in self.book.places]
        assert len(persons) == len(set(persons))


_LEAVES_LIST = {EffectKind.SEATED, EffectKind.OFFER_LAPSED, EffectKind.DECLINED, EffectKind.CANCELLED}

TestAnyInterleaving = AnyInterleaving.TestCase
TestAnyInterleaving.settings = settings(deadline=None, max_examples=150, stateful_step_count=40)
