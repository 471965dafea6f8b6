"""Reads the files that admins sent: fetched from the chat service, parsed in a process of their own, then compared or taken over."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.clock import city_zone
from feedbackbot.domain.staff.join_sheets import joined
from feedbackbot.domain.staff.read_staff import StaffSheet, read_staff_sheet
from feedbackbot.domain.training.read_trainings import read_trainings_sheet
from feedbackbot.domain.units.read_facts import read_facts_sheet
from feedbackbot.errors import DatabaseAway, FeedbackbotError
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.reports.render_process import FOREIGN_FILE, RenderFailed, RenderProcess
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import get_logger
from feedbackbot.usecases.imports.carry_out_import import (
    ImportKind,
    ImportState,
    ReceivedImport,
    carried_out,
    digest_of,
    dry_run,
    next_import,
    refuse,
    take_course,
    take_trainings,
)
from feedbackbot.usecases.imports.import_facts import dry_run_facts, take_facts
from feedbackbot.usecases.imports.take_over_in_steps import take_over_in_steps
from feedbackbot.usecases.training.jp_table import forms_in_force

_log = get_logger(__name__)
Fetch = Callable[[str], Awaitable[bytes]]
"""The bytes of a received file by the chat service's id. Raises FeedbackbotError with what the admin is told."""


def import_job(render: RenderProcess, fetch: Fetch) -> Job:
    """Works through what admins sent, one file after the other."""

    async def work(runtime: Runtime) -> Counts:
        reading = _Reading(runtime, render, fetch)
        counts: Counts = {"read": 0, "refused": 0}
        while (found := await runtime.read(next_import)) is not None:
            outcome = await reading.work_on(found)
            counts[outcome] += 1
        return counts

    return Job("read_imports", IntervalTrigger(seconds=3), work, rests=True)


class _Reading:
    """One run over the files that wait."""

    def __init__(self, runtime: Runtime, render: RenderProcess, fetch: Fetch) -> None:
        self._runtime = runtime
        self._render = render
        self._fetch = fetch

    async def work_on(self, found: ReceivedImport) -> str:
        """What is wrong with the file is told to the admin. What is wrong with us is told too, or it would block what comes behind it; only
        where the database is away the next run tries again."""
        try:
            await self._take(found, [await self._fetch(file.ref) for file in found.files])
        except FeedbackbotError as wrong:
            key, args = wrong.key, wrong.args_
            await self._runtime.write(lambda tx: refuse(tx, found, key, **args))
            return "refused"
        except RenderFailed:
            await self._runtime.write(lambda tx: refuse(tx, found, "import-too-heavy"))
            return "refused"
        except DatabaseAway:
            raise
        except Exception:
            _log.exception("a received file could not be worked on", kind=found.kind.value)
            await self._runtime.write(lambda tx: refuse(tx, found, "error-unexpected"))
            return "refused"
        return "read"

    async def _take(self, found: ReceivedImport, parts: Sequence[bytes]) -> None:
        data = parts[0]
        match found.kind:
            case ImportKind.STAFF:
                named = zip((file.name for file in found.files), parts, strict=True)
                sheet = joined([(name, await self._one_of(found, name, part)) for name, part in named])
                digest = await asyncio.to_thread(digest_of, b"".join(parts))
                if found.state is ImportState.RECEIVED:
                    await dry_run(self._runtime, found, sheet, digest)
                else:
                    await self._carry_out(found, sheet, digest)
            case ImportKind.TRAININGS:
                forms = await self._runtime.read(forms_in_force)
                trainings = await self._render.bounded(
                    FOREIGN_FILE,
                    read_trainings_sheet,
                    data,
                    now=self._runtime.now(),
                    forms=forms,
                    own_headers=self._runtime.settings.sheet_headers,
                )
                await take_trainings(self._runtime, found, trainings)
            case ImportKind.FACTS:
                await self._take_facts(found, data)
            case ImportKind.COURSE:
                await self._runtime.write(lambda tx: take_course(tx, found, data))

    async def _take_facts(self, found: ReceivedImport, data: bytes) -> None:
        sheet = await self._render.bounded(
            FOREIGN_FILE,
            read_facts_sheet,
            data,
            today=self._runtime.now().astimezone(city_zone()).date(),
            own_headers=self._runtime.settings.sheet_headers,
        )
        digest = await asyncio.to_thread(digest_of, data)
        if found.state is ImportState.RECEIVED:
            await dry_run_facts(self._runtime, found, sheet, digest)
        elif digest != found.digest:
            raise FeedbackbotError("import-file-changed")
        else:
            await take_facts(self._runtime, found, sheet)

    async def _carry_out(self, found: ReceivedImport, sheet: StaffSheet, digest: str) -> None:
        """The file must be the one whose dry run was confirmed."""
        if digest != found.digest:
            raise FeedbackbotError("import-file-changed")
        plan = await take_over_in_steps(self._runtime, sheet, found.author_id, whole=found.whole_registry)
        await self._runtime.write(lambda tx: carried_out(tx, found, plan))

    async def _one_of(self, found: ReceivedImport, name: str, part: bytes) -> StaffSheet:
        """Of several files the one that cannot be used is named."""
        try:
            return await self._staff(part)
        except FeedbackbotError as wrong:
            if len(found.files) == 1:
                raise
            raise FeedbackbotError(wrong.key, **{**wrong.args_, "file": name}) from wrong

    async def _staff(self, data: bytes) -> StaffSheet:
        today = self._runtime.now().astimezone(city_zone()).date()
        own = self._runtime.settings.sheet_headers
        return await self._render.bounded(
            FOREIGN_FILE,
            read_staff_sheet,
            data,
            today=today,
            own_headers=own,
        )
