"""A social norm is offered only where it is one."""

import pytest

from feedbackbot.domain.campaigns.experiment.principles import social_norm_holds


@pytest.mark.parametrize(
    ("did", "peers", "holds"),
    [(7, 10, True), (5, 10, True), (4, 10, False), (4, 4, False), (3, 5, True), (0, 0, False)],
)
def test_only_a_majority_of_enough_colleagues_is_a_norm(did: int, peers: int, holds: bool) -> None:
    assert social_norm_holds(did, peers) is holds


def test_more_doers_than_colleagues_is_refused() -> None:
    with pytest.raises(ValueError, match="not a share"):
        social_norm_holds(11, 10)
