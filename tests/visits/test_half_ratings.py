"""A receipt is used by a whole rating: half a one uses nothing, can be gone on with by the receipt, and counts as its only when whole."""

import pytest
from starlette.applications import Starlette

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.channels.narrow import NarrowChannel
from tests.survey.ratings import VALUES, responses
from tests.talk import Talk, Talker
from tests.visits.applications import WHOLE, client, make_key, receipt, token_in

HALF = dict(list(WHOLE.items())[:5])


@pytest.fixture(params=[MemoryChannel, NarrowChannel], ids=["can everything", "can little"])
def anywhere(talk: Talk, request: pytest.FixtureRequest) -> Talk:
    """Step by step on either chat service; forms have a test of their own."""
    talk.can = type(talk.can)(edit=request.param().can.edit, notice=request.param().can.notice)
    return talk


@pytest.fixture
async def payload(app: Starlette, admin: Talker) -> str:
    told = await receipt(app, await make_key(admin))
    return str(told["links"]["telegram"]).rpartition("/")[2]


async def answers(one: Talker, *values: int) -> None:
    for value in values:
        await one.types(str(value))


async def begins(one: Talker, payload: str, count: int) -> None:
    """So many answers, then something else."""
    await one.opens(payload)
    await one.taps("Setuju")
    await answers(one, *VALUES[:count])
    await one.types("/batal")


async def doors(talk: Talk) -> list[tuple[str, bool]]:
    """Through which door each rating came, and whether it counts."""
    return [(row["visit"], row["submitted_at"] is not None) for row in await responses(talk)]


async def test_who_left_half_way_goes_on_by_the_same_receipt_and_uses_it_then(
    anywhere: Talk, payload: str
) -> None:
    ani = anywhere.person("Ani")
    await begins(ani, payload, 4)
    assert await doors(anywhere) == [("loket-1", False)]
    await ani.opens(payload)
    await ani.taps("Lanjutkan")
    assert "5/9" in ani.last
    await answers(ani, *VALUES[4:])
    assert await doors(anywhere) == [("loket-1:struk", True)]
    await anywhere.person("Cut").opens(payload)
    assert "sudah dipakai" in anywhere.person("Cut").said()


async def test_half_a_rating_keeps_nobody_else_from_the_receipt_and_goes_on_by_the_counter_alone(
    anywhere: Talk, payload: str
) -> None:
    ani, budi = anywhere.person("Ani"), anywhere.person("Budi")
    await ani.opens(payload)
    await ani.taps("Setuju")
    await answers(ani, *VALUES[:4])
    await budi.opens(payload)
    await budi.taps("Setuju")
    await answers(budi, *VALUES)
    await answers(ani, *VALUES[4:])
    assert sorted(await doors(anywhere)) == [("loket-1", True), ("loket-1:struk", True)]


async def test_a_rating_gone_on_with_without_the_receipt_leaves_it_good(anywhere: Talk, payload: str) -> None:
    ani, budi = anywhere.person("Ani"), anywhere.person("Budi")
    await begins(ani, payload, 4)
    await ani.types("/nilai disdukcapil")
    await ani.taps("Lanjutkan")
    await answers(ani, *VALUES[4:])
    assert await doors(anywhere) == [("loket-1", True)]
    await budi.opens(payload)
    assert "sudah dipakai" not in budi.said()


async def test_half_a_form_in_the_chat_uses_no_receipt_and_the_rest_does(talk: Talk, payload: str) -> None:
    talk.can = NarrowChannel().can
    ani = talk.person("Ani")
    await ani.opens(payload)
    await ani.fills(HALF)
    assert await doors(talk) == [("loket-1", False)]
    await answers(ani, *VALUES[4:])
    assert await doors(talk) == [("loket-1:struk", True)]


async def test_half_a_page_uses_no_receipt_and_the_rest_does(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    link = (await receipt(app, await make_key(admin)))["links"]["web"]
    async with client(app) as browser:
        page = await browser.get(link, follow_redirects=True)
        await browser.post(page.url.path, data={"t": token_in(page.text), **HALF})
        assert await doors(talk) == [("loket-1", False)]
        again = await browser.get(link, follow_redirects=True)
        assert "sudah dipakai" not in again.text
        sent = await browser.post(again.url.path, data={"t": token_in(again.text), **WHOLE})
        assert "hasil=counted" in sent.headers["location"]
    assert await doors(talk) == [("loket-1:struk", True)]
