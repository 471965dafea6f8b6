"""What is told about results unasked: a unit's digest, and what is ready to be published."""

from decimal import Decimal
from typing import Final

from conversations import entry_points as to
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.reports.notices import ReadyToPublish, UnitDigest
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.official.report_charts import period_name


def _digest(tx: Transaction, t: Translate, notice: UnitDigest) -> Message:
    """No index of a handful of ratings: it would swing from week to week."""
    few = notice.n < tx.settings.survey_interval_least
    index = t("digest-few", n=notice.n) if few else t("digest-index", ikm=Decimal(notice.ikm), n=notice.n)
    strong, weak = t(f"element-{notice.strongest}"), t(f"element-{notice.weakest}")
    lines = [
        t("digest-title", unit=notice.unit_name, period=period_name(t, parse_period(notice.period))),
        index,
        t("digest-strongest", element=strong, nrr=Decimal(notice.strongest_nrr)),
        t("digest-weakest", element=weak, nrr=Decimal(notice.weakest_nrr)),
    ]
    if notice.comment:
        lines.append(t("digest-comment", comment=notice.comment))
    lines.append(t(f"digest-advice-{notice.weakest}"))
    return Message("\n\n".join(lines), (Choice(str(notice.unit), t("to-result"), opens=to.RESULT),))


def _ready(_: Transaction, t: Translate, notice: ReadyToPublish) -> Message:
    return Message(t("digest-publish", period=period_name(t, parse_period(notice.period)), n=notice.units))


REPORT_NOTICES: Final = (Say(UnitDigest, _digest), Say(ReadyToPublish, _ready))
