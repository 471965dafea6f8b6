"""Mark ratings of hours in which a unit got far more of them than it normally does.

Nothing is dropped: the mark moves a rating to the marked totals. Reading is done beside the writer, in parts; writing in
steps of some milliseconds, so that no citizen waits.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.domain.survey.bursts import HOUR, BurstRule, burst_hours
from feedbackbot.settings import Settings
from feedbackbot.storage.pipeline.job_runs import claim_run
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.pace import mark_some_of_hour, ratings_by_hour, ratings_by_unit

JOB, EVERY = "mark_bursts", timedelta(minutes=10)
_LOOK_BACK = timedelta(days=1)
_UNITS_AT_ONCE = 20
_RATINGS_AT_ONCE = 50


@dataclass
class BurstMarking:
    """Looks at units that were rated since its last look, and at those that could not be judged then."""

    _seen: dict[int, int] = field(default_factory=dict)

    async def run(self, runtime: Runtime) -> dict[str, int]:
        """How many ratings were marked. Of several processes one does it."""
        if not await runtime.write(lambda tx: claim_run(tx, JOB, EVERY)):
            return {"marked": 0}
        today = runtime.now().astimezone(city_zone()).date()
        present = await runtime.read(lambda tx: ratings_by_unit(tx, today - _LOOK_BACK))
        changed = sorted(unit_id for unit_id, count in present.items() if self._seen.get(unit_id) != count)
        marked = 0
        for start in range(0, len(changed), _UNITS_AT_ONCE):
            marked += await self._look_at(runtime, changed[start : start + _UNITS_AT_ONCE], today, present)
        return {"marked": marked}

    async def _look_at(
        self, runtime: Runtime, unit_ids: list[int], today: date, present: dict[int, int]
    ) -> int:
        rule = _rule(runtime.settings)
        now, since = runtime.now(), today - rule.memory - _LOOK_BACK
        by_unit = await runtime.read(lambda tx: ratings_by_hour(tx, unit_ids, since))
        marked = 0
        for unit_id in unit_ids:
            counts = by_unit.get(unit_id, {})
            recent = {hour for hour in counts if hour.astimezone(city_zone()).date() >= today - _LOOK_BACK}
            for hour in sorted(burst_hours(counts, now, rule) & recent):
                marked += await _mark(runtime, unit_id, hour)
            if all(_is_past(hour, now, rule) for hour, count in counts.items() if count > rule.least):
                self._seen[unit_id] = present[unit_id]
        return marked


def _rule(settings: Settings) -> BurstRule:
    return BurstRule(least=settings.survey_burst_least, times=settings.survey_burst_times)


def _is_past(hour: datetime, now: datetime, rule: BurstRule) -> bool:
    """Whether more time would tell no more of it."""
    return hour + HOUR + rule.patience <= now


async def _mark(runtime: Runtime, unit_id: int, hour: datetime) -> int:
    return await runtime.write_until_done(lambda tx: mark_some_of_hour(tx, unit_id, hour, _RATINGS_AT_ONCE))
