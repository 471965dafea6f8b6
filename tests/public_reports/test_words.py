"""Inputs made after public bug reports, by their number there: what people type, and what is sent to them."""

# ruff: noqa: E501

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from feedbackbot.channels.telegram.reading import read_update
from feedbackbot.channels.telegram.refusals import outcome
from feedbackbot.channels.telegram.rendering import LONGEST_TEXT, html_parts
from feedbackbot.clock import city_zone
from feedbackbot.delivery.channel import DeliveryStatus
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.domain.broadcast.repeat_rule import MonthlyOnDay, next_occurrence
from feedbackbot.domain.calendar import WorkingCalendar, at_city, city_day
from feedbackbot.domain.cases.completeness import Missing, ReportDraft, first_missing
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.message_text import utf16_length
from feedbackbot.domain.spoken.time import read_moment
from feedbackbot.domain.training.calendar_file import CalendarSession, calendar_file
from tests.reports.torture import certificate, letter, pages

NOW = datetime(2026, 11, 24, 10, tzinfo=city_zone())
PERSON = {"id": 5, "is_bot": False, "first_name": "Ani", "language_code": "id"}
CONSENT = (Choice("setuju", "✅ Saya setuju", also=("ya",)), Choice("tolak", "Tidak", also=("tidak setuju",)))
SCALE = tuple(
    Choice(str(place), word) for place, word in enumerate(("Buruk", "Kurang", "Baik", "Sangat baik"), 1)
)


def message(**content: Any) -> dict[str, Any]:
    private = {"id": 5, "type": "private", "first_name": "Ani"}
    return {
        "update_id": 1,
        "message": {"message_id": 2, "date": 1, "chat": private, "from": PERSON, **content},
    }


@pytest.mark.parametrize("text", ["Pelayanan Prima ✅", "HUT RI 🇮🇩", "👩🏽‍⚕️👨‍👩‍👧‍👦", "陳美玲", "ꦗꦮ", "ݢوروه", "สมชาย", "3️⃣", "김민준", "ᬩᬮᬶ"])  # fmt: skip
def test_row_02_a_document_is_made_for_each_name(text: str) -> None:
    assert pages(certificate(text)) == pages(letter(text)) == 1


@pytest.mark.parametrize("typed", ["/batal.", "\u200e/batal", "/batal, salah kirim", "/BATAL", "/batal!", "/batal?", "/batal…", "\u200f/batal", "/batal:", "/batal\u200b"])  # fmt: skip
def test_row_17_a_command_is_one_whatever_stands_around_it(typed: str) -> None:
    read = read_update(message(text=typed))
    assert (read.kind, read.command) == (Kind.COMMAND, "batal")


@pytest.mark.parametrize("filler", ["\u3164", "\uffa0", "\u0640", "\u115f", "\u1160", "\u200b", "\u2800", "\xa0", "\u2060", "\u180e", "\u3164 \u0640"])  # fmt: skip
def test_row_21_letters_that_show_nothing_are_no_words(filler: str) -> None:
    draft = ReportDraft(CaseKind.COMPLAINT, filler * 40, "disdukcapil", "", "kemarin")
    assert first_missing(draft) is Missing.WHAT


@pytest.mark.parametrize("typed", ["3️⃣", "3,", "3!", "nomor 3", "tiga", "no 3", "pilihan 3", "３", "٣", "3)"])
def test_row_25_a_number_however_it_is_typed(typed: str) -> None:
    assert meant_choice(typed, SCALE) is SCALE[2]


@pytest.mark.parametrize("typed", ["Ya, setuju", "iya", "ok", "boleh", "Oke", "ya setuju", "Setuju!", "iya boleh", "yes", "OK 👍"])  # fmt: skip
def test_row_26_yes_in_words(typed: str) -> None:
    assert meant_choice(typed, CONSENT) is CONSENT[0]


@pytest.mark.parametrize(("typed", "place"), [("1", 0), ("2", 1), ("1.", 0), ("2.", 1), ("1)", 0), ("satu", 0), ("dua", 1), ("nomor 2", 1), ("2️⃣", 1), ("١", 0)])  # fmt: skip
def test_row_28_numbers_at_a_question_of_yes_and_no(typed: str, place: int) -> None:
    assert meant_choice(typed, CONSENT) is CONSENT[place]


@pytest.mark.parametrize("words", ["group chat was upgraded to a supergroup chat", "chat not found", "PEER_ID_INVALID"])  # fmt: skip
def test_row_29_an_address_that_is_gone_is_not_tried_again(words: str) -> None:
    from feedbackbot.channels.telegram.call_errors import Refused

    assert outcome(Refused(400, f"Bad Request: {words}")).fate is DeliveryStatus.GONE


@pytest.mark.parametrize(
    "contact", [{}, {"user_id": 6}, {"user_id": None}, {"user_id": "5"}, {"user_id": 0}, {"user_id": -5}]
)
def test_row_31_a_contact_that_is_not_surely_ones_own_proves_nothing(contact: dict[str, Any]) -> None:
    read = read_update(message(contact={"phone_number": "0812", "first_name": "Ani", **contact}))
    assert (read.kind, read.phone, read.foreign_contact) == (Kind.CONTACT, "", True)


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize(
    "what", [{"text": "/nilai@bot"}, {"text": "halo semua"}, {"photo": []}, {"new_chat_members": [PERSON]}]
)
def test_row_32_in_a_group_nothing_is_read_and_the_group_is_left(kind: str, what: dict[str, Any]) -> None:
    read = read_update(message(chat={"id": -100, "type": kind, "title": "Warga"}, **what))
    assert (read.kind, read.text, read.group) == (Kind.NOTHING, "", "-100")


@pytest.mark.parametrize("month", ["Nop", "Nopember", "November", "Nov", "NOP.", "nopember"])
def test_row_51_month_names_of_more_than_one_spelling(month: str) -> None:
    assert read_moment(f"26 {month} 2026 pukul 09.00", NOW) == datetime(2026, 11, 26, 9, tzinfo=city_zone())
    assert read_moment("3 Pebruari 2027 09.00", NOW) == datetime(2027, 2, 3, 9, tzinfo=city_zone())


@pytest.mark.parametrize("mark", ["'", "’", "‘", "`", "´", "ʼ", "ʻ", "′", ""])
def test_row_52_any_apostrophe_in_jumat(mark: str) -> None:
    assert read_moment(f"Jum{mark}at 27/11/2026 08.30", NOW) == datetime(
        2026, 11, 27, 8, 30, tzinfo=city_zone()
    )


@pytest.mark.parametrize("written", ["Minggu, 29 Nov 2026 07:30", "Minggu 29 November 2026 07.30", "Ahad, 29/11/2026 07.30", "29 Nov 2026, 07:30", "29-11-2026 07.30", "29-Nov-26 7.30", "2026-11-29 07:30", "Minggu, 29/11/26 pukul 07.30 WIB", "Min, 29 Nov 2026 07.30", "Mgg. 29/11/2026 07.30", "29.11.2026 jam 7.30"])  # fmt: skip
def test_row_53_a_weekday_before_a_day(written: str) -> None:
    assert read_moment(written, NOW) == datetime(2026, 11, 29, 7, 30, tzinfo=city_zone())


@given(st.dates(date(2026, 11, 25), date(2027, 11, 24)), st.times(), st.sampled_from(["{w}, {d} {m} {y} {t}", "{s}, {d} {m} {y} {t}", "{d}/{n}/{y} {t}", "{s}, {d}/{n}/{y} pukul {t} WIB", "{y}-{n:02}-{d:02} {t}"]))  # fmt: skip
@settings(deadline=None)
def test_row_53_any_moment_that_is_printed_is_read(day: date, hour: time, form: str) -> None:
    months = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ]
    weekday = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][day.weekday()]
    written = form.format(w=weekday, s=weekday[:3], d=day.day, m=months[day.month - 1], n=day.month, y=day.year, t=f"{hour:%H.%M}")  # fmt: skip
    assert read_moment(written, NOW) == at_city(day, time(hour.hour, hour.minute))


@pytest.mark.parametrize(
    "written", ["05/12/2026", "5/12/2026", "05-12-2026", "05.12.2026", "05/12/26", "5-12-26"]
)
def test_row_55_the_day_stands_before_the_month(written: str) -> None:
    assert read_moment(f"{written} 09.00", NOW) == datetime(2026, 12, 5, 9, tzinfo=city_zone())


@pytest.mark.parametrize(
    ("month", "last"),
    [(2, 28), (4, 30), (6, 30), (9, 30), (11, 30), (1, 31), (3, 31), (5, 31), (7, 31), (12, 31)],
)
def test_row_56_the_31st_is_the_last_day_of_a_shorter_month(month: int, last: int) -> None:
    now = at_city(date(2027, month, 1), time(10))
    found = next_occurrence(MonthlyOnDay(31, time(9)), now, WorkingCalendar())
    assert city_day(found) == date(2027, month, last)


@pytest.mark.parametrize("title", ["👩🏽‍⚕️" * 12 + ";,\nx", "👨‍👩‍👧‍👦" * 40, "é" * 200, "a;b,c\\d", "🇮🇩" * 60, "x" * 75, "x" * 74 + "ü", "陳" * 99, "ꦗ" * 70, "\n" * 5])  # fmt: skip
def test_row_58_folding_cuts_no_sign(title: str) -> None:
    session = CalendarSession(1, title, NOW, NOW + timedelta(hours=1))
    made = calendar_file([session], now=NOW, domain="bot.example.org")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    made.decode()
    [event] = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["SUMMARY"]).split() == title.split()


@pytest.mark.parametrize("text", ["👨‍👩‍👧‍👦" * 600, "🇮🇩" * 1500, "x" * 4095 + "😀" * 3, "😀" * 4096, "a😀" * 3000, "3️⃣" * 2000, "n\u0303" * 3000, "*tebal* 😀" * 900, "\ud83d" * 9, "ꦗꦮ " * 2000])  # fmt: skip
def test_row_59_a_long_text_is_never_cut_inside_a_sign(text: str) -> None:
    for part in html_parts(text):
        part.encode()
        assert utf16_length(part.replace("<b>", "").replace("</b>", "")) <= LONGEST_TEXT
        assert not part.startswith(("\u200d", "\ufe0f", "\u20e3", "\u0303"))
