"""One campaign: how far it is, and from its horizon on what it came to."""

from typing import Any

from conversations import entry_points as to
from conversations.kampanye.wording import arm_name, percent, points
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.campaigns.experiment.outcome import ArmResult, CampaignOutcome, MessageResult, Verdict
from feedbackbot.domain.campaigns.experiment.reading import Progress, Refusal
from feedbackbot.i18n import Markup
from feedbackbot.usecases.campaigns.figures import sample_figures
from feedbackbot.usecases.campaigns.read_campaign import Campaign, CampaignState, CampaignView, view_campaign
from feedbackbot.wording.campaigns.chart import campaign_chart
from feedbackbot.wording.campaigns.message import act_of


async def show_campaign(chat: Chat[Any], campaign_id: int) -> Transition:
    view = await chat.beside(view_campaign, chat.contact.person_id, campaign_id)
    figures = await chat.beside(sample_figures, view.campaign.goal)
    act = Markup(act_of(chat.t, figures))
    lines = [chat.t("campaign-head", title=view.campaign.title, act=act), ""]
    reading = view.reading
    if isinstance(reading, CampaignOutcome):
        chat.say("\n".join([*lines, *_outcome(chat, view.campaign, reading)]))
        caption = chat.t("campaign-chart-axis")
        picture = campaign_chart(view.campaign, reading, act, chat.contact.language)
        return Stay(Message(caption, _acts(chat, view), picture=picture))
    lines += _refusal(chat, view.campaign, reading) if isinstance(reading, Refusal) else _progress(chat, view)
    return Stay(Message("\n".join(lines), _acts(chat, view)))


def _progress(chat: Chat[Any], view: CampaignView) -> list[str]:
    """Acts only of all groups together: a comparison shown early would be believed."""
    assert isinstance(view.reading, Progress)  # noqa: S101  asked by the caller
    counts = view.reading.counts
    if view.campaign.state is CampaignState.CANCELLED:
        return [chat.t("campaign-cancelled-view")]
    first = chat.t(
        "campaign-progress",
        acted=sum(count.acted for count in counts),
        assigned=sum(count.assigned for count in counts),
        at=view.reading.verdict_at,
    )
    arms = [
        chat.t(
            "campaign-progress-arm",
            name=arm_name(chat, view.campaign, count.arm),
            assigned=count.assigned,
            reached=count.reached,
        )
        for count in counts
    ]
    return [first, "", *arms]


def _refusal(chat: Chat[Any], campaign: Campaign, reading: Refusal) -> list[str]:
    arms = [
        f"• {arm_name(chat, campaign, count.arm)}: {count.counted}/{count.assigned}"
        for count in reading.counts
    ]
    return [chat.t(f"campaign-refused-{reading.reason.value}"), "", *arms]


def _outcome(chat: Chat[Any], campaign: Campaign, outcome: CampaignOutcome) -> list[str]:
    lines = [_arm(chat, campaign, outcome.control)]
    for message in outcome.messages:
        lines += ["", _arm(chat, campaign, message.result), *_message(chat, message)]
    if len(outcome.messages) > 1:
        lines += ["", chat.t("campaign-holm")]
    return lines


def _arm(chat: Chat[Any], campaign: Campaign, arm: ArmResult) -> str:
    return chat.t(
        "campaign-arm-line",
        name=arm_name(chat, campaign, arm.count.arm),
        acted=arm.count.acted,
        counted=arm.count.counted,
        share=percent(chat, arm.share),
        low=percent(chat, arm.interval.low),
        high=percent(chat, arm.interval.high),
        reached=arm.count.reached,
    )


def _message(chat: Chat[Any], message: MessageResult) -> list[str]:
    """The interval shown is the one the verdict was made on: the two can never disagree."""
    lines = [
        chat.t(
            "campaign-difference",
            difference=points(chat, message.difference),
            low=points(chat, message.verdict_interval.low),
            high=points(chat, message.verdict_interval.high),
        ),
        chat.t(f"campaign-verdict-{message.verdict.value}"),
    ]
    if message.number_needed is not None and message.verdict is Verdict.HELPS:
        needed = message.number_needed
        lines.append(
            chat.t("campaign-needed", estimate=needed.estimate, best=needed.at_best, worst=needed.at_worst)
        )
    return lines


def _acts(chat: Chat[Any], view: CampaignView) -> tuple[Choice, ...]:
    campaign, reading = view.campaign, view.reading
    found = []
    if isinstance(reading, CampaignOutcome) and reading.best is not None and campaign.best_arm is None:
        found.append(Choice(f"{campaign.id}.terbaik", chat.t("campaign-send-best"), opens=to.CAMPAIGN))
    if campaign.state is CampaignState.RUNNING:
        found.append(Choice(f"{campaign.id}.henti", chat.t("campaign-cancel"), opens=to.CAMPAIGN))
    return (*found, menu_door(chat))
