"""The tasks of a day, each talked through, and what each may cost at most."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant
from tests.broadcast.city import write
from tests.builders import sqlite_in, talk_in
from tests.cases.office import Office, sends_case, staffed
from tests.staff.office import Office as StaffOffice
from tests.talk import Clock, Talker
from tests.tasks.walking import Walk

STORY = "Lampu jalan di depan meunasah padam sejak kemarin malam"


@dataclass(frozen=True, slots=True)
class City:
    """A staffed registry office, and a citizen."""

    office: Office
    ani: Talker
    clock: Clock


@dataclass(frozen=True, slots=True)
class Task:
    """`most`: taps and texts together, at most."""

    name: str
    most: int
    does: Callable[[City, Walk], Awaitable[None]]


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
        case "periksa" if "Tempat" not in ani.last:
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


async def gives_a_role(city: City, walk: Walk) -> None:
    """From the admin's own home to the link that is passed on; no code, no name has to be typed."""
    admin = city.office.admin
    await admin.types("/mulai")
    walk.begins(admin)
    await walk.tap(admin, "👥 Orang dan data")
    await walk.tap(admin, "👥 Peran")
    await walk.tap(admin, "➕ Pelatih")
    assert any("start=admin_" in text for text in admin.sees())


async def takes_a_role(city: City, walk: Walk) -> None:
    """Whoever gets the link opens it and says yes."""
    admin, newcomer = city.office.admin, city.office.talk.person("Rahmat")
    await admin.types("/peran")
    await admin.taps("➕ Pelatih")
    link = next(found for text in admin.sees() if (found := re.search(r"start=(\S+)", text)))
    await walk.open(newcomer, link.group(1))
    await walk.tap(newcomer, "Ya, terima")
    assert "Pelatih" in newcomer.last


async def approves(city: City, walk: Walk) -> None:
    office = city.office
    author, other = office.admin, office.talk.person("Intan")
    await other.types("/mulai")
    await office.talk.run(add_grant, (await other.contact()).person_id, Role.PROGRAMME_ADMIN, None)
    await write(author, "Banjir di Banda Sakti")
    await author.taps("Jadikan darurat")
    await author.taps("Minta persetujuan")
    walk.begins(other)
    await office.mail()
    walk.hears(other)
    await walk.tap(other, "Setujui")
    assert "Disetujui" in other.notice


async def accepts(city: City, walk: Walk) -> None:
    staff = StaffOffice(city.office.talk, city.clock)
    await staff.employs(1)
    [who] = await staff.links(0)
    city.clock.passes(minutes=5)
    training = await staff.offers()
    walk.begins(who)
    await staff.invites(training)
    await city.office.mail()
    walk.hears(who)
    await walk.tap(who, next(label for label in who.buttons() if "Ikut" in label))
    assert await staff.states(training) == {"seated": 1}


async def sends_certificate(city: City, walk: Walk) -> None:
    """By the employee, and booked by an admin."""
    staff = StaffOffice(city.office.talk, city.clock)
    await staff.employs(1)
    [who] = await staff.links(0)
    await walk.type(who, "/sertifikat")
    await walk.send(who, Kind.PHOTO)
    for words in ("Pelatihan Pelayanan Publik", "BPSDM Aceh", "12 Maret 2026", "20", "800/12/2026"):
        await walk.type(who, words)
    await walk.tap(who, "✅ Kirim")
    admin = city.office.admin
    walk.begins(admin)
    await city.office.mail()
    walk.hears(admin)
    await walk.tap(admin, "✅ Hitung JP-nya")
    assert "sudah dihitung" in admin.last


TASKS = (
    Task("citizen: rate a service, from its QR code", 13, rate),
    Task("citizen: report with a picture and a place", 8, report),
    Task("citizen: answer what an officer asks", 1, answer_officer),
    Task("citizen: confirm that a report is done", 1, confirm),
    Task("officer: see what waits today", 3, looks_at_what_waits),
    Task("officer: answer a report", 3, officer_answers),
    Task("officer: pass a report to another office", 4, hands_over),
    Task("officer: merge two reports", 4, merges),
    Task("employee: accept an invitation", 1, accepts),
    Task("employee and admin: an external certificate, sent and booked", 9, sends_certificate),
    Task("admin: approve an emergency broadcast", 1, approves),
    Task("admin: give a role, from home to the link", 3, gives_a_role),
    Task("newcomer: accept a role", 2, takes_a_role),
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
