"""What goes into a chart. All text arrives in the reader's language and already formatted; `draw_chart` makes the picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from feedbackbot.domain.survey.elements import ELEMENTS, Order, ordered
from feedbackbot.domain.survey.index import Grade, Index
from feedbackbot.domain.survey.interval import Interval

ImageFormat = Literal["png", "svg"]
Scale = Literal["nrr", "ikm"]

MOST_BARS: Final = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` on the chart's scale and `value_text` as read. `note` is put beside its label.

    A marked bar differs by pattern and by its note, not by colour alone; `good` where the mark praises. A value of None has no bar;
    its `value_text` says why.
    """

    label: str
    value: float | None
    value_text: str
    interval: Interval | None = None
    marked: bool = False
    note: str = ""
    good: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """Labelled horizontal bars with the grade bands behind: elements of a unit (nrr 1-4), units (ikm 25-100).

    `grade_words` has the reader's word for each grade letter; `alt` is the sentence for those who do not see.
    """

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    scale: Scale
    grade_words: Mapping[str, str]
    axis_text: str
    alt: str
    footer: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.bars) <= MOST_BARS:
            raise ValueError(f"a chart has 1 to {MOST_BARS} bars, not {len(self.bars)}")


@dataclass(frozen=True, slots=True)
class Point:
    """The index of one period; None where there is none, which leaves a gap in the line."""

    label: str
    value: float | None
    value_text: str
    interval: Interval | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrendChart:
    """The index (25-100) over periods, in order of time, with its intervals and the grade bands behind."""

    title: str
    subtitle: str
    points: tuple[Point, ...]
    grade_words: Mapping[str, str]
    axis_text: str
    alt: str
    footer: str = ""

    def __post_init__(self) -> None:
        if not any(point.value is not None for point in self.points):
            raise ValueError("a trend needs at least one period with a value")


@dataclass(frozen=True, slots=True)
class ElementWords:
    """Texts of the element chart in the reader's language; `names` by element key, `grades` by letter."""

    names: Mapping[str, str]
    grades: Mapping[str, str]
    weakest: str
    axis: str
    decimal_mark: str


def element_chart(
    index: Index,
    words: ElementWords,
    *,
    title: str,
    subtitle: str,
    alt: str,
    footer: str = "",
    intervals: Mapping[str, Interval] | None = None,
    order: Order = "annex",
) -> BarChart:
    """The nine elements of a result as bars, the weakest marked; `title`: unit, `subtitle`: n and period.

    Several that are equally weak are all marked; when all nine are equal none is.
    """
    lowest, highest = min(index.nrr.values()), max(index.nrr.values())
    weakest = {key for key, mean in index.nrr.items() if mean == lowest < highest}
    bars = tuple(
        Bar(
            label=words.names[element.key],
            value=float(index.nrr[element.key]),
            value_text=with_mark(index.nrr_rounded[element.key], words.decimal_mark),
            interval=(intervals or {}).get(element.key),
            marked=element.key in weakest,
            note=words.weakest if element.key in weakest else "",
        )
        for element in ordered(ELEMENTS, order)
    )
    return BarChart(title, subtitle, bars, "nrr", words.grades, words.axis, alt, footer)


def with_mark(number: Decimal, decimal_mark: str) -> str:
    """A decimal as read, "2,61" or "2.61"."""
    return str(number).replace(".", decimal_mark)


def lower_limits(scale: Scale) -> dict[Grade, float]:
    """Where each grade begins on the scale; D begins at the scale's own start."""
    factor = 25 if scale == "nrr" else 1
    return {grade: float(grade.lowest_ikm) / factor for grade in Grade}
