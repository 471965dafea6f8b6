"""How much the playground remembers, so that its memory stays bounded however long it runs."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """Counts, bytes and seconds. The seconds are Telegram's own: a day for an update, 150 s for a tap."""

    messages_per_person: int = 2_000
    messages: int = 50_000
    messages_in_state: int = 200
    calls: int = 200
    events: int = 10_000
    sends: int = 100_000
    taps: int = 50_000
    file_bytes: int = 128 * MEGABYTE
    request_bytes: int = 51 * MEGABYTE
    update_seconds: float = 86_400
    tap_seconds: float = 150
