"""Two people act on one case in the same moment: one after the other, nothing lost, nothing done twice."""

import asyncio

from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.terms import Action, CaseState
from feedbackbot.storage.cases.cases import find_case
from feedbackbot.storage.cases.timeline import timeline_of_case
from feedbackbot.usecases.cases.merge import merge
from feedbackbot.usecases.cases.step_case import Step, staff_steps
from tests.cases.office import Office, sends_case
from tests.talk import Talker


async def test_two_officers_who_answer_at_once_are_both_heard(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    people = [(await one.contact()).person_id for one in (office.officer, office.colleague)]
    words = ["Sedang kami periksa", "Mohon bawa KTP"]
    doing = [
        office.talk.run(staff_steps, person, case_id, Step(Action.ANSWER, said))
        for person, said in zip(people, words, strict=True)
    ]
    await asyncio.gather(*doing)
    await office.mail()
    read = "\n".join(ani.sees())
    assert all(said in read for said in words)
    row = await office.talk.run(find_case, case_id)
    assert row is not None and row.case.officer in map(str, people), "whoever came first has it in hand"
    entries = await office.talk.run(timeline_of_case, case_id)
    assert [one.action for one in entries].count("answer") == 2


async def test_cases_merged_crosswise_at_once_are_one_work(office: Office, ani: Talker, budi: Talker) -> None:
    first = await sends_case(ani, office)
    second = await sends_case(budi, office, "Petugas loket minta uang dua puluh ribu untuk kartu kemarin")
    one, two = [(await each.contact()).person_id for each in (office.officer, office.colleague)]
    done = await asyncio.gather(
        office.talk.run(merge, one, first, second),
        office.talk.run(merge, two, second, first),
        return_exceptions=True,
    )
    assert sum(isinstance(each, CaseRefusal) for each in done) == 1, done
    rows = [await office.talk.run(find_case, each) for each in (first, second)]
    assert sorted(row.case.state.value for row in rows if row) == sorted(
        [CaseState.MERGED.value, CaseState.NEW.value]
    )


async def test_an_answer_and_a_merge_at_once_reach_both_citizens(
    office: Office, ani: Talker, budi: Talker
) -> None:
    first = await sends_case(ani, office)
    second = await sends_case(budi, office, "Petugas loket minta uang dua puluh ribu untuk kartu kemarin")
    one, two = [(await each.contact()).person_id for each in (office.officer, office.colleague)]
    await asyncio.gather(
        office.talk.run(staff_steps, one, first, Step(Action.ANSWER, "Petugas itu sudah ditegur")),
        office.talk.run(merge, two, first, second),
    )
    await office.mail()
    assert "sudah ditegur" in "\n".join(ani.sees())
