"""The outcome of a campaign as a picture: each group's share with its interval, the control group as a line through all.

All text arrives in the reader's language and already formatted. Importing this module costs nothing.
"""

import threading
from dataclasses import dataclass
from typing import Final

from feedbackbot.domain.campaigns.experiment.proportions import Interval
from feedbackbot.reports.drawing.charts import ImageFormat

_ONE_AT_A_TIME: Final = threading.Lock()


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


def draw_campaign(chart: CampaignChart, image_format: ImageFormat = "png") -> bytes:
    """A PNG 1080 pixels wide, or the same in SVG. Safe in threads: one at a time."""
    with _ONE_AT_A_TIME:
        from feedbackbot.reports.campaigns.campaign_drawing import draw_groups

        return draw_groups(chart, image_format)
