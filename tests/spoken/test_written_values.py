"""Days, hours, numbers, yes and no are read alike in cells, in chats and on the command line."""

# ruff: noqa: E501

from datetime import UTC, date, datetime, time

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.clock import city_zone
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.clock import read_clock, read_span
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.numbers import whole_number
from feedbackbot.domain.spoken.time import read_moment
from feedbackbot.domain.training.typed_session import typed_sessions

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # a Tuesday, 10:00 in the city
FIRST_OF_DECEMBER = date(2026, 12, 1)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "1 Desember 2026",
            "Selasa, 1 Desember 2026",
            "1-Dec-26",
            "01/12/26",
            "Selasa, 1-Des-26",
            "1 DES 2026",
            "1 Des. 2026",
        ),
        *(
            "01/12/2026",
            "1.12.2026",
            "2026-12-01",
            "2026-12-01 00:00",
            "2026/12/01",
            "46357",
            "46357.0",
            "Selasa 1 Desember 2026",
        ),
        *(
            "tgl. 1 Desember 2026",
            "Hari Selasa tanggal 1 Desember 2026",
            "December 1, 2026",
            "1st of December 2026",
            "1 Desember '26",
        ),
        *(
            "Sel, 1 Des 2026",
            "01 - 12 - 2026",
            "１ Desember ２０２６",
            "20261201",
            "1 desember 26",
            "2026-12-01T00:00:00",
        ),
    ],
)
def test_a_day_is_read_in_all_its_spellings(written: str) -> None:
    assert read_date(written) == FIRST_OF_DECEMBER


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("6 Nop 2019", date(2019, 11, 6)),
        ("26 Nopember 2026", date(2026, 11, 26)),
        ("3 Pebruari 2027", date(2027, 2, 3)),
        ("17 Agust 2026", date(2026, 8, 17)),
        ("17 Agt 2026", date(2026, 8, 17)),
        ("Jum’at, 27/11/2026", date(2026, 11, 27)),
        ("Jum`at 27 November 2026", date(2026, 11, 27)),
        ("Jumʼat, 27-11-2026", date(2026, 11, 27)),
        ("05/12/2026", date(2026, 12, 5)),
        ("Minggu, 29 Nov 2026", date(2026, 11, 29)),
    ],
)
def test_old_spellings_and_any_apostrophe_are_read(written: str, day: date) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Senin, 1 Desember 2026", "cell-weekday-differs"),
        *((wrong, "cell-not-a-date") for wrong in ("", "besok", "31/2/2026", "12/31/2026", "1 s.d. 3 Desember 2026", "12", "2026", "Desember 2026", "1.5", "99999")),
    ],
)  # fmt: skip
def test_what_is_no_certain_day_is_a_problem(written: str, key: str) -> None:
    with pytest.raises(WrongValue, match=key):
        read_date(written)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["id", "en"]), st.sampled_from(["full", "long", "medium", "dd/MM/yyyy", "d-MMM-yyyy", "yyyy-MM-dd"]))  # fmt: skip
def test_any_date_we_print_we_read(day: date, language: str, form: str) -> None:
    assert read_date(format_date(day, form, locale=language)) == day


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        *((nine, time(9)) for nine in ("09.00", "9:00", "Pukul 09.00", "pukul 09.00 WIB", "jam 9", "9 am", "0,375", "0.375", "09:00:00", "0900", "Pkl. 09.00 WIB", "2026-12-01 09:00", "9.00")),
        ("0,5625", time(13, 30)),
        ("13.30", time(13, 30)),
        ("1.30 pm", time(13, 30)),
        ("0.5", time(12)),
    ],
)  # fmt: skip
def test_an_hour_is_read_in_all_its_spellings(written: str, hour: time) -> None:
    assert read_clock(written) == hour


@pytest.mark.parametrize("written", ["", "9", "25.00", "09.75", "0.25", "pagi", "9-10", "13 pm"])
def test_what_is_no_certain_hour_is_a_problem(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-not-a-time"):
        read_clock(written)


@given(st.times(), st.sampled_from(["%H.%M", "%H:%M", "pukul %H.%M WIB", "%H:%M:%S", "%I:%M %p"]))
def test_any_hour_we_print_we_read(hour: time, form: str) -> None:
    assert read_clock(hour.strftime(form)) == hour.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    "written",
    ["09.00-12.00", "Pukul 09.00 s.d. 12.00 WIB", "09.00 s/d 12.00", "jam 9 sampai 12", "09:00 – 12:00", "9 am to 12 pm", "09.00 WIB - 12.00 WIB", "09.00 sd 12.00", "09.00 hingga 12.00", "dari pukul 09.00 sampai dengan pukul 12.00"],
)  # fmt: skip
def test_a_span_of_hours_is_read(written: str) -> None:
    assert read_span(written) == (time(9), time(12))


@pytest.mark.parametrize(
    ("written", "number"),
    [("8", 8), ("8 JP", 8), ("4.0", 4), ("4,0", 4), ("1.000", 1000), ("30 orang", 30), ("tiga", 3), ("nomor 3", 3), ("3️⃣", 3), ("٣", 3), ("12 jam pelajaran", 12)],
)  # fmt: skip
def test_a_whole_number_is_read(written: str, number: int) -> None:
    assert whole_number(written, 1, 10_000) == number


@pytest.mark.parametrize(
    "written",
    ["", "(2)", "30-40", "±30", "3,5", "-1", "0", "10001", "8 JP (2)", "kira-kira 8", "1e3", "1,000"],
)
def test_a_number_that_is_not_sure_is_a_problem(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-not-a-number"):
        whole_number(written, 1, 10_000)


@given(st.integers(1, 999_999_999))
def test_any_number_we_print_we_read(number: int) -> None:
    assert whole_number(str(number), 1, 10**9) == whole_number(f"{number}.0", 1, 10**9) == number


@pytest.mark.parametrize(
    "typed", ["3️⃣", "3,", "3!", "nomor 3", "tiga", "3", "３", "٣", "3.", "no. 3", "pilihan 3"]
)
def test_a_place_is_named_as_people_type_it(typed: str) -> None:
    scale = tuple(
        Choice(str(place), word) for place, word in enumerate(("Buruk", "Kurang", "Baik", "Sangat baik"), 1)
    )
    assert meant_choice(typed, scale) is scale[2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(
            (yes, 0)
            for yes in ("Ya, setuju", "iya", "ok", "boleh", "ya", "Oke!", "setuju", "yes", "1", "baik")
        ),
        *((no, 1) for no in ("tidak", "nggak", "gak mau", "Tidak, terima kasih", "no", "2", "tolak")),
    ],
)
def test_yes_and_no_are_said_in_many_ways(typed: str, meant: int) -> None:
    choices = (
        Choice("setuju", "✅ Saya setuju", also=("ya",)),
        Choice("tolak", "Tidak", also=("tidak setuju",)),
    )
    assert meant_choice(typed, choices) is choices[meant]


@pytest.mark.parametrize(
    "line",
    [
        "26/11/2026 09.00-12.00, Aula",
        "26 November 2026 09.00-12.00, Aula",
        "26/11/2026 pukul 09.00 s.d. 12.00 WIB, Aula",
        "Kamis, 26 Nopember 2026 pukul 09.00-12.00 WIB di Aula",
        "26-11-2026 09.00 – 12.00 Aula",
        "26-Nov-26, jam 9 sampai 12, Aula",
        "26.11.2026 09:00-12:00 Aula",
        "lusa 09.00-12.00, Aula",
        "kamis 09.00-12.00, tempat: Aula",
        "2026-11-26 09.00-12.00, Aula",
    ],
)
def test_a_session_is_typed_as_it_stands_in_the_letter(line: str) -> None:
    [session] = typed_sessions(line, NOW)
    assert (session.starts_at, session.place) == (datetime(2026, 11, 26, 9, tzinfo=city_zone()), "Aula")
    assert session.ends_at == datetime(2026, 11, 26, 12, tzinfo=city_zone())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6 Nop 2027 09.00", datetime(2027, 11, 6, 9)),  # noqa: DTZ001
        ("26 Nopember 2026 pukul 09.00", datetime(2026, 11, 26, 9)),  # noqa: DTZ001
        ("3 Pebruari 2027 09.00", datetime(2027, 2, 3, 9)),  # noqa: DTZ001
        ("Jum’at 27/11/2026 08.30", datetime(2026, 11, 27, 8, 30)),  # noqa: DTZ001
        ("Jum`at 08.30", datetime(2026, 11, 27, 8, 30)),  # noqa: DTZ001
        ("Minggu, 29 Nov 2026 07:30", datetime(2026, 11, 29, 7, 30)),  # noqa: DTZ001
        ("1-Des-26 09.00", datetime(2026, 12, 1, 9)),  # noqa: DTZ001
    ],
)
def test_a_moment_of_a_broadcast_is_understood_as_offices_write_it(typed: str, meant: datetime) -> None:
    assert read_moment(typed, NOW) == meant.replace(tzinfo=city_zone())
