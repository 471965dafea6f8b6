"""A measured case in words and as a small chart: the unit before and after, where it was to be expected, the units compared."""

import json
from decimal import Decimal
from typing import Any

from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.index import Grade
from feedbackbot.domain.survey.interval import Interval
from feedbackbot.reports.drawing.charts import Bar, BarChart, with_mark
from feedbackbot.reports.official.report_charts import Say
from feedbackbot.storage.improvement.improvements import Improvement

_CLAIMS = ("improved", "worsened")


def effect_lines(t: Say, case: Improvement) -> list[str]:
    """The unit's own figures, the pooled one named as such, how many came, and what would have come anyway."""
    told = _told(case)
    if told is None:
        return []
    lines = []
    own, pooled = told["unit"], told["pooled"]
    if own is not None:
        low, high = own["adjusted"]["interval"]["low"], own["adjusted"]["interval"]["high"]
        lines.append(t("loop-own", before=_two(t, own["before"]), after=_two(t, own["after"]),
                       expected=_two(t, own["expected"]), units=own["comparison_units"]))  # fmt: skip
        lines.append(
            t(
                "loop-own-effect",
                value=_signed(t, own["adjusted"]["value"]),
                low=_signed(t, low),
                high=_signed(t, high),
            )
        )
        if own["return_expected"] > 0.005:
            lines.append(t("loop-return", value=_signed(t, own["return_expected"])))
    lines.append(t("loop-came", n=told["came"]))
    if pooled is not None:
        interval = pooled["adjusted"]["interval"]
        lines.append(
            t(
                "loop-pooled",
                units=pooled["trained_units"],
                value=_signed(t, pooled["adjusted"]["value"]),
                low=_signed(t, interval["low"]),
                high=_signed(t, interval["high"]),
            )
        )
    return lines


def effect_chart(t: Say, case: Improvement, unit_name: str) -> BarChart | None:
    """None for a case without a figure of its own."""
    told = _told(case)
    own = told["unit"] if told else None
    if own is None:
        return None
    claimed = case.verdict in _CLAIMS
    expected = Interval(own["expected_range"]["low"], own["expected_range"]["high"])
    rows = (
        ("loop-chart-before", "before", None, False),
        ("loop-chart-after", "after", None, claimed),
        ("loop-chart-expected", "expected", expected, False),
        ("loop-chart-others-before", "others_before", None, False),
        ("loop-chart-others-after", "others_after", None, False),
    )
    element = plain(t(f"element-{case.element}"))
    verdict = plain(t(f"loop-state-{case.verdict}"))
    return BarChart(
        title=unit_name,
        subtitle=plain(t("loop-chart-subtitle", element=element, verdict=verdict)),
        bars=tuple(
            Bar(
                plain(t(key)),
                own[name],
                plain(_two(t, own[name])),
                interval,
                marked,
                verdict if marked else "",
                good=marked and case.verdict == "improved",
            )
            for key, name, interval, marked in rows
        ),
        scale="nrr",
        grade_words={grade.value: plain(t(f"grade-{grade.value.lower()}")) for grade in Grade},
        axis_text=plain(t("chart-nrr-axis")),
        alt=plain(t("loop-chart-alt", unit=unit_name, element=element, verdict=verdict)),
        footer=plain(t("loop-chart-footer")),
    )


def _told(case: Improvement) -> dict[str, Any] | None:
    """None for a case not measured, or measured by an older release, which knew the pooled figure only."""
    told = json.loads(case.effect) if case.effect else None
    return told if isinstance(told, dict) and "came" in told else None


def _two(t: Say, value: float) -> str:
    return with_mark(Decimal(f"{value:.2f}"), t("decimal-mark"))


def _signed(t: Say, value: float) -> str:
    """With its sign, a true minus; nothing is ever "-0.00"."""
    text = _two(t, abs(value))
    if not text.strip("0,."):
        return text
    return f"+{text}" if value > 0 else f"\u2212{text}"
