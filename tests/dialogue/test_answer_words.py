"""What short typed answers mean, and that a clerk's mistake in their files is named."""

import pytest

from feedbackbot.data import DataFileError, answer_words
from feedbackbot.dialogue.answer_words import (
    KINDS,
    kinds_of,
    known_words,
    nearly_cancel,
    number_of,
    read_words,
    without_hedges,
)
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.understanding import meant_choice

CONSENT = (Choice("ya", "Setuju"), Choice("tidak", "Tidak setuju"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((one, "yes") for one in ("ya", "Iya", "iyaaa", "ok", "OKE", "okeee pak", "Ya, setuju", "boleh", "👍🏽", "get", "yes please")),
        *((one, "no") for one in ("tidak", "gak", "ga ah", "gak usah deh", "belum", "👎", "hana", "no thanks")),
        *((one, "cancel") for one in ("batal", "Batal.", "BATAL!!", "batalkan ya", "stop", "berhenti pak")),
        *((one, "stop") for one in ("udah dulu", "gak jadi", "ya udah gak jadi", "enough")),
        *((one, "menu") for one in ("menu", "ke menu", "mulai lagi")),
        *((one, "skip") for one in ("lewati", "ga ada foto", "tidak ada bukti pak", "gak punya fotonya", "nggak ada komentar",
                                    "belum ada berkas atau surat", "tdk ada foto sama sekali", "no photo", "i dont have any photos")),
        *((one, "done") for one in ("sudah", "udah beres", "alhamdulillah sudah selesai pak")),
    ],
)  # fmt: skip
def test_short_answers_are_known_however_they_are_written(text: str, kind: str) -> None:
    assert kind in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    ["", "batal nikah bagaimana aktanya", "stop kontak di ruang tunggu rusak", "ya ampun lama sekali", "belum ada air di rumah kami",
     "tidak ada dokter di puskesmas", "oke tapi petugasnya kasar", "menu makanan di kantin mahal",
     "surat saya tidak ada", "tidak ada fotokopi di kantor",
     "tidak ada surat edaran tentang itu", "belum ada petugas yang datang"],
)  # fmt: skip
def test_what_tells_something_is_no_short_answer(text: str) -> None:
    assert kinds_of(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), ("3️⃣", 3), ("tiga", 3), ("nomor 3", 3), ("yang ketiga", 3), ("lhee", 3), ("three", 3), ("20 kursi", 20),
     ("dua puluh lima", 25), ("sebelas", 11), ("lima belas orang", 15), ("seratus", 100), ("-1", None), ("3.5", None), ("3/9", None),
     ("tiga bulan lalu", None), ("satu dua", None), ("", None), ("9" * 12, None)],
)  # fmt: skip
def test_numbers_in_figures_and_in_words(text: str, number: int | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "key"),
    [("Ya, setuju", "ya"), ("iya", "ya"), ("ok", "ya"), ("1", "ya"), ("1️⃣", "ya"), ("satu", "ya"), ("setuju aja", "ya"),
     ("gak usah deh", "tidak"), ("tidak", "tidak"), ("2️⃣", "tidak"), ("dua", "tidak")],
)  # fmt: skip
def test_a_question_of_yes_and_no_understands_them(text: str, key: str) -> None:
    choice = meant_choice(text, CONSENT)
    assert choice is not None
    assert choice.key == key


def test_where_numbers_are_no_places_a_one_is_no_first_button() -> None:
    assert meant_choice("1", CONSENT, places=False) is None
    assert meant_choice("satu", CONSENT, places=False) is None


def test_hedges_before_an_answer_are_left_out_to_see_what_follows() -> None:
    assert without_hedges(["maaf", "kayaknya", "tidak", "bisa"]) == ["tidak", "bisa"]
    assert kinds_of("mungkin ya") == frozenset()


@pytest.mark.parametrize(("word", "near"), [("batall", True), ("btal", True), ("ktp", False)])
def test_a_slip_in_the_wish_to_stop_is_seen(word: str, near: bool) -> None:
    assert nearly_cancel(word) is near


def test_every_language_says_every_kind() -> None:
    for name, content in answer_words():
        for kind in KINDS:
            assert content[kind], f"{name} says nothing for {kind}"  # type: ignore[index]
    assert not known_words().phrases["cancel"] & known_words().phrases["yes"]
    assert not known_words().phrases["yes"] & known_words().phrases["no"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"yes": [True]}, "True of 'yes'"),
        ({"no": ["Tidak!"]}, "'Tidak!' of 'no'"),
        ({"numerals": {"satu": "1"}}, "'satu' of 'numerals'"),
        ({"ja": ["ja"]}, "must have exactly"),
    ],
)
def test_a_clerks_mistake_names_file_and_entry(change: dict[str, object], said: str) -> None:
    [(_, content), *_] = answer_words()
    assert isinstance(content, dict)
    with pytest.raises(DataFileError, match=said) as refused:
        read_words([("xx.yaml", {**content, **change})])
    assert "xx.yaml" in str(refused.value)
