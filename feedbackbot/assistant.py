"""The whole bot, ready to be started: what is opened first and closed last."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from feedbackbot.channels.backoff import Backoff
from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.cooperation import Cooperation
from feedbackbot.delivery.heartbeat import Heartbeat
from feedbackbot.delivery.write_probe import WriteProbe
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.domain.people.roles import CITIZEN
from feedbackbot.errors import SettingsError
from feedbackbot.jobs.progress_cards import ProgressCards
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.line import Line
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.pipeline.processes import others_alive
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import get_logger
from feedbackbot.usecases.privacy.keep_erasures import ErasureKeeper
from feedbackbot.web.app import create_app, watch_routes
from feedbackbot.web.file_pages import FilePages
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.forms.survey_page import SurveyPages
from feedbackbot.web.forum.routes import ForumPages
from feedbackbot.web.plain_posts import Take
from feedbackbot.web.reports.routes import ResultPages
from feedbackbot.web.reports.survey_result import SurveyResultPages
from feedbackbot.web.server import Bounds, WebServer
from feedbackbot.web.training.routes import CertificatePages
from feedbackbot.web.visits.api import VisitApi
from feedbackbot.web.webhook import Hook

_log = get_logger(__name__)
# systemd and container platforms give ten seconds for all of it
_DRAIN_SECONDS = 5.0
_SETTLE_SECONDS = 1.5
_LET_GO_SECONDS = 1.5


@dataclass
class Assistant:
    """The bot on its chat services, ready to be started."""

    runtime: Runtime
    dialogue: Dialogue
    lines: Sequence[Line]
    heartbeat: Heartbeat
    cooperation: Cooperation
    timetable: Timetable
    render: RenderProcess
    reading: RenderProcess
    cards: ProgressCards
    erasures: ErasureKeeper
    probe: WriteProbe
    makers: Mapping[str, Maker] = field(default_factory=dict)
    web: list[WebServer] = field(default_factory=list)
    metrics_here: bool = True
    """Whether the web server shows the process's figures: of several cities in one process none does, as they are of all."""
    begun: bool = False
    _stopping: bool = False
    _ready: bool = False
    _asking: "asyncio.Task[None] | None" = None
    _setting_up: "asyncio.Task[None] | None" = None

    async def start(self, *, webhook: bool = False, serve_web: bool = True) -> None:
        """Returns when updates are being taken."""
        self.begun = True
        for line in self.lines:
            await line.open()
        await self.heartbeat.start()
        await self.cooperation.start()
        self.erasures.start()
        for line in self.lines:
            line.worker.start()
        self.timetable.start()
        self.cards.start()
        for line in self.lines:
            await line.intake.sweep(everything=True)
        if serve_web or webhook or any(line.service.by_webhook_only for line in self.lines):
            self.web = self._web_servers(webhook=webhook)
            for server in self.web:
                await server.start()
        if not webhook:
            await self._leave_webhooks_alone()
        # side by side: one that is away keeps no other waiting
        await asyncio.gather(*(self._receive(line, webhook=webhook) for line in self.lines))
        for line in self.lines:
            if line.sender.channel.can.forms and not await line.service.shows_forms():
                shown = self.dialogue.shows[line.service.name]
                self.dialogue.shows[line.service.name] = replace(shown, forms=False)
        await self._learn_name()
        for line in self.lines:
            self._set_up_when_taking(line, webhook=webhook)
        self._ready = True
        port = self.web[0].port if self.web else None
        polls = not webhook and not all(line.service.by_webhook_only for line in self.lines)
        _log.info("taking updates", by="polling" if polls else "webhook", port=port)

    async def _leave_webhooks_alone(self) -> None:
        """Polling takes a webhook away: processes that live by it would hear nothing any more, and stay ready. Raises SettingsError."""
        others = await self.runtime.read(others_alive)
        if others and any([await line.service.delivers_to_webhook() for line in self.lines]):
            raise SettingsError(
                f"{others} processes of this database take updates by webhook: stop them first, or start this one with --webhook"
            )

    async def _receive(self, line: Line, *, webhook: bool) -> None:
        """Of several processes behind one webhook only one tells the chat service of it."""
        if webhook and not line.service.by_webhook_only and not self.cooperation.holds(line.lease):
            return
        await line.service.receive(line.intake.keep, webhook=webhook)

    def _set_up_when_taking(self, line: Line, *, webhook: bool) -> None:
        """Whoever had set up the chat service is gone, and it may have been another release: this process does it again."""

        async def set_up() -> None:
            try:
                if webhook and not line.service.by_webhook_only:
                    await line.service.receive(line.intake.keep, webhook=True)
                await self._publish_commands(line)
            except Exception as problem:
                _log.warning("a chat service could not be set up", problem=type(problem).__name__)

        def begin() -> None:
            self._setting_up = asyncio.create_task(set_up(), name="setting up")

        self.cooperation.when_taking(line.lease, begin)

    async def _learn_name(self) -> None:
        """What the chat services call the bot: links and posters need it. Where one does not say so now, it is asked again and again."""
        unknown = [line for line in self.lines if not await _says_its_name(line)]
        if unknown:
            self._asking = asyncio.create_task(ask_on(unknown, Backoff()), name="bot name")

    async def publish_commands(self) -> None:
        """Show the commands in the chat app, in each language; of several processes one does."""
        for line in self.lines:
            if self.cooperation.holds(line.lease):
                await self._publish_commands(line)

    async def _publish_commands(self, line: Line) -> None:
        names = self.dialogue.directory.commands_for(frozenset({CITIZEN}))
        catalogue = self.dialogue.catalogue
        by_language = {
            language: [
                (name, catalogue.text(language, f"command-{name.replace('_', '-')}")) for name in names
            ]
            for language in catalogue.languages
        }
        await line.service.list_commands(by_language, self.runtime.settings.default_language)

    async def stop(self) -> None:
        """No new updates, turns finished, outcomes written, within ten seconds."""
        self._ready, self._stopping = False, True
        self.timetable.stop()
        for task in (self._asking, self._setting_up):
            if task is not None:
                task.cancel()
        await self.cards.close()
        # side by side, so that one deadline holds for all; what still arrives is kept and waits for the next process
        ending = [line.drain(_DRAIN_SECONDS) for line in self.lines]
        ending += [server.stop() for server in self.web]
        await asyncio.gather(*ending)
        try:
            async with asyncio.timeout(_SETTLE_SECONDS):
                for line in self.lines:
                    await line.outcomes.close()
                await self.erasures.close()
                await self.cooperation.close()
                await self.heartbeat.close()
        except Exception as problem:
            kind = type(problem).__name__
            _log.warning("not everything could be settled; the next process takes over", problem=kind)
        closers = (
            self.render.close,
            self.reading.close,
            *(line.service.close for line in self.lines),
            self.runtime.database.close,
        )
        for letting_go in closers:
            try:
                async with asyncio.timeout(_LET_GO_SECONDS):
                    await letting_go()
            except Exception as problem:
                _log.warning("not everything could be closed", problem=type(problem).__name__)
        _log.info("stopped")

    def _web_servers(self, *, webhook: bool) -> list[WebServer]:
        """One for what a proxy publishes, and one for whoever watches, unless both share a port."""
        catalogue, settings = self.dialogue.catalogue, self.runtime.settings
        routes = ResultPages(self.runtime, catalogue, self.render).routes()
        routes += RatingPages(self.runtime, catalogue).routes()
        routes += ForumPages(self.runtime, catalogue).routes()
        routes += SurveyPages(self.runtime, catalogue).routes()
        routes += SurveyResultPages(self.runtime, catalogue).routes()
        routes += KioskPages(self.runtime, catalogue).routes()
        routes += VisitApi(self.runtime, catalogue).routes()
        routes += CertificatePages(self.runtime, catalogue).routes()
        routes += FilePages(self.runtime, catalogue, self.makers).routes()
        larger: dict[str, int] = {}
        takers: dict[str, Take] = {}
        for line in self.lines:
            if webhook or line.service.by_webhook_only:
                place = line.service.webhook()
                hook = Hook(
                    place.path, place.admits, place.read, line.intake.keep, place.refusal, place.challenge
                )
                larger[place.path], takers[place.path] = place.largest, hook.take
                routes.append(hook.route())
        watching = watch_routes(self.why_not_ready, metrics=self.metrics_here)
        bounds = Bounds(settings.web_connections, settings.web_header_seconds, settings.web_exchange_seconds)
        most, outside = settings.web_requests, (settings.web_host, settings.web_port)
        if not settings.web_admin_port:
            app = create_app([*routes, *watching], most, larger)
            return [WebServer(app, *outside, bounds, takers)]
        inside = (settings.web_admin_host, settings.web_admin_port)
        return [
            WebServer(create_app(routes, most, larger), *outside, bounds, takers),
            WebServer(create_app(watching, most), *inside, bounds),
        ]

    async def why_not_ready(self) -> str:
        """ "" where updates are taken and the database takes writes."""
        if not self._ready:
            return "stopping" if self._stopping else "starting"
        return await self.probe.why_not()


async def ask_on(unknown: Sequence[Line], pauses: Backoff) -> None:
    """Until each chat service has said what it calls the bot."""
    while unknown:
        await asyncio.sleep(pauses.pause())
        unknown = [line for line in unknown if not await _says_its_name(line)]


async def _says_its_name(line: Line) -> bool:
    try:
        await line.service.bot_name()
    except Exception as problem:
        _log.warning("the bot's name could not be asked for", problem=type(problem).__name__)
        return False
    return True
