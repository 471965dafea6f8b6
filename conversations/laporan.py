"""Results for heads and admins: unit and period by buttons, charts, parts, the official report."""

from functools import partial
from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.report_notices import REPORT_NOTICES
from conversations.shared.report_parts import (
    back_to_overview,
    chart_picture,
    named_period,
    result_lines,
    view_door,
)
from conversations.shared.survey_words import survey_lines
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Done, Entry, Next, Stay, Transition
from feedbackbot.dialogue.file_sources import OFFICIAL_PDF, OFFICIAL_WORKBOOK
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod, parse_period, period_around
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.reports.official.report_charts import (
    elements_chart,
    trend_chart,
    units_chart,
)
from feedbackbot.usecases.cases.staff import DESK_ROLES
from feedbackbot.usecases.reports.read_reports import (
    READERS,
    ReportUnit,
    comparison,
    newest_comments,
    overview,
    own_units,
    parts,
    readable_unit,
    today,
    unit_trend,
)
from feedbackbot.usecases.survey.instruments import instruments_of
from feedbackbot.usecases.units.find_unit import UnitRow

_KINDS: Final = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
_PARTS: Final = {
    "service": "report-to-services",
    "channel": "report-to-channels",
    **{key: f"profile-name-{key}" for key in PROFILE_KEYS},
}
_FILES: Final = {"pdf": OFFICIAL_PDF, "xlsx": OFFICIAL_WORKBOOK}


async def start(chat: Chat[UnitChoice], argument: str) -> Transition:
    """`argument`: nothing, words for a unit, or those and a period ("disdukcapil 2026-S2")."""
    *words, last = argument.split() or [""]
    period = read_period(last)
    if period is None:
        period = period_around(PeriodKind.HALF, await chat.run(today))
        words = argument.split()
    chat.data.words = " ".join(words)
    own = await chat.run(own_units, chat.contact.person_id)
    if len(own) == 1 and not words and not chat.roles & ADMINS:
        return Done(await _overview(chat, own[0], period))
    return await _UNITS.look_for(chat, chat.data.words) if words else Next(SEARCH)


async def _own_first(chat: Chat[UnitChoice]) -> tuple[Choice, ...]:
    own = await chat.run(own_units, chat.contact.person_id)
    period = period_around(PeriodKind.HALF, await chat.run(today))
    return tuple(Choice(f"{unit.id}.{period.code}", unit.short_name, opens=to.REPORTS) for unit in own)


async def _chosen(chat: Chat[UnitChoice], unit: UnitRow, service_id: int | None) -> Transition:
    period = period_around(PeriodKind.HALF, await chat.run(today))
    found = await chat.run(readable_unit, chat.contact.person_id, unit.id)
    return Done(await _overview(chat, found, period))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<period>.<view>`; a forged or foreign one is refused."""
    unit_part, _, rest = argument.partition(".")
    code, _, view = rest.partition(".")
    unit = await chat.run(readable_unit, chat.contact.person_id, row_id(unit_part) or 0)
    period = read_period(code) or period_around(PeriodKind.HALF, await chat.run(today))
    if view in _PARTS:
        return Stay(await _parts(chat, unit, period, view))
    if view in _FILES:
        return Stay(await _official(chat, unit, period, view))
    shown = {
        "trend": _trend,
        "units": _compared,
        "words": _comments,
        "period": _periods,
        "profile": _profile_menu,
        "surveys": _surveys,
    }
    return Stay(await shown.get(view, _overview)(chat, unit, period))


async def _overview(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    found = await chat.run(overview, unit, period)
    title = chat.t("report-title", unit=unit.name, period=named_period(chat, period))
    index = found.figures.index
    if index is None:
        return Message(f"{title}\n\n{chat.t('report-empty')}", _views(chat, unit, period, empty=True))
    others = bool(await chat.run(instruments_of, unit.id))
    order = chat.tx.settings.survey_element_order
    chart = elements_chart(chat.t, unit.name, period, found.figures, order)
    text = "\n".join([title, "", *result_lines(chat, found, index)])
    return Message(
        text, _views(chat, unit, period, others=others), columns=2, picture=chart_picture(chart, unit)
    )


async def _trend(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    points = await chat.run(unit_trend, unit, period)
    title = chat.t("report-trend-title", unit=unit.name)
    back = back_to_overview(chat, unit, period)
    least = chat.tx.settings.profile_small_number
    if not any(figures.n >= least for _, figures in points):
        return Message(f"{title}\n\n{chat.t('report-empty')}", back)
    chart = trend_chart(chat.t, unit.name, points, least)
    return Message(title, back, picture=chart_picture(chart, unit))


async def _compared(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    found = await chat.run(comparison, period)
    back = back_to_overview(chat, unit, period)
    title = chat.t("report-compared-title", period=named_period(chat, period))
    least = chat.tx.settings.profile_small_number
    if not any(figures.n >= least for figures in found.found.values()):
        return Message(f"{title}\n\n{chat.t('report-empty')}", back)
    chart = units_chart(chat.t, found.units, found.found, period, least, unit.id)
    return Message(title, back, picture=chart_picture(chart, unit))


async def _comments(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    texts = await chat.run(newest_comments, unit, period)
    title = chat.t("report-comments-title", unit=unit.name)
    shown = "\n\n".join(f"• {escape(text[:300])}" for text in texts) or chat.t("report-no-comments")
    return Message(f"{title}\n\n{shown}", back_to_overview(chat, unit, period))


async def _surveys(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    title = chat.t("report-surveys-title", unit=unit.name, period=named_period(chat, period))
    lines = await survey_lines(chat, unit.id, period)
    return Message("\n\n".join([title, *lines]), back_to_overview(chat, unit, period))


async def _parts(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod, view: str) -> Message:
    # every rating of a year by a column of theirs: half a second for five million
    found = await chat.beside(parts, unit, period, view)
    title = chat.t("report-parts-title", unit=unit.name, by=chat.t(_PARTS[view]))
    least = chat.tx.settings.profile_small_number
    lines = [
        chat.t("report-part", name=_part_name(chat, view, part.key), ikm=index.ikm, n=part.figures.n)
        for part in found
        if (index := part.figures.index) is not None and (part.figures.n >= least)
    ]
    shown = "\n".join(lines) or chat.t("report-parts-too-few", least=least)
    return Message(f"{title}\n\n{shown}", back_to_overview(chat, unit, period))


def _part_name(chat: Chat[Any], view: str, key: str) -> str:
    special = {"rest": "report-part-rest", "not-said": "report-part-not-said", "0": "report-part-no-service"}
    if key in special:
        return chat.t(special[key])
    if view == "channel":
        return channel_name(chat.catalogue, chat.contact.language, key)
    return key if view == "service" else chat.t(f"profile-{view}-{key}")


async def _official(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod, ending: str) -> Message:
    found = await chat.run(overview, unit, period)
    back = back_to_overview(chat, unit, period)
    if found.figures.index is None:
        return Message(chat.t("report-empty"), back)
    name = f"SKM_{unit.code}_{period.code}.{ending}"
    document = Attachment(_FILES[ending], {"unit": unit.id, "period": period.code}, name)
    key = "report-official-frozen" if found.is_published else "report-official-now"
    return Message(
        chat.t(key, unit=unit.name, period=named_period(chat, period)),
        (view_door(chat, unit, period, "xlsx", "report-to-workbook"), *back) if ending == "pdf" else back,
        document=document,
    )


async def _periods(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    day = await chat.run(today)
    around = [period_around(kind, day) for kind in _KINDS]
    choices = [
        Choice(f"{unit.id}.{one.code}", named_period(chat, one), opens=to.REPORTS)
        for current in around
        for one in (current, current.before)
    ]
    return Message(chat.t("report-which-period"), tuple(choices), columns=2)


async def _profile_menu(chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod) -> Message:
    views = (*PROFILE_KEYS, "channel")
    choices = tuple(view_door(chat, unit, period, view, _PARTS[view]) for view in views)
    return Message(
        chat.t("report-which-profile"), (*choices, *back_to_overview(chat, unit, period)), columns=2
    )


def _views(
    chat: Chat[Any], unit: ReportUnit, period: SurveyPeriod, *, empty: bool = False, others: bool = False
) -> tuple[Choice, ...]:
    door = partial(view_door, chat, unit, period)
    period_and_trend = (door("trend", "report-to-trend"), door("period", "report-to-period"))
    if empty:
        return (*period_and_trend, menu_door(chat))
    return (
        *period_and_trend,
        door("units", "report-to-units"),
        door("service", "report-to-services"),
        door("profile", "report-to-profile"),
        door("words", "report-to-comments"),
        *((door("surveys", "report-to-surveys"),) if others else ()),
        door("pdf", "report-to-official"),
        *((Choice("meja", chat.t("report-to-cases"), opens=to.DESK),) if chat.roles & DESK_ROLES else ()),
    )


def read_period(code: str) -> SurveyPeriod | None:
    try:
        return parse_period(code)
    except ValueError:
        return None


_UNITS: Final = UnitSteps("report-which-unit", _chosen, with_services=False, first=_own_first)

CONVERSATION: Final = Conversation(
    "laporan",
    start,
    _UNITS.steps,
    data=UnitChoice,
    commands=(Command("laporan", roles=READERS, aliases=("unit_report",)),),
    entries=(Entry(to.REPORTS, enter, READERS),),
    notices=REPORT_NOTICES,
)
