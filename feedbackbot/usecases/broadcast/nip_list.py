"""A list of numbers, pasted or from a file, as the people of a broadcast. Numbers are read, matched and forgotten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.broadcast.notices import ListRead
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.sheets.cells import RawCell
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.sheets.read_table import iter_cells
from feedbackbot.domain.staff.nip import parse_nip
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcast_people import (
    keep_list_file,
    set_list,
    take_list_file,
)
from feedbackbot.storage.broadcast.broadcasts import (
    broadcast_by_id,
    change_draft,
)
from feedbackbot.storage.staff.employees import employees_by_nips
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.authority import own_draft, require_authority

_BETWEEN = re.compile(r"[\n;,|\t]+")
_AT_ONCE = 500
# pasted: parsed in the turn; a longer list comes as a file
_MOST = 1_000
LARGEST_LIST = 20_000_000
"""Bytes that a bot can fetch from Telegram."""


@dataclass(frozen=True, slots=True)
class ListResult:
    """What became of the entries of a list; `wrong` are no numbers, `unknown` are not in the registry, `unlinked` have no chat."""

    people: int
    doubled: int
    wrong: int
    unknown: int
    unlinked: int

    @property
    def counts(self) -> dict[str, int]:
        """For a text."""
        return {name: getattr(self, name) for name in self.__slots__}


def use_list(tx: Transaction, broadcast_id: int, person_id: int, entries: list[str]) -> ListResult:
    """Make exactly these employees the audience of the draft. Raises FeedbackbotError where not one of them can be reached."""
    may_list(tx, broadcast_id, person_id)
    if len(entries) > _MOST:
        raise FeedbackbotError("broadcast-list-too-long", most=_MOST)
    numbers, doubled, wrong = _numbers(tx, entries)
    found = []
    for start in range(0, len(numbers), _AT_ONCE):
        found += employees_by_nips(tx, numbers[start : start + _AT_ONCE])
    people = {one.person_id for one in found if one.person_id is not None}
    if not people:
        raise FeedbackbotError(
            "broadcast-list-nobody", entries=len(entries), wrong=wrong, unknown=len(numbers) - len(found)
        )
    set_list(tx, broadcast_id, people)
    change_draft(tx, broadcast_id, audience=f"list:{broadcast_id}")
    return ListResult(len(people), doubled, wrong, len(numbers) - len(found), len(found) - len(people))


def receive_list(tx: Transaction, broadcast_id: int, person_id: int, ref: str, size: int) -> None:
    """A list sent as a file: a job reads it, because only the chat service has it. `size` in bytes, 0 where it is not known."""
    own_draft(tx, broadcast_id, person_id)
    if size > LARGEST_LIST:
        raise FeedbackbotError("broadcast-list-file-too-large", megabytes=LARGEST_LIST // 1_000_000)
    keep_list_file(tx, broadcast_id, ref)


def end_list(tx: Transaction, broadcast_id: int, ref: str, outcome: tuple[str, dict[str, Any]]) -> bool:
    """The file is read: the draft gets the people on its list, or keeps what it had, and its author is told, with a button to go on.
    False where it is not wanted any more or could not be used."""
    found = broadcast_by_id(tx, broadcast_id)
    if not take_list_file(tx, broadcast_id, ref) or found is None:
        return False
    good = outcome[0] == "broadcast-list-read"
    if good:
        try:
            may_list(tx, broadcast_id, found.author_id)
            change_draft(tx, broadcast_id, audience=f"list:{broadcast_id}")
        except FeedbackbotError as problem:
            outcome, good = (problem.key, dict(problem.args_)), False

    values = tuple((name, value) for name, value in outcome[1].items())
    tell(tx, found.author_id, ListRead(broadcast_id, outcome[0], values))
    return good


def may_list(tx: Transaction, broadcast_id: int, person_id: int) -> None:
    """Raises FeedbackbotError unless it is the person's draft, and the person an admin of the city."""
    own_draft(tx, broadcast_id, person_id)
    if not require_authority(tx, person_id).city:
        raise FeedbackbotError("broadcast-no-longer-admin")


def pasted(text: str) -> list[str]:
    """One number a line, or with commas or semicolons between; blanks left out."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def from_file(data: bytes) -> list[str]:
    """Every cell of a file that holds a number of an employee, or may. Raises FeedbackbotError for what is no sheet.

    Call it within `RenderProcess.bounded`.
    """
    found = list(_likely_numbers(data))
    if not found:
        raise FeedbackbotError("broadcast-list-no-numbers")
    return found


def _likely_numbers(data: bytes) -> Iterator[str]:
    for cell in iter_cells(data):
        text = cell if isinstance(cell, str) else _plain(cell)
        if sum(sign.isdigit() for sign in text) >= _FEWEST_DIGITS:
            yield from (part.strip() for part in text.splitlines() if part.strip())


def _plain(cell: RawCell) -> str:
    """A number as Excel shows it; what is no text and no number holds nobody's."""
    return f"{cell:.0f}" if isinstance(cell, float | int) and not isinstance(cell, bool) else ""


_FEWEST_DIGITS = 9


def _numbers(tx: Transaction, entries: list[str]) -> tuple[list[str], int, int]:
    """Distinct numbers, how many came twice, how many are none."""
    seen: dict[str, None] = {}
    doubled = wrong = 0
    today = city_day(tx.now)
    for entry in entries:
        try:
            digits = parse_nip(entry, today=today).digits
        except WrongValue:
            wrong += 1
            continue
        doubled += digits in seen
        seen[digits] = None
    return list(seen), doubled, wrong
