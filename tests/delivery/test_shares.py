"""How a rate is divided: never more than there is, nobody is forgotten, replies come first."""

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.delivery.line_share import Wish, divide

wishes = st.lists(
    st.builds(Wish, st.integers(0, 60), st.sampled_from([0, 0, 10, 20])), min_size=1, max_size=8
)


@given(st.integers(0, 100), wishes, st.integers(0, 1_000))
def test_all_there_is_is_divided_and_not_more(total: int, given_wishes: list[Wish], turn: int) -> None:
    shares = divide(total, given_wishes, turn)
    assert sum(shares) == total
    assert min(shares) >= 0


@given(st.integers(8, 100), wishes, st.integers(0, 1_000))
def test_everybody_who_wants_to_answer_can_send_something(
    total: int, given_wishes: list[Wish], turn: int
) -> None:
    shares = divide(total, given_wishes, turn)
    assert all(share >= 1 for share, wish in zip(shares, given_wishes, strict=True) if wish.replies)


def test_replies_come_before_a_broadcast_and_the_rest_is_for_all() -> None:
    assert divide(26, [Wish(1, 20), Wish(1), Wish(1)]) == [22, 2, 2]
    assert divide(26, [Wish(1, 20), Wish(10), Wish(1)]) == [15, 10, 1]
    assert divide(26, [Wish(1), Wish(1)]) == [13, 13]
    assert divide(26, [Wish(1, 20)]) == [26]


def test_less_than_one_for_each_comes_to_each_in_turn() -> None:
    got = [divide(1, [Wish(1), Wish(1), Wish(1)], turn) for turn in range(3)]
    assert sorted(got) == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
