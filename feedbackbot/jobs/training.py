"""Jobs of trainings: invitations and reminders go out, offers end, trainings are settled when they are over."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job, at, until_done
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.training.completion import close_training, trainings_to_close
from feedbackbot.usecases.training.inviting import send_invitations
from feedbackbot.usecases.training.reminding import due_reminders, remind_learners, send_reminders
from feedbackbot.usecases.training.seats import expire_due_offers

_AT_ONCE = 100


def training_jobs() -> list[Job]:
    """All of them; each claims what it does by a row, so two processes do nothing twice."""

    async def invite(runtime: Runtime) -> Counts:
        sent = 0
        while batch := await runtime.write(lambda tx: send_invitations(tx, _AT_ONCE)):
            sent += batch
        return {"sent": sent}

    async def remind(runtime: Runtime) -> Counts:
        due, sent = list(await runtime.read(due_reminders)), 0
        for start in range(0, len(due), _AT_ONCE):
            part = due[start : start + _AT_ONCE]
            sent += await runtime.write(lambda tx, part=part: send_reminders(tx, part))  # type: ignore[misc]
        return {"sent": sent}

    async def offers(runtime: Runtime) -> Counts:
        return {"trainings": await runtime.write(expire_due_offers)}

    async def close(runtime: Runtime) -> Counts:
        counts: Counts = {"closed": 0, "completed": 0, "missed": 0}
        for training_id in await runtime.read(trainings_to_close):
            done = await runtime.write(lambda tx, one=training_id: close_training(tx, one))  # type: ignore[misc]
            for name, count in done.items():
                counts[name] += count
        return counts

    return [
        Job("send_invitations", IntervalTrigger(seconds=5), invite),
        Job("remind_trainings", IntervalTrigger(seconds=60), remind),
        Job("expire_offers", IntervalTrigger(seconds=30), offers),
        Job("close_trainings", IntervalTrigger(minutes=5), close),
        Job("remind_lessons", at(hour=8, minute=30), until_done(remind_learners)),
    ]
