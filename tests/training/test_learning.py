"""A course in the chat: brought in, read, tested, passed."""

from sqlalchemy import select

from feedbackbot.domain.training.course_file import parse_course
from feedbackbot.storage.training.tables import course, jp_entry, quiz_answer
from feedbackbot.usecases.training.import_course import bring_course
from feedbackbot.usecases.training.reminding import remind_learners
from tests.staff.personnel import Personnel, told
from tests.talk import Talker
from tests.training.papers import DATA, FILE

COURSE = parse_course(DATA, FILE.name)


async def begins(office: Personnel) -> Talker:
    await office.do(bring_course, None, DATA, FILE.name, "memory")
    await office.employs(1)
    [person] = await office.links(0)
    await person.types("/belajar")
    await person.taps(person.buttons()[0])
    return person


async def reads_all(person: Talker) -> None:
    for _ in COURSE.lessons[1:]:
        await person.taps("Lanjut ›")
    await person.taps("Ke kuis ›")


async def answers(person: Talker, *, right: bool) -> None:
    for question in COURSE.quiz:
        place = question.right if right else (question.right + 1) % len(question.options)
        await person.types("ABCDEF"[place])


async def test_passing_gives_the_jp_once(office: Personnel) -> None:
    person = await begins(office)
    await reads_all(person)
    await person.taps("Mulai kuis")
    await answers(person, right=True)
    assert "Lulus!" in told(person)
    assert await office.rows(select(jp_entry.c.jp)) == [(COURSE.jp,)]
    await person.types("/belajar")
    await person.taps(person.buttons()[0])
    assert "sudah lulus" in told(person)


async def test_it_goes_on_where_it_was_left(office: Personnel) -> None:
    person = await begins(office)
    await person.taps("Lanjut ›")
    await person.types("/batal")
    await person.types("/belajar")
    await person.taps(person.buttons()[0])
    assert f"Materi 2 dari {len(COURSE.lessons)}" in told(person)


async def test_tries_run_out(office: Personnel) -> None:
    person = await begins(office)
    await reads_all(person)
    for _ in range(COURSE.tries):
        await person.taps("Mulai kuis")
        await answers(person, right=False)
        assert "Belum lulus" in told(person)
        await person.taps("Baca lagi dan coba lagi")
    assert "Kesempatan sudah habis" in told(person)
    assert await office.rows(select(jp_entry.c.jp)) == []


async def test_a_question_is_answered_once(office: Personnel) -> None:
    person = await begins(office)
    await reads_all(person)
    await person.taps("Mulai kuis")
    shown, button = person.button("A")
    await person.presses(shown, button)
    await person.presses(shown, button)
    assert "sudah lewat" in told(person)
    assert await office.count(quiz_answer) == 1


async def test_one_lesson_a_day_is_reminded_of_until_it_is_passed(office: Personnel) -> None:
    person = await begins(office)
    await person.taps("⏰ Satu materi sehari")
    office.clock.passes(days=1)
    assert (await office.do(remind_learners))["sent"] == 1
    assert (await office.do(remind_learners))["sent"] == 0
    assert any("materi 1 menunggu" in text for text in await office.letters("Pegawai 0"))
    await person.sends_tap("!belajar/1.jeda")
    office.clock.passes(days=1)
    assert (await office.do(remind_learners))["sent"] == 0


async def test_a_course_that_is_replaced_in_the_middle_costs_no_try(office: Personnel) -> None:
    person = await begins(office)
    await reads_all(person)
    await person.taps("Mulai kuis")
    await person.types("A")
    await office.do(bring_course, None, DATA.replace(b"## Kuis", b"\n## Kuis", 1), FILE.name, "memory")
    await person.types("A")
    assert "baru saja diganti" in told(person)
    await person.types("/belajar")
    await person.taps(person.buttons()[0])
    await person.taps("Mulai kuis")
    await answers(person, right=True)
    assert "Lulus!" in told(person)


async def test_the_same_file_twice_changes_nothing(office: Personnel) -> None:
    first = await office.do(bring_course, None, DATA, FILE.name, "memory")
    second = await office.do(bring_course, None, DATA, FILE.name, "memory")
    assert (first.changed, second.changed) == (True, False)
    assert await office.rows(select(course.c.version)) == [(1,)]


async def test_there_is_a_way_back_in_lessons_and_out_of_them(office: Personnel) -> None:
    person = await begins(office)
    assert "‹ Sebelumnya" not in person.buttons(), "nothing lies before the first"
    await person.taps("Lanjut ›")
    await person.taps("‹ Sebelumnya")
    assert f"Materi 1 dari {len(COURSE.lessons)}" in told(person)
    await person.taps("📚 Kursus lain")
    assert "Kursus yang mana?" in told(person)


async def test_all_lessons_can_be_read_again_one_after_the_other(office: Personnel) -> None:
    person = await begins(office)
    await reads_all(person)
    await person.taps("‹ Materi terakhir")
    assert f"Materi {len(COURSE.lessons)} dari" in told(person)
    await person.taps("Ke kuis ›")
    await person.taps("Baca lagi dari awal")
    await reads_all(person)
    assert "Semua materi sudah dibaca" in told(person)


async def test_reading_again_does_not_end_the_day_of_whoever_learns_daily(office: Personnel) -> None:
    person = await begins(office)
    await person.taps("Lanjut ›")
    await person.taps("⏰ Satu materi sehari")
    await person.taps("▶️ Lanjutkan")
    await person.taps("‹ Sebelumnya")
    await person.taps("Lanjut ›")
    assert "Materi 2 dari" in told(person)
