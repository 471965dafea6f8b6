"""Rate, and look at what is stored of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.survey.daily_totals import UnitTotals, unit_totals
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.units.tables import unit
from tests.talk import Talk, Talker

ANSWERS = (
    "Sangat sesuai", "Sangat mudah", "Cepat", "Gratis", "Sesuai",
    "Kompeten", "Sangat sopan dan ramah", "Dikelola dengan baik", "Cukup",
)  # fmt: skip
VALUES = (4, 4, 3, 4, 3, 3, 4, 4, 2)
LINK = "u_bpbd"


async def begin(person: Talker, link: str = LINK) -> None:
    """To the first question, whatever stands before it."""
    await person.opens(link)
    while (step := (await person.state()).step) in ("izin", "layanan"):
        await person.taps("Setuju") if step == "izin" else await person.presses(
            person.chat[-1], person.chat[-1].buttons[0]
        )


async def answer(person: Talker, values: Sequence[int]) -> None:
    """Tap each value in turn, by its place."""
    for value in values:
        shown = next(shown for shown in reversed(person.chat) if len(shown.buttons) >= 4)
        await person.presses(shown, shown.buttons[value - 1])


async def rate(person: Talker, values: Sequence[int] = VALUES, link: str = LINK) -> None:
    await begin(person, link)
    await answer(person, values)


async def responses(talk: Talk) -> list[dict[str, Any]]:
    """Oldest first."""
    return await talk.work(
        lambda tx: [dict(row) for row in tx.run(select(response).order_by(response.c.id)).mappings()]
    )


def values_of(row: dict[str, Any]) -> tuple[int | None, ...]:
    return tuple(row[key] for key in ELEMENT_KEYS)


async def totals(talk: Talk, code: str = "bpbd") -> UnitTotals:
    """Of all days."""

    unit_id = await talk.work(lambda tx: tx.run(select(unit.c.id).where(unit.c.code == code)).scalar_one())
    return await talk.run(unit_totals, unit_id, date(2020, 1, 1), date(2040, 1, 1))


LOW = (4, 4, 1, 4, 3, 3, 1, 4, 2)
