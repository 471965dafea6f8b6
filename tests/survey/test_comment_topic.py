"""A comment is filed under the element it speaks of, and under none where that is not sure."""

import pytest

from feedbackbot.domain.survey.comment_topic import element_spoken_of


@pytest.mark.parametrize(
    ("words", "element"),
    [
        ("Antrean panjang sekali", "waktu"),
        ("Menunggu dua jam", "waktu"),
        ("Petugas kurang ramah", "perilaku"),
        ("Kursi di ruang tunggu kurang", None),
        ("AC rusak", "sarana"),
        ("Ada pungli", "biaya"),
        ("Keluhan saya tidak ditanggapi", "pengaduan"),
        ("Ramah tetapi lama", None),
        ("Terima kasih", None),
        ("", None),
    ],
)
def test_what_words_speak_of(words: str, element: str | None) -> None:
    assert element_spoken_of(words) == element
