"""What a case is called, and what of it is hidden from whoever need not see it."""

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.cases.likeness import Told, metres_between, most_like
from feedbackbot.domain.cases.masking import HIDDEN, masked
from feedbackbot.domain.cases.subject_line import LONGEST_SUBJECT, subject_line


@given(st.text(max_size=300))
def test_a_subject_is_one_short_line(words: str) -> None:
    line = subject_line(words)
    assert len(line) <= LONGEST_SUBJECT
    assert "\n" not in line
    assert bool(line) == bool(words.split())


def test_a_subject_is_the_first_sentence_and_ends_with_a_whole_word() -> None:
    assert subject_line("Lampu mati. Tolong diperbaiki.") == "Lampu mati."
    long = "Jalan rusak parah di depan pasar inpres sudah tiga bulan tidak ada perbaikan"
    assert subject_line(long) == "Jalan rusak parah di depan pasar inpres sudah tiga bulan…"


def test_numbers_of_people_and_their_names_are_hidden() -> None:
    assert masked("hubungi 0812-3456-7890") == f"hubungi {HIDDEN}90"
    assert masked("NIK 1173010203040005") == f"NIK {HIDDEN}05"
    assert masked("surat ke ani@contoh.id ya") == f"surat ke {HIDDEN} ya"
    assert masked("dilayani Pak Budi Santoso tadi") == f"dilayani Pak B{HIDDEN} tadi"


def test_dates_hours_and_amounts_stay_as_they_are() -> None:
    for plain in (
        "tanggal 12-03-2026", "2026-11-24 pagi", "jam 08.00-12.00", "Rp 20.000.000", "bayar 1.500.000",
        "Rp 1500000 diminta", "loket 3", "bapak yang berkumis", "ibu hamil menunggu",
    ):  # fmt: skip
        assert masked(plain) == plain


@given(st.text(alphabet="abcdefgh .,\n", max_size=200))
def test_what_holds_no_number_and_no_name_is_not_touched(words: str) -> None:
    assert masked(words) == words


@given(st.text(max_size=200))
def test_what_is_hidden_once_stays_hidden(words: str) -> None:
    assert masked(masked(words)) == masked(words)


def test_the_same_told_twice_is_found_and_near_places_help() -> None:
    one = Told("Lampu jalan mati di depan masjid sejak kemarin", 5.1800, 97.1500)
    others = [
        Told("Antrean KTP terlalu panjang"),
        Told("Sejak kemarin lampu jalan di depan masjid mati"),
        Told("Lampu di depan masjid padam", 5.1801, 97.1501),
    ]
    assert most_like(one, others, 5)[0] in (1, 2)
    assert 0 not in most_like(one, others, 5)


def test_metres_are_those_of_the_earth() -> None:
    assert metres_between(5.0, 97.0, 5.0, 97.0) == 0
    assert 110_000 < metres_between(5.0, 97.0, 6.0, 97.0) < 112_000
