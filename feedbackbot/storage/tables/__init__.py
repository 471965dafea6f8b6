"""One file per aggregate; importing this package registers every table."""

from feedbackbot.storage.tables import (
    broadcasts,
    cases,
    city,
    conversations,
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
    "cases",
    "city",
    "conversations",
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
