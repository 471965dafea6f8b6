"""Builds every part once and connects them: the one place that knows which chat services there are."""

import os
import secrets
import socket
from collections.abc import Sequence

from feedbackbot.assistant import Assistant
from feedbackbot.channels.chosen import all_services, fetch_from
from feedbackbot.clock import Now, system_now
from feedbackbot.delivery.cooperation import Cooperation
from feedbackbot.delivery.heartbeat import Heartbeat
from feedbackbot.delivery.write_probe import WriteProbe
from feedbackbot.dialogue.conversation import Conversation
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.file_sources import RECEIVED, check_made
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.i18n import Catalogue, load_catalogue
from feedbackbot.jobs.all_jobs import all_jobs
from feedbackbot.jobs.case_files import keep_files_job
from feedbackbot.jobs.people import ListCommands
from feedbackbot.jobs.progress_cards import ProgressCards
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.line import Line, make_line
from feedbackbot.reports.place_at_process import PlaceAtProcess
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.cases.passed_files import received_maker
from feedbackbot.usecases.privacy.keep_erasures import ErasureKeeper
from feedbackbot.usecases.units.city_file import keep_city_time
from feedbackbot.wording.makers import all_makers


def process_name() -> str:
    """Unlike that of any other process, now or earlier."""
    return f"{socket.gethostname()[:16]}-{os.getpid()}-{secrets.token_hex(4)}"


def _processes() -> tuple[RenderProcess, RenderProcess]:
    # files from outside in a process of their own: a long or hostile one keeps no chart waiting
    return RenderProcess(), RenderProcess(idle_seconds=20)


class SharedParts:
    """What is costly and holds nothing of anybody: cities of one process have it together."""

    def __init__(self) -> None:
        self.catalogue = load_catalogue()
        self._render, self._reading = _processes()

    def for_a_city(self) -> tuple[RenderProcess, RenderProcess]:
        """Its places at the processes for drawing and for files from outside."""
        return PlaceAtProcess(self._render), PlaceAtProcess(self._reading)

    async def close(self) -> None:
        for process in (self._render, self._reading):
            await process.close()


def _database(settings: Settings) -> Database:
    return open_database(
        settings.database_url,
        synchronous=settings.sqlite_synchronous,
        pool=settings.database_pool,
        statement_seconds=settings.database_statement_seconds,
    )


def _command_lists(lines: Sequence[Line]) -> dict[str, ListCommands]:
    """By chat service; only of those that list commands for one person."""
    return {
        line.service.name: line.service.list_commands_in_chat
        for line in lines
        if line.sender.channel.can.command_lists
    }


def assemble(
    settings: Settings,
    conversations: Sequence[Conversation],
    home: str,
    *,
    now: Now = system_now,
    catalogue: Catalogue | None = None,
    shared: SharedParts | None = None,
) -> Assistant:
    """All parts, connected; `shared` are those that several cities of one process have together. Raises SettingsError for what is
    missing."""
    catalogue = catalogue or (shared.catalogue if shared else load_catalogue())
    services = all_services(settings, catalogue)
    settings.require_key()
    keep_city_time(settings)
    runtime = Runtime(_database(settings), now, settings)
    dialogue = Dialogue(Directory(conversations, home), catalogue)
    render, reading = shared.for_a_city() if shared else _processes()
    fetch = fetch_from(services)
    makers = {**all_makers(runtime, dialogue.catalogue, render), RECEIVED: received_maker(runtime, fetch)}
    check_made(makers)
    cooperation = Cooperation(runtime, process_name())
    lines = [make_line(runtime, dialogue, service, makers, cooperation) for service in services]
    intakes = [line.intake for line in lines]
    jobs = all_jobs(dialogue, intakes, fetch, _command_lists(lines), reading, settings)
    forgetful = [service.name for service in services if service.forgets_files]
    if forgetful:
        jobs.append(keep_files_job(fetch, forgetful))
    cards = ProgressCards(runtime, [line.sender for line in lines], dialogue.catalogue, cooperation.in_charge)
    timetable = Timetable(jobs, runtime, in_charge=cooperation.in_charge)
    beats, erasures = Heartbeat(runtime, cooperation.process_id), ErasureKeeper(runtime)
    runtime.alone = beats.alone
    probe, together = WriteProbe(beats.beat), cooperation
    return Assistant(
        runtime, dialogue, lines, beats, together, timetable, render, reading, cards, erasures, probe, makers,
        metrics_here=shared is None,
    )  # fmt: skip
