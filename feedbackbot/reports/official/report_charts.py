"""The three charts of a report, in the reader's language: elements, trend, units compared."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.elements import ELEMENTS, Order
from feedbackbot.domain.survey.index import Grade
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.drawing.charts import (
    MOST_BARS,
    Bar,
    BarChart,
    ElementWords,
    Point,
    TrendChart,
    element_chart,
    with_mark,
)
from feedbackbot.reports.figures import ReportUnit, UnitFigures


class Say(Protocol):
    """A catalogue text in the reader's language."""

    def __call__(self, key: str, /, **values: Value) -> str: ...


def period_name(t: Say, period: SurveyPeriod) -> str:
    """ "Semester II 2026", "November 2026", or both days."""
    first, year = period.first, str(period.first.year)
    match period.kind:
        case PeriodKind.HALF:
            return t("period-half", half="I" if first.month == 1 else "II", year=year)
        case PeriodKind.QUARTER:
            return t("period-quarter", quarter=(first.month + 2) // 3, year=year)
        case PeriodKind.YEAR:
            return t("period-year", year=year)
        case PeriodKind.MONTH:
            return t("period-month", month=first.month, year=year)
        case PeriodKind.DAY:
            return t("period-day", first=first)
        case PeriodKind.FREE:
            return t("period-free", first=first, last=period.last)


def elements_chart(
    t: Say, unit_name: str, period: SurveyPeriod, figures: UnitFigures, order: Order = "annex"
) -> BarChart:
    """The nine elements with intervals. ValueError without a result."""
    index = figures.index
    if index is None:
        raise ValueError("there is no result to draw")
    words = ElementWords(
        names={element.key: plain(t(f"element-{element.key}")) for element in ELEMENTS},
        grades=_grades(t),
        weakest=plain(t("chart-weakest")),
        axis=plain(t("chart-nrr-axis")),
        decimal_mark=t("decimal-mark"),
    )
    said: dict[str, Value] = {
        "ikm": index.ikm,
        "grade": words.grades[index.grade.value],
        "n": figures.n,
        "period": period_name(t, period),
    }
    return element_chart(
        index,
        words,
        title=unit_name,
        subtitle=plain(t("report-chart-subtitle", **said)),
        alt=plain(t("report-chart-alt", unit=unit_name, weakest=words.names[index.weakest.key], **said)),
        footer=plain(t("report-chart-interval")),
        intervals=figures.element_intervals,
        order=order,
    )


def trend_chart(
    t: Say, unit_name: str, points: Sequence[tuple[SurveyPeriod, UnitFigures]], least: int
) -> TrendChart:
    """The index over periods; one under `least` ratings is a gap. ValueError when all are."""
    mark = t("decimal-mark")
    drawn = tuple(
        Point(
            label=_short_period(t, period),
            value=float(figures.index.ikm) if figures.index and figures.n >= least else None,
            value_text=with_mark(figures.index.ikm, mark) if figures.index else "–",
            interval=figures.interval if figures.n >= least else None,
        )
        for period, figures in points
    )
    return TrendChart(
        title=unit_name,
        subtitle=plain(t("report-trend-subtitle", n=sum(figures.n for _, figures in points))),
        points=drawn,
        grade_words=_grades(t),
        axis_text=plain(t("report-ikm-axis")),
        alt=plain(t("report-trend-alt", unit=unit_name)),
        footer=plain(t("report-chart-interval")),
    )


def units_chart(
    t: Say,
    units: Sequence[ReportUnit],
    found: Mapping[int, UnitFigures],
    period: SurveyPeriod,
    least: int,
    mark_unit: int | None = None,
) -> BarChart:
    """Units from the highest index down, those with fewer than `least` ratings left out; the asking unit is marked. ValueError
    when none is left."""
    shown = [
        (unit, figures, figures.index)
        for unit in units
        if (figures := found.get(unit.id)) is not None and figures.index is not None and figures.n >= least
    ]
    shown.sort(key=lambda one: -one[2].ikm)
    if len(shown) > MOST_BARS:
        own = [one for one in shown[MOST_BARS - 1 :] if one[0].id == mark_unit]
        shown = [*shown[: MOST_BARS - len(own)], *own]
    bars = tuple(
        Bar(
            label=unit.short_name,
            value=float(index.ikm),
            value_text=with_mark(index.ikm, t("decimal-mark")),
            interval=figures.interval,
            marked=unit.id == mark_unit,
            note=plain(t("report-units-n", n=figures.n)),
        )
        for unit, figures, index in shown
    )
    return BarChart(
        title=plain(t("report-units-title")),
        subtitle=period_name(t, period),
        bars=bars,
        scale="ikm",
        grade_words=_grades(t),
        axis_text=plain(t("report-ikm-axis")),
        alt=plain(t("report-units-alt", period=period_name(t, period))),
        footer=plain(t("report-chart-interval")),
    )


def signed_text(change: Decimal, mark: str) -> str:
    """A change as read: "+0,20", with a true minus below nought."""
    text = with_mark(abs(change), mark)
    return f"\u2212{text}" if change < 0 else f"+{text}"


def _grades(t: Say) -> dict[str, str]:
    return {grade.value: plain(t(f"grade-{grade.value.lower()}")) for grade in Grade}


def _short_period(t: Say, period: SurveyPeriod) -> str:
    if period.kind is PeriodKind.MONTH:
        return t("period-month-short", month=period.first.month, year=str(period.first.year))
    return plain(period_name(t, period)) if period.kind is PeriodKind.YEAR else period.code
