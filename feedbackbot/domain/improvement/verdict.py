"""What is said of a training's effect, in one of six plain sentences (catalogue: `loop-verdict-<value>`)."""

from enum import Enum

from feedbackbot.domain.improvement.effect import MeasuredEffect, UnitEffect


class Verdict(Enum):
    """IMPROVED and WORSENED are claims; the others say why none is made."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NOT_TOLD_FROM_RETURN = "not-told-from-return"
    NO_CLEAR_CHANGE = "no-clear-change"
    TOO_FEW = "too-few"
    NOT_ATTENDED = "not-attended"


def verdict_of(effect: UnitEffect | MeasuredEffect | None) -> Verdict:
    """The sentence for an effect; only the adjusted estimate makes a claim.

    When the units rose, by themselves or against the others, but not beyond where such low units were to be
    expected anyway, that is said: it cannot be told from regression to the mean.
    """
    if effect is None:
        return Verdict.TOO_FEW
    if effect.adjusted.is_rise:
        return Verdict.IMPROVED
    if effect.adjusted.is_fall:
        return Verdict.WORSENED
    if effect.naive.is_rise or effect.plain.is_rise:
        return Verdict.NOT_TOLD_FROM_RETURN
    return Verdict.NO_CLEAR_CHANGE
