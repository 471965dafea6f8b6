"""Weekly words to a unit's staff, monthly ones to heads, and each half year a reminder to publish."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.notices import Notice
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.reports.notices import ReadyToPublish, UnitDigest
from feedbackbot.domain.survey.index import Index
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod, free_period, period_around
from feedbackbot.reports.figures import ReportUnit, UnitFigures, figures_of_unit, report_units
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import employees_of_unit
from feedbackbot.storage.survey.comments import longest_comment
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.reports.publish_results import publishable
from feedbackbot.usecases.reports.read_reports import today

_SHORTEST_COMMENT = 20  # of letters; "ok" is not worth a colleague's time
_LONGEST_COMMENT = 200
_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Letter:
    """Whom to tell what, once."""

    person_id: int
    notice: Notice
    once_key: str


async def send_weekly_digests(runtime: Runtime) -> dict[str, int]:
    """To the linked staff of each unit that had enough ratings in the week that ended yesterday."""
    return await _send(runtime, weekly_letters)


async def send_monthly_digests(runtime: Runtime) -> dict[str, int]:
    """To the heads, about the month before."""
    return await _send(runtime, monthly_letters)


async def remind_to_publish(runtime: Runtime) -> dict[str, int]:
    """To the superadmins, while units of the half year that ended are still unpublished."""
    return await _send(runtime, letters_to_publish)


async def _send(runtime: Runtime, letters: Callable[[Transaction], list[Letter]]) -> dict[str, int]:
    """Written beside the writer, sent some at a time: a city has many units, and some of them many staff."""

    def work(tx: Transaction, some: Sequence[Letter]) -> int:
        return sum(
            tell(tx, one.person_id, one.notice, subject="digest", once_key=one.once_key).will_go
            for one in some
        )

    return {"told": sum(await runtime.write_in_slices(await runtime.read(letters), _AT_ONCE, work))}


def weekly_letters(tx: Transaction) -> list[Letter]:
    last = today(tx) - timedelta(days=1)
    week = free_period(last - timedelta(days=6), last)
    found: list[Letter] = []
    for unit in _active(tx):
        figures = figures_of_unit(tx, unit.id, week)
        if figures.index is None or figures.n < tx.settings.profile_small_number:
            continue
        people = {one.person_id for one in employees_of_unit(tx, unit.id) if one.person_id is not None}
        people.update(holders(tx, Role.UNIT_ADMIN, unit.id))
        digest = _digest(unit, week, figures, figures.index, _worth_reading(tx, unit, week))
        found += _to(sorted(people), digest)
    return found


def monthly_letters(tx: Transaction) -> list[Letter]:
    month = period_around(PeriodKind.MONTH, today(tx)).before
    found: list[Letter] = []
    for unit in _active(tx):
        figures = figures_of_unit(tx, unit.id, month)
        if figures.index is not None and figures.n >= tx.settings.profile_small_number:
            found += _to(holders(tx, Role.HEAD, unit.id), _digest(unit, month, figures, figures.index, ""))
    return found


def letters_to_publish(tx: Transaction) -> list[Letter]:
    half = period_around(PeriodKind.HALF, today(tx)).before
    ready = publishable(tx, half).ready
    if not ready:
        return []
    notice = ReadyToPublish(half.code, len(ready))
    return [
        Letter(person_id, notice, f"digest-publish:{half.code}:{person_id}")
        for person_id in holders(tx, Role.SUPERADMIN)
    ]


def _active(tx: Transaction) -> list[ReportUnit]:
    return [unit for unit in report_units(tx) if unit.active]


def _to(people: Iterable[int], digest: UnitDigest) -> list[Letter]:
    return [Letter(one, digest, f"digest:{digest.unit}:{digest.period}:{one}") for one in people]


def _digest(
    unit: ReportUnit, period: SurveyPeriod, figures: UnitFigures, index: Index, comment: str
) -> UnitDigest:
    weak, strong = index.weakest.key, index.strongest.key
    return UnitDigest(
        unit.id,
        unit.short_name,
        period.code,
        str(index.ikm),
        figures.n,
        strong,
        str(index.nrr_rounded[strong]),
        weak,
        str(index.nrr_rounded[weak]),
        comment,
    )


def _worth_reading(tx: Transaction, unit: ReportUnit, week: SurveyPeriod) -> str:
    """The longest unmarked comment of the week, shortened; "" where none says anything."""
    longest = longest_comment(tx, unit.id, week.first, week.last)
    return longest[:_LONGEST_COMMENT] if len(longest) >= _SHORTEST_COMMENT else ""
