"""Boards show one's surroundings, only the willing, and never who is lowest."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.incentives.boards import (
    Row,
    Score,
    UnitPoints,
    leading_teams,
    personal_board,
    team_board,
    team_scores,
)

names = st.text("abcdefghijklmnop", min_size=1, max_size=2)
points = st.dictionaries(names, st.integers(0, 30), min_size=1, max_size=30)
units = st.lists(
    st.builds(UnitPoints, names, st.integers(0, 40), st.integers(0, 400)),
    max_size=30,
    unique_by=lambda u: u.unit,
)


def scores(given_points: dict[str, int]) -> list[Score]:
    return [Score(name, value) for name, value in given_points.items()]


def lower_half(given_points: dict[str, int]) -> set[str]:
    ordered = sorted(given_points, key=lambda name: (-given_points[name], name))
    return set(ordered[(len(ordered) + 1) // 2 :])


@given(points, st.sets(names), names)
@settings(deadline=None)
def test_only_who_opted_in_is_seen_and_sees(
    given_points: dict[str, int], willing: set[str], reader: str
) -> None:
    board = personal_board(scores(given_points), willing, reader)
    assert {row.key for row in board} <= willing & given_points.keys()
    assert bool(board) == (reader in willing and reader in given_points)


@given(points)
@settings(deadline=None)
def test_each_sees_at_most_five_above_and_five_below_best_first(given_points: dict[str, int]) -> None:
    for reader in given_points:
        board = personal_board(scores(given_points), given_points, reader)
        (position,) = (index for index, row in enumerate(board) if row.is_reader)
        assert board[position].key == reader
        assert position <= 5 and len(board) - position - 1 <= 5
        assert [row.points for row in board] == sorted((row.points for row in board), reverse=True)


@given(points)
@settings(deadline=None)
def test_who_stands_in_the_lower_half_is_seen_by_nobody_above_and_has_no_place(
    given_points: dict[str, int],
) -> None:
    lowest = lower_half(given_points)
    for reader in given_points:
        board = personal_board(scores(given_points), given_points, reader)
        for row in board:
            assert (row.place is None) == (row.key in lowest)
            if row.key in lowest and not row.is_reader:
                assert reader in lowest and row.points >= given_points[reader]


@given(points)
@settings(deadline=None)
def test_a_place_is_one_more_than_the_number_of_better_ones(given_points: dict[str, int]) -> None:
    for reader in given_points:
        for row in personal_board(scores(given_points), given_points, reader):
            if row.place is not None:
                assert row.place == 1 + sum(value > row.points for value in given_points.values())


@given(units)
@settings(deadline=None)
def test_teams_stand_by_their_mean_over_all_staff_and_small_units_are_left_out(
    given_units: list[UnitPoints],
) -> None:
    by_name = {unit.unit: unit for unit in given_units}
    for score in team_scores(given_units):
        unit = by_name[score.key]
        assert unit.staff >= 5 and score.points == Fraction(unit.points, unit.staff)
    assert len(team_scores(given_units)) == sum(unit.staff >= 5 for unit in given_units)


@given(units)
@settings(deadline=None)
def test_what_everybody_sees_are_at_most_three_teams_of_the_upper_half(given_units: list[UnitPoints]) -> None:
    means = {score.key: score.points for score in team_scores(given_units)}
    shown = leading_teams(given_units)
    assert len(shown) <= 3
    for row in shown:
        assert row.place == 1 + sum(mean > row.points for mean in means.values())
        assert sum(mean > row.points for mean in means.values()) < (len(means) + 1) / 2


def test_a_large_unit_does_not_lead_by_its_size() -> None:
    city = [UnitPoints("large", 400, 800), UnitPoints("small", 8, 40), UnitPoints("tiny", 2, 100)]
    assert team_board(city, "small") == (Row("small", 5, 1, True),)
    assert team_board(city, "large") == (Row("small", 5, 1, False), Row("large", 2, None, True))
    assert team_board(city, "tiny") == ()


def test_equal_points_share_a_place() -> None:
    board = personal_board(scores({"a": 9, "b": 9, "c": 4, "d": 1, "e": 0}), "abcde", "a")
    assert [(row.key, row.place) for row in board] == [("a", 1), ("b", 1), ("c", 3)]
