"""The day and the hour that a sheet of answers gives for one respondent, on the city's clock."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.clock import read_clock
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.words import plain_words

_SERIAL = re.compile(r"(\d{4,6})\.(\d+)")
_DAY_AND_HOUR = re.compile(
    r"(.*?\d)(?:t|[\s,]+(?:jam|pukul|pkl)?\.?\s*)(\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?.*)"
)
_SECONDS = re.compile(r"^(\d{1,2}[:.]\d\d)[:.](\d\d)(?:\.\d+)?")
_OFFSET = re.compile(r"\s*(?:z|gmt|utc)?(?:[+-]\d\d:?\d\d)?$")
_NUMBERS = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_SECONDS = 86_400


def read_day(text: str, *, month_first: bool = False) -> tuple[date, time | None]:
    """ "2026-11-12", "12/11/2026 9:30:15", "Kamis, 12 November 2026", an Excel serial with or without the hour. Raises WrongValue.

    `month_first`: see `month_comes_first`.
    """
    plain = plain_words(text)
    if serial := _SERIAL.fullmatch(plain):
        seconds = round(float(f"0.{serial[2]}") * _DAY_SECONDS)
        moment = datetime.combine(read_date(serial[1]), time()) + timedelta(seconds=seconds)
        return moment.date(), moment.time()
    if month_first and (told := _NUMBERS.match(plain)):
        plain = f"{told[3]}/{told[1]}/{told[4]}{plain[told.end() :]}"
    if both := _DAY_AND_HOUR.fullmatch(plain):
        return read_date(both[1]), read_time(both[2])
    return read_date(plain), None


def read_time(text: str) -> time | None:
    """None for what is no moment: nothing, or a span such as "08.00–12.00"."""
    plain = plain_words(text).strip(" ,;")
    plain = (
        _OFFSET.sub("", plain)
        if plain.endswith(("z", "gmt", "utc")) or re.search(r"[+-]\d\d:?\d\d$", plain)
        else plain
    )
    seconds = _SECONDS.match(plain)
    try:
        return read_clock(plain).replace(second=int(seconds[2]) if seconds else 0)
    except (WrongValue, ValueError):
        return None


def month_comes_first(texts: Iterable[str]) -> bool:
    """Whether a column of days was written in the American way: some have a second number that is no month, none a first.

    Forms export so where nobody set their country; read the usual way, "11/05/2026" among them would be another day.
    """
    found = [told for text in texts if (told := _NUMBERS.match(text))]
    return any(int(told[3]) > 12 for told in found) and all(int(told[1]) <= 12 for told in found)
