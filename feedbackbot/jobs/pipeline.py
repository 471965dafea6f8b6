"""Jobs that keep conversations and the pipeline in order."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.inbound.conversation_timeouts import end_abandoned
from feedbackbot.inbound.intake import Intake
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.storage.runtime import Runtime


def pipeline_jobs(dialogue: Dialogue, *intakes: Intake) -> list[Job]:
    """Conversations left alone end, forgotten updates are found."""

    async def sweep(_: Runtime) -> Counts:
        return {"chats": sum([await intake.sweep() for intake in intakes])}

    return [
        Job(
            "end_conversations", IntervalTrigger(minutes=1), lambda runtime: end_abandoned(runtime, dialogue)
        ),
        Job("sweep_inbox", IntervalTrigger(seconds=10), sweep, everywhere=True),
    ]
