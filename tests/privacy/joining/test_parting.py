"""A chat that leaves its person begins anew, and is no second voice."""

from datetime import timedelta

import pytest

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.people.notices import JoinRefused
from tests.deliver import deliver
from tests.privacy.joining.two_chats import WORSE, join, same
from tests.survey.ratings import VALUES, begin, rate, totals
from tests.talk import OTHER_CHANNEL, Clock, Talk, Talker


@pytest.fixture
async def joined(talk: Talk, ani: Talker, ani_there: Talker) -> Talker:
    """Ani, who rated before and writes over both."""
    await rate(ani, VALUES)
    await join(talk, ani, ani_there)
    return ani


async def parts(person: Talker, label: str) -> None:
    await person.types("/sambung")
    await person.taps(label)
    await person.taps("Ya, pisahkan")


async def test_a_parted_chat_begins_anew_and_has_no_second_voice(
    talk: Talk, clock: Clock, joined: Talker, ani_there: Talker
) -> None:
    await parts(joined, "Pisahkan Other")
    assert not await same(joined, ani_there)
    assert await deliver(talk, OTHER_CHANNEL) == 1
    assert "dipisahkan" in ani_there.last
    await begin(ani_there)
    assert "satu suara" in ani_there.said()
    assert (await totals(talk)).n == 1
    clock.passes(days=talk.settings.survey_period_days + 2)
    await rate(ani_there, WORSE)
    assert (await totals(talk)).n == 2


async def test_who_parts_the_own_chat_stands_at_home_as_somebody_new(
    talk: Talk, joined: Talker, ani_there: Talker
) -> None:
    who = (await joined.contact()).person_id
    await parts(ani_there, "Pisahkan Other")
    assert (await joined.contact()).person_id == who
    assert (await ani_there.contact()).person_id != who
    assert (await ani_there.state()).conversation == "menu"


async def test_joined_again_after_parting_the_rating_still_counts(
    talk: Talk, joined: Talker, ani_there: Talker
) -> None:
    await parts(joined, "Pisahkan Other")
    await join(talk, joined, ani_there)
    assert (await totals(talk)).n == 1


async def test_nobody_parts_the_chat_of_somebody_else(talk: Talk, joined: Talker, ani_there: Talker) -> None:
    place = (await ani_there.contact()).address_id
    await talk.person("Budi").sends_tap(f"!sambung/pisah.{place}.ya")
    assert await same(joined, ani_there)


async def test_what_waits_for_a_parted_chat_is_said_in_the_other(
    talk: Talk, clock: Clock, joined: Talker, ani_there: Talker
) -> None:
    who = (await joined.contact()).person_id
    await talk.run(tell, who, JoinRefused(), due_at=clock() + timedelta(hours=1))
    await parts(joined, "Pisahkan Other")
    await deliver(talk, OTHER_CHANNEL)
    seen = len(ani_there.chat)
    clock.passes(hours=2)
    await deliver(talk)
    await deliver(talk, OTHER_CHANNEL)
    assert any("menolak" in text for text in joined.sees())
    assert len(ani_there.chat) == seen
