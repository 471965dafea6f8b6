"""Seven people with a chat, written to two at a time."""

import pytest

from feedbackbot.usecases.training import completion, inviting, reminding, seats, tell_change
from tests.slices import killed_at_each_step
from tests.staff.personnel import Personnel
from tests.training.slices.some import PEOPLE, SLICE, invite_everybody


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (completion, "_SETTLED_AT_ONCE"),
        (inviting, "_INVITED_AT_ONCE"),
        (inviting, "_SPREAD_AT_ONCE"),
        (reminding, "_REMINDED_AT_ONCE"),
        (reminding, "_LEARNERS_AT_ONCE"),
        (seats, "_EXPIRED_AT_ONCE"),
        (seats, "_LAPSED_AT_ONCE"),
        (seats, "_OFFERED_AT_ONCE"),
        (tell_change, "_TOLD_AT_ONCE"),
        (tell_change, "_DROPPED_AT_ONCE"),
    ):
        monkeypatch.setattr(module, name, SLICE)


@pytest.fixture
async def number(office: Personnel) -> int:
    """Everybody is invited and has a chat."""
    await office.employs(PEOPLE)
    await office.links(*range(PEOPLE))
    number = await office.offers(seats=PEOPLE, days=10)
    killed, _ = await killed_at_each_step(
        office.talk.runtime, lambda runtime: invite_everybody(runtime, number)
    )
    assert killed >= 2
    return number
