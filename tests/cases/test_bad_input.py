"""Whatever is sent instead of a sensible answer: a clear word, and nothing is lost."""

import pytest

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.message_text import plain_length
from tests.cases.office import WHAT, Office, sends_case, to_what
from tests.talk import Talker


async def test_the_longest_text_is_kept_whole_and_shown_within_a_message(office: Office, ani: Talker) -> None:
    words = ("Antrean panjang sejak kemarin. " * 200)[:4096].strip()
    case_id = await sends_case(ani, office, words)
    assert (await office.case())["words"] == words
    await office.officer.sends_tap(f"!kasus/{case_id}")
    assert plain_length(office.officer.answered[-1].text) <= 4096
    await office.officer.taps("Baca lengkap")
    assert words in office.officer.said()


async def test_only_emoji_is_not_yet_a_complaint(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types("😡😡😡👎")
    assert "kata-kata" in ani.said()
    assert (await ani.state()).step == "apa"


async def test_marks_of_direction_turn_nobodys_text_around(office: Office, ani: Talker) -> None:
    await sends_case(
        ani, office, "Petugas \u202ekemarin\u202c meminta uang \u2066dua puluh\u2069 ribu di loket"
    )
    assert (await office.case())["words"] == "Petugas kemarin meminta uang dua puluh ribu di loket"


async def test_html_and_markdown_are_words(office: Office, ani: Talker) -> None:
    words = "<b>Loket</b> *tiga* _tutup_ [sejak](http://x.id) kemarin & `rusak` {unit}"
    await sends_case(ani, office, words)
    assert words in office.officer.sees()[-1]


@pytest.mark.parametrize("kind", [Kind.STICKER, Kind.CONTACT, Kind.EDITED, Kind.OTHER])
async def test_what_is_not_words_gets_a_word_and_the_question_again(
    office: Office, ani: Talker, kind: Kind
) -> None:
    await to_what(ani, office)
    await ani.does(kind, text="x")
    assert "Ceritakan apa yang terjadi" in ani.said()
    assert (await ani.state()).step == "apa"
    await ani.types(WHAT)
    assert "foto atau surat" in ani.last


async def test_a_file_of_sixty_megabytes_is_refused_with_the_limit(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types(WHAT)
    await ani.does(Kind.DOCUMENT, file=Received("besar", "film.mp4", "video/mp4", 60_000_000))
    assert "20 MB" in ani.said()
    assert (await ani.state()).step == "berkas"


async def test_of_an_album_of_seven_five_are_kept_and_it_is_said(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.types(WHAT)
    for _ in range(7):
        await ani.sends_file(Kind.PHOTO, album="album-1")
    assert "paling banyak 5" in ani.said()
    await ani.taps("Lanjut ›")
    assert "Berkas: 5" in ani.last


async def test_a_ticket_of_somebody_else_is_as_unknown_as_one_that_never_was(
    office: Office, ani: Talker, budi: Talker
) -> None:
    case_id = await sends_case(ani, office)
    number = (await office.case())["number"]
    answers = []
    for argument in (case_id, 9999):
        for verb in ("", ".tulis", ".ya", ".tidak", ".tarik", ".tarikya"):
            await budi.sends_tap(f"!tiket/{argument}{verb}", "1")
            answers.append(budi.notice or budi.last)
            assert (await budi.state()).conversation != "tiket"
    assert set(answers) == {"Laporan itu tidak ada, atau bukan milik Anda."}
    await budi.types(f"/lapor {number}")
    assert "tidak menemukan" in budi.said()
    await budi.sends_tap(f"!skor/{case_id}.4", "1")
    await budi.sends_tap(f"!kasus/{case_id}", "1")
    assert "Laporan" not in "".join(budi.buttons()) or WHAT not in "\n".join(budi.sees())
    assert (await office.case())["state"] == "new"


async def test_a_reply_to_an_old_ticket_is_answered_with_how_it_stands(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    await ani.sends_tap(f"!tiket/{case_id}.tarikya", "1")
    await ani.sends_tap(f"!tiket/{case_id}.tulis", "1")
    assert "ditarik" in ani.last
    await ani.sends_tap(f"!tiket/{case_id}.ya", "1")
    assert "laporannya sudah berubah" in (ani.notice or ani.last)


@pytest.mark.parametrize("argument", ["", "x", "-1", "1.x", "1.9", "9" * 30, "☃", "1.tulis.x"])
async def test_forged_buttons_break_nothing(office: Office, ani: Talker, argument: str) -> None:
    await ani.types("/mulai")
    for door in ("tiket", "skor", "lapor", "kasus", "pulih", "tanggapan", "lebihbaik", "bolehtanya", "hapus"):
        await ani.sends_tap(f"!{door}/{argument}", "1")
        assert ani.answered or ani.notice, door
        await office.officer.sends_tap(f"!{door}/{argument}", "1")
        assert office.officer.answered or office.officer.notice, door


async def test_a_picture_first_is_kept_and_the_words_are_asked_for(office: Office, ani: Talker) -> None:
    await to_what(ani, office)
    await ani.sends_file(Kind.PHOTO)
    assert "Sekarang tulis" in ani.said()
    await ani.types(WHAT)
    assert "1 dari 5" in ani.last


async def test_an_officer_who_lost_the_role_sees_nothing_any_more(office: Office, ani: Talker) -> None:
    from feedbackbot.storage.people.roles import end_grant, grants_of

    await sends_case(ani, office)
    await office.officer.taps("Buka")
    person = (await office.officer.contact()).person_id
    for grant in await office.talk.run(grants_of, person):
        await office.talk.run(end_grant, grant.id)
    await office.officer.taps("Tangani")
    assert "Laporan itu tidak ada" in (office.officer.notice or office.officer.last)
    assert (await office.case())["state"] == "new"
