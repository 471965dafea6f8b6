"""`python -m benchmarks.forum.stability`: how much of a result stays when votes are missing; one line a share of votes taken away."""

import random
from collections.abc import Sequence
from typing import Final

import numpy as np

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.result import ForumResult
from feedbackbot.reports.forum.grouping import best_groups
from feedbackbot.reports.forum.meaning import LEAST_VOTES, forum_result
from feedbackbot.reports.forum.opinion_space import places, vote_matrix
from tests.forum.opinions import Opinions

Votes = Sequence[tuple[int, int, int]]
_SETS: Final = {
    "two groups, 300 people, 40 statements": Opinions(300, 40, 2, 0.85, 0.0, seed=3),
    "three groups, 300 people, 40 statements": Opinions(300, 40, 3, 0.85, 0.0, seed=3),
    "two groups less sure (0.7)": Opinions(300, 40, 2, 0.7, 0.0, seed=3),
}
_MISSING: Final = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9)
_TIMES: Final = 5


def result_of(votes: Votes, statements: int) -> ForumResult:
    voters, numbers, said = zip(*votes, strict=True)
    return forum_result(CastVotes(range(1, statements + 1), voters, numbers, said))


def in_own_group(opinions: Opinions, votes: Votes) -> float:
    """The share of the placed voters who stand with most of their own group."""
    voters, numbers, said = (np.array(one) for one in zip(*votes, strict=True))
    matrix = vote_matrix(voters, numbers - 1, said, (opinions.people, opinions.statements))
    rows = np.flatnonzero(np.isfinite(matrix).sum(axis=1) >= LEAST_VOTES)
    if not len(rows):
        return 0.0
    labels, _ = best_groups(places(matrix)[rows])
    own = rows % opinions.groups
    best = sum(int(np.bincount(labels[own == group]).max()) for group in range(opinions.groups))
    return best / len(rows)


def agreed(result: ForumResult) -> set[tuple[int, str]]:
    return {(one.statement, one.side) for one in result.consensus}


def main() -> None:
    for name, opinions in _SETS.items():
        every = list(opinions.votes())
        one, *others = opinions.lines()
        same = {place + 1 for place, word in enumerate(one) if all(line[place] == word for line in others)}
        print(f"{name}; {len(same)} statements are the same to all")
        for missing in _MISSING:
            found = []
            for seed in range(_TIMES):
                chance = random.Random(seed)
                votes = [vote for vote in every if chance.random() >= missing]
                result = result_of(votes, opinions.statements)
                true = [number in same for number, _ in agreed(result)]
                found.append(
                    (
                        len(result.groups),
                        str(result.certainty),
                        result.grouped,
                        in_own_group(opinions, votes),
                        len(true),
                        sum(true),
                    )
                )
            groups, certainty = [one[0] for one in found], sorted({one[1] for one in found})
            print(
                f"  {missing:.0%} missing: groups {groups} {certainty}, placed {np.mean([one[2] for one in found]):.0f}, "
                f"in the own group {np.mean([one[3] for one in found]):.1%}, "
                f"consensus {sum(one[5] for one in found)} right of {sum(one[4] for one in found)} told"
            )


if __name__ == "__main__":
    main()
