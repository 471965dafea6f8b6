"""What employees do."""

from pathlib import Path

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.training.course_file import parse_course
from feedbackbot.usecases.training.import_course import bring_course
from tests.staff.personnel import Personnel
from tests.tasks.city import City
from tests.tasks.walking import Walk

COURSE = Path(__file__).parents[2] / "feedbackbot/data/courses/pelayanan-ramah-dan-sopan.md"


async def learns(city: City, walk: Walk) -> None:
    """A whole course from home: its lessons, its quiz, the certificate."""
    staff = Personnel(city.office.talk, city.clock)
    course = parse_course(COURSE.read_bytes(), COURSE.name)
    await staff.do(bring_course, None, COURSE.read_bytes(), COURSE.name, "memory")
    await staff.employs(1)
    [who] = await staff.links(0)
    await who.types("/mulai")
    walk.begins(who)
    await walk.tap(who, "📘 Belajar di sini")
    await walk.tap(who, who.buttons()[0])
    for _ in course.lessons[1:]:
        await walk.tap(who, "Lanjut ›")
    await walk.tap(who, "Ke kuis ›")
    await walk.tap(who, "Mulai kuis")
    for question in course.quiz:
        await walk.tap(who, "ABCDEF"[question.right])
    await walk.tap(who, "📜 Sertifikat")
    assert who.answered[-1].document is not None


async def accepts(city: City, walk: Walk) -> None:
    staff = Personnel(city.office.talk, city.clock)
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
    staff = Personnel(city.office.talk, city.clock)
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
