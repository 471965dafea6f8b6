"""One line: a chat service with everything that serves it, from what arrives to what goes out."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.channels.service import ChatService, Rates
from feedbackbot.delivery.attachments import AttachmentStore, Maker
from feedbackbot.delivery.cooperation import Cooperation
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.sending import OutcomeWriter, Sender
from feedbackbot.delivery.wording import Wording
from feedbackbot.delivery.worker import Worker
from feedbackbot.dialogue.chat import Shows
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.inbound.intake import Intake
from feedbackbot.inbound.turns import TurnRunner
from feedbackbot.storage.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Line:
    """The parts of one chat service; several lines share a database, a dialogue and a timetable."""

    service: ChatService
    sender: Sender
    outcomes: OutcomeWriter
    worker: Worker
    intake: Intake
    lease: str
    """What the one of several processes has that sends the line's bulk, and sets up the chat service for all."""

    async def open(self) -> None:
        """Ready to send; nothing is received yet."""
        await self.service.open()
        self.outcomes.start()

    async def drain(self, within: float) -> None:
        """No new updates, turns finished, messages under way sent; what still waits is for the next process."""
        await asyncio.gather(
            self.service.stop_receiving(within), self.intake.close(within), self.worker.close(within)
        )


def make_line(
    runtime: Runtime,
    dialogue: Dialogue,
    service: ChatService,
    makers: Mapping[str, Maker],
    cooperation: Cooperation,
) -> Line:
    """The line of `service`, whose rate is shared with other processes. The runtime wakes its worker and makes its links from now on."""
    settings, owner = runtime.settings, cooperation.process_id
    attachments = AttachmentStore(
        runtime, makers, instance=service.instance, sends_on=service.sends_on, good_for=service.ids_good_for
    )
    lease = f"line:{service.name}:{service.instance}"[:96]
    pacer = _shared_pacer(service.rates, lease, cooperation)
    channel = service.channel(attachments)
    sender = Sender(channel, pacer, runtime.now, settings.send_attempts, dialogue.catalogue)
    outcomes = OutcomeWriter(runtime, owner, late_receipts=service.name if channel.can.late_receipts else "")
    dialogue.shows[service.name] = Shows(channel.can.forms, channel.can.edit, channel.can.tables)
    wording = Wording(dialogue.directory.speaker, dialogue.catalogue)
    worker = Worker(
        runtime=runtime, sender=sender, outcomes=outcomes, wording=wording, owner=owner,
        sends_bulk=lambda: cooperation.holds(lease),
    )  # fmt: skip
    cooperation.when_taking(lease, worker.wake)
    runtime.wakes(worker.wake)
    runtime.links.add(service.name, service.deep_link)
    runner = TurnRunner(runtime, dialogue, service.read, owner, service.name)
    intake = Intake(
        runtime=runtime,
        runner=runner,
        sender=sender,
        outcomes=outcomes,
        seen=service.seen if channel.can.read_marks else None,
    )
    return Line(service, sender, outcomes, worker, intake, lease)


def _shared_pacer(rates: Rates, lease: str, cooperation: Cooperation) -> Pacer:
    pacer = Pacer(
        overall=rates.overall,
        bulk=rates.bulk,
        per_chat=rates.per_chat,
        burst_per_chat=rates.burst_per_chat,
    )
    cooperation.add_line(lease, pacer, overall=rates.overall, bulk=rates.bulk)
    return pacer
