"""From answers to the published index, digit for digit."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Grade, Index, Tally, Weight, grade, ikm, index_of, nrr, rounded

counts = st.integers(1, 400)
tallies = counts.flatmap(lambda n: st.builds(Tally, st.integers(n, 4 * n), st.just(n)))
nine_tallies = st.fixed_dictionaries(dict.fromkeys(ELEMENT_KEYS, tallies))
weights = st.sampled_from(Weight)


def result(by_key: dict[str, Tally], weight: Weight = Weight.EXACT) -> Index:
    found = index_of(by_key, weight)
    assert found is not None
    return found


def all_alike(total: int, n: int) -> dict[str, Tally]:
    return {key: Tally(total, n) for key in ELEMENT_KEYS}


def sekadau_tallies() -> dict[str, Tally]:
    answers = sekadau_answers()
    return {key: Tally(sum(a[key] for a in answers), len(answers)) for key in ELEMENT_KEYS}


def test_the_real_answers_of_sekadau_add_up_to_the_known_sums() -> None:
    assert [t.total for t in sekadau_tallies().values()] == [138, 139, 150, 177, 159, 163, 161, 143, 159]
    assert {t.n for t in sekadau_tallies().values()} == {49}


@pytest.mark.parametrize(
    ("weight", "expected"),
    [(Weight.EXACT, "78.74"), (Weight.W0_111, "78.66"), (Weight.W0_11, "77.95")],
)
def test_the_real_answers_of_sekadau_give_the_known_index(weight: Weight, expected: str) -> None:
    found = result(sekadau_tallies(), weight)
    assert found.ikm == Decimal(expected)
    assert found.grade is Grade.B and found.grade.word == "Baik"
    assert (found.n, found.weakest.key, found.strongest.key) == (49, "persyaratan", "biaya")


def test_the_reading_of_means_is_rounded_but_the_means_are_exact() -> None:
    found = result(sekadau_tallies())
    assert found.nrr["waktu"] == Fraction(150, 49)
    assert found.nrr_rounded["waktu"] == Decimal("3.06")


def test_all_fours_are_exactly_one_hundred_with_the_exact_weight_only() -> None:
    published = {weight: result(all_alike(40, 10), weight).ikm for weight in Weight}
    assert published == {
        Weight.EXACT: Decimal("100.00"),
        Weight.W0_111: Decimal("99.90"),
        Weight.W0_11: Decimal("99.00"),
    }


def test_all_ones_are_the_bottom() -> None:
    assert (result(all_alike(10, 10)).ikm, result(all_alike(10, 10)).grade) == (Decimal("25.00"), Grade.D)


def test_the_weight_can_flip_the_grade_of_a_mean_of_3_5333() -> None:
    exact, older = result(all_alike(53, 15)), result(all_alike(53, 15), Weight.W0_111)
    assert (exact.ikm, exact.grade) == (Decimal("88.33"), Grade.A)
    assert (older.ikm, older.grade) == (Decimal("88.25"), Grade.B)


def test_a_value_in_the_gap_of_the_bands_is_rounded_before_it_is_graded() -> None:
    """64.9972 has no band when unrounded; a total mean of 23.399 / 9 gives exactly that."""
    by_key = all_alike(2600, 1000) | {"sarana": Tally(2599, 1000)}
    found = result(by_key)
    assert rounded(sum(found.nrr.values(), Fraction(0)) * 25 / 9, 4) == Decimal("64.9972")
    assert (found.ikm, found.grade) == (Decimal("65.00"), Grade.C)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("100.00", Grade.A),
        ("88.31", Grade.A),
        ("88.30", Grade.B),
        ("76.61", Grade.B),
        ("76.60", Grade.C),
        ("65.00", Grade.C),
        ("64.99", Grade.D),
        ("25.00", Grade.D),
        ("43.75", Grade.D),
        ("62.51", Grade.D),
        ("81.26", Grade.B),
    ],
)
def test_both_sides_of_every_band(value: str, expected: Grade) -> None:
    assert grade(Decimal(value)) is expected


def test_an_unrounded_index_is_not_graded() -> None:
    with pytest.raises(ValueError, match="two decimals"):
        grade(Decimal("64.9972"))


def test_half_a_hundredth_goes_up() -> None:
    assert rounded(Fraction(78_745, 1000)) == Decimal("78.75")
    assert rounded(Fraction(78_744_999, 1_000_000)) == Decimal("78.74")


def test_an_element_answered_by_fewer_people_is_averaged_over_those() -> None:
    found = result(all_alike(300, 100) | {"biaya": Tally(8, 2)})
    assert found.nrr["biaya"] == 4
    assert found.ikm == rounded(Fraction(8 * 3 + 4, 9) * 25)
    assert found.n == 100


def test_without_answers_to_an_element_there_is_no_index() -> None:
    assert index_of({}) is None
    assert index_of(all_alike(30, 10) | {"waktu": Tally(0, 0)}) is None


@pytest.mark.parametrize(("total", "n"), [(9, 10), (41, 10), (1, 0), (0, -1)])
def test_sums_that_no_answers_can_give_are_refused(total: int, n: int) -> None:
    with pytest.raises(ValueError, match="cannot add up"):
        Tally(total, n)


def test_a_mean_of_no_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody answered"):
        nrr(0, 0)


@given(nine_tallies, weights)
@settings(deadline=None)
def test_the_index_is_the_rounded_exact_value_and_lies_in_its_band(
    by_key: dict[str, Tally], weight: Weight
) -> None:
    found = result(by_key, weight)
    exact = sum((Fraction(t.total, t.n) for t in by_key.values()), Fraction(0)) * Fraction(weight.value) * 25
    assert abs(Fraction(found.ikm) - exact) <= Fraction(1, 200)
    assert Fraction(found.ikm) - exact != Fraction(-1, 200), "a half goes up"
    assert Decimal("24.75") <= found.ikm <= 100
    assert found.ikm >= found.grade.lowest_ikm or found.grade is Grade.D


@given(nine_tallies, st.integers(2, 50))
@settings(deadline=None)
def test_asking_the_same_people_again_changes_nothing(by_key: dict[str, Tally], times: int) -> None:
    again = {key: Tally(t.total * times, t.n * times) for key, t in by_key.items()}
    assert result(again).ikm == result(by_key).ikm


@given(nine_tallies, st.sampled_from(ELEMENT_KEYS))
@settings(deadline=None)
def test_a_better_answer_never_lowers_the_index(by_key: dict[str, Tally], key: str) -> None:
    tally = by_key[key]
    better = by_key | {key: Tally(tally.total + (tally.total < 4 * tally.n), tally.n)}
    assert result(better).ikm >= result(by_key).ikm


@given(nine_tallies, st.permutations(ELEMENT_KEYS))
@settings(deadline=None)
def test_the_elements_count_alike_in_any_order(by_key: dict[str, Tally], order: list[str]) -> None:
    shuffled = dict(zip(order, by_key.values(), strict=True))
    assert result(shuffled).ikm == result(by_key).ikm


@given(nine_tallies)
@settings(deadline=None)
def test_the_weakest_element_has_the_lowest_mean(by_key: dict[str, Tally]) -> None:
    found = result(by_key)
    assert found.nrr[found.weakest.key] == min(found.nrr.values())
    assert found.nrr[found.strongest.key] == max(found.nrr.values())
    assert [found.nrr[e.key] for e in found.from_lowest] == sorted(found.nrr.values())


def test_the_index_of_nine_means_can_be_had_without_tallies() -> None:
    assert ikm({key: Fraction(7, 2) for key in ELEMENT_KEYS}) == Decimal("87.50")
