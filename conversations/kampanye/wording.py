"""Figures and names of campaigns in words."""

from typing import Any

from feedbackbot.dialogue.chat import Chat
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.usecases.campaigns.read_campaign import Campaign


def principle_name(chat: Chat[Any], principle: Principle) -> str:
    return chat.t(f"campaign-principle-{principle.value}")


def arm_name(chat: Chat[Any], campaign: Campaign, arm: str) -> str:
    principle = campaign.arm(arm).principle
    return chat.t("campaign-control") if principle is None else principle_name(chat, principle)


def points(chat: Chat[Any], share: float) -> str:
    """A difference of shares in points, one decimal, with its sign: "+4,2"."""
    return f"{100 * share:+.1f}".replace(".", chat.t("decimal-mark")).replace("-", "−")


def percent(chat: Chat[Any], share: float) -> str:
    """A share: "42,5 %"."""
    return f"{100 * share:.1f} %".replace(".", chat.t("decimal-mark"))
