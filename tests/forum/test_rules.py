"""The rules look at a statement before a person does: what cannot stand, what has been said, what is looked at twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.forum.likeness import same_statement
from feedbackbot.domain.forum.rules import Objection, judge
from feedbackbot.domain.forum.statement import LONGEST, as_kept, is_too_long, signs_in


@pytest.mark.parametrize(
    "text",
    [
        "Parkir di pasar harus gratis pada hari Minggu",
        "Pak Camat harus turun ke lapangan setiap bulan",
        "Retribusi Rp 1.500.000 per tahun terlalu mahal",
        "Jalan Merdeka berlubang dan perlu segera ditambal",
        "Ibu hamil harus didahulukan di loket",
        "Jam buka 08.00-16.00 terlalu singkat untuk pekerja",
        "Program ini dimulai tanggal 01-12-2026, terlalu lambat",
        "PAK WALI HARUS MEMPERBAIKI JALAN",
        "Bapak dan Ibu guru perlu pelatihan",
        "Air PDAM harus mengalir 24 jam di RT 05",
    ],
)
def test_what_citizens_say_of_their_city_may_stand(text: str) -> None:
    assert judge(as_kept(text)).objection is None


@pytest.mark.parametrize(
    ("text", "objection"),
    [
        ("x" * (LONGEST + 1), Objection.TOO_LONG),
        ("a" + "\u0301" * 1000 + " bagus sekali kota kita", Objection.TOO_LONG),
        ("ya", Objection.TOO_SHORT),
        ("👍👍👍👍👍👍👍👍👍", Objection.TOO_SHORT),
        ("Lihat www.judi.com sekarang juga", Objection.LINK),
        ("Gabung di t.me/judionline ya semua", Objection.LINK),
        ("Ikuti akun @petugas_nakal di sana", Objection.LINK),
        ("Lihat ｗｗｗ．judi．com sekarang juga", Objection.LINK),
        ("Telepon saya di 0812 6000 9999 ya", Objection.NUMBER),
        ("NIK saya 1173012345678901 ditolak", Objection.NUMBER),
        ("Telepon saya di ٠٨١٢٦٠٠٠٩٩٩٩ segera", Objection.NUMBER),
        ("Tutup rumah di Jl. Merdeka No. 12 itu", Objection.ADDRESS),
        ("Petugas loket dua memang goblok", Objection.INSULT),
        ("Petugas loket dua memang g o b l o k", Objection.INSULT),
        ("Petugas loket dua memang g0bl0k", Objection.INSULT),
        ("Petugas loket dua memang goblooook", Objection.INSULT),
        ("Petugas loket dua memang bodohnya minta ampun", Objection.INSULT),
        ("Pecat Pak Budi dari kantor lurah", Objection.NAME),
        ("Bu Siti di loket tiga sangat lambat", Objection.NAME),
    ],
)
def test_what_cannot_stand_is_told_by_its_reason(text: str, objection: Objection) -> None:
    assert judge(as_kept(text)).objection is objection


def test_words_that_may_be_meant_in_earnest_are_looked_at_twice() -> None:
    ruling = judge("Tertibkan anjing liar di sekitar pasar")
    assert (ruling.objection, ruling.doubts) == (None, ("anjing",))
    assert judge("pecat pak budi dari kantor lurah").doubts == ("budi",)


def test_marks_that_turn_the_writing_and_line_breaks_do_not_stay() -> None:
    assert as_kept("Kota\u202e bersih\n\n\u200fsekali\x00\t itu") == "Kota bersih sekali itu"


@given(st.text(max_size=400))
def test_any_text_is_kept_in_one_line_and_judged(text: str) -> None:
    kept = as_kept(text)
    assert "\n" not in kept and as_kept(kept) == kept
    if judge(kept).objection is None:
        assert signs_in(kept) <= LONGEST


@given(st.lists(st.sampled_from(["a", "é", "e\u0301", "👨\u200d👩\u200d👧", "🇮🇩", "ب"]), max_size=LONGEST))
def test_a_sign_of_many_codes_counts_once(signs: list[str]) -> None:
    assert signs_in("".join(signs)) == len(signs)


def test_as_many_signs_as_allowed_may_stand_whatever_their_codes() -> None:
    assert not is_too_long("e\u0301" * LONGEST)
    assert is_too_long("e\u0301" * (LONGEST + 1))


EARLIER = {
    1: "Parkir di pasar harus gratis",
    2: "Jam buka kantor harus lebih pagi",
    3: "Puskesmas perlu buka sampai jam 20",
    4: "Trotoar di depan sekolah harus diperbaiki sebelum musim hujan",
}


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("parkir di PASAR gratis", 1),
        ("Parkir di pasar sebaiknya grattis saja", 1),
        ("Di pasar, parkir harus gratis!", 1),
        ("Parkir di pasar tidak harus gratis", None),
        ("Jam buka kantor harus lebih malam", None),
        ("Jam buka kantor harus lebih pagi lagi", 2),
        ("Puskesmas perlu buka sampai jam 22", None),
        ("Parkir di terminal harus gratis", None),
        ("Trotoar depan sekolah perlu segera diperbaiki sebelum musim hujan", 4),
        ("Trotoar depan sekolah jangan diperbaiki sebelum musim hujan", None),
    ],
)
def test_what_was_said_is_known_again_and_its_opposite_is_not_taken_for_it(
    text: str, earlier: int | None
) -> None:
    assert same_statement(text, EARLIER) == earlier


@given(st.text(min_size=1, max_size=140))
def test_a_statement_is_like_itself(text: str) -> None:
    assert same_statement(text, {7: text}) == 7
