"""Whom an admin invites to a training."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom: all conditions that are set must hold; none set means all staff. `below_jp` is of the present year."""

    unit_id: int | None = None
    rank_group: str | None = None
    below_jp: int | None = None
    nips: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class AudienceSize:
    """`people` fit; of them `new` have no standing yet, and of these `linked` have a chat."""

    people: int
    new: int
    linked: int
