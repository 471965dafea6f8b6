"""A list of numbers that came as a file: checked in the render process, matched beside the writer, kept in small steps.

The draft gets its audience with the last step; until then it cannot be sent (`confirm`). Two processes that read the same list come
to the same people.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import parse_nip
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcast_people import listed_people, put_on_list, take_from_list
from feedbackbot.storage.broadcast.broadcasts import broadcast_by_id
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import people_by_nips
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.nip_list import ListResult, end_list, from_file, may_list

MOST_IN_FILE = 100_000
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ReadNumbers:
    """Distinct numbers of a list, how many entries it had, how many came twice and how many are none."""

    numbers: tuple[str, ...]
    entries: int
    doubled: int
    wrong: int


def numbers_in(data: bytes, *, today: date) -> ReadNumbers:
    """Call it within `RenderProcess.bounded`. Raises FeedbackbotError for what is no sheet or too long a list."""
    entries = from_file(data)
    if len(entries) > MOST_IN_FILE:
        raise FeedbackbotError("broadcast-list-too-long", most=MOST_IN_FILE)
    return checked(entries, today)


def checked(entries: Sequence[str], today: date) -> ReadNumbers:
    """What of these entries are numbers of employees, by their form."""
    seen: dict[str, None] = {}
    doubled = wrong = 0
    for entry in entries:
        try:
            digits = parse_nip(entry, today=today).digits
        except WrongValue:
            wrong += 1
            continue
        doubled += digits in seen
        seen[digits] = None
    return ReadNumbers(tuple(seen), len(entries), doubled, wrong)


async def read_list(
    runtime: Runtime, broadcast_id: int, ref: str, read: ReadNumbers | FeedbackbotError
) -> bool:
    """Make these employees the audience of the draft and tell its author how it went. False where it could not be used, or is not wanted
    any more."""
    outcome: tuple[str, dict[str, Any]]
    try:
        if isinstance(read, FeedbackbotError):
            raise read
        result = await _use(runtime, broadcast_id, read)
        outcome = "broadcast-list-read", dict(result.counts)
    except FeedbackbotError as problem:
        outcome = problem.key, dict(problem.args_)
    return await runtime.write(lambda tx: end_list(tx, broadcast_id, ref, outcome))


async def _use(runtime: Runtime, broadcast_id: int, read: ReadNumbers) -> ListResult:
    def allowed(tx: Transaction) -> None:
        found = broadcast_by_id(tx, broadcast_id)
        if found is not None:
            may_list(tx, broadcast_id, found.author_id)

    await runtime.read(allowed)
    known = 0
    people: set[int] = set()
    for start in range(0, len(read.numbers), _AT_ONCE):
        part = read.numbers[start : start + _AT_ONCE]
        found = await runtime.read(lambda tx, part=part: people_by_nips(tx, part))  # type: ignore[misc]
        known += len(found)
        people.update(person for person in found if person is not None)
    unknown = len(read.numbers) - known
    if not people:
        raise FeedbackbotError(
            "broadcast-list-nobody", entries=read.entries, wrong=read.wrong, unknown=unknown
        )
    before = set(await runtime.read(lambda tx: listed_people(tx, broadcast_id)))
    off, on = sorted(before - people), sorted(people - before)
    await runtime.write_in_slices(off, _AT_ONCE, lambda tx, some: take_from_list(tx, broadcast_id, some))
    await runtime.write_in_slices(on, _AT_ONCE, lambda tx, some: put_on_list(tx, broadcast_id, some))
    return ListResult(len(people), read.doubled, read.wrong, unknown, known - len(people))
