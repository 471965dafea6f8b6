"""Which statement comes next, where a topic stands, and which voices are doubtful."""

import random
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.forum.abuse import in_bursts, new_in_numbers, voting_alike
from feedbackbot.domain.forum.topic import Course, Stage, question_problem, seeds_in
from feedbackbot.domain.forum.voting import next_statement
from feedbackbot.domain.survey.bursts import BurstRule

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@given(
    st.dictionaries(st.integers(1, 50), st.integers(0, 9)), st.sets(st.integers(1, 50)), st.text(max_size=5)
)
def test_the_next_is_unseen_and_none_unseen_has_fewer_votes(
    votes: dict[int, int], seen: set[int], who: str
) -> None:
    found = next_statement(votes, seen, who)
    unseen = {number: count for number, count in votes.items() if number not in seen}
    if found is None:
        assert not unseen
    else:
        assert votes[found] == min(unseen.values())


def test_voters_of_a_fresh_topic_begin_at_different_ends() -> None:
    votes = dict.fromkeys(range(1, 21), 0)
    assert len({next_statement(votes, (), f"voter{number}") for number in range(100)}) > 10


def test_a_statement_that_comes_late_catches_up() -> None:
    votes = {1: 80, 2: 80, 3: 0}
    chance = random.Random(1)
    for number in range(60):
        shown = next_statement(votes, (), str(chance.random()))
        assert shown == 3, number
        votes[shown] += 1


def test_a_topic_goes_from_coming_to_kept_or_opened_again() -> None:
    course = Course(NOON, NOON + 7 * DAY)
    assert [course.stage(NOON + days * DAY) for days in (-1, 0, 6, 7)] == [
        Stage.COMING, Stage.OPEN, Stage.OPEN, Stage.OVER,
    ]  # fmt: skip
    assert Course(NOON, NOON + DAY, closed_at=NOON).stage(NOON) is Stage.OVER
    kept = Course(NOON, NOON + DAY, answered_at=NOON, due_on=date(2026, 12, 10), kept_at=NOON)
    assert kept.stage(NOON) is Stage.KEPT
    assert Course(NOON, NOON + DAY, hidden_at=NOON).stage(NOON) is Stage.HIDDEN


@given(st.text(max_size=300))
def test_a_question_will_do_or_has_a_problem(text: str) -> None:
    assert question_problem(text) in ("", "forum-question-short", "forum-question-long")


def test_seeds_are_typed_one_under_the_other() -> None:
    assert seeds_in("1. Parkir gratis\n\n- Jam buka pagi\n• Parkir gratis\n") == [
        "Parkir gratis",
        "Jam buka pagi",
    ]


def test_a_flood_of_new_voters_is_a_burst_and_a_busy_morning_is_none() -> None:
    rule = BurstRule(least=20, times=4.0)
    steady = {number: NOON - timedelta(hours=number % 24) for number in range(240)}
    flood = {1000 + number: NOON - timedelta(hours=2) for number in range(100)}
    assert in_bursts(steady, NOON + DAY, rule) == set()
    assert in_bursts(steady | flood, NOON + DAY, rule) >= set(flood)


def test_accounts_as_young_as_their_voice_are_told_where_they_come_in_numbers() -> None:
    hours = dict.fromkeys(range(40), NOON)
    assert new_in_numbers(hours, {1, 2, 3}, 20) == set()
    assert new_in_numbers(hours, set(range(30)), 20) == set(range(30))


def _crowd(people: int, statements: int = 20) -> dict[int, dict[int, int]]:
    chance = random.Random(people)
    return {
        person: {number: chance.choice((1, 1, 1, -1)) for number in range(statements)}
        for person in range(people)
    }


def test_a_choir_that_answers_alike_against_the_common_answer_is_found() -> None:
    ballots = _crowd(200)
    assert voting_alike(ballots) == set()
    odd = {number: -1 if number % 2 else 1 for number in range(20)}
    ballots |= {1000 + number: dict(odd) for number in range(12)}
    assert voting_alike(ballots) == set(range(1000, 1012))


def test_people_of_one_mind_who_slip_here_and_there_are_no_choir() -> None:
    """Two camps on nine statements: dozens answer exactly alike by nothing but conviction."""
    chance = random.Random(3)
    lines = [[1] * 9, [1, 1, 1, -1, -1, -1, -1, -1, -1]]
    ballots = {
        person: {
            number: says if chance.random() < 0.95 else -says for number, says in enumerate(lines[person % 2])
        }
        for person in range(1000)
    }
    assert voting_alike(ballots) == set()


def test_many_who_agree_with_what_all_agree_with_are_no_choir() -> None:
    ballots = {person: dict.fromkeys(range(10), 1) for person in range(40)}
    assert (
        voting_alike(_crowd(300, 10) | {1000 + person: votes for person, votes in ballots.items()}) == set()
    )
