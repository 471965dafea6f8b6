"""Two officers who merge the same two cases into each other at the same moment: one is first, the other is told so in words."""

import asyncio

from sqlalchemy import select

from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.usecases.cases.merge import merge
from tests.cases.office import sends_case, staffed
from tests.talk import Talk

PAIRS = 4


async def test_cases_merged_crosswise_end_merged_one_way(talk: Talk) -> None:
    office = await staffed(talk)
    officers = [(await one.contact()).person_id for one in (office.officer, office.colleague)]
    for number in range(PAIRS):
        one, other = [
            await sends_case(talk.person(f"{name} {number}"), office, f"Lampu jalan mati sejak {number} hari")
            for name in ("Ani", "Budi")
        ]
        ends = await asyncio.gather(
            talk.run(merge, officers[0], one, other),
            talk.run(merge, officers[1], other, one),
            return_exceptions=True,
        )
        refused = [end for end in ends if isinstance(end, BaseException)]
        assert [type(end) for end in refused] == [CaseRefusal]
        rows = await talk.work(
            lambda tx, pair=(one, other): (
                tx.run(select(case_file.c.parent_id).where(case_file.c.id.in_(pair))).scalars().all()
            )
        )
        assert [parent is None for parent in sorted(rows, key=lambda parent: parent or 0)] == [True, False]
