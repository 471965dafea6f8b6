"""A topic is opened by those who may, as they meant it; also from an improvement case, and a statement opens one."""

import pytest
from sqlalchemy import select

from feedbackbot.domain.forum.topic import Audience
from feedbackbot.storage.forum.tables import forum_topic
from feedbackbot.storage.improvement.improvements import improvement_by_id, open_case
from feedbackbot.storage.reports.tables import improvement
from tests.forum.city import UNIT, City, crowd_votes
from tests.improvement.loop import rate
from tests.talk import Talker


async def topics(city: City) -> list[int]:
    return await city.talk.work(lambda tx: list(tx.run(select(forum_topic.c.id)).scalars()))


async def test_a_head_opens_a_topic_of_the_own_unit_step_by_step(city: City) -> None:
    head = city.head
    await head.types("/forum_baru")
    await head.types("Apa yang paling mengganggu di loket kami?")
    await head.taps("Sekarang")
    await head.taps("14 hari")
    await head.taps("Semua warga")
    await head.types("1. Antrean terlalu lama\n2. Pak Darwis terlalu galak")
    assert "tanpa nama orang" in head.said() and await topics(city) == []
    await head.types("1. Antrean terlalu lama\n- Parkir terlalu sempit")
    assert "Apa yang paling mengganggu" in head.last and "• Parkir terlalu sempit" in head.last
    await head.taps("Buka topik")
    [made] = await topics(city)
    found = await city.topic(made)
    assert (found.unit_id, found.audience, found.course.takes_votes(city.clock())) == (
        UNIT,
        Audience.EVERYBODY,
        True,
    )
    assert [one.words for one in await city.shown(made)] == ["Antrean terlalu lama", "Parkir terlalu sempit"]
    await head.taps("Kartu topik")
    await head.taps("Tautan dan kode")
    assert f"https://kota.example/forum/{made}" in head.said()


async def test_an_admin_asks_the_whole_city_from_a_day_on(city: City, ani: Talker) -> None:
    admin = city.admin
    await admin.types("/forum_baru")
    await admin.taps("Seluruh kota")
    await admin.types("Bagaimana sebaiknya sampah dikumpulkan?")
    await admin.types("1 Desember 2026")
    await admin.types("kemarin dulu sekali")
    assert "14 hari" in admin.buttons()
    await admin.types("20 Desember 2026")
    await admin.taps("Semua warga")
    await admin.taps("Lewati")
    await admin.taps("Buka topik")
    [made] = await topics(city)
    assert (await city.topic(made)).unit_id is None
    await ani.opens(f"forum_{made}")
    assert "Topik itu tidak ada" in ani.said() + ani.notice, "it is not open yet"
    city.clock.passes(days=8)
    await ani.opens(f"forum_{made}")
    assert "Bagaimana sebaiknya sampah dikumpulkan?" in ani.last


async def test_citizens_cannot_open_one(city: City, ani: Talker) -> None:
    await ani.types("/forum_baru")
    assert "tidak ada" in ani.last


async def test_an_improvement_case_asks_the_citizens(city: City) -> None:
    values = {"unit_id": UNIT, "element": "waktu", "reason": "below-floor", "mean": 2.2, "n": 40}
    case = await city.talk.run(open_case, values)
    await city.head.sends_tap(f"!perbaikan/{case}")
    await city.head.taps("Tanya warga")
    for tap in ("Sekarang", "7 hari", "Semua warga", "Lewati"):
        await city.head.taps(tap)
    assert "Apa yang perlu diperbaiki dari Kecepatan" in city.head.last
    await city.head.taps("Buka topik")
    [made] = await topics(city)
    assert (await city.topic(made)).improvement_id == case


@pytest.mark.slow
async def test_a_statement_that_all_agree_on_opens_an_improvement_case(city: City) -> None:
    topic = await city.opens(*(f"Pernyataan warga nomor {word}" for word in ("satu", "dua", "tiga", "empat")))
    await crowd_votes(city, topic, people=30, against=())
    await city.computes()
    await rate(city.talk, UNIT, 2.4)
    await city.head.sends_tap(f"!aturforum/{topic}")
    await city.head.taps("Jadikan pelatihan")
    await city.head.taps("Pernyataan warga nomor satu")
    await city.head.taps("Kecepatan")
    assert "Perbaikan dibuka" in city.head.last
    [case] = await city.talk.work(lambda tx: list(tx.run(select(improvement.c.id)).scalars()))
    found = await city.talk.run(improvement_by_id, case)
    assert found is not None and (found.reason, found.element, found.n) == ("forum", "waktu", 40)
    await city.head.taps("Lihat perbaikan")
    assert "Warga sepakat di forum" in city.head.last
