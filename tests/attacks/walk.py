"""Every button that somebody can come to, tapped twice: from each state that was reached each answer is tried, and undone again."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from feedbackbot.dialogue.buttons import StepTap, read_data
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from tests.attacks.rewindable import RewindableDatabase
from tests.attacks.world import MACHINERY
from tests.talk import Talk, Talker

# A code that is shown anew makes the one before it void (`keep_code`), so one is good, as one tap would have it; each wrong guess counts
# against whoever guesses. Everything else must not grow, consents, drafts and words that were not understood neither.
_MAY_GROW = {"one_time_code", "link_failure"}
_TABLES = [one.name for one in metadata.sorted_tables if one.name not in MACHINERY | _MAY_GROW]
_COUNTS = f"SELECT {', '.join(f'(SELECT count(*) FROM {name})' for name in _TABLES)}"
# one of these is an answer wherever words are
_WORDS = (
    "Lampu jalan di depan kantor mati sejak Senin lalu", "12", "1 Desember 2026", "08.00-12.00", "Aula, lantai 2", "198001012005011001",
    "dukcapil",
    "081234567890",
)  # fmt: skip
_DEEPEST, _MOST_ALIKE = 30, 2

Step = tuple[str, str]


def rows_of_each_table(tx: Transaction) -> dict[str, int]:
    """But for the machinery and what may grow. Asked of the driver: SQLAlchemy would describe each of the many columns first."""
    return dict(zip(_TABLES, tx.connection.connection.cursor().execute(_COUNTS).fetchone(), strict=True))


def grown(before: dict[str, int], after: dict[str, int]) -> set[str]:
    return {name for name in after if after[name] > before[name]}


@dataclass
class Walk:
    """`reached`: the steps that were come to; `tapped`: answers tried twice; `acted`: buttons whose first tap added something;
    `doubled`: what a second one added again."""

    talk: Talk
    database: RewindableDatabase
    one: Talker
    reached: set[Step] = field(default_factory=set)
    tapped: set[tuple[str, str, str]] = field(default_factory=set)
    acted: set[str] = field(default_factory=set)
    doubled: dict[str, set[str]] = field(default_factory=dict)
    alike: dict[Step, int] = field(default_factory=dict)

    async def command(self, name: str) -> None:
        """Everything that a command leads to."""
        await self._tried(lambda: self.one.types(f"/{name}"), 0)

    async def button(self, data: str) -> None:
        """A button that stands alone, and everything that it leads to."""
        await self._twice(data, "1", 0)

    async def here(self) -> Step:
        """Each answer to the question that stands, and nothing that it leads to."""
        state = await self.one.state()
        step = (state.conversation or "", state.step)
        self.reached.add(step)
        for ref, tap, data in answers(self.one):
            self.tapped.add((tap.conversation, tap.step, tap.choice))
            await self._twice(data, ref, _DEEPEST)
        return step

    async def _go_on(self, depth: int) -> None:
        state = await self.one.state()
        step = (state.conversation or "", state.step)
        if not state.conversation or depth > _DEEPEST or self.alike.get(step, 0) >= _MOST_ALIKE:
            return
        self.alike[step] = self.alike.get(step, 0) + 1
        self.reached.add(step)
        for ref, tap, data in answers(self.one):
            if (tap.conversation, tap.step, tap.choice) not in self.tapped:
                self.tapped.add((tap.conversation, tap.step, tap.choice))
                await self._twice(data, ref, depth)
        for words in _WORDS if self._takes(step, Kind.TEXT) else ():
            await self._tried(lambda words=words: self.one.types(words), depth)  # type: ignore[misc]
        for kind in (one for one in (Kind.PHOTO, Kind.DOCUMENT) if self._takes(step, one)):
            await self._tried(lambda kind=kind: self.one.sends_file(kind), depth)  # type: ignore[misc]

    def _takes(self, step: Step, kind: Kind) -> bool:
        """What a question does not take is heard as at home, where it is tried."""
        directory, (conversation, name) = self.talk.dialogue.directory, step
        at_home = conversation == directory.home.key
        return at_home or kind.value in directory.by_key[conversation].by_key[name].accepts

    async def _twice(self, data: str, ref: str, depth: int) -> None:
        async with self.undone():
            before = await self.talk.work(rows_of_each_table)
            await self.one.sends_tap(data, ref)
            first = await self.talk.work(rows_of_each_table)
            if grown(before, first):
                self.acted.add(data)
            # most forged buttons that stand alone do nothing the first time
            if data in self.acted or not data.startswith("!"):
                await self._once_more(data, ref, first)
            await self._go_on(depth + 1)

    async def _once_more(self, data: str, ref: str, first: dict[str, int]) -> None:
        async with self.undone():
            await self.one.sends_tap(data, ref)
            if again := grown(first, await self.talk.work(rows_of_each_table)):
                self.doubled[data] = again

    async def _tried(self, what: Callable[[], Awaitable[None]], depth: int) -> None:
        async with self.undone():
            await what()
            await self._go_on(depth + 1)

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[None]:
        """The database and what stands in the chat."""
        chat = [replace(shown) for shown in self.one.chat]
        async with self.database.tried():
            yield
        self.one.chat[:] = chat


def answers(one: Talker) -> Iterator[tuple[str, StepTap, str]]:
    """(message, tap, data) of the answers to the question that stands."""
    for shown in reversed(one.chat[-3:]):
        found = [
            (shown.ref, tap, button.data) for button in shown.buttons
            if button.data and isinstance(tap := read_data(button.data), StepTap) and tap.page is None
        ]  # fmt: skip
        if found:
            yield from found
            return
