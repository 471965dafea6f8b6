"""The shipped surveys beside the SKM, and what is stored of them."""

from typing import Any

from sqlalchemy import Table

from feedbackbot.data import survey_files
from feedbackbot.domain.survey.read_instrument import read_instrument
from tests.talk import Talk

SHIPPED = {one.id: one for one in (read_instrument(raw, name) for name, raw in survey_files())}
SPKP, SPAK = SHIPPED["spkp"], SHIPPED["spak"]


async def rows(talk: Talk, table: Table) -> list[Any]:
    return await talk.work(lambda tx: list(tx.run(table.select())))
