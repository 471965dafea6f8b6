"""One file per aggregate; importing this package registers every table."""

from feedbackbot.storage.tables import broadcasts, city, conversations, operations, people, pipeline, survey
from feedbackbot.storage.tables.columns import metadata

__all__ = ["broadcasts", "city", "conversations", "metadata", "operations", "people", "pipeline", "survey"]
