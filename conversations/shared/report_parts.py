"""What the pages of a unit's results are made of: lines of the result, doors between the views, the names of periods."""

from decimal import Decimal
from typing import Any

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.ranges import range_line
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.file_sources import CHART
from feedbackbot.dialogue.message import Choice
from feedbackbot.domain.survey.index import Index
from feedbackbot.domain.survey.period import SurveyPeriod
from feedbackbot.domain.visits.honest_sample import Sample
from feedbackbot.i18n import Markup
from feedbackbot.reports.drawing.chart_json import chart_to_json
from feedbackbot.reports.drawing.charts import BarChart, TrendChart
from feedbackbot.reports.official.report_charts import (
    period_name,
    signed_text,
)
from feedbackbot.usecases.reports.read_reports import (
    Overview,
    ReportUnit,
)


def result_lines(chat: Chat[Any], found: Overview, index: Index) -> list[str]:
    figures, change = found.figures, found.change
    grade = chat.t(f"grade-{index.grade.value.lower()}")
    lines = [chat.t("result-index", ikm=index.ikm, grade=grade, letter=index.grade.value)]
    lines.append(range_line(chat, figures.interval, figures.n))
    lines.append(chat.t("report-n", n=figures.n))
    if change is not None:
        lines.append(chat.t("report-change", change=signed_change(chat, change.ikm), n=figures.n))
    if len(set(index.nrr.values())) > 1:
        weak, strong = index.weakest.key, index.strongest.key
        lines.append(
            chat.t(
                "report-weakest",
                element=chat.t(f"element-{weak}"),
                nrr=index.nrr_rounded[weak],
                change=Markup(_moved(chat, change.nrr[weak]) if change else ""),
            )
        )
        strongest = index.nrr_rounded[strong]
        lines.append(chat.t("report-strongest", element=chat.t(f"element-{strong}"), nrr=strongest))
    if change is not None:
        lines += [
            chat.t(
                "report-dropped",
                element=chat.t(f"element-{key}"),
                change=signed_change(chat, change.nrr[key]),
            )
            for key in sorted(change.dropped)
        ]
    lines += [*_sample_lines(chat, found.sample), *_cautions(chat, found)]
    return lines


def _sample_lines(chat: Chat[Any], sample: Sample) -> list[str]:
    """Of those who were invited by chance; nothing where the unit invites nobody."""
    if sample.rate is None:
        return []
    said = chat.t("report-invited", invited=sample.invited, answered=sample.answered, rate=sample.percent)
    gap = sample.difference
    if gap is None:
        return [said, chat.t("report-invited-unknown")]
    key = "report-invited-same" if gap.low <= 0 <= gap.high else "report-invited-other"
    points = signed_change(chat, Decimal(f"{gap.points:.2f}"))
    ends = {"low": Decimal(f"{gap.low:.2f}"), "high": Decimal(f"{gap.high:.2f}")}
    return [said, chat.t(key, points=points, **{at: signed_change(chat, end) for at, end in ends.items()})]


def _cautions(chat: Chat[Any], found: Overview) -> list[str]:
    figures, lines = found.figures, []
    if figures.representative is None:
        lines.append(chat.t("report-sample-unknown"))
    elif not figures.representative and figures.wanted is not None:
        lines.append(chat.t("report-sample-small", wanted=figures.wanted, n=figures.n))
    if figures.flagged:
        key = "report-flagged-in" if figures.with_flagged else "report-flagged-out"
        lines.append(chat.t(key, n=figures.flagged))
    if found.is_published:
        lines.append(chat.t("report-is-published"))
    return lines


def view_door(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod, view: str, label: str) -> Choice:
    return Choice(f"{unit.id}.{period.code}.{view}", chat.t(label), opens=to.REPORTS)


def back_to_overview(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> tuple[Choice, ...]:
    return (Choice(f"{unit.id}.{period.code}", chat.t("report-back"), opens=to.REPORTS), menu_door(chat))


def chart_picture(chart: BarChart | TrendChart, unit: ReportUnit) -> Attachment:
    return Attachment(CHART, {"chart": chart_to_json(chart)}, name=f"{unit.code}.png")


def named_period(chat: Chat[Any], period: SurveyPeriod) -> str:
    return period_name(chat.t, period)


def signed_change(chat: Chat[Any], change: Decimal) -> str:
    return signed_text(change, chat.t("decimal-mark"))


def _moved(chat: Chat[Any], change: Decimal) -> str:
    if not change:
        return chat.t("report-moved-not")
    return chat.t("report-moved-up" if change > 0 else "report-moved-down", by=abs(change))
