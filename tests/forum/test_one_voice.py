"""One person, one voice: two chats that are joined have one, and a chat that is parted has none where the person's stands."""

from sqlalchemy import select
from starlette.applications import Starlette

from feedbackbot.channels.narrow import NarrowChannel, refusal
from feedbackbot.domain.forum.result import Counts
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.storage.forum.tables import forum_voter
from feedbackbot.usecases.forum.take_part import VoteOutcome
from feedbackbot.usecases.privacy.join_people import part
from feedbackbot.web.forum.routes import ForumPages
from tests.builders import CATALOGUE
from tests.channels.whatsapp.checked import refusal as whatsapp_refusal
from tests.deliver import deliver
from tests.forum.browsing import browser, field
from tests.forum.city import City, crowd_votes
from tests.privacy.joining.two_chats import join
from tests.talk import OTHER_CHANNEL, Talker


async def voters(city: City) -> list[str]:
    return await city.talk.work(lambda tx: list(tx.run(select(forum_voter.c.pseudonym)).scalars()))


async def test_joined_chats_have_one_voice_and_a_parted_one_takes_no_second(city: City, ani: Talker) -> None:
    topic = await city.opens()
    there = city.talk.person("Ani sana", OTHER_CHANNEL)
    city.talk.other_link = lambda payload: f"https://other.example/{payload}"
    await ani.types("/mulai")
    await there.types("/mulai")
    first, second, third = await city.shown(topic)
    for who, statement, vote in (
        (ani, first, Vote.AGREE), (ani, second, Vote.AGREE), (there, second, Vote.DISAGREE), (there, third, Vote.PASS),
    ):  # fmt: skip
        assert await city.votes(who, topic, statement.id, vote) is VoteOutcome.KEPT
    await city.writes(there, topic, "Petugas loket perlu lebih ramah")
    await join(city.talk, ani, there)
    assert await voters(city) == [await city.name(ani)]
    counts = [one.counts for one in await city.shown(topic)]
    assert counts == [Counts(1, 0, 0), Counts(1, 0, 0), Counts(0, 0, 1)], "the earlier person's word stands"
    assert [one.words for one in await city.of(ani)] == ["Petugas loket perlu lebih ramah"]
    contact = await there.contact()
    await city.talk.run(part, contact.person_id, contact.address_id)
    await there.types("/forum")
    await there.presses(there.chat[-1], there.chat[-1].buttons[0])
    if (await there.state()).step == "izin":
        await there.taps("Setuju")
    await there.taps("Setuju")
    assert "sudah memberi suara dari obrolan lain" in there.said() + there.notice
    assert len(await voters(city)) == 1


async def test_a_chat_takes_its_voice_along_to_the_web_page(city: City, ani: Talker) -> None:
    topic = await city.opens()
    app = Starlette(routes=ForumPages(city.talk.runtime, CATALOGUE).routes())
    await ani.types("/mulai")
    first, second, _ = await city.shown(topic)
    await city.votes(ani, topic, first.id, Vote.AGREE)
    await ani.sends_tap(f"!forum/{topic}.hasil")
    link = next(button.url for button in ani.chat[-1].buttons if button.url) or ""
    async with browser(app) as client:
        entered = await client.get(link.removeprefix("https://kota.example"))
        assert entered.headers["location"] == f"/forum/{topic}", "the address with the voice in it is left"
        page = (await client.get(entered.headers["location"])).text
        assert "Pernyataan 2 dari 3" in page and 'name="izin"' not in page
        fields = {"t": field(page, "t"), "pernyataan": str(second.id), "suara": "tidak"}
        assert (await client.post(f"/forum/{topic}/suara", data=fields)).status_code == 303
    assert await voters(city) == [await city.name(ani)]
    city.clock.passes(minutes=16)
    async with browser(app) as late:
        await late.get(link.removeprefix("https://kota.example"))
        assert "Pernyataan 1 dari 3" in (await late.get(f"/forum/{topic}")).text, "the link is over"


async def test_everything_of_it_is_shown_on_a_narrow_chat_service(city: City, ani: Talker) -> None:
    city.talk.can = NarrowChannel().can
    long_words = ("Pernyataan yang sangat panjang tentang loket dan antrean di kantor ini " * 2)[:140]
    topic = await city.opens(*(f"{number} {long_words}"[:140] for number in range(12)))
    await crowd_votes(city, topic, people=40, against={8, 9, 10, 11})
    await city.computes()
    await ani.opens(f"forum_{topic}")
    await ani.taps("Setuju")
    for tap in ("Setuju", "Tidak setuju", "Lewati", "Tulis"):
        await ani.taps(tap)
    await ani.types("Petugas loket perlu lebih ramah")
    await ani.taps("Hasil")
    await ani.sends_tap(f"!forum/{topic}.milik")
    head = city.head
    for command in ("/forum_moderasi", "/forum_baru"):
        await head.types(command)
    await head.sends_tap(f"!aturforum/{topic}")
    await head.taps("Tautan dan kode")
    await head.taps("Turunkan pernyataan")
    await head.sends_tap("!aturforum/periksa")
    await head.taps("Tolak")
    await head.taps("di luar topik")
    await city.tells()
    await deliver(city.talk)
    shown = [one.message for person in (ani, head) for one in person.chat]
    assert len(shown) > 15
    assert [refusal(one) for one in shown if refusal(one)] == []
    assert [whatsapp_refusal(one) for one in shown if whatsapp_refusal(one)] == []
