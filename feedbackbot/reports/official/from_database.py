"""The official report of a unit and period, built from what is stored."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from feedbackbot.clock import city_zone
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.comment_topic import element_spoken_of
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import SurveyPeriod
from feedbackbot.domain.survey.profile import PROFILE_QUESTIONS, hour_band
from feedbackbot.domain.survey.quality import Flag, read_flags
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.figures import ReportUnit, UnitFigures, figures_from, figures_of_unit, sample_of
from feedbackbot.reports.official.contents import (
    GENERAL_COMMENTS,
    ON_PAPER,
    Count,
    Flagged,
    FollowUp,
    Letterhead,
    OfficialReport,
    Period,
    ProfileTable,
    RawAnswer,
)
from feedbackbot.reports.official.indonesian import channel_name
from feedbackbot.reports.official.report_charts import period_name
from feedbackbot.storage.reports.answers import AnswerRow, answers_between, promises_of
from feedbackbot.storage.survey.daily_totals import totals_of
from feedbackbot.storage.transaction import Transaction

_LANGUAGE: Final = "id"  # the regulation's forms are in Indonesian
_SHEET: Final = "sheet"
_HOURS: Final = {"08-12": "08.00–12.00", "13-17": "13.00–17.00", "other": "Di luar jam itu"}
_NOT_SAID: Final = "Tidak menjawab"
_TOGETHER: Final = "Pilihan lain, digabung"
_NO_SERVICE: Final = "Tidak disebutkan"
_NO_HOUR: Final = "Jam tidak dicatat"


@dataclass(frozen=True, slots=True)
class ReportContents:
    """The report and the answers of its workbook."""

    report: OfficialReport
    answers: list[RawAnswer]


def build_report(
    tx: Transaction, catalogue: Catalogue, government: Letterhead, unit: ReportUnit, period: SurveyPeriod
) -> ReportContents | None:
    """None where nobody gave a rating that counts in the period."""
    rows = answers_between(tx, unit.id, period.first, period.last)
    with_flagged = tx.settings.survey_count_flagged
    answers = [_raw(row, with_flagged) for row in rows]
    counted = [row for row, answer in zip(rows, answers, strict=True) if answer.counted]
    figures = figures_from(totals_of([_values(row) for row in counted]), tx.settings, unit.yearly_visitors)
    if figures.index is None:
        return None
    sample = sample_of(tx, unit.id, period.first, period.last)
    report = OfficialReport(
        letterhead=government,
        unit_name=unit.name,
        unit_code=unit.code,
        period=_printed_period(catalogue, period),
        printed_on=tx.now.astimezone(city_zone()).date(),
        index=figures.index,
        interval=figures.interval,
        respondents=figures.n,
        answers=_distribution(counted),
        by_service=_counts(row.service_name or _NO_SERVICE for row in counted),
        by_channel=_counts(_channel_name(row.channel) for row in counted),
        profile=_profile(catalogue, counted, tx.settings.profile_small_number),
        comments=comments_of(rows),
        follow_up=_plans(tx, unit, period),
        flagged=_flagged(answers, included=with_flagged),
        yearly_visitors=unit.yearly_visitors or None,
        previous=_previous(tx, catalogue, unit, period),
        order=tx.settings.survey_element_order,
        small_number=tx.settings.profile_small_number,
        is_sample=any(row.sample for row in rows),
        invited=sample if sample.invited else None,
    )
    return ReportContents(report, answers)


def live_comments(tx: Transaction, unit_id: int, period: SurveyPeriod) -> dict[str, tuple[str, ...]]:
    """What respondents wrote and have not withdrawn since."""
    return comments_of(answers_between(tx, unit_id, period.first, period.last))


def comments_of(rows: Sequence[AnswerRow]) -> dict[str, tuple[str, ...]]:
    """By the element that the words speak of; under none where that is not sure."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.comment:
            found[element_spoken_of(row.comment) or GENERAL_COMMENTS].append(row.comment)
    return {key: tuple(texts) for key, texts in found.items()}


def _values(row: AnswerRow) -> dict[str, int]:
    return {key: getattr(row, key) for key in ELEMENT_KEYS}


def _raw(row: AnswerRow, with_flagged: bool) -> RawAnswer:
    flags = read_flags(row.flags)
    channel = _channel_name(row.channel)
    counted = with_flagged or not row.flags
    return RawAnswer(row.day, row.service_name or _NO_SERVICE, channel, _values(row), flags, counted)


def _printed_period(catalogue: Catalogue, period: SurveyPeriod) -> Period:
    def t(key: str, /, **values: Any) -> str:
        return catalogue.text(_LANGUAGE, key, **values)

    return Period(period.first, period.last, plain(period_name(t, period)), period.code)


def _distribution(rows: Sequence[AnswerRow]) -> dict[str, tuple[int, int, int, int]]:
    counts = {key: Counter(getattr(row, key) for row in rows) for key in ELEMENT_KEYS}
    return {key: (found[1], found[2], found[3], found[4]) for key, found in counts.items()}


def _counts(labels: Any) -> tuple[Count, ...]:
    return tuple(Count(label, n) for label, n in Counter(labels).most_common())


def _profile(catalogue: Catalogue, rows: Sequence[AnswerRow], least: int) -> tuple[ProfileTable, ...]:
    tables = []
    for question in PROFILE_QUESTIONS:
        found = Counter(getattr(row, question.key) for row in rows)
        labels = {
            option: plain(catalogue.text(_LANGUAGE, f"profile-{question.key}-{option}"))
            for option in question.options
        }
        name = plain(catalogue.text(_LANGUAGE, f"profile-name-{question.key}"))
        lines = [Count(labels[option], found[option]) for option in question.options if found[option]]
        if found[None]:
            lines.append(Count(_NOT_SAID, found[None]))
        tables.append(ProfileTable(name, _protected(lines, least)))
    # A sheet often tells the day only: its answers were not all given at noon
    timed = [row for row in rows if row.channel != _SHEET or row.timed]
    hours = Counter(hour_band(_local(row.submitted_at).time()) for row in timed)
    bands = [Count(label, hours[key]) for key, label in _HOURS.items() if hours[key]]
    if len(timed) < len(rows):
        bands.append(Count(_NO_HOUR, len(rows) - len(timed)))
    return (*tables, ProfileTable("Jam mengisi", _protected(bands, least)))


def _protected(lines: Sequence[Count], least: int) -> tuple[Count, ...]:
    """Small lines become one, of at least `least`, so that none points to a person."""
    kept = sorted(lines, key=lambda line: -line.n)
    rest = 0
    while kept and (kept[-1].n < least or 0 < rest < least):
        rest += kept.pop().n
    shown = tuple(line for line in lines if line in kept)
    return (*shown, Count(_TOGETHER, rest)) if rest else shown


def _local(moment: datetime) -> datetime:
    return moment.astimezone(city_zone())


def _plans(tx: Transaction, unit: ReportUnit, period: SurveyPeriod) -> tuple[FollowUp, ...]:
    """The measures of improvement cases that were opened up to now and are under way, or began in the period."""
    plans = []
    for row in promises_of(tx, unit.id):
        day: date = row.started_on or _local(row.opened_at).date()
        if day >= period.first:
            quarter = f"Triwulan {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]} {day.year}"
            plans.append(FollowUp(row.element, row.measure, quarter, unit.name))
    return tuple(plans)


def _flagged(answers: Sequence[RawAnswer], *, included: bool) -> Flagged:
    counts: Mapping[Flag, int] = Counter(flag for answer in answers for flag in answer.flags)
    return Flagged(counts, sum(bool(answer.flags) for answer in answers), included)


def _previous(
    tx: Transaction, catalogue: Catalogue, unit: ReportUnit, period: SurveyPeriod
) -> tuple[str, Any] | None:
    before: UnitFigures = figures_of_unit(tx, unit.id, period.before)
    if before.index is None:
        return None
    return _printed_period(catalogue, period.before).label, before.index


def _channel_name(channel: str) -> str:
    return ON_PAPER if channel == _SHEET else channel_name(channel)
