"""A sheet of 2,000 answers counted and taken back, and what a citizen waits meanwhile."""

import time
from datetime import date

from benchmarks.silence.beside import silence
from feedbackbot.clock import system_now
from feedbackbot.data import read_city
from feedbackbot.domain.survey.answer_sheet import read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.units.city import parse_city
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.survey.import_answers import AnswerOffer, take_answers, take_back_answers
from feedbackbot.usecases.units.load_city_units import load_city_units

ROWS = 2_000


async def measure(database: Database, settings: Settings) -> str:
    """One line a step."""
    runtime = Runtime(database, system_now, settings)
    await runtime.write(lambda tx: load_city_units(tx, parse_city(*read_city("lhokseumawe"))))
    rows = [",".join(str(1 + (n // 4**place) % 4) for place in range(9)) for n in range(ROWS)]
    sheet = read_answer_sheet("\n".join([",".join(ELEMENT_KEYS), *rows]).encode())
    offer = AnswerOffer(1, "skm", sheet, date(2026, 11, 25))
    lines = []
    for name, work in (
        ("counted", lambda: take_answers(runtime, offer)),
        ("taken back", lambda: take_back_answers(runtime, 1)),
    ):
        began = time.monotonic()
        async with silence(database) as seen:
            await work()
        lines.append(f"{ROWS} answers {name} in {time.monotonic() - began:.1f} s, {seen}")
    return "\n".join(lines)
