"""The ledger's laws: the sum is the balance, no cause pays twice, nothing is paid for taps."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.incentives.points import (
    DEFAULT_VALUES,
    POINT_RULES,
    Cause,
    CauseKind,
    LedgerEntry,
    answered_in_time,
    balance,
    earn,
    take_back,
)

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
causes = st.builds(Cause, st.sampled_from(CauseKind), st.sampled_from(["1", "2", "3"]))


def book(events: list[tuple[bool, Cause]]) -> list[LedgerEntry]:
    """Earning (True) and taking back (False) in the given order, as a ledger would be written."""
    ledger: list[LedgerEntry] = []
    for earning, cause in events:
        booked = {entry.cause_key for entry in ledger}
        if earning:
            entry = earn("ani", cause, NOW, booked)
        else:
            paid = next((entry for entry in ledger if entry.cause_key == cause.key), None)
            entry = take_back(paid, NOW, booked) if paid else None
        ledger += [entry] if entry else []
    return ledger


@given(st.lists(st.tuples(st.booleans(), causes), max_size=30))
@settings(deadline=None)
def test_whatever_is_repeated_each_cause_pays_once_and_the_sum_is_the_balance(
    events: list[tuple[bool, Cause]],
) -> None:
    ledger = book(events)
    keys = [entry.cause_key for entry in ledger]
    assert len(keys) == len(set(keys))
    earned = {key for key in keys if not key.startswith("taken-back:")}
    kept = {key for key in earned if f"taken-back:{key}" not in keys}
    assert balance(ledger) == sum(DEFAULT_VALUES[CauseKind(key.split(":")[0])] for key in kept)
    assert balance(ledger) >= 0


@given(st.lists(causes, max_size=20), st.randoms())
@settings(deadline=None)
def test_the_order_of_causes_does_not_change_the_balance(given_causes: list[Cause], chance: object) -> None:
    before = balance(book([(True, cause) for cause in given_causes]))
    chance.shuffle(given_causes)  # type: ignore[attr-defined]
    assert balance(book([(True, cause) for cause in given_causes])) == before


def test_what_was_taken_back_is_not_paid_again() -> None:
    cause = Cause(CauseKind.ATTENDED, "session-1")
    assert [entry.points for entry in book([(True, cause), (False, cause), (True, cause)])] == [20, -20]


def test_causes_of_different_kinds_or_subjects_have_different_keys() -> None:
    keys = {Cause(kind, subject).key for kind in CauseKind for subject in ("1", "1:1", "2")}
    assert len(keys) == 3 * len(CauseKind)


def test_every_kind_of_cause_has_a_rule() -> None:
    assert POINT_RULES.keys() == set(CauseKind)
    assert all(rule.points > 0 for rule in POINT_RULES.values())


def test_an_agency_may_set_another_value_or_none() -> None:
    cause = Cause(CauseKind.PASSED, "course-1")
    doubled = earn("ani", cause, NOW, (), {**DEFAULT_VALUES, CauseKind.PASSED: 60})
    assert doubled == LedgerEntry("ani", cause.key, 60, NOW)
    assert earn("ani", cause, NOW, (), {**DEFAULT_VALUES, CauseKind.PASSED: 0}) is None


def test_a_value_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot cost"):
        earn("ani", Cause(CauseKind.PASSED, "course-1"), NOW, (), {CauseKind.PASSED: -1})


def test_a_cause_without_its_subject_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its session"):
        Cause(CauseKind.ATTENDED, "")


def test_a_taking_back_cannot_be_taken_back() -> None:
    with pytest.raises(ValueError, match="cannot be taken back"):
        take_back(LedgerEntry("ani", "taken-back:attended:1", -20, NOW), NOW, ())


def test_an_answer_at_the_deadline_is_in_time_and_one_after_it_is_not() -> None:
    assert answered_in_time(NOW, deadline=NOW)
    assert not answered_in_time(NOW + timedelta(seconds=1), deadline=NOW)
