"""How sure an index is, in words."""

from typing import Any

from feedbackbot.dialogue.chat import Chat
from feedbackbot.domain.survey.interval import FEW_RESPONDENTS, Interval


def range_line(chat: Chat[Any], interval: Interval | None, n: int) -> str:
    """Its range, with a warning on few ratings; or that it cannot be told."""
    if interval is None:
        return chat.t("result-no-interval")
    if n < FEW_RESPONDENTS:
        return chat.t("result-interval-few", low=interval.low, high=interval.high, n=n)
    return chat.t("result-interval", low=interval.low, high=interval.high)
