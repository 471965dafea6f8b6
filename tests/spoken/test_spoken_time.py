"""Admins type a moment as they would say it, and get that moment or a clear reason why not."""

from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.spoken.time import FARTHEST, TimeProblem, read_moment

NOW = at_city(date(2026, 11, 24), time(10, 0))  # a Tuesday


def read(text: str) -> str:
    """The moment on the city's clock, or the key of the problem."""
    found = read_moment(text, NOW)
    if isinstance(found, TimeProblem):
        return found.value.removeprefix("time-")
    assert found.tzinfo is UTC
    return (found + timedelta(hours=7)).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("besok 09:00", "2026-11-25 09:00"),
        ("Besok, jam 9 pagi.", "2026-11-25 09:00"),
        ("besok pukul 14.30 WIB", "2026-11-25 14:30"),
        ("25/11 14.30", "2026-11-25 14:30"),
        ("25-11-2026 14:30", "2026-11-25 14:30"),
        ("25.11.2026 14.30", "2026-11-25 14:30"),
        ("25/11/26 14.30", "2026-11-25 14:30"),
        ("2026-11-25T14:30", "2026-11-25 14:30"),
        ("2026-11-25 14:30:00", "2026-11-25 14:30"),
        ("5/1 08.00", "2027-01-05 08:00"),
        ("25 November jam 8", "2026-11-25 08:00"),
        ("25 nov 2026 08.00", "2026-11-25 08:00"),
        ("tanggal 1 desember pukul 10", "2026-12-01 10:00"),
        ("Nov 25th 2pm", "2026-11-25 14:00"),
        ("December 1, 2026 at 9 a.m.", "2026-12-01 09:00"),
        ("tgl 30 jam 9", "2026-11-30 09:00"),
        ("tanggal 5 jam 9", "2026-12-05 09:00"),
        ("senin depan jam 8 pagi", "2026-11-30 08:00"),
        ("jumat depan 14.00", "2026-12-04 14:00"),
        ("next friday 14:00", "2026-12-04 14:00"),
        ("senin minggu depan 09.00", "2026-11-30 09:00"),
        ("minggu depan hari kamis 09.00", "2026-12-03 09:00"),
        ("hari minggu depan 09.00", "2026-12-06 09:00"),
        ("jumat 14.00", "2026-11-27 14:00"),
        ("Jum'at ini jam 2 siang", "2026-11-27 14:00"),
        ("hari minggu 09.00", "2026-11-29 09:00"),
        ("selasa 14.00", "2026-11-24 14:00"),
        ("selasa 09.00", "2026-12-01 09:00"),
        ("rabu, 25/11 14.30", "2026-11-25 14:30"),
        ("lusa 7.15", "2026-11-26 07:15"),
        ("the day after tomorrow at noon", "2026-11-26 12:00"),
        ("tomorrow 9am", "2026-11-25 09:00"),
        ("tomorrow at 9:30pm", "2026-11-25 21:30"),
        ("tonight 8", "not-understood"),
        ("tonight at 8", "2026-11-24 20:00"),
        ("tomorrow at 9 in the morning", "2026-11-25 09:00"),
        ("hari ini jam 3 sore", "2026-11-24 15:00"),
        ("nanti malam jam delapan", "2026-11-24 20:00"),
        ("malam ini jam 7", "2026-11-24 19:00"),
        ("siang ini jam 1", "2026-11-24 13:00"),
        ("14.30", "2026-11-24 14:30"),
        ("besok jam setengah sembilan pagi", "2026-11-25 08:30"),
        ("besok jam 8 lewat 15", "2026-11-25 08:15"),
        ("besok jam 9 kurang 15", "2026-11-25 08:45"),
        ("besok 8 pagi", "2026-11-25 08:00"),
        ("besok 02:00", "2026-11-25 02:00"),
        ("besok jam 12 siang", "2026-11-25 12:00"),
        ("besok tengah hari", "2026-11-25 12:00"),
        ("besok 12am", "2026-11-25 00:00"),
        ("2 jam lagi", "2026-11-24 12:00"),
        ("dua jam lagi", "2026-11-24 12:00"),
        ("sejam lagi", "2026-11-24 11:00"),
        ("setengah jam lagi", "2026-11-24 10:30"),
        ("1 jam 30 menit lagi", "2026-11-24 11:30"),
        ("dalam 45 menit", "2026-11-24 10:45"),
        ("in 2 hours", "2026-11-24 12:00"),
        ("half an hour from now", "2026-11-24 10:30"),
        ("in an hour", "2026-11-24 11:00"),
        ("3 hari lagi", "2026-11-27 10:00"),
        ("3 hari lagi jam 9", "2026-11-27 09:00"),
        ("seminggu lagi pukul 08.00", "2026-12-01 08:00"),
        ("sekarang", "2026-11-24 10:00"),
        ("NOW", "2026-11-24 10:00"),
        ("kirim besok 09.00 ya", "2026-11-25 09:00"),
        ("besok ０９：００", "2026-11-25 09:00"),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("hari ini 09.00", "past"),
        ("09.00", "past"),
        ("kemarin 09.00", "past"),
        ("20/11 09.00", "past"),
        ("1/1/2020 09.00", "past"),
        ("tadi pagi jam 8", "past"),
        ("24/11 10.00", "past"),
        ("31/2 09.00", "no-such-date"),
        ("31/2/2027 09.00", "no-such-date"),
        ("29/2 09.00", "no-such-date"),
        ("31 november jam 9", "no-such-date"),
        ("senin 31/2 09.00", "no-such-date"),
        ("11/25 09.00", "no-such-date"),
        ("0/0/0000 09.00", "no-such-date"),
        ("besok 25.00", "no-such-hour"),
        ("besok 14.75", "no-such-hour"),
        ("besok 13pm", "no-such-hour"),
        ("besok jam 2", "ambiguous"),
        ("besok jam 12 malam", "ambiguous"),
        ("besok tengah malam", "ambiguous"),
        ("besok 24.00", "ambiguous"),
        ("besok jam 9 atau 10", "not-understood"),
        ("besok 09.00 10.00", "ambiguous"),
        ("minggu depan 09.00", "ambiguous"),
        ("senin selasa 09.00", "ambiguous"),
        ("senin 25/11 09.00", "ambiguous"),
        ("besok lusa 26/11 27/11 09.00", "ambiguous"),
        ("2 jam lagi jam 9", "ambiguous"),
        ("besok 2 jam lagi", "ambiguous"),
        ("besok", "hour-missing"),
        ("besok pagi", "hour-missing"),
        ("25/11", "hour-missing"),
        ("25/11/2030 09.00", "too-far"),
        ("31/12/9999 23.59", "too-far"),
        ("9999 hari lagi", "too-far"),
        ("", "not-understood"),
        ("jam", "not-understood"),
        ("kapan-kapan", "not-understood"),
        ("9", "not-understood"),
        ("2 jam", "not-understood"),
        ("besok 09.00 WITA", "not-understood"),
        ("besok 09.00 " + "ya " * 40, "not-understood"),
        ("-1 jam lagi", "not-understood"),
        ("1.000.000", "not-understood"),
    ],
)
def test_what_cannot_be_used_is_told_why(typed: str, problem: str) -> None:
    assert read(typed) == problem


def test_a_leap_day_without_year_is_a_date_when_the_coming_february_has_it() -> None:
    found = read_moment("29/2 09.00", at_city(date(2027, 12, 1), time(9)))
    assert found == at_city(date(2028, 2, 29), time(9))


PIECES = [
    *(
        "besok",
        "lusa",
        "senin",
        "minggu",
        "depan",
        "hari",
        "ini",
        "jam",
        "pukul",
        "9",
        "2",
        "25/11",
        "31/2",
        "14.30",
    ),
    *(
        "09:00",
        "pagi",
        "malam",
        "am",
        "pm",
        "setengah",
        "lagi",
        "menit",
        "tanggal",
        "next",
        "monday",
        "in",
        "an",
    ),
    *("week", "november", "2026", "tengah", ",", ".", "dua", "kurang", "lewat", "0000-00-00", "99/99/9999"),
]


@given(st.text(st.characters(), max_size=100) | st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
@settings(deadline=None, max_examples=1500)
def test_any_text_gets_a_coming_moment_or_a_problem(text: str) -> None:
    found = read_moment(text, NOW)
    assert isinstance(found, TimeProblem) or NOW <= found <= NOW + FARTHEST + timedelta(days=1)


FORMS = [
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y %H.%M",
    "%d.%m.%Y pukul %H.%M",
    "%Y-%m-%d %H:%M",
    "%d %B %Y jam %H.%M",
    "%B %d %Y %I:%M %p",
    "%H.%M %d/%m/%y",
    "%A %d/%m/%Y %H:%M",
]


@given(
    st.integers(1, 360 * 24 * 60),
    st.sampled_from(FORMS),
    st.timedeltas(timedelta(), timedelta(days=2000)),
)
@settings(deadline=None)
def test_a_moment_written_out_is_read_back(minutes: int, form: str, shift: timedelta) -> None:
    now = (NOW + shift).replace(second=0, microsecond=0)
    meant = now + timedelta(minutes=minutes)
    assert read_moment((meant + timedelta(hours=7)).strftime(form), now) == meant
