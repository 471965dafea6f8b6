"""What votes mean: groups that are there are found, none is made up, and figures equal those of red-dwarf (docs/decisions)."""

import json
from math import hypot
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.result import Certainty, Chosen, Counts, ForumResult
from feedbackbot.domain.forum.spread import spread
from feedbackbot.reports.forum.grouping import best_groups
from feedbackbot.reports.forum.meaning import LEAST_VOTES, forum_result
from feedbackbot.reports.forum.opinion_space import Matrix, places, vote_matrix
from feedbackbot.reports.forum.typical import consensus_of, sides_of, typical_of
from tests.forum.opinions import REFERENCE_SETS, Opinions

REFERENCE: dict[str, Any] = json.loads((Path(__file__).parent / "red_dwarf.json").read_text("utf-8"))


def cast(opinions: Opinions) -> CastVotes:
    voters, statements, votes = zip(*opinions.votes(), strict=True)
    return CastVotes(range(1, opinions.statements + 1), voters, statements, votes)


def matrix_of(opinions: Opinions) -> Matrix:
    voters, statements, votes = (np.array(one) for one in zip(*opinions.votes(), strict=True))
    return vote_matrix(voters, statements - 1, votes, (opinions.people, opinions.statements))


def placed(matrix: Matrix) -> Any:
    return np.flatnonzero(np.isfinite(matrix).sum(axis=1) >= LEAST_VOTES)


# Beside the reference


@pytest.mark.parametrize("name", REFERENCE_SETS)
def test_voters_lie_where_the_reference_puts_them(name: str) -> None:
    known = REFERENCE[name]["points"]
    ours, theirs = (
        places(matrix_of(REFERENCE_SETS[name])),
        np.array([known[who] for who in sorted(known, key=int)]),
    )
    for axis in (0, 1):
        turned = np.sign((ours[:, axis] * theirs[:, axis]).sum())  # an axis has no direction of its own
        assert ours[:, axis] * turned == pytest.approx(theirs[:, axis], abs=2e-5)


@pytest.mark.parametrize("name", REFERENCE_SETS)
def test_the_groups_are_those_of_the_reference(name: str) -> None:
    matrix = matrix_of(REFERENCE_SETS[name])
    rows, known = placed(matrix), REFERENCE[name]["labels"]
    labels, _ = best_groups(places(matrix)[rows])
    theirs = [known[str(row)] for row in rows]
    assert len(rows) == len(known)
    assert len({*zip(labels.tolist(), theirs, strict=True)}) == len(set(theirs)) == len(set(labels.tolist()))


@pytest.mark.parametrize("name", REFERENCE_SETS)
def test_measures_of_each_group_and_statement_are_those_of_the_reference(name: str) -> None:
    matrix = matrix_of(REFERENCE_SETS[name])
    rows, known = placed(matrix), REFERENCE[name]
    inside, theirs = matrix[rows], np.array([known["labels"][str(row)] for row in rows])
    for group in sorted(set(theirs)):
        agree, disagree = sides_of(inside[theirs == group], inside[theirs != group])
        for column in range(inside.shape[1]):
            ours = [
                agree.said[column], disagree.said[column], agree.n[column],
                agree.share[column], disagree.share[column], agree.share_test[column], disagree.share_test[column],
                agree.against[column], disagree.against[column],
                agree.against_test[column], disagree.against_test[column],
            ]  # fmt: skip
            assert ours == pytest.approx(known["stats"][f"{group}:{column + 1}"], abs=2e-5), (group, column)


@pytest.mark.parametrize("name", REFERENCE_SETS)
def test_typical_and_agreed_statements_are_those_of_the_reference(name: str) -> None:
    matrix = matrix_of(REFERENCE_SETS[name])
    rows, known = placed(matrix), REFERENCE[name]
    inside, theirs = matrix[rows], np.array([known["labels"][str(row)] for row in rows])
    for group, chosen in known["repness"].items():
        mine = typical_of(inside[theirs == int(group)], inside[theirs != int(group)])
        assert {(column + 1, side) for column, side in mine} == {tuple(one) for one in chosen}
    agreed = consensus_of(matrix, ())
    for side in ("agree", "disagree"):
        assert [column + 1 for column, name in agreed if name == side] == known["consensus"][side]


# Beside the truth


def groups_found(opinions: Opinions) -> tuple[ForumResult, float]:
    """The result, and the share of voters who stand with most of their own group."""
    result = forum_result(cast(opinions))
    matrix = matrix_of(opinions)
    rows = placed(matrix)
    labels, _ = best_groups(places(matrix)[rows])
    own = rows % opinions.groups
    best = sum(int(np.bincount(labels[own == group]).max()) for group in range(opinions.groups))
    return result, best / len(rows)


@pytest.mark.parametrize("missing", [0.0, 0.4, 0.7])
@pytest.mark.parametrize("groups", [2, 3])
def test_groups_that_are_there_are_found_however_many_votes_are_missing(groups: int, missing: float) -> None:
    result, right = groups_found(Opinions(300, 40, groups, 0.85, missing, seed=3))
    assert result.certainty is Certainty.CLEAR
    assert len(result.groups) == groups and right > 0.95


def test_what_all_groups_share_is_consensus_and_what_parts_them_is_not() -> None:
    opinions = Opinions(300, 24, 2, 0.9, 0.3, seed=5)
    result = forum_result(cast(opinions))
    one, other = opinions.lines()
    same = {place + 1 for place in range(24) if one[place] == other[place]}
    assert {chosen.statement for chosen in result.consensus} <= same
    agreed = {chosen.statement for chosen in result.consensus if chosen.side == "agree"}
    assert len(agreed) == 5 and all(one[number - 1] == other[number - 1] == 1 for number in agreed)
    assert len(result.dividing) == 5 and not set(result.dividing) & same
    for group in result.groups:
        assert group.typical and not {chosen.statement for chosen in group.typical} & same


@pytest.mark.parametrize("seed", range(8))
def test_where_everybody_answers_alone_no_groups_are_told(seed: int) -> None:
    result = forum_result(cast(Opinions(200, 30, 1, 0.7, 0.3, seed)))
    assert (result.certainty, result.groups, result.dividing) == (Certainty.NONE, (), ())


@pytest.mark.parametrize("seed", range(4))
def test_no_group_is_told_of_fewer_than_five(seed: int) -> None:
    result = forum_result(cast(Opinions(22, 9, 2, 0.9, 0.0, seed)))
    assert all(group.size >= 5 for group in result.groups)


def test_a_majority_that_overrules_a_group_is_no_consensus() -> None:
    inside, outside = np.ones((30, 1)), np.ones((100, 1))
    inside[:, 0] = -1
    everybody = np.vstack([inside, outside])
    assert consensus_of(everybody, ()) == [(0, "agree")]
    assert consensus_of(everybody, (outside, inside)) == []


def test_doubtful_voices_are_counted_beside_the_others_and_make_no_group() -> None:
    opinions = Opinions(200, 20, 2, 0.85, 0.3, seed=2)
    votes = [*opinions.votes(), *((1000 + who, number, -1) for who in range(150) for number in range(1, 21))]
    voters, statements, said = zip(*votes, strict=True)
    result = forum_result(CastVotes(range(1, 21), voters, statements, said), range(1000, 1150))
    assert (result.voters, result.doubtful, len(result.groups)) == (350, 150, 2)
    first = result.statements[0]
    assert first.doubtful == Counts(0, 150, 0) and (first.all - first.doubtful).disagree < 30
    assert Chosen(1, "agree") in result.consensus


def test_the_same_votes_in_another_order_give_the_same_result() -> None:
    opinions = Opinions(80, 15, 2, seed=4)
    votes = list(opinions.votes())
    turned = [list(column) for column in zip(*reversed(votes), strict=True)]
    assert forum_result(CastVotes(range(1, 16), *turned)) == forum_result(cast(opinions))  # type: ignore[arg-type]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from([-1, 0, 1])), max_size=60))
def test_any_votes_have_a_result_that_can_be_stored(votes: list[tuple[int, int, int]]) -> None:
    each = {(voter, statement): vote for voter, statement, vote in votes}
    columns = [list(column) for column in zip(*each, strict=True)] or [[], []]
    result = forum_result(CastVotes(range(1, 7), columns[0], columns[1], list(each.values())))
    assert ForumResult.from_json(result.to_json()) == result
    assert sum(one.all.n for one in result.statements) == len(each)
    for one in result.statements:
        share = one.all.range_of("agree")
        assert (share is None) == (one.all.n == 0)
        assert share is None or share.low <= one.all.share("agree") <= share.high


@pytest.mark.parametrize("seed", range(6))
def test_two_minds_on_few_disputed_statements_are_told_as_two(seed: int) -> None:
    """On three statements of nine: answers that some of them happen to share are no mind of their own."""
    chance, half = np.random.default_rng(seed), np.arange(120)[:, None] % 2 == 0
    agreeing = np.where(
        half, [0.95, 0.1, 0.9, 0.85, 0.95, 0.9, 0.12, 0.85, 0.95], [0.95, *[0.9, 0.1], *[0.9] * 6]
    )
    votes = np.where(chance.random((120, 9)) < agreeing, 1, -1)
    voters, statements = np.nonzero(chance.random((120, 9)) < 0.85)
    result = forum_result(CastVotes(range(1, 10), voters, statements + 1, votes[voters, statements]))  # type: ignore[arg-type]
    assert len(result.groups) == 2


@pytest.mark.parametrize("seed", range(4))
def test_opinions_that_go_by_degrees_are_not_told_as_camps(seed: int) -> None:
    """Everybody stands somewhere between two ends, most in the middle."""
    chance = np.random.default_rng(seed)
    leaning, pull = chance.normal(size=(200, 1)), chance.normal(size=(1, 24))
    agrees = chance.random((200, 24)) < 1 / (1 + np.exp(-1.2 * leaning @ pull))
    voters, statements = np.nonzero(chance.random((200, 24)) < 0.7)
    votes = np.where(agrees, 1, -1)[voters, statements]
    result = forum_result(CastVotes(range(1, 25), voters, statements + 1, votes))  # type: ignore[arg-type]
    assert result.certainty is Certainty.UNCERTAIN


def test_marks_on_one_spot_are_drawn_side_by_side_and_the_others_stay() -> None:
    placed = spread([(100, 100, 0)] * 30 + [(400, 100, 1)], 10.0)
    assert placed[0] == (100, 100, 0) and placed[-1] == (400, 100, 1)
    near = [hypot(x - u, y - v) for at, (x, y, _) in enumerate(placed) for u, v, _ in placed[:at]]
    assert min(near) > 9
