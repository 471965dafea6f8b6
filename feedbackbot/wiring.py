"""Builds everything once, and starts and stops it in order."""

import asyncio
import os
import secrets
import socket
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection, text

from feedbackbot.channels.telegram.arrivals import arrival_from_webhook
from feedbackbot.channels.telegram.channel import TelegramChannel
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.commands import list_commands, list_commands_in_chat
from feedbackbot.channels.telegram.polling import poll
from feedbackbot.channels.telegram.reaching import until_reached
from feedbackbot.channels.telegram.reading import read_body
from feedbackbot.channels.telegram.received_files import FileTooLarge, FileUnavailable, fetch_received_file
from feedbackbot.channels.telegram.webhook_registration import register_webhook, remove_webhook
from feedbackbot.clock import Now, system_now
from feedbackbot.delivery.attachments import AttachmentStore
from feedbackbot.delivery.heartbeat import Heartbeat
from feedbackbot.delivery.outcome_writer import OutcomeWriter
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.sending import Sender
from feedbackbot.delivery.worker import Worker
from feedbackbot.dialogue.conversation import Conversation
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.domain.people.roles import CITIZEN
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue, load_catalogue
from feedbackbot.inbound.intake import Intake
from feedbackbot.inbound.turns import TurnRunner
from feedbackbot.jobs.broadcast import (
    forget_broadcasts_job,
    list_commands_job,
    read_lists_job,
    start_broadcasts_job,
)
from feedbackbot.jobs.cases import case_jobs
from feedbackbot.jobs.imports import import_job
from feedbackbot.jobs.incentives import incentive_jobs
from feedbackbot.jobs.pipeline import conversation_timeouts_job, purge_job, sweep_job
from feedbackbot.jobs.progress_cards import ProgressCards
from feedbackbot.jobs.reports import result_jobs
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.jobs.training import training_jobs
from feedbackbot.reports.makers import attachment_makers
from feedbackbot.reports.official.report_makers import report_makers
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database, open_database
from feedbackbot.telemetry import get_logger
from feedbackbot.usecases.broadcast.workbook import broadcast_makers
from feedbackbot.usecases.campaigns.chart import campaign_makers
from feedbackbot.usecases.incentives.letter import letter_makers
from feedbackbot.usecases.privacy.data_export import HELD_DATA, held_data_maker
from feedbackbot.usecases.privacy.keep_erasures import ErasureKeeper
from feedbackbot.usecases.training.attachments import training_makers
from feedbackbot.web.app import create_app, webhook_route
from feedbackbot.web.reports.routes import ResultPages
from feedbackbot.web.server import WebServer
from feedbackbot.web.training.routes import CertificatePages

_log = get_logger(__name__)
WEBHOOK_PATH = "/telegram/webhook"
_DRAIN_SECONDS = 6.0  # systemd and container platforms give ten


@dataclass
class Assistant:
    """A bot on one chat service, ready to be started."""

    settings: Settings
    now: Now
    database: Database
    dialogue: Dialogue
    client: TelegramClient
    intake: Intake
    worker: Worker
    settler: OutcomeWriter
    heartbeat: Heartbeat
    timetable: Timetable
    render: RenderProcess
    reading: RenderProcess
    cards: ProgressCards
    erasures: ErasureKeeper
    web: WebServer | None = None
    _stop_polling: asyncio.Event = field(default_factory=asyncio.Event)
    _polling: asyncio.Task[None] | None = None
    _ready: bool = False

    async def start(self, *, webhook: bool = False, serve_web: bool = True) -> None:
        """Returns when updates are being taken."""
        await self.client.open()
        self.settler.start()
        await self.heartbeat.start()
        self.erasures.start()
        self.worker.start()
        self.timetable.start()
        self.cards.start()
        await self.intake.sweep(everything=True)
        if serve_web or webhook:
            self.web = self._web_server(webhook=webhook)
            await self.web.start()
        if webhook:
            secret = self.settings.webhook_secret.get_secret_value()
            await until_reached(
                lambda: register_webhook(self.client, self.settings.public_url, WEBHOOK_PATH, secret)
            )
        else:
            await until_reached(lambda: remove_webhook(self.client))
            self._polling = asyncio.create_task(
                poll(self.client, self.intake.keep, self._stop_polling), name="polling"
            )
        self._ready = True
        _log.info(
            "taking updates", by="webhook" if webhook else "polling", port=self.web.port if self.web else None
        )

    async def publish_commands(self) -> None:
        """Show the commands in the chat app, in each language."""
        names = self.dialogue.directory.commands_for(frozenset({CITIZEN}))
        catalogue = self.dialogue.catalogue
        by_language = {
            language: [
                (name, catalogue.text(language, f"command-{name.replace('_', '-')}")) for name in names
            ]
            for language in catalogue.languages
        }
        await list_commands(self.client, by_language, self.settings.default_language)

    async def stop(self) -> None:
        """No new updates, turns finished, fates settled, within ten seconds."""
        self._ready = False
        self._stop_polling.set()
        self.timetable.stop()
        await self.cards.close()
        # side by side, so that one deadline holds for all; what still arrives is kept and waits for the next process
        ending: list[Awaitable[object]] = [
            self.intake.close(_DRAIN_SECONDS),
            self.worker.close(_DRAIN_SECONDS),
        ]
        if self._polling is not None:
            ending.append(asyncio.wait([self._polling], timeout=_DRAIN_SECONDS))
        if self.web is not None:
            ending.append(self.web.stop())
        await asyncio.gather(*ending)
        try:
            async with asyncio.timeout(2):
                await self.settler.close()
                await self.erasures.close()
                await self.heartbeat.close()
        except Exception as problem:
            _log.warning(
                "not everything could be settled; the next process takes over", problem=type(problem).__name__
            )
        await self.render.close()
        await self.reading.close()
        await self.client.close()
        await self.database.close()
        _log.info("stopped")

    def _web_server(self, *, webhook: bool) -> WebServer:
        pages = ResultPages(self.database, self.dialogue.catalogue, self.render, self.now, self.settings)
        routes = pages.routes()
        routes += CertificatePages(self.database, self.dialogue.catalogue, self.now, self.settings).routes()
        if webhook:
            secret = self.settings.webhook_secret.get_secret_value()
            routes.append(webhook_route(WEBHOOK_PATH, secret, arrival_from_webhook, self.intake.keep))
        return WebServer(create_app(self._is_ready, routes), self.settings.web_host, self.settings.web_port)

    async def _is_ready(self) -> bool:
        if not self._ready:
            return False
        try:
            await self.database.read(_look)
        except Exception:
            return False
        return True


def _look(connection: Connection) -> None:
    connection.execute(text("SELECT 1"))


async def _fetch(client: TelegramClient, ref: str) -> bytes:
    """A file that an admin sent; what is wrong with it in words for the admin."""
    try:
        return await fetch_received_file(client, ref)
    except FileTooLarge:
        raise FeedbackbotError("import-file-too-large") from None
    except FileUnavailable:
        raise FeedbackbotError("import-file-gone") from None


def process_name() -> str:
    """Unlike that of any other process, now or earlier."""
    return f"{socket.gethostname()[:16]}-{os.getpid()}-{secrets.token_hex(4)}"


def assemble(
    settings: Settings,
    conversations: Sequence[Conversation],
    home: str,
    *,
    now: Now = system_now,
    catalogue: Catalogue | None = None,
) -> Assistant:
    """All parts, connected. Raises SettingsError for what is missing."""
    token = settings.require_token()
    settings.require_key()
    owner = process_name()
    database = open_database(
        settings.database_url, synchronous=settings.sqlite_synchronous, pool=settings.database_pool
    )
    dialogue = Dialogue(Directory(conversations, home), catalogue or load_catalogue())
    client = TelegramClient(
        token,
        api_url=settings.telegram_api_url,
        proxy=settings.telegram_proxy,
        calls_under_way=settings.calls_under_way,
    )
    render = RenderProcess()
    # Files from outside in a process of their own: a long or hostile one keeps no chart waiting
    reading = RenderProcess(idle_seconds=20)
    makers = {
        **attachment_makers(dialogue.catalogue, render),
        **report_makers(dialogue.catalogue, render, database, now, settings),
        **broadcast_makers(database, dialogue.catalogue, render, now, settings),
        **campaign_makers(database, dialogue.catalogue, render, now, settings),
        **letter_makers(database, render, now, settings),
        HELD_DATA: held_data_maker(database, now, settings),
        **training_makers(database, dialogue.catalogue, render, now, settings, client.username),
    }
    attachments = AttachmentStore(database, now, settings, makers, instance=token.partition(":")[0])
    pacer = Pacer(
        overall=settings.rate_overall,
        bulk=settings.rate_bulk,
        per_chat=settings.rate_per_chat,
        burst_per_chat=settings.burst_per_chat,
    )
    sender = Sender(
        TelegramChannel(client, attachments), pacer, now, settings.send_attempts, dialogue.catalogue
    )
    settler = OutcomeWriter(database, now, settings, owner)
    worker = Worker(
        database=database, sender=sender, settler=settler, now=now, settings=settings, owner=owner
    )
    runner = TurnRunner(database, dialogue, read_body, now, settings, owner, sender.channel.name)
    intake = Intake(
        database=database,
        runner=runner,
        sender=sender,
        settler=settler,
        now=now,
        settings=settings,
        wake_delivery=worker.wake,
    )
    jobs = [
        conversation_timeouts_job(database, dialogue, now, settings),
        sweep_job(intake),
        purge_job(database, now, settings),
        start_broadcasts_job(database, dialogue.catalogue, now, settings, worker.wake),
        read_lists_job(
            database, dialogue.catalogue, now, settings, partial(fetch_received_file, client), worker.wake
        ),
        forget_broadcasts_job(database, now, settings),
        list_commands_job(
            database, dialogue, sender.channel.name, now, settings, partial(list_commands_in_chat, client)
        ),
        *incentive_jobs(database, dialogue.catalogue, now, settings, worker.wake),
        *case_jobs(database, dialogue.catalogue, now, settings, worker.wake),
        *result_jobs(database, dialogue.catalogue, now, settings, worker.wake),
        *training_jobs(database, dialogue.catalogue, now, settings, worker.wake),
        import_job(
            database, dialogue.catalogue, now, settings, reading, partial(_fetch, client), worker.wake
        ),
    ]
    timetable = Timetable(jobs, database, now, settings)
    heartbeat = Heartbeat(database, now, settings, owner)
    cards = ProgressCards(database, sender, dialogue.catalogue, now, settings)
    return Assistant(
        settings,
        now,
        database,
        dialogue,
        client,
        intake,
        worker,
        settler,
        heartbeat,
        timetable,
        render,
        reading,
        cards,
        ErasureKeeper(database, now, settings),
    )
