"""An admin and an employee in the page, tapped in Chromium, with pictures to look at: link, invitation, attendance, course, overview."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect
from sqlalchemy import Connection

import conversations
from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock, system_now
from feedbackbot.domain.training.course_file import parse_course
from feedbackbot.playground.city import Playground
from feedbackbot.settings import load_settings
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.import_staff import take_over
from feedbackbot.usecases.people.grant_roles import make_admin_code
from feedbackbot.usecases.training.import_course import bring_course
from feedbackbot.wiring import assemble
from tests.browser import browser_page
from tests.endtoend.prepared import load_units
from tests.playground_page.screen import Screen
from tests.staff.personnel import row_of, sheet_bytes, sheet_of

PICTURES = Path(__file__).parents[1] / "artefacts"
COURSE = Path(__file__).parents[2] / "feedbackbot/data/courses/pelayanan-ramah-dan-sopan.md"
MONDAY = datetime(2027, 2, 1, 3, 0, tzinfo=UTC)


class Taps:
    """One person's phone on the page."""

    def __init__(self, page: Page, screen: Screen, name: str) -> None:
        self.page = page
        self.screen = screen
        self.name = name

    @property
    def phone(self) -> Locator:
        return self.screen.phone(self.name)

    async def tap(self, label: str) -> None:
        await self.phone.locator(".message").get_by_role("button", name=label).last.click()

    async def write(self, text: str) -> None:
        await self.phone.get_by_role("combobox").fill(text)
        await self.phone.locator("button.send").click()

    async def sees(self, text: str) -> None:
        await expect(self.phone).to_contain_text(text)

    async def picture(self, name: str) -> None:
        await self.phone.screenshot(path=PICTURES / f"training-{name}.png")


async def make_city(assistant: Assistant, clock: ShiftedClock) -> str:
    """Ten employees and a course; returns the admin's code."""

    def work(connection: Connection) -> str:
        tx = Transaction(connection, clock(), assistant.runtime.settings)
        rows = [
            row_of(0, Nama="Cut Nurhayati", Jabatan="Pranata layanan"),
            *(row_of(n) for n in range(1, 10)),
        ]
        take_over(tx, sheet_of(rows), None)
        bring_course(tx, None, COURSE.read_bytes(), COURSE.name, "telegram")
        return make_admin_code(tx)

    return await assistant.runtime.database.write(work)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_an_admin_invites_and_an_employee_comes_and_learns(sqlite_url: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    await load_units(sqlite_url)
    clock = ShiftedClock(MONDAY - system_now())
    async with Playground(token="1:PLAYtrain", patience=30) as city:
        settings = load_settings(
            None, telegram_token=city.token, telegram_api_url=city.url, telegram_proxy="", database_url=sqlite_url,
            secret_key="k" * 40, web_port=0, rate_per_chat=100, burst_per_chat=50, telegram_bot_name="play_bot",
        )  # fmt: skip
        assistant = assemble(settings, conversations.ALL, conversations.HOME, now=clock)
        await assistant.start(serve_web=False)
        try:
            code = await make_city(assistant, clock)
            await city.person("Zulfikar", role_hint="admin")
            await city.person("Cut", phone="+6281100000000", role_hint="employee")
            async with browser_page(city.url, 1600, 1100) as page:
                screen = Screen(page)
                admin, cut = Taps(page, screen, "Zulfikar"), Taps(page, screen, "Cut")
                await links(cut)
                await makes_a_training(admin, code)
                await answers(cut)
                await attends(admin, cut, clock)
                await learns(cut)
                await looks_at_all(admin)
                await imports(admin, city)
        finally:
            await assistant.stop()


async def links(cut: Taps) -> None:
    await cut.phone.get_by_role("button", name="Mulai").click()
    await cut.sees("Asisten layanan")
    await cut.write("/daftar")
    await cut.sees("nomor Anda sendiri")
    await cut.picture("01-daftar")
    await cut.phone.get_by_role("button", name="Bagikan nomor saya").click()
    await cut.phone.get_by_role("button", name="Bagikan", exact=True).click()
    await cut.sees("Selamat datang, Cut Nurhayati")
    await cut.write("/profil")
    await cut.sees("Tertaut sejak")
    await cut.picture("02-profil")


async def makes_a_training(admin: Taps, code: str) -> None:
    await admin.phone.get_by_role("button", name="Mulai").click()
    await admin.sees("Asisten layanan")
    await admin.write(f"/admin {code}")
    await admin.sees("Superadmin")
    await admin.write("/pelatihan_baru")
    await admin.sees("Apa judulnya?")
    await admin.write("Pelayanan prima di loket")
    for question, label in (
        ("Jenisnya?", "Teknis"), ("Keterampilan apa?", "Keterampilan lunak"), ("caranya?", "Tatap muka"),
        ("tabel JP?", "B3"), ("mitra?", "Lewati"), ("diperbaiki?", "Sikap petugas"),
    ):  # fmt: skip
        await admin.sees(question)
        await admin.tap(label)
    await admin.sees("Kapan dan di mana?")
    await admin.write("11/02/2027 09.00-12.00, Aula BKPSDM")
    for question, label in (
        ("Berapa kursi?", "30"), ("sampai tanggal berapa?", "Sampai pelatihan"), ("Berapa JP?", "menurut tabel"),
        ("Perlu izin", "Tidak perlu"),
    ):  # fmt: skip
        await admin.sees(question)
        await admin.tap(label)
    await admin.sees("Kursi: 30")
    await admin.picture("03-pelatihan-baru")
    await admin.tap("Simpan ke katalog")
    await admin.sees("sudah ada di katalog")
    await admin.tap("Undang pegawai")
    await admin.sees("siapa yang diundang?")
    await admin.picture("04-undang")
    await admin.tap("Semua pegawai")
    await admin.sees("belum pernah diundang: 10")
    await admin.picture("05-undang-periksa")
    await admin.tap("Undang 10 orang")
    await admin.sees("10 orang diundang")


async def answers(cut: Taps) -> None:
    await cut.sees("Anda diundang ke pelatihan")
    await cut.picture("06-undangan")
    await cut.tap("Ikut")
    await cut.sees("Simpan jadwalnya di kalender")
    await cut.picture("07-terdaftar")
    await cut.tap("Lihat rincian")
    await cut.sees("Kursi tersisa: 29 dari 30")
    await cut.picture("08-rincian")


async def attends(admin: Taps, cut: Taps, clock: ShiftedClock) -> None:
    clock.offset = datetime(2027, 2, 11, 2, 30, tzinfo=UTC) - system_now()
    await admin.write("/hadir")
    await admin.tap("Pelayanan prima di loket")
    await admin.sees("Kode hadir")
    await admin.picture("09-kode-hadir")
    shown = await admin.phone.locator(".message").last.inner_text()
    await cut.write("/hadir")
    await cut.sees("Ketik enam huruf")
    await cut.write(shown.split("Kode hadir: ")[1].split("\n")[0])
    await cut.sees("tercatat")
    await admin.tap("Betulkan daftar")
    await admin.sees("Ketuk nama untuk mengubahnya")
    await admin.picture("10-daftar-hadir")


async def learns(cut: Taps) -> None:
    await cut.write("/belajar")
    await cut.sees("Kursus yang mana?")
    await cut.tap("Pelayanan ramah")
    await cut.sees("Materi 1 dari")
    await cut.picture("11-materi")
    lessons = len(parse_course(COURSE.read_bytes(), COURSE.name).lessons)
    for number in range(2, lessons + 1):
        await cut.tap("Lanjut")
        await cut.sees(f"Materi {number} dari {lessons}")
    await cut.tap("Ke kuis")
    await cut.sees("Mulai kuis")
    await cut.tap("Mulai kuis")
    await cut.sees("Soal 1 dari")
    await cut.picture("12-soal")
    await cut.phone.locator(".message").get_by_role("button", name="A", exact=True).last.click()
    await cut.sees("Soal 2 dari")
    await cut.picture("13-jawaban")
    await cut.write("/jp")
    await cut.sees("JP Anda tahun 2027")
    await cut.picture("14-jp")


async def looks_at_all(admin: Taps) -> None:
    await admin.write("/rekap")
    await expect(admin.phone.locator(".message img").last).to_be_visible()
    await admin.page.wait_for_function(
        "[...document.querySelectorAll('.message img')].every(i => i.complete && i.naturalWidth)"
    )
    await admin.picture("15-rekap")


async def imports(admin: Taps, city: Playground) -> None:
    person = next(one for one in await city.people() if one.name == "Zulfikar")
    await admin.write("/impor")
    await admin.tap("Data pegawai")
    await admin.sees("Kirim berkas data pegawai")
    data = sheet_bytes(
        [row_of(0, Nama="Cut Nurhayati", Jabatan="Kepala seksi"), row_of(1), row_of(2, NIP="12345")]
    )
    await person.uploads(data, kind="document", name="pegawai.xlsx")
    await admin.sees("Hasil pembacaan")
    await admin.picture("16-impor")
