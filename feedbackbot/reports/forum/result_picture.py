"""The result of a topic as a picture for a chat: where voters stand to each other, and what they agree on.

All text arrives in the reader's language; `draw_result` makes the picture.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """A statement that all groups agree on; `share` and its range are 0 to 1 of whoever saw it, `told` the same in words."""

    words: str
    share: float
    low: float
    high: float
    told: str


@dataclass(frozen=True, slots=True)
class ResultPicture:
    """`points`: x, y and the group's place of each voter. `groups`: their names in order, none where there are no groups. `alt` is the
    sentence for those who do not see."""

    title: str
    subtitle: str
    points: tuple[tuple[float, float, int], ...]
    groups: tuple[str, ...]
    agreed_head: str
    agreed: tuple[AgreedLine, ...]
    alt: str
