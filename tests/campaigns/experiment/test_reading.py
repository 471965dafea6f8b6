"""When a campaign is read: progress before the horizon, refusal of a leaking one, numbers after it."""

from datetime import UTC, datetime, timedelta

import pytest

from feedbackbot.domain.campaigns.experiment.outcome import (
    ArmCount,
    CampaignOutcome,
    NumberNeeded,
    UnitCount,
    Verdict,
)
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.reading import (
    Progress,
    Reading,
    Refusal,
    RefusedBecause,
    read_people,
    read_units,
)

START = datetime(2026, 1, 5, tzinfo=UTC)
HORIZON = datetime(2026, 2, 2, tzinfo=UTC)


def plan(*messages: str, by: AssignBy = AssignBy.PERSON) -> Plan:
    return Plan("c", (Arm("control"), *map(Arm, messages)), by, START, HORIZON)


def arm(key: str, acted: int, counted: int = 450, assigned: int | None = None) -> ArmCount:
    return ArmCount(key, assigned or counted, counted, 0 if key == "control" else counted, acted)


def read(*counts: ArmCount, now: datetime = HORIZON) -> Reading:
    return read_people(plan(*(count.arm for count in counts if count.arm != "control")), counts, now)


def outcome(*counts: ArmCount) -> CampaignOutcome:
    reading = read(*counts)
    assert isinstance(reading, CampaignOutcome)
    return reading


def units(control: list[int], norm: list[int], people: int = 20) -> list[UnitCount]:
    return [
        UnitCount(f"{key}-{index}", arm(key, acted, people))
        for key, row in (("control", control), ("norm", norm))
        for index, acted in enumerate(row)
    ]


def test_before_the_horizon_there_is_progress_and_no_verdict_however_large_the_difference() -> None:
    counts = (arm("control", 10), arm("norm", 400))
    early = read(*counts, now=HORIZON - timedelta(seconds=1))
    assert early == Progress(counts, HORIZON)
    assert isinstance(read(*counts), CampaignOutcome)


def test_before_the_horizon_units_too_show_only_progress() -> None:
    counts = units([1] * 6, [20] * 6)
    early = read_units(plan("norm", by=AssignBy.UNIT), counts, START)
    assert early == Progress((arm("control", 6, 120), arm("norm", 120, 120)), HORIZON)


def test_a_clear_difference_helps_and_says_how_many_to_nudge() -> None:
    message = outcome(arm("control", 135), arm("norm", 180)).messages[0]
    assert message.verdict is Verdict.HELPS
    assert message.difference == pytest.approx(0.1)
    assert message.number_needed == NumberNeeded(10, at_best=7, at_worst=27)


def test_a_clear_loss_harms_and_has_no_number_to_nudge() -> None:
    message = outcome(arm("control", 180), arm("norm", 135)).messages[0]
    assert message.verdict is Verdict.HARMS and message.number_needed is None


def test_an_interval_over_zero_is_not_proven() -> None:
    found = outcome(arm("control", 135), arm("norm", 150))
    assert found.messages[0].verdict is Verdict.NOT_PROVEN and found.messages[0].number_needed is None
    assert found.best is None


def test_with_one_message_both_intervals_are_the_same() -> None:
    message = outcome(arm("control", 135), arm("norm", 180)).messages[0]
    assert message.interval == message.verdict_interval


def test_with_three_messages_the_shown_interval_agrees_with_holms_verdict() -> None:
    """Plain 95 % excludes zero for each of the two weaker messages; Holm leaves them unproven."""
    found = outcome(arm("control", 135), arm("norm", 200), arm("seat", 165), arm("said", 136))
    strong, weak, none = found.messages
    assert [m.verdict for m in found.messages] == [Verdict.HELPS, Verdict.NOT_PROVEN, Verdict.NOT_PROVEN]
    assert not weak.interval.covers(0) and weak.verdict_interval.covers(0)
    assert none.verdict_interval.level == weak.verdict_interval.level == pytest.approx(0.975)
    assert strong.verdict_interval.level == pytest.approx(1 - 0.05 / 3)


def test_the_best_message_is_the_proven_one_with_the_largest_difference() -> None:
    found = outcome(arm("control", 135), arm("norm", 190), arm("seat", 220))
    assert found.best is found.messages[1]


def test_arms_of_unequal_size_are_refused_and_the_reason_given() -> None:
    refused = read(arm("control", 100, 420), arm("norm", 100, 550))
    assert isinstance(refused, Refusal) and refused.reason is RefusedBecause.ASSIGNED_RATIO
    assert refused.p_value is not None and refused.p_value < 0.001


def test_people_lost_from_one_arm_are_refused_and_the_reason_given() -> None:
    refused = read(arm("control", 100, 450), arm("norm", 100, 430, assigned=450))
    assert isinstance(refused, Refusal) and refused.reason is RefusedBecause.LOST_PEOPLE


def test_a_handful_of_people_is_refused_as_too_few() -> None:
    assert read(arm("control", 1, 9), arm("norm", 3, 9)) == Refusal(
        RefusedBecause.TOO_FEW, (arm("control", 1, 9), arm("norm", 3, 9))
    )


def test_four_units_an_arm_are_refused_as_too_few() -> None:
    refused = read_units(plan("norm", by=AssignBy.UNIT), units([3, 4, 5, 6], [13, 14, 15, 16]), HORIZON)
    assert isinstance(refused, Refusal) and refused.reason is RefusedBecause.TOO_FEW


def test_units_that_differ_clearly_help() -> None:
    counts = units([3, 4, 5, 6, 5, 4], [10, 9, 11, 12, 10, 8])
    found = read_units(plan("norm", by=AssignBy.UNIT), counts, HORIZON)
    assert isinstance(found, CampaignOutcome)
    assert found.messages[0].verdict is Verdict.HELPS
    assert found.messages[0].difference == pytest.approx(60 / 120 - 27 / 120)
    assert found.control.count == arm("control", 27, 120)


def test_a_unit_dissolved_in_one_arm_is_no_leak_and_leaves_the_comparison() -> None:
    counts = units([3, 4, 5, 6, 5, 4], [10, 9, 11, 12, 10, 8])
    gone = UnitCount("gone", ArmCount("norm", 20, 0, 20, 0))
    found = read_units(plan("norm", by=AssignBy.UNIT), [*counts, gone], HORIZON)
    assert isinstance(found, CampaignOutcome)
    assert found.messages[0].difference == pytest.approx(60 / 120 - 27 / 120)


def test_every_unit_of_one_arm_losing_people_is_a_leak() -> None:
    kept = units([3] * 8, [5] * 8)
    lossy = [
        UnitCount(u.unit, ArmCount("norm", 20, 18 - index % 2, 20, 5)) if u.people.arm == "norm" else u
        for index, u in enumerate(kept)
    ]
    refused = read_units(plan("norm", by=AssignBy.UNIT), lossy, HORIZON)
    assert isinstance(refused, Refusal) and refused.reason is RefusedBecause.LOST_PEOPLE


def test_a_campaign_is_not_read_by_the_other_campaigns_rule() -> None:
    with pytest.raises(ValueError, match="drew units"):
        read_people(plan("norm", by=AssignBy.UNIT), [], HORIZON)
    with pytest.raises(ValueError, match="drew persons"):
        read_units(plan("norm"), [], HORIZON)


@pytest.mark.parametrize("bad", [(5, 6, 0, 0), (5, 5, 6, 0), (5, 5, 5, 6)])
def test_counts_that_contradict_each_other_are_refused(bad: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="contradict"):
        ArmCount("norm", *bad)
