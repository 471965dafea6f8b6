"""What can be wrong with the running bot, and when somebody is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Trouble(StrEnum):
    """The values end catalogue keys `trouble-…`."""

    NOTHING_SENT = "nothing-sent"
    REFUSED = "refused"
    DEAD_UPDATES = "dead-updates"
    BACKUP_LATE = "backup-late"
    BACKUP_BAD = "backup-bad"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Seen:
    """Since when a trouble has been seen without a break, and whether somebody was told."""

    since: datetime
    told: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What one look leads to: what is remembered for the next, what is told now and what is over."""

    seen: Mapping[Trouble, Seen]
    begun: tuple[Trouble, ...]
    over: tuple[Trouble, ...]


def look(
    before: Mapping[Trouble, Seen], present: Iterable[Trouble], now: datetime, patience: timedelta
) -> Look:
    """Each trouble is told once, when it has lasted for `patience`; that it is over is told once to those who had been told."""
    there = set(present)
    seen: dict[Trouble, Seen] = {}
    begun: list[Trouble] = []
    for trouble in sorted(there):
        known = before.get(trouble, Seen(now))
        if not known.told and now - known.since >= patience:
            begun.append(trouble)
            known = Seen(known.since, told=True)
        seen[trouble] = known
    over = tuple(one for one, known in sorted(before.items()) if one not in there and known.told)
    return Look(seen, tuple(begun), over)
