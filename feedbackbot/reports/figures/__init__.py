"""The figures that chat, charts, report and public page all show. Read-only: one place where a result is computed."""

from feedbackbot.reports.figures.breakdown import Part, by_channel, by_profile, by_service
from feedbackbot.reports.figures.change import Change, change_between
from feedbackbot.reports.figures.honest_sample import sample_of
from feedbackbot.reports.figures.result import (
    UnitFigures,
    figures_from,
    figures_of_unit,
    figures_of_units,
    trend,
)
from feedbackbot.storage.units.report_units import ReportUnit, report_unit, report_units

__all__ = [
    "Change",
    "Part",
    "ReportUnit",
    "UnitFigures",
    "by_channel",
    "by_profile",
    "by_service",
    "change_between",
    "figures_from",
    "figures_of_unit",
    "figures_of_units",
    "report_unit",
    "report_units",
    "sample_of",
    "trend",
]
