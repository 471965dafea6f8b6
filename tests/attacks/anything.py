"""What a person of any kind may do next, drawn as a few numbers, so that hypothesis finds the shortest way to a fault."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.people.roles import Role
from feedbackbot.jobs.cases import case_jobs
from feedbackbot.jobs.improvement import improvement_jobs
from feedbackbot.jobs.reports import report_jobs
from feedbackbot.jobs.training import training_jobs
from tests.attacks.world import World
from tests.conversations.anything import NASTY
from tests.deliver import deliver
from tests.talk import Talker

T = TypeVar("T")
_SAID = Path(__file__).parents[1] / "understanding" / "utterances_open.csv"
# an answer somewhere, and nonsense elsewhere
_ANSWERS = (
    "ya", "tidak", "batal", "kembali", "lewati", "menu", "selesai", "nanti", "semua", "1", "4", "9", "0", "-1", "besok", "kemarin",
    "tgl 3", "08.00-12.00", "12.30 wib", "1 Desember 2026", "31 februari", "2026-13-45", "seratus", "198001012005011001",
    "081234567890", "https://x.id", "99999999999999999999", "1e5", "½", "²", "٣", "Lampu jalan di depan kantor mati sejak Senin lalu",
)  # fmt: skip
_FORGED = (
    "ya",
    "tidak",
    "1",
    "2",
    "99",
    "kembali",
    "lewati",
    "selesai",
    "~1",
    "",
    "☃",
    "a/b",
    "0",
    "-1",
    "lain",
)
_AFTER_COMMAND = ("", "", "", " 1", " 99", " ktp", " x y", " 2026-11", " kemarin")
_KINDS = (
    Kind.STICKER, Kind.VOICE, Kind.PHOTO, Kind.DOCUMENT, Kind.LOCATION, Kind.OTHER, Kind.EDITED, Kind.CONTACT,
)  # fmt: skip
_HELD: dict[str, Any] = {
    "file": Received("file-1", "a.pdf", "application/pdf", 1000),
    "latitude": 5.18,
    "longitude": 97.14,
    "phone": "+628113",
}
_HOURS = (1, 25, 24 * 31)

Act = tuple[str, int, int]
acts = st.tuples(
    # taps lead furthest, so they come most often
    st.sampled_from(
        ["taps", "taps", "taps", "taps", "says", "answers", "types", "sends", "forges", "door", "nasty", "waits", "post"]
    ),
    st.integers(0, 9_999),
    st.integers(0, 99),
)  # fmt: skip


class Anybody:
    """Turns the numbers into what a person does."""

    def __init__(self, world: World, person: Talker) -> None:
        self._world, self._person = world, person
        self._doors = list(world.doors())
        self._commands = list(world.talk.dialogue.directory.commands_for(frozenset({"citizen", *Role})))

    async def does(self, act: Act) -> None:
        what, number, other = act
        if what == "waits":
            self._world.clock.passes(hours=_of(_HOURS, number))
        elif what == "post":
            await self._post()
        else:
            await getattr(self, f"_{what}")(number, other)

    async def _post(self) -> None:
        """The jobs that tell people something run, and what waits for anybody comes to them."""
        for job in (*case_jobs(), *training_jobs(), *improvement_jobs(), *report_jobs()):
            await job.work(self._world.talk.runtime)
        await deliver(self._world.talk)

    async def _taps(self, number: int, _: int) -> None:
        shown = next((one for one in reversed(self._person.chat) if one.buttons), None)
        if shown is None:
            await self._person.types("/mulai")
        else:
            await self._person.sends_tap(_of(shown.buttons, number).data or "", shown.ref)

    async def _says(self, number: int, _: int) -> None:
        await self._person.types(_of(_sentences(), number))

    async def _answers(self, number: int, _: int) -> None:
        await self._person.types(_of(_ANSWERS, number))

    async def _nasty(self, number: int, _: int) -> None:
        await self._person.does(Kind.TEXT, text=_of(NASTY, number))

    async def _types(self, number: int, other: int) -> None:
        await self._person.types(f"/{_of(self._commands, number)}{_of(_AFTER_COMMAND, other)}")

    async def _sends(self, number: int, other: int) -> None:
        """With the file or the place that belongs to it, or, as a forged update, without."""
        await self._person.does(
            _of(_KINDS, number), text=_of(("", "ini fotonya"), other), **(_HELD if other % 3 else {})
        )

    async def _forges(self, number: int, _: int) -> None:
        """A choice that the present question does not show."""
        state = await self._person.state()
        part = f".{state.part}" if state.part else ""
        await self._person.sends_tap(
            f"{state.conversation}.{state.run}/{state.step}{part}/{_of(_FORGED, number)}", "1"
        )

    async def _door(self, number: int, _: int) -> None:
        point, argument = _of(self._doors, number)
        await self._person.sends_tap(f"!{point}/{argument}", "1")


def _of(things: Sequence[T], number: int) -> T:
    return things[number % len(things)]


@cache
def _sentences() -> list[str]:
    with _SAID.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]
