"""Jobs of results: digests, and the reminder to publish. What they tell is told once however often they run."""

from collections.abc import Awaitable, Callable, Sequence

from feedbackbot.jobs.job import Counts, Job, at, once
from feedbackbot.reports.figures import ReportUnit
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.reports.send_digests import (
    remind_to_publish,
    send_monthly_digests,
    send_weekly_digests,
    units_with_digests,
)


def report_jobs() -> list[Job]:
    """All of them."""
    return [
        Job("weekly_digests", at(day_of_week="mon", hour=8), _unit_by_unit(send_weekly_digests)),
        Job("monthly_digests", at(day=3, hour=8), _unit_by_unit(send_monthly_digests)),
        Job("remind_to_publish", at(month="1,7", day=5, hour=8), once(remind_to_publish)),
    ]


def _unit_by_unit(
    send: Callable[[Transaction, Sequence[ReportUnit]], Counts],
) -> Callable[[Runtime], Awaitable[Counts]]:
    """One office a transaction: a city has many, and some have many staff."""

    async def work(runtime: Runtime) -> Counts:
        told = await runtime.write_in_slices(await runtime.read(units_with_digests), 1, send)
        return {"told": sum(one["told"] for one in told)}

    return work
