"""Every step of the forum is reached by tapping while a topic is open, and fits on every channel in every language."""

import pytest

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.channels.narrow import NarrowChannel, refusal
from feedbackbot.domain.message_text import problems
from tests.builders import CATALOGUE
from tests.channels.whatsapp.checked import refusal as whatsapp_refusal
from tests.dialogue.crawl import Crawl, ask_present, put_state
from tests.forum.city import City, crowd_votes
from tests.talk import Talker

OF_THE_FORUM = {
    "forum": {"topik", "suara", "tulis", "milik", "keberatan"},
    "forum_baru": {"kantor", "tanya", "mulai", "sampai", "siapa", "awal", "periksa"},
    "forum_moderasi": {
        "daftar", "topik", "periksa", "alasan", "sembunyi", "tutupi", "jawab", "kantor", "kapan", "yakin",
        "pelatihan", "unsur",
    },
}  # fmt: skip
_LONG = ("Pernyataan warga yang sangat panjang tentang loket dan antrean di kantor ini " * 2)[:136]


class OfTheForum(Crawl):
    """Stays in the forum: where other conversations lead is tried elsewhere."""

    async def look(self) -> None:
        if (await self.person.state()).conversation in OF_THE_FORUM:
            await super().look()


async def steered(city: City) -> tuple[int, int, int]:
    """An open topic, in which statements of another person wait, and two that are over: of the unit with a result, of the city."""
    over = await city.opens(*(f"{number} {_LONG}" for number in range(9)), days=3)
    of_city = await city.opens(unit_id=None, days=2)
    await crowd_votes(city, over, people=30, against={5, 6, 7, 8})
    await city.computes()
    city.clock.passes(days=4)
    made = await city.opens(*(f"{number} {_LONG}" for number in range(9)))
    [other] = await city.people(["Cut"])
    for words in ("Kursi di ruang tunggu terlalu sedikit", "Parkir motor terlalu sempit"):
        assert not (await city.writes(other, made, words)).problem
    return made, over, of_city


async def a_statement_is_refused(city: City, author: Talker, topic: int) -> None:
    await author.opens(f"forum_{topic}")
    await author.taps("Setuju")
    refused = await city.writes(author, topic, "Loket perlu ditutup saja semuanya")
    assert not refused.problem
    await city.head.sends_tap("!aturforum/periksa")
    while "Loket perlu ditutup" not in city.head.last:
        await city.head.taps("Nanti")
    await city.head.taps("Tolak")
    await city.head.taps("di luar topik")


async def fits(city: City, crawl: Crawl) -> None:
    for language in CATALOGUE.languages:
        await crawl.person.sends_tap(f"!bahasa/{language}")
        for key, state in crawl.found.items():
            for message in await ask_present(city.talk, crawl.person, state):
                assert problems(message.text) == [], (key, message.text)
                assert whatsapp_refusal(message) == "", (key, language, message.text[:200])
                assert city.talk.can != NarrowChannel().can or refusal(message) == "", (key, language)
    await crawl.person.sends_tap("!bahasa/id")
    shown = [one.message for person in city.talk.people.values() for one in person.chat]
    assert [whatsapp_refusal(one) for one in shown if whatsapp_refusal(one)] == []


@pytest.mark.slow
@pytest.mark.parametrize("channel", [MemoryChannel, NarrowChannel], ids=["can everything", "can little"])
async def test_every_step_is_reached_and_fits(
    city: City, ani: Talker, channel: type[MemoryChannel] | type[NarrowChannel]
) -> None:
    made, over, of_city = await steered(city)
    city.talk.can = channel().can
    await a_statement_is_refused(city, ani, made)
    ways = {
        "forum": (ani, "/forum", f"!forum/{made}", f"!forum/{made}.tulis", f"!forum/{made}.milik"),
        "forum_baru": (city.admin, "/forum_baru"),
        "forum_moderasi": (
            city.admin,
            "/forum_moderasi",
            "!aturforum/periksa",
            f"!aturforum/{made}",
        ),
    }
    for conversation, (person, *entries) in ways.items():
        crawl = OfTheForum(city.talk, person)
        for entry in entries:
            await person.types(entry) if entry.startswith("/") else await person.sends_tap(entry)
            await crawl.look()
        if conversation == "forum_moderasi":  # what can be done only with a topic that is over
            for topic, label in (
                (over, "Jadikan pelatihan"),
                (over, "Jawab resmi"),
                (of_city, "Jawab resmi"),
            ):
                await person.sends_tap(f"!aturforum/{topic}")
                await person.taps(label)
                await crawl.look()
            await person.types("Loket dibuka sampai pukul 17")
            await crawl.look()
        await crawl.go_on()
        if (when := crawl.found.get(("forum_moderasi", "kapan"))) is not None:
            await put_state(city.talk, person, when)
            await person.types("31 Desember 2026")
            await crawl.look()
        await fits(city, crawl)
        assert {step for key, step in crawl.found if key == conversation} >= OF_THE_FORUM[conversation]
