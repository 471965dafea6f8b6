"""Jobs of improvement: a weak element opens a case, and the ratings after the training are measured."""

from feedbackbot.jobs.job import Job, at
from feedbackbot.usecases.improvement.measure_effects import measure_improvements
from feedbackbot.usecases.improvement.open_cases import open_improvements


def improvement_jobs() -> list[Job]:
    """Both before the offices open: what they tell waits for the morning."""
    return [
        Job("open_improvements", at(hour=5, minute=10), open_improvements),
        Job("measure_improvements", at(hour=5, minute=30), measure_improvements),
    ]
