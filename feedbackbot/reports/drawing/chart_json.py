"""Charts as one text, so that an attachment's recipe holds all that is drawn and drawing it asks no database."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from feedbackbot.domain.survey.interval import Interval
from feedbackbot.reports.drawing.charts import Bar, BarChart, Point, TrendChart


def chart_to_json(chart: BarChart | TrendChart) -> str:
    """`chart_from_json` gives the same chart again."""
    body = {**asdict(chart), "grade_words": dict(chart.grade_words)}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def chart_from_json(text: str) -> BarChart | TrendChart:
    """Raises KeyError, TypeError or ValueError for what `chart_to_json` never wrote."""
    body: dict[str, Any] = json.loads(text)
    if "bars" in body:
        bars = tuple(Bar(**_with_interval(bar)) for bar in body.pop("bars"))
        return BarChart(bars=bars, **body)
    points = tuple(Point(**_with_interval(point)) for point in body.pop("points"))
    return TrendChart(points=points, **body)


def _with_interval(item: Mapping[str, Any]) -> dict[str, Any]:
    interval = item["interval"]
    return {**item, "interval": Interval(**interval) if interval else None}
