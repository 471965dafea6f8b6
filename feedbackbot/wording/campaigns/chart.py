"""The picture of a campaign's outcome."""

from collections.abc import Mapping
from hashlib import sha256

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CAMPAIGN_CHART
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.campaigns.experiment.outcome import ArmResult, CampaignOutcome, MessageResult, Verdict
from feedbackbot.domain.message_text import plain
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.campaigns.campaign_chart import CampaignChart, Group
from feedbackbot.reports.campaigns.draw_campaign import draw_campaign
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.campaigns.campaigns import Campaign, campaign_by_id
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.figures import sample_figures
from feedbackbot.usecases.campaigns.read_campaign import reading_of
from feedbackbot.wording.campaigns.message import act_of


def campaign_chart(campaign: Campaign, outcome: CampaignOutcome, act: str, language: str) -> Attachment:
    """Of a finished campaign; drawn and uploaded once per state of all that is drawn.

    `act`: what the campaign asks for, in words. Counts may still change: who is erased is counted no more.
    """
    drawn = repr((campaign.title, campaign.arms, act, outcome, language))
    return Attachment(
        CAMPAIGN_CHART,
        {"campaign": campaign.id, "language": language},
        name=f"kampanye-{campaign.id}.png",
        cache_key=f"{CAMPAIGN_CHART}:{sha256(drawn.encode()).hexdigest()[:32]}",
    )


def campaign_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """The maker of `campaign_chart`; drawing is done in the render process, reading before it."""

    async def chart(attachment: Attachment) -> MadeFile:
        campaign_id, language = int(attachment.args["campaign"] or 0), str(attachment.args["language"])
        drawn = await runtime.read(lambda tx: chart_of(tx, catalogue, campaign_id, language))
        return MadeFile(await render.render(draw_campaign, drawn, "png"), attachment.name, "image/png")

    return {CAMPAIGN_CHART: chart}


def chart_of(tx: Transaction, catalogue: Catalogue, campaign_id: int, language: str) -> CampaignChart:
    """Raises LookupError for a campaign without outcome."""
    campaign = campaign_by_id(tx, campaign_id)
    outcome = reading_of(tx, campaign) if campaign else None
    if campaign is None or not isinstance(outcome, CampaignOutcome):
        raise LookupError(f"campaign {campaign_id} has no outcome to draw")

    def t(key: str, /, **values: Value) -> str:
        return plain(catalogue.text(language, key, **values))

    people = outcome.control.count.counted + sum(m.result.count.counted for m in outcome.messages)
    act = plain(
        act_of(lambda key, /, **v: catalogue.text(language, key, **v), sample_figures(tx, campaign.goal))
    )
    return CampaignChart(
        title=plain(campaign.title),
        subtitle=t("campaign-chart-subtitle", act=Markup(act), people=people),
        groups=(
            _group(t, t("campaign-control"), outcome.control),
            *(_message(t, campaign, message) for message in outcome.messages),
        ),
        axis_text=t("campaign-chart-axis"),
        alt=t("campaign-chart-alt", title=campaign.title),
    )


def _group(t: Translate, label: str, arm: ArmResult, note: str = "", *, proven: bool = False) -> Group:
    share = f"{100 * arm.share:.1f} %".replace(".", t("decimal-mark"))
    return Group(label, arm.share, arm.interval, share, note, proven)


def _message(t: Translate, campaign: Campaign, message: MessageResult) -> Group:
    principle = campaign.arm(message.result.count.arm).principle
    label = t(f"campaign-principle-{principle.value}") if principle else message.result.count.arm
    note = t(f"campaign-chart-{message.verdict.value}")
    return _group(t, label, message.result, note, proven=message.verdict is not Verdict.NOT_PROVEN)
