"""How many respondents a unit needs (Krejcie and Morgan, printed as a table by PermenPANRB 14/2017)."""

from typing import Final

# n = X2 N P (1-P) / (d2 (N-1) + X2 P (1-P)) with X2 = 3.841, P = 0.5 and d = 0.05; here times 100 000,
# so that the rounding is done on whole numbers.
_CHI_SQUARE_TIMES_VARIANCE: Final = 96_025
_PRECISION_SQUARED: Final = 250


def respondents_wanted(visitors: int) -> int:
    """The wanted number of respondents for so many yearly visitors. ValueError when there are none."""
    if visitors < 1:
        raise ValueError("the sample size needs at least one visitor")
    over = _CHI_SQUARE_TIMES_VARIANCE * visitors
    under = _PRECISION_SQUARED * (visitors - 1) + _CHI_SQUARE_TIMES_VARIANCE
    return (2 * over + under) // (2 * under)


def is_representative(n: int, visitors: int | None) -> bool | None:
    """Whether `n` respondents suffice; None when the unit's yearly visitors are not known."""
    return None if visitors is None or visitors < 1 else n >= respondents_wanted(visitors)
