"""Jobs of trainings: invitations and reminders go out, offers end, changes are told, trainings are settled when they are over."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Job, at, until_done
from feedbackbot.usecases.training.completion import close_trainings
from feedbackbot.usecases.training.inviting import send_invitations
from feedbackbot.usecases.training.reminding import remind, remind_learners
from feedbackbot.usecases.training.seats import expire_due_offers, offer_free_seats
from feedbackbot.usecases.training.tell_change import tell_changes


def training_jobs() -> list[Job]:
    """All of them; each claims what it does by a row, so two processes do nothing twice, and none holds the writer for many."""
    return [
        Job("send_invitations", IntervalTrigger(seconds=5), send_invitations, rests=True),
        Job("remind_trainings", IntervalTrigger(seconds=60), remind),
        Job("expire_offers", IntervalTrigger(seconds=30), expire_due_offers),
        Job("offer_free_seats", IntervalTrigger(seconds=10), offer_free_seats, rests=True),
        Job("tell_changes", IntervalTrigger(seconds=5), tell_changes, rests=True),
        Job("close_trainings", IntervalTrigger(minutes=5), close_trainings),
        Job("remind_lessons", at(hour=8, minute=30), until_done(remind_learners)),
    ]
