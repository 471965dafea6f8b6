"""One file per aggregate; importing this package registers every table."""

from feedbackbot.storage.tables import (
    broadcasts,
    campaigns,
    cases,
    city,
    conversations,
    incentives,
    operations,
    people,
    pipeline,
    privacy,
    recovery,
    results,
    staff,
    survey,
    trainings,
)
from feedbackbot.storage.tables.columns import metadata

__all__ = [
    "broadcasts",
    "campaigns",
    "cases",
    "city",
    "conversations",
    "incentives",
    "metadata",
    "operations",
    "people",
    "pipeline",
    "privacy",
    "recovery",
    "results",
    "staff",
    "survey",
    "trainings",
]
