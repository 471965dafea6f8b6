"""Find every step of the bot by using it: from each state that was reached, every button and some words are tried."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.storage.people.contacts import ChatState, keep_state, lock_chat
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL, Talk, Talker

Steps = dict[tuple[str, str], ChatState]
_WORDS = ("ktp", "puskesmas", "3", "Bersih dan cepat")
_MOST_BUTTONS = 14


async def put_state(talk: Talk, person: Talker, state: ChatState) -> None:
    """As if the conversation stood there."""

    def work(tx: Transaction) -> None:
        contact, _ = lock_chat(tx, CHANNEL, person.name)
        keep_state(tx, contact.address_id, state, None)

    await talk.work(work)


async def ask_present(talk: Talk, person: Talker, state: ChatState) -> list[Outgoing]:
    """The question of a state, asked as it would be after a tap on an old button."""
    await put_state(talk, person, state)
    await person.sends_tap("x.0/x/x")
    return person.answered


class Crawl:
    """`found`: each step that was reached, with a state in which it stands."""

    def __init__(self, talk: Talk, person: Talker) -> None:
        self.talk = talk
        self.person = person
        self.found: Steps = {}
        self._waiting: deque[ChatState] = deque()

    async def look(self) -> None:
        """Where the person stands now."""
        state = await self.person.state()
        key = (state.conversation or "", state.step)
        if state.conversation and key not in self.found:
            self.found[key] = replace(state, album="")
            self._waiting.append(self.found[key])

    async def go_on(self) -> None:
        """Try everything from each state that was reached."""
        while self._waiting:
            state = self._waiting.popleft()
            question = (await ask_present(self.talk, self.person, state))[-1]
            buttons = [button for row in question.rows for button in row if button.data]
            # the last ones too: "back", "skip"
            for button in [*buttons[:_MOST_BUTTONS], *buttons[_MOST_BUTTONS:][-3:]]:
                await put_state(self.talk, self.person, state)
                await self.person.sends_tap(button.data or "")
                await self.look()
            for words in _WORDS:
                await put_state(self.talk, self.person, state)
                await self.person.does(Kind.TEXT, text=words)
                await self.look()


async def reachable(talk: Talk, person: Talker, commands: Iterable[str]) -> Steps:
    """Every step that commands, buttons and words lead to; in the end with a rating left half-way, and with one that counts."""
    crawl = Crawl(talk, person)
    for command in ("mulai", *commands):
        await person.types(f"/{command}")
        await crawl.look()
    await crawl.go_on()
    for taps in (2, 9):
        await person.opens("u_bpbd")
        while (await person.state()).step in ("izin", "layanan", "lanjut"):
            await first_choice(person)
        for _ in range(taps):
            await first_choice(person)
        await person.types("/batal")
        await person.opens("u_bpbd")
        await crawl.look()
        await crawl.go_on()
    return crawl.found


async def first_choice(person: Talker) -> None:
    await person.presses(person.chat[-1], person.chat[-1].buttons[0])
