"""The tasks of a day, each talked through, and what each may cost at most."""

from pathlib import Path

from feedbackbot.dialogue.incoming import Kind
from tests.builders import sqlite_in, talk_in
from tests.cases.office import sends_case, staffed
from tests.talk import Clock
from tests.tasks import admin_tasks, staff_tasks
from tests.tasks.city import City, Task
from tests.tasks.walking import Walk

STORY = "Lampu jalan di depan meunasah padam sejak kemarin malam"


async def rate(city: City, walk: Walk) -> None:
    ani = city.ani
    await walk.open(ani, "u_bpbd")
    await walk.tap(ani, "Setuju")
    if (await ani.state()).step == "layanan":
        await walk.tap(ani, ani.chat[-1].buttons[0].label)
    while (await ani.state()).conversation == "nilai" and len(ani.chat[-1].buttons) >= 4:
        await walk.tap(ani, ani.chat[-1].buttons[3].label)
        if walk.taps >= 12:
            break
    assert any("penilaian" in text.lower() or "terima kasih" in text.lower() for text in ani.sees())


async def report(city: City, walk: Walk) -> None:
    """With a picture and a place, out of the blue: the picture comes first, with its words."""
    ani = city.ani
    await walk.send(ani, Kind.PHOTO, STORY)
    if (await ani.state()).conversation != "lapor":
        await walk.tap(ani, next(label for label in ani.buttons() if "apor" in label))
    while "Laporan terkirim" not in ani.last:
        await _next_of_report(city, walk)
        assert walk.taps + walk.texts < 20
    kept = await city.office.case()
    assert kept["latitude"] is not None


async def _next_of_report(city: City, walk: Walk) -> None:
    ani = city.ani
    match (await ani.state()).step:
        case "izin":
            await walk.tap(ani, "Setuju")
        case "cari" | "tujuan":
            await walk.type(ani, "dinas pekerjaan umum")
        case "temuan":
            await walk.tap(ani, ani.buttons()[0])
        case "periksa" if "Tempat: –" in ani.last:
            await walk.pin(ani)
        case "periksa":
            await walk.tap(ani, "Kirim")
        case "tempat":
            await walk.pin(ani)
        case other:
            raise AssertionError(f"{other}: {ani.last}")


async def answer_officer(city: City, walk: Walk) -> None:
    office, ani = city.office, city.ani
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Di loket berapa kejadiannya?")
    walk.begins(ani)
    await office.mail()
    walk.hears(ani)
    await walk.type(ani, "di loket tiga sebelah kanan")
    await office.mail()
    assert any("loket tiga" in text for text in office.officer.sees())


async def confirm(city: City, walk: Walk) -> None:
    office, ani = city.office, city.ani
    await sends_case(ani, office)
    walk.begins(ani)
    await office.is_done("Uangnya sudah dikembalikan.")
    walk.hears(ani)
    await walk.tap(ani, "Ya, sudah")
    assert (await office.case())["state"] == "closed-confirmed"


async def officer_answers(city: City, walk: Walk) -> None:
    office = city.office
    walk.begins(office.officer)
    await sends_case(city.ani, office)
    walk.hears(office.officer)
    await walk.tap(office.officer, "Buka")
    await walk.tap(office.officer, "Jawab")
    await walk.type(office.officer, "Kami periksa hari ini")
    await office.mail()
    assert "periksa hari ini" in city.ani.last


async def hands_over(city: City, walk: Walk) -> None:
    office = city.office
    await sends_case(city.ani, office)
    await walk.tap(office.officer, "Buka")
    await walk.tap(office.officer, "Teruskan")
    await walk.type(office.officer, "bpbd")
    await walk.tap(office.officer, "Tanpa catatan")
    await office.mail()
    assert "diteruskan ke" in office.other.last


async def merges(city: City, walk: Walk) -> None:
    office, budi = city.office, city.office.talk.person("Budi")
    await sends_case(city.ani, office)
    first = (await office.case())["number"]
    await sends_case(
        budi, office, "Petugas loket meminta uang dua puluh ribu lagi untuk kartu keluarga kemarin"
    )
    await walk.tap(office.officer, "Buka")
    await walk.tap(office.officer, "⋯ Lainnya")
    await walk.tap(office.officer, "🔗 Gabungkan")
    await walk.tap(office.officer, first)
    await office.mail()
    assert "dikerjakan bersama" in budi.last


async def looks_at_what_waits(city: City, walk: Walk) -> None:
    office = city.office
    await sends_case(city.ani, office)
    await walk.type(office.officer, "/mulai")
    await walk.tap(office.officer, "📥 Baru (1)")
    await walk.tap(office.officer, (await office.case())["number"])
    assert (await office.officer.state()).step == "satu"


TASKS = (
    Task("citizen: rate a service, from its QR code", 13, rate),
    Task("citizen: report with a picture and a place", 8, report),
    Task("citizen: answer what an officer asks", 1, answer_officer),
    Task("citizen: confirm that a report is done", 1, confirm),
    Task("officer: see what waits today", 3, looks_at_what_waits),
    Task("officer: answer a report", 3, officer_answers),
    Task("officer: pass a report to another office", 4, hands_over),
    Task("officer: merge two reports", 4, merges),
    Task("employee: accept an invitation", 1, staff_tasks.accepts),
    Task("employee: learn a course, up to its certificate", 17, staff_tasks.learns),
    Task("employee and admin: an external certificate, sent and booked", 9, staff_tasks.sends_certificate),
    Task("admin: import a list of staff", 3, admin_tasks.imports),
    Task("admin: publish a half year", 4, admin_tasks.publishes),
    Task("admin: write a broadcast and send it", 7, admin_tasks.writes_a_broadcast),
    Task("admin: start a campaign", 13, admin_tasks.starts_a_campaign),
    Task("admin: approve an emergency broadcast", 1, admin_tasks.approves),
    Task("admin: give a role, from home to the link", 3, admin_tasks.gives_a_role),
    Task("newcomer: accept a role", 2, admin_tasks.takes_a_role),
)


async def walked(task: Task, folder: Path) -> Walk:
    """The task, in a city of its own."""
    database = await sqlite_in(folder)
    try:
        clock = Clock()
        office = await staffed(await talk_in(database, clock, telegram_bot_name="asisten_kota_bot"))
        walk = Walk(office.talk)
        await task.does(City(office, office.talk.person("Ani"), clock), walk)
    finally:
        await database.close()
    return walk


def counted(task: Task, walk: Walk) -> str:
    """A row of the page but for the seconds, which change with every word."""
    return f"| {task.name} | {walk.taps} | {walk.texts} | {task.most} | {walk.messages} |"


def row_of(task: Task, walk: Walk) -> str:
    return f"{counted(task, walk)} {walk.seconds} |"
