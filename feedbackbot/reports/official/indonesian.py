"""How the official report writes numbers and days. It is always in Indonesian, as the regulation's forms are."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

_MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)

_CHANNELS: Final = {
    "telegram": "Telegram",
    "whatsapp": "WhatsApp",
    "web": "Halaman web",
    "kiosk": "Layar di loket",
}


def channel_name(channel: str) -> str:
    """A chat service as it writes itself."""
    return _CHANNELS.get(channel, channel.capitalize())


def number(value: Decimal | int) -> str:
    """1234.5 as "1.234,5"."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def signed(value: Decimal) -> str:
    """+0.20 as "+0,20", with a true minus below nought."""
    return number(value).replace("-", "\u2212") if value < 0 else f"+{number(value)}"


def share(part: int, whole: int) -> str:
    """A part as "12,5 %", rounded half up; a dash where there is no whole."""
    if whole == 0:
        return "–"
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10} %"


def day(value: date) -> str:
    """ "1 Juli 2026"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def listed(words: Iterable[str]) -> str:
    """ "a, b, dan c"."""
    *first, last = words
    if not first:
        return last
    return f"{first[0]} dan {last}" if len(first) == 1 else f"{', '.join(first)}, dan {last}"
