"""Citizen, officer and head in the page: a complaint, a refused closing and a low score tapped in Chromium, with pictures to look at."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from feedbackbot.clock import ShiftedClock
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.replay import rate
from tests.browser import browser_page
from tests.endtoend.office_bot import office_bot, with_role
from tests.pictures import png
from tests.playground_page.screen import Screen

PICTURES = Path(__file__).parents[1] / "artefacts"
LOW = {key: 1 if key == "waktu" else 2 for key in ELEMENT_KEYS}


class DeskPhone:
    """The page with its phones."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.screen = Screen(page)

    async def taps(self, name: str, label: str) -> None:
        phone = self.screen.phone(name)
        await phone.locator(".message").get_by_role("button", name=label, exact=True).last.click()

    async def replies(self, name: str, to: str, text: str) -> None:
        """By the message's own menu, as people do in the chat app."""
        message = self.screen.bubble(name, to).last
        await message.hover()
        await message.locator(".message-menu").click()
        await self.page.get_by_role("menuitem", name="Balas").click()
        await self.screen.write(name, text)

    async def reads(self, name: str, text: str) -> None:
        await expect(self.screen.phone(name)).to_contain_text(text)

    async def picture(self, name: str) -> None:
        await self.page.wait_for_function(
            "[...document.querySelectorAll('.message img')].every(i => i.complete)"
        )
        await self.page.screenshot(path=PICTURES / f"cases-{name}.png")


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_citizen_officer_and_head_see_a_complaint_through(sqlite_url: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    async with (
        Playground(token="1:PLAYdesk", patience=30) as city,
        office_bot(city, sqlite_url, ShiftedClock()) as assistant,
    ):
        ani = await city.person("Ani", phone="+6281260000001", role_hint="citizen")
        await with_role(city, assistant, "Petugas", Role.OFFICER)
        await with_role(city, assistant, "Kepala", Role.HEAD)
        async with browser_page(city.url, 1500, 1000) as page:
            desk = DeskPhone(page)
            await writes_a_report(desk, ani)
            await is_answered_and_answers(desk)
            await refuses_that_it_is_done(desk)
            await looks_at_what_is_held(desk)


async def writes_a_report(desk: DeskPhone, ani: Person) -> None:
    await desk.screen.phone("Ani").get_by_role("button", name="Mulai").click()
    await desk.taps("Ani", "📣 Lapor")
    await desk.reads("Ani", "izin Anda dulu")
    await desk.picture("01-consent")
    await desk.taps("Ani", "✅ Setuju")
    await desk.taps("Ani", "😟 Pengaduan: ada yang salah")
    await desk.screen.write("Ani", "dukcapil")
    await desk.taps("Ani", "KTP elektronik")
    await desk.screen.write("Ani", "Petugas loket tiga meminta uang dua puluh ribu")
    await desk.reads("Ani", "Kapan itu terjadi")
    await desk.picture("02-when")
    await desk.taps("Ani", "Kemarin")
    await desk.reads("Ani", "foto atau surat")
    await ani.uploads(png())
    await desk.taps("Ani", "Lanjut ›")
    await desk.reads("Ani", "Ini yang akan dikirim")
    await desk.picture("03-check")
    await desk.taps("Ani", "✅ Kirim")


async def is_answered_and_answers(desk: DeskPhone) -> None:
    await desk.reads("Petugas", "Laporan baru")
    await desk.reads("Petugas", "berkas 1 dari 1")
    await desk.taps("Petugas", "🗂 Buka")
    await desk.reads("Petugas", "dirahasiakan")
    await desk.picture("04-sent-and-opened")
    await desk.taps("Petugas", "💬 Jawab")
    await desk.screen.write("Petugas", "Kami periksa hari ini, terima kasih")
    await desk.reads("Ani", "Kami periksa hari ini")
    await desk.replies("Ani", "Kami periksa hari ini", "Baik, saya tunggu di rumah")
    await desk.reads("Ani", "Terkirim ke petugas")
    await desk.reads("Petugas", "Baik, saya tunggu di rumah")
    await desk.replies("Petugas", "Baik, saya tunggu di rumah", "Besok kami kabari")
    await desk.reads("Petugas", "Kirim ini kepada warga")
    await desk.picture("04b-replies")
    await desk.screen.write("Petugas", "Besok pagi kami kabari")
    await desk.taps("Petugas", "📤 Kirim")
    await desk.reads("Ani", "Besok pagi kami kabari")


async def refuses_that_it_is_done(desk: DeskPhone) -> None:
    await desk.taps("Petugas", "✅ Selesai")
    await desk.screen.write("Petugas", "Petugas ditegur dan uang dikembalikan")
    await desk.reads("Ani", "Sudah selesai?")
    await desk.picture("05-is-it-done")
    await desk.taps("Ani", "❌ Belum")
    await desk.reads("Kepala", "menolak penutupan")
    await desk.picture("06-refused")
    await desk.screen.write("Ani", "Uangnya belum saya terima")
    await desk.reads("Petugas", "Uangnya belum saya terima")
    await desk.screen.write("Petugas", "/kasus")
    await desk.reads("Petugas", "Meja laporan")
    await desk.picture("07-desk")


async def looks_at_what_is_held(desk: DeskPhone) -> None:
    await desk.screen.write("Ani", "/dataku")
    await desk.reads("Ani", "Yang kami simpan tentang Anda")
    await desk.reads("Ani", "Selengkapnya ada di berkas")
    await desk.picture("08-held")
    await desk.screen.write("Ani", "/hapus")
    await desk.reads("Ani", "Yang akan terjadi")
    await desk.picture("09-erase")


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_a_low_score_is_talked_over_and_rated_again(sqlite_url: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    async with (
        Playground(token="1:PLAYlowpage", patience=30) as city,
        office_bot(city, sqlite_url, ShiftedClock()) as assistant,
    ):
        ani = await city.person("Ani", role_hint="citizen")
        await with_role(city, assistant, "Petugas", Role.OFFICER)
        async with browser_page(city.url, 1500, 1000) as page:
            desk = DeskPhone(page)
            await rate(ani, "u_disdukcapil", LOW)
            await desk.reads("Petugas", "Nilai rendah di Disdukcapil")
            await desk.picture("10-alert")
            await desk.taps("Ani", "🙋 Ya, boleh")
            await desk.reads("Petugas", "bersedia ditanya")
            await desk.taps("Petugas", "🔎 Buka")
            await desk.taps("Petugas", "💬 Balas")
            await desk.screen.write("Petugas", "Maaf Bu, loket dua baru dibuka. Masih di sini?")
            await desk.reads("Ani", "loket dua baru dibuka")
            await desk.taps("Ani", "✍️ Tulis ke petugas")
            await desk.screen.write("Ani", "Masih, terima kasih")
            await desk.reads("Petugas", "Masih, terima kasih")
            await desk.picture("11-relay")
            await desk.taps("Petugas", "🔎 Buka")
            await desk.reads("Petugas", "warga: menulis")
            await desk.taps("Petugas", "✅ Sudah dibereskan")
            await desk.taps("Ani", "⭐ Nilai sekali lagi")
            await desk.taps("Ani", "Sangat cepat")
            await desk.reads("Ani", "kata Anda sudah kami catat")
            await desk.picture("12-again")
