"""A year of ratings: as many as sixty offices have that 150 people rate, spread over the city's units."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from feedbackbot.clock import city_zone
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.pseudonym import SURVEY, pseudonym
from feedbackbot.playground.living.past import Past
from feedbackbot.storage.bulk import slices
from feedbackbot.storage.survey.daily_totals import add_many_to_day
from feedbackbot.storage.survey.responses import add_responses
from feedbackbot.storage.transaction import Transaction

RATINGS: Final = 60 * 150
_DAYS: Final = 365
_CHANNELS: Final = ("telegram",) * 5 + ("whatsapp",) * 4 + ("web",) * 3
_COMMENTS: Final = (
    "Petugasnya ramah dan cepat.", "Antrean lama, kursinya kurang.", "Syaratnya jelas, terima kasih.", "Mohon AC diperbaiki.",
    "Sudah jauh lebih baik dari tahun lalu.", "Petugas loket 2 sangat membantu.", "Jam istirahat terlalu panjang.",
)  # fmt: skip


async def rate(past: Past, many: int, units: list[int], weak: dict[int, str]) -> None:
    """`weak`: the element that a unit's citizens like least, until the last four months."""
    past.goes_to()
    rows = await past.does(lambda tx: _rows(past, tx, many, units, weak))
    await past.does(lambda tx: _keep(tx, rows))


def _keep(tx: Transaction, rows: list[dict[str, object]]) -> None:
    for some in slices(rows):
        add_many_to_day(tx, add_responses(tx, some), flagged=False)


def _rows(
    past: Past, tx: Transaction, many: int, units: list[int], weak: dict[int, str]
) -> list[dict[str, object]]:
    chance, key, today = past.chance, tx.settings.require_key(), tx.now.astimezone(city_zone()).date()
    liking = {unit: chance.uniform(0.35, 0.8) for unit in units}
    rows: list[dict[str, object]] = []
    for number in range(many):
        unit = units[min(int(len(units) * chance.random() ** 1.3), len(units) - 1)]
        day = _working_day(today - timedelta(days=chance.randint(1, _DAYS)))
        until_lately = (today - day).days > 120
        answers = _answers(chance, liking[unit], weak.get(unit, "") if until_lately else "")
        at = datetime.combine(day, time(chance.randint(8, 15)), city_zone())
        rows.append(
            {
                "pseudonym": pseudonym(key, SURVEY, f"sample:{number}"),
                "unit_id": unit,
                "service_id": None,
                "channel": chance.choice(_CHANNELS),
                "visit": None,
                "comment": chance.choice(_COMMENTS) if chance.random() < 0.08 else None,
                "started_at": at,
                "submitted_at": at,
                "day": day,
                "flags": "",
                "sample": True,
                **answers,
            }
        )
    return rows


def _answers(chance: Random, liking: float, weak: str) -> dict[str, int]:
    found = {}
    for element in ELEMENT_KEYS:
        happy = liking - 0.45 if element == weak else liking
        found[element] = 4 if chance.random() < happy else 3 if chance.random() < 0.75 + happy / 4 else 2
    if weak and chance.random() < 0.3:
        found[weak] = 1
    return found


def _working_day(day: date) -> date:
    return day - timedelta(days=max(day.weekday() - 4, 0))
