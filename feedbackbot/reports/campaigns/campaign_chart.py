"""The outcome of a campaign as a picture: each group's share with its interval, the control group as a line through all.

All text arrives in the reader's language and already formatted; `draw_campaign` makes the picture.
"""

from dataclasses import dataclass

from feedbackbot.domain.campaigns.experiment.proportions import Interval


@dataclass(frozen=True, slots=True)
class Group:
    """One group: `share` 0 to 1, `value_text` as read, `note` the verdict in words ("" for the control group)."""

    label: str
    share: float
    interval: Interval
    value_text: str
    note: str = ""
    proven: bool = False


@dataclass(frozen=True, slots=True)
class CampaignChart:
    """`groups[0]` is the control group. `alt` is the sentence for those who do not see."""

    title: str
    subtitle: str
    groups: tuple[Group, ...]
    axis_text: str
    alt: str
