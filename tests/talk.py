"""Talk with the bot by turns: a real database and the real engine, no network.

ani = talk.person("Ani")
await ani.types("/nilai")
await ani.taps("Setuju")
assert "Kantor mana" in ani.sees()[-1]
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from feedbackbot.channels.telegram.links import deep_link
from feedbackbot.clock import Now
from feedbackbot.delivery.channel import Can
from feedbackbot.dialogue.chat import Shows
from feedbackbot.dialogue.gathering import together
from feedbackbot.dialogue.incoming import Incoming, Kind, Received
from feedbackbot.dialogue.message import Button, FormButton, Outgoing
from feedbackbot.dialogue.turn import Dialogue, TurnResult
from feedbackbot.dialogue.understanding import folded
from feedbackbot.domain.links import DeepLink
from feedbackbot.domain.message_text import plain
from feedbackbot.errors import FeedbackbotError
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import ChatState, Contact, find_chat, keep_state, lock_chat
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.shown import Shown, show

T = TypeVar("T")
CHANNEL, OTHER_CHANNEL = "memory", "other"


@dataclass
class Clock:
    """A moment that only the test moves."""

    now: datetime = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **duration: float) -> None:
        self.now += timedelta(**duration)


class Talk:
    """A bot in one database, and the people who talk with it."""

    def __init__(self, database: Database, dialogue: Dialogue, settings: Settings, now: Now) -> None:
        self.database = database
        self.dialogue = dialogue
        self.settings = settings
        self.now = now
        self.people: dict[str, Talker] = {}
        # how the other chat service makes links, where people write over it too
        self.other_link: DeepLink | None = None
        # what the chat app can do in which the people talk
        self.can = Can()

    @property
    def runtime(self) -> Runtime:
        made = Runtime(self.database, self.now, self.settings)
        made.links.add(CHANNEL, lambda payload: deep_link(self.settings.telegram_bot_name, payload))
        if self.other_link is not None:
            made.links.add(OTHER_CHANNEL, self.other_link)
        return made

    def person(self, name: str, channel: str = CHANNEL) -> "Talker":
        return self.people.setdefault(name, Talker(self, name, channel=channel))

    async def work(self, work: Callable[[Transaction], T]) -> T:
        """One unit of work, as every use case is done."""
        return await self.runtime.write(work)

    async def run(self, usecase: Callable[..., T], *args: object, **kwargs: object) -> T:
        return await self.work(lambda tx: usecase(tx, *args, **kwargs))

    async def turn(self, incoming: Incoming) -> TurnResult:
        """As the delivery does it: what a refused turn did is undone, then the person is told. Faults of ours are not
        caught: the test shall see them."""
        try:
            return await self.work(lambda tx: self._turn(tx, incoming))
        except FeedbackbotError as refusal:
            caught = refusal
            return await self.work(lambda tx: self._refuse(tx, incoming, caught))

    async def let_go_of(self, address: str) -> TurnResult:
        """As the job does it for a conversation that was left alone."""

        def work(tx: Transaction) -> TurnResult:
            contact, state = lock_chat(tx, CHANNEL, address)
            return self._kept(tx, contact, self.dialogue.abandon(tx, contact, state))

        return await self.work(work)

    def _turn(self, tx: Transaction, incoming: Incoming) -> TurnResult:
        self.dialogue.shows = {CHANNEL: Shows(self.can.forms, self.can.edit, self.can.tables)}
        contact, state = lock_chat(tx, incoming.channel, incoming.address)
        return self._kept(tx, contact, self.dialogue.turn(tx, contact, state, incoming))

    def _refuse(self, tx: Transaction, incoming: Incoming, refusal: FeedbackbotError) -> TurnResult:
        contact, state = lock_chat(tx, incoming.channel, incoming.address)
        return self._kept(tx, contact, self.dialogue.refuse(tx, contact, state, incoming, refusal))

    def _kept(self, tx: Transaction, contact: Contact, result: TurnResult) -> TurnResult:
        keep_state(tx, contact.address_id, result.state, result.expires_at)
        # as in the outbox: what cannot be written down and read again cannot be sent
        return replace(result, messages=[Outgoing.from_json(one.to_json()) for one in result.messages])


@dataclass
class Talker:
    """A person with the bot's chat open."""

    talk: Talk
    name: str
    channel: str = CHANNEL
    chat: list[Shown] = field(default_factory=list)
    notice: str = ""
    answered: list[Outgoing] = field(default_factory=list)  # what the last turn said
    taps_made: int = 0
    _refs: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    # What the person does

    async def types(self, text: str) -> None:
        """Words, or a command with its arguments."""
        if text.startswith("/") and text[1:2].isalpha():
            command, _, rest = text[1:].partition(" ")
            await self.does(Kind.COMMAND, command=command.lower(), text=rest.strip())
        else:
            await self.does(Kind.TEXT, text=text)

    async def taps(self, label: str) -> None:
        """The newest visible button with this label (emoji and marks aside)."""
        shown, button = self.button(label)
        self.taps_made += 1
        await self.presses(shown, button)

    async def presses(self, shown: Shown, button: Button) -> None:
        """A certain button, perhaps one of long ago."""
        await self.sends_tap(button.data or "", shown.ref)

    async def sends_tap(self, data: str, ref: str = "") -> None:
        """Any data, as somebody who forges it could."""
        if not self.talk.can.edit:
            ref = ""
        await self.does(Kind.TAP, data=data, message_ref=ref, tap_id="tap" if self.talk.can.notice else "")

    async def replies(self, to: str, text: str = "", kind: Kind = Kind.TEXT, album: str = "") -> None:
        """In the chat app, to the newest message of the bot that holds these words."""
        quoted = next(shown for shown in reversed(self.chat) if to in shown.text)
        file = None if kind is Kind.TEXT else Received("file-1", "gambar.jpg", "image/jpeg", 1000)
        await self.does(kind, text=text, quoted=quoted.text, quoted_ref=quoted.ref, file=file, album=album)

    async def fills(self, answers: dict[str, str], form: FormButton | None = None) -> None:
        """The newest form that is shown, or a certain one."""
        form = form or self.form()
        await self.does(Kind.FORM, data=form.data, fields=answers)

    def form(self) -> FormButton:
        """The newest that is shown."""
        found = next((shown.message.form for shown in reversed(self.chat) if shown.message.form), None)
        assert found is not None, f"{self.name} sees no form, only {self.last!r}"
        return found

    async def opens(self, payload: str) -> None:
        """A deep link."""
        await self.types(f"/start {payload}")

    async def sends_file(self, kind: Kind = Kind.PHOTO, *, caption: str = "", album: str = "") -> None:
        await self.does(
            kind, text=caption, album=album, file=Received("file-1", "gambar.jpg", "image/jpeg", 1000)
        )

    async def sends_album(self, count: int, *, caption: str = "", kind: Kind = Kind.PHOTO) -> None:
        """As the bot takes an album in: one message with all its files."""
        parts = [
            Incoming(
                CHANNEL,
                self.name,
                kind,
                text=caption if place == 0 else "",
                album="album",
                file=Received(f"file-{place}", "gambar.jpg", "image/jpeg", 1000),
            )
            for place in range(count)
        ]
        whole, _ = together(parts)
        self._show(await self.talk.turn(whole), "")

    async def does_edit(self, text: str, ref: str = "") -> None:
        """An earlier message of the person's is changed in the chat app."""
        await self.does(Kind.EDITED, text=text, own_ref=ref)

    async def does(self, kind: Kind, **what: object) -> None:
        incoming = Incoming(self.channel, self.name, kind, **what)  # type: ignore[arg-type]
        self._show(await self.talk.turn(incoming), incoming.message_ref)

    async def is_left_alone(self) -> None:
        """The time-out of the conversation under way has come."""
        self._show(await self.talk.let_go_of(self.name), "")

    # What the person sees

    def sees(self) -> list[str]:
        """All messages of the bot, oldest first, as they now stand."""
        return [shown.text for shown in self.chat]

    @property
    def last(self) -> str:
        return self.chat[-1].text

    def said(self) -> str:
        """Everything that the last turn said, in one text."""
        return "\n".join(plain(message.text) for message in self.answered)

    def buttons(self) -> list[str]:
        """Labels of the newest message that has any."""
        return next(([b.label for b in shown.buttons] for shown in reversed(self.chat) if shown.buttons), [])

    def button(self, label: str) -> tuple[Shown, Button]:
        for shown in reversed(self.chat):
            for button in shown.buttons:
                if folded(button.label) == folded(label):
                    return shown, button
        raise AssertionError(f"{self.name} sees no button {label!r}, only {self.buttons()}")

    # What is stored

    async def state(self) -> ChatState:
        return (await self._found())[1]

    async def contact(self) -> Contact:
        return (await self._found())[0]

    async def _found(self) -> tuple[Contact, ChatState]:
        found = await self.talk.run(find_chat, self.channel, self.name)
        assert found is not None, f"{self.name} never wrote"
        return found

    def _show(self, result: TurnResult, tapped: str) -> None:
        self.notice, self.answered = result.notice, result.messages
        for message in result.messages:
            show(self.chat, message, self._refs)
