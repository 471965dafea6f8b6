"""The whole bot on WhatsApp: rating by form and step by step, complaints with pictures, beside Telegram in one process."""

import asyncio
import re
from datetime import timedelta

import aiohttp
from sqlalchemy import func, select

from feedbackbot.clock import ShiftedClock
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import Lane, add_message
from feedbackbot.storage.pipeline.receipts import Stage
from feedbackbot.storage.pipeline.tables import receipt
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from tests.endtoend.city_bot import city_bot
from tests.pictures import png


async def test_a_rating_by_form_costs_two_messages_and_counts_once(database_url: str) -> None:
    async with Playground(patience=30) as city, city_bot(city, database_url, ShiftedClock()) as bot:
        ani = await city.whatsapp.person("Ani", phone="+6281260000001")
        await ani.opens("mulai u_disdukcapil_loket-1")
        await ani.waits_for("sembilan pertanyaan")
        answers = {"izin": True, **dict.fromkeys(ELEMENT_KEYS, "4")}
        await ani.fills(answers)
        await ani.hears("erima kasih")
        sends = await city.whatsapp.sends(ani)
        assert len(sends) == 2
        await ani.fills(answers)
        await ani.hears("sudah kami terima")
        counted = await bot.runtime.read(
            lambda tx: tx.run(select(func.count()).select_from(response)).scalar()
        )
        assert counted == 1


async def test_who_likes_to_is_asked_one_by_one_with_buttons_and_lists(database_url: str) -> None:
    async with Playground(patience=30) as city, city_bot(city, database_url, ShiftedClock()):
        ani = await city.whatsapp.person("Ani", hidden=True)
        await ani.opens("mulai u_disdukcapil_loket-1")
        await ani.waits_for("sembilan pertanyaan")
        await ani.types("satu per satu")
        await ani.then_taps("Setuju")
        for _ in range(20):
            said = await ani.hears()
            if "Persyaratan" in said["text"] or "persyaratan" in said["text"]:
                break
            await ani.then_taps(ani.choices()[0])
        assert len(ani.choices()) >= 4
        metrics = await city.whatsapp.metrics()
        assert metrics["refusals"] == {}, metrics


async def test_a_word_that_is_a_command_is_one_and_what_is_no_use_is_told(database_url: str) -> None:
    async with Playground(patience=30) as city, city_bot(city, database_url, ShiftedClock(), forms=False):
        ani = await city.whatsapp.person("Ani")
        await ani.types("Bantuan")
        await ani.hears("/nilai")
        await ani.does_unsupported("poll")
        await ani.hears()


async def test_what_was_sent_is_told_as_delivered_and_read(database_url: str) -> None:
    async with (
        Playground(patience=30) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await ani.hears()
        await ani.does("read")

        def stages(tx: Transaction) -> set[int]:
            return set(tx.run(select(receipt.c.stage)).scalars())

        for _ in range(200):
            if await bot.runtime.read(stages) == {int(Stage.READ)}:
                break
            await asyncio.sleep(0.05)
        assert await bot.runtime.read(stages) == {int(Stage.READ)}


async def test_both_chat_services_are_served_by_one_process(database_url: str) -> None:
    async with Playground(patience=30) as city, city_bot(city, database_url, ShiftedClock(), forms=False):
        ani, budi = await city.whatsapp.person("Ani"), await city.person("Budi")
        await ani.types("/lapor")
        await ani.hears()
        await budi.starts()
        await budi.hears()
        await ani.uploads(png(), "image", caption="Lampu jalan mati sejak kemarin di depan pasar")
        await ani.hears()
        assert (await city.whatsapp.metrics())["refusals"] == {}


async def test_a_day_later_news_knock_and_come_when_the_door_is_opened(database_url: str) -> None:
    clock = ShiftedClock()
    async with Playground(patience=30) as city, city_bot(city, database_url, clock, forms=False) as bot:
        ani = await city.whatsapp.person("Ani")
        await ani.types("menu")
        await ani.hears()
        clock.offset = timedelta(hours=25)
        await city.shifts_clock(25 * 3600)

        def news(tx: Transaction) -> None:
            contact, _ = lock_chat(tx, "whatsapp", ani.user_id)
            add_message(
                tx,
                channel="whatsapp",
                address_id=contact.address_id,
                lane=Lane.REMINDER,
                kind=Kind.CASE_UPDATE.value,
                body=Outgoing("*Laporan LSM-7* selesai ditangani.").to_json(),
                planned_at=tx.now,
            )

        await bot.runtime.write(news)
        await ani.waits_for("Ketuk Buka")
        assert not any("selesai ditangani" in text and "Ketuk" not in text for text in ani.sees())
        await ani.taps("Buka")
        await ani.hears("Laporan LSM-7")
        metrics = await city.whatsapp.metrics()
        assert metrics["refusals"] == {}, metrics
        assert len(await city.whatsapp.sends(ani)) == 3


async def test_files_of_kinds_that_the_service_does_not_list_arrive_under_their_name(
    database_url: str,
) -> None:
    async with Playground(patience=30) as city, city_bot(city, database_url, ShiftedClock(), forms=False):
        ani = await city.whatsapp.person("Ani")
        await ani.types("dataku")
        await ani.waits_until(
            lambda phone: any(one["media"] for one in phone.messages() if one["from"] == "bot")
        )
        [file] = [one["media"] for one in ani.messages() if one["from"] == "bot" and one["media"]]
        assert file["name"].startswith("data-saya-")
        assert file["name"].endswith(".json")
        assert (await city.whatsapp.metrics())["refusals"] == {}


async def test_where_the_city_has_an_address_such_files_are_behind_it(database_url: str) -> None:
    base = "https://nilai.kota.go.id"
    async with (
        Playground(patience=30) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False, public_url=base) as bot,
        aiohttp.ClientSession() as browser,
    ):
        ani = await city.whatsapp.person("Ani")
        await ani.types("dataku")
        address = (await ani.taps("Buka berkas")).replace(base, f"http://127.0.0.1:{bot.web[0].port}")
        async with browser.get(address) as page:
            assert "satu kali" in await page.text()
        async with browser.post(address) as file:
            assert ani.user_id in await file.text()
        async with browser.post(address) as again:
            assert again.status == 404
        assert (await city.whatsapp.metrics())["refusals"] == {}


async def test_one_person_joins_the_chats_of_both_services(database_url: str) -> None:
    async with (
        Playground(patience=30) as city,
        city_bot(city, database_url, ShiftedClock(), forms=False) as bot,
    ):
        here, there = await city.person("Ani"), await city.whatsapp.person("Ani", hidden=True)
        await here.starts()
        await here.hears()
        await here.types("/sambung")
        said = await here.hears("wa.me")
        code = re.search(r"sambung_([0-9A-Z]+)", said["text"])
        assert code is not None
        await there.opens(f"mulai sambung_{code[1]}")
        await there.taps("Ya, milik saya")
        sign = re.search(r"\d\d", (await there.hears("Angka di sini"))["text"])
        assert sign is not None
        assert sign[0] in (await here.hears("ingin disambungkan"))["text"]
        await here.taps("Ya, sambungkan")
        await there.hears("Sudah tersambung")
        people = await bot.runtime.read(lambda tx: tx.run(select(address.c.person_id)).scalars().all())
        assert (len(people), len(set(people))) == (2, 1)
