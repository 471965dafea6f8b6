"""When a process does again what it does every few seconds: its beat and its agreement with the others fall into one moment, so that
SQLite's writer commits both at once; those of other processes fall elsewhere."""

import asyncio
import zlib
from typing import Final

_TOO_SOON: Final = 0.25
"""Of a period: whoever has just done it waits for the moment after the next."""


def until_next(process_id: str, period: float) -> float:
    """Seconds by the running loop's clock to the next moment of this process: between a quarter of a period and one and a quarter."""
    own = zlib.crc32(process_id.encode()) / 2**32 * period
    left = period - (asyncio.get_running_loop().time() - own) % period
    return left if left >= _TOO_SOON * period else left + period
