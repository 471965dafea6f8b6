"""A survey beside the SKM, as a data file says it: elements, scale, index rule, bands, source. The SKM itself is code, and exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from feedbackbot.domain.forms.form import Field, FieldKind, Form, FormText, Option, Page
from feedbackbot.domain.survey.index import rounded
from feedbackbot.domain.survey.rating_form import CONSENT

Words = Mapping[str, str]
"""One text by language."""


@dataclass(frozen=True, slots=True)
class InstrumentElement:
    """`turned`: a high answer is bad. `weight` counts beside those of the others."""

    key: str
    name: Words
    text: Words
    weight: Fraction = Fraction(1)
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """`lowest` is the lowest index of this band, of 100."""

    letter: str
    lowest: Decimal
    word: Words


@dataclass(frozen=True, slots=True)
class Instrument:
    """`scale`: the answers' labels from 1 up. `least`: no figure on fewer people. After an answer up to `low`, `after_low` is said."""

    id: str
    version: int
    index_name: str
    name: Words
    about: Words
    source: str
    least: int
    scale: tuple[Words, ...]
    bands: tuple[Band, ...]
    elements: tuple[InstrumentElement, ...]
    low: int = 0
    after_low: Words | None = None


@dataclass(frozen=True, slots=True)
class InstrumentIndex:
    """`value` is on the survey's own scale, `of_hundred` = value x 100 / highest; both rounded once from exact means."""

    value: Decimal
    of_hundred: Decimal
    band: Band
    means: Mapping[str, Fraction]

    def mean(self, key: str) -> Decimal:
        return rounded(self.means[key])


def instrument_index(one: Instrument, sums: Mapping[str, tuple[int, int]]) -> InstrumentIndex | None:
    """`sums`: of each element the sum of its answers and their number. None while one has no answer."""
    means: dict[str, Fraction] = {}
    for element in one.elements:
        total, n = sums.get(element.key, (0, 0))
        if n == 0:
            return None
        mean = Fraction(total, n)
        means[element.key] = len(one.scale) + 1 - mean if element.turned else mean
    weighed = sum((means[element.key] * element.weight for element in one.elements), Fraction(0))
    value = weighed / sum((element.weight for element in one.elements), Fraction(0))
    of_hundred = rounded(value * 100 / len(one.scale))
    band = next((band for band in one.bands if of_hundred >= band.lowest), one.bands[-1])
    return InstrumentIndex(rounded(value), of_hundred, band, means)


def instrument_form(one: Instrument) -> Form:
    """Its questions, with the consent beside the button."""
    options = tuple(
        Option(str(number), FormText(by_language=label)) for number, label in enumerate(one.scale, 1)
    )
    fields = [
        Field(element.key, FieldKind.SCALE, FormText(by_language=element.text), "unsur", options)
        for element in one.elements
    ]
    consent = Field(CONSENT, FieldKind.CONSENT, FormText("form-consent"), "izin", required=True)
    pages = (
        Page("unsur", FormText("form-page-pernyataan")),
        Page("izin", FormText("form-page-izin"), FormText("form-intro-izin-lain")),
    )
    return Form(one.id, one.version, FormText(by_language=one.name), pages, (*fields, consent))


def is_low(one: Instrument, answers: Mapping[str, int]) -> bool:
    """Whether one of the answers calls for `after_low`."""
    highest = len(one.scale) + 1
    said = (
        highest - answers[element.key] if element.turned else answers[element.key]
        for element in one.elements
        if element.key in answers
    )
    return one.after_low is not None and any(value <= one.low for value in said)
