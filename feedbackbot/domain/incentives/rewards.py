"""What an agency can really give. Claiming costs no points: the board would punish who takes a reward."""

from collections.abc import Collection, Mapping
from enum import StrEnum


class Reward(StrEnum):
    LETTER_OF_APPRECIATION = "letter-of-appreciation"
    PRIORITY_FOR_NEXT_TRAINING = "priority-for-next-training"


# Points of one season needed; defaults, an agency's settings may set others.
DEFAULT_THRESHOLDS: Mapping[Reward, int] = {
    Reward.PRIORITY_FOR_NEXT_TRAINING: 60,
    Reward.LETTER_OF_APPRECIATION: 120,
}


def claimable(
    season_points: int, claimed: Collection[Reward], thresholds: Mapping[Reward, int] = DEFAULT_THRESHOLDS
) -> tuple[Reward, ...]:
    """Rewards the person may claim now, cheapest first; each once a season, `claimed` being this season's."""
    return tuple(
        reward
        for reward, needed in sorted(thresholds.items(), key=lambda item: item[1])
        if season_points >= needed and reward not in claimed
    )
