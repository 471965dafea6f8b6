"""The draw: reproducible, independent of company, in the planned parts."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.campaigns.experiment.assignment import (
    assign_people,
    assign_person,
    assign_units,
    campaign_key,
    moved,
)
from feedbackbot.domain.campaigns.experiment.plan import Arm
from feedbackbot.domain.campaigns.experiment.sample_ratio import assigned_ratio_p

KEY = campaign_key(b"secret", "rapat-2026")
HALVES = (Arm("control"), Arm("norm"))
THREE = (Arm("control", 50), Arm("norm", 25), Arm("seat", 25))
people = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=40, unique=True)
sizes = st.dictionaries(st.text(min_size=1, max_size=8), st.integers(0, 500), min_size=1, max_size=40)


@given(people, st.randoms())
@settings(deadline=None)
def test_a_persons_arm_depends_on_nobody_else_and_on_no_order(names: list[str], chance: object) -> None:
    together = assign_people(KEY, names, THREE)
    chance.shuffle(names)  # type: ignore[attr-defined]
    assert assign_people(KEY, names, THREE) == together
    assert {name: assign_person(KEY, name, THREE) for name in names} == together


def test_the_draw_of_a_known_key_never_changes_between_releases() -> None:
    drawn = assign_people(KEY, [f"person-{i}" for i in range(12)], THREE)
    assert "".join(arm[0] for arm in drawn.values()) == "nscccscnnncc"


def test_arms_get_their_planned_parts() -> None:
    drawn = Counter(assign_people(KEY, (str(i) for i in range(40_000)), THREE).values())
    assert assigned_ratio_p([drawn[arm.key] for arm in THREE], [50, 25, 25]) > 0.001


def test_two_campaigns_draw_independently_of_each_other() -> None:
    names = [str(i) for i in range(10_000)]
    one = assign_people(campaign_key(b"secret", "one"), names, HALVES)
    two = assign_people(campaign_key(b"secret", "two"), names, HALVES)
    both = Counter((one[name], two[name]) for name in names)
    assert assigned_ratio_p(list(both.values()), [1, 1, 1, 1]) > 0.001


def test_another_secret_gives_another_draw() -> None:
    names = [str(i) for i in range(100)]
    assert assign_people(campaign_key(b"other", "rapat-2026"), names, HALVES) != assign_people(
        KEY, names, HALVES
    )


@given(sizes, st.randoms())
@settings(deadline=None)
def test_units_are_all_drawn_whatever_order_they_come_in(units: dict[str, int], chance: object) -> None:
    drawn = assign_units(KEY, units, THREE)
    assert drawn.keys() == units.keys()
    turned = list(units.items())
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert assign_units(KEY, dict(turned), THREE) == drawn


@given(sizes)
@settings(deadline=None)
def test_every_full_stratum_of_neighbours_in_size_holds_each_arm_by_its_weight(units: dict[str, int]) -> None:
    drawn = assign_units(KEY, {unit: index for index, unit in enumerate(units)}, THREE)
    largest_first = list(reversed(list(units)))
    for first in range(0, len(units) // 4 * 4, 4):
        stratum = Counter(drawn[unit] for unit in largest_first[first : first + 4])
        assert stratum == {"control": 2, "norm": 1, "seat": 1}


def test_each_unit_has_the_planned_chance_of_each_arm_even_in_the_last_stratum() -> None:
    units = {"large": 90, "middle": 60, "small": 30}
    for unit in units:
        drawn = Counter(
            assign_units(campaign_key(b"secret", str(campaign)), units, HALVES)[unit]
            for campaign in range(4000)
        )
        assert assigned_ratio_p([drawn["control"], drawn["norm"]], [1, 1]) > 0.001, unit


def test_a_single_person_in_another_arm_than_drawn_is_found() -> None:
    drawn = assign_people(KEY, [str(i) for i in range(50)], HALVES)
    stored = drawn | {"7": "norm" if drawn["7"] == "control" else "control"}
    assert moved(drawn, drawn) == frozenset()
    assert moved(stored, drawn) == {"7"}
    del stored["8"]
    assert moved(stored, drawn) == {"7", "8"}


@pytest.mark.parametrize("weight", [0, -1])
def test_an_arm_without_weight_is_refused(weight: int) -> None:
    with pytest.raises(ValueError, match="weight"):
        Arm("norm", weight)
