"""Why a message should work: the principles campaigns are drafted on and learnt about."""

from enum import StrEnum


class Principle(StrEnum):
    PLAIN_REMINDER = "plain-reminder"
    SOCIAL_NORM = "social-norm"
    RESERVED_SEAT = "reserved-seat"
    OWN_PROGRESS = "own-progress"
    CITIZENS_SAID = "citizens-said"
    INCENTIVE = "incentive"


# With fewer colleagues "n of m" would tell who did and who did not.
FEWEST_PEERS = 5


def social_norm_holds(did: int, peers: int, fewest_peers: int = FEWEST_PEERS) -> bool:
    """Whether "`did` of `peers` colleagues in your unit already …" may be said: only a majority is a norm.

    Below one half the sentence would tell people that staying away is usual.
    """
    if not 0 <= did <= peers:
        raise ValueError(f"{did} of {peers} is not a share")
    return peers >= fewest_peers and 2 * did >= peers
