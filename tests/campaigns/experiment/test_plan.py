"""A plan that cannot be read later is refused at the start."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan, smallest_weights

GOOD = Plan(
    "c",
    (Arm("control", 50), Arm("norm", 25), Arm("seat", 25)),
    AssignBy.UNIT,
    datetime(2026, 1, 5, tzinfo=UTC),
    datetime(2026, 2, 2, tzinfo=UTC),
)


def test_the_first_arm_is_the_control_group() -> None:
    assert GOOD.control.key == "control"
    assert [arm.key for arm in GOOD.messages] == ["norm", "seat"]


def test_shares_add_up_and_weights_lose_their_common_factor() -> None:
    assert GOOD.shares == {"control": 0.5, "norm": 0.25, "seat": 0.25}
    assert smallest_weights(GOOD.arms) == (2, 1, 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"arms": (Arm("control"),)}, "at least one message"),
        ({"arms": (Arm("a"), Arm("a"))}, "same key"),
        ({"ends_at": GOOD.starts_at}, "horizon"),
        ({"alpha": 0.0}, "alpha"),
        ({"intraclass_correlation": 1.0}, "intraclass"),
    ],
)
def test_a_plan_that_cannot_be_judged_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(GOOD, **wrong)  # type: ignore[arg-type]


def test_an_arm_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        Arm("")
