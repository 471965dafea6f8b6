"""Two who do the same to each other at the same moment: one of them is first, and nobody sees that they met."""

import asyncio

import pytest
from sqlalchemy import func, select

from feedbackbot.storage.people.tables import person
from feedbackbot.storage.pipeline.operation_tables import audit
from tests.privacy.joining.two_chats import brought, same
from tests.talk import Talk, Talker


@pytest.mark.parametrize("first_is_elder", [True, False])
async def test_both_chats_agree_to_each_others_code_at_once_and_are_joined_once(
    talk: Talk, ani: Talker, ani_there: Talker, first_is_elder: bool
) -> None:
    for one in (ani, ani_there) if first_is_elder else (ani_there, ani):
        await one.types("/mulai")
    await brought(talk, ani, ani_there)
    await brought(talk, ani_there, ani)
    await asyncio.gather(ani.taps("Ya, sambungkan"), ani_there.taps("Ya, sambungkan"))
    assert await same(ani, ani_there)
    told = [f"{one.notice}\n{one.said()}" for one in (ani, ani_there)]
    first, second = sorted(told, key=lambda text: "sudah tersambung" in text)
    assert "satu orang" in first and "Kedua obrolan ini sudah tersambung" in second
    people, joined = await talk.work(
        lambda tx: (
            tx.run(select(func.count()).select_from(person)).scalar(),
            tx.run(select(func.count()).where(audit.c.action == "chats-joined")).scalar(),
        )
    )
    assert (people, joined) == (1, 1)
