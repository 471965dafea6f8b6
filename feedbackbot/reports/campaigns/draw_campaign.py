"""The outcome of a campaign becomes a picture, in the render process; Typst is imported at the first drawing."""

import threading
from typing import Final

from feedbackbot.reports.campaigns.campaign_chart import CampaignChart
from feedbackbot.reports.drawing.charts import ImageFormat

_ONE_AT_A_TIME: Final = threading.Lock()


def draw_campaign(chart: CampaignChart, image_format: ImageFormat = "png") -> bytes:
    """A PNG 1080 pixels wide, or the same in SVG. Safe in threads: one at a time."""
    with _ONE_AT_A_TIME:
        from feedbackbot.reports.campaigns.campaign_drawing import draw_groups

        return draw_groups(chart, image_format)
