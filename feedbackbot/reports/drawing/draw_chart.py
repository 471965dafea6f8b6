"""A chart becomes a picture: meant to run in the render process, `await rendering.render(draw, chart, "png")`.

Importing this module costs nothing; Typst is imported at the first drawing.
"""

import threading
from typing import Final

from feedbackbot.reports.drawing.charts import BarChart, ImageFormat, TrendChart

_ONE_AT_A_TIME: Final = threading.Lock()


def draw(chart: BarChart | TrendChart, image_format: ImageFormat = "png") -> bytes:
    """The chart as a PNG 1080 pixels wide, or as the same figure in SVG. Safe in threads: one at a time."""
    with _ONE_AT_A_TIME:
        if isinstance(chart, BarChart):
            from feedbackbot.reports.drawing.bar_drawing import draw_bars

            return draw_bars(chart, image_format)
        from feedbackbot.reports.drawing.trend_drawing import draw_trend

        return draw_trend(chart, image_format)
