"""What people write and mean, as data: readable, trained from, and safe with any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.understanding import reader_of_shipped_city
from feedbackbot.understanding.aims import Aim
from feedbackbot.understanding.folding import fold
from feedbackbot.understanding.knowledge import (
    UnderstandingDataError,
    knowledge_of,
    shipped_knowledge,
    shipped_model,
)

READER = reader_of_shipped_city()


def test_the_learned_part_is_made_of_the_examples_as_they_are_now() -> None:
    assert shipped_model().made_of == shipped_knowledge().made_of, "run scripts/train-understanding"


def test_every_aim_has_examples_to_be_known_by() -> None:
    assert {aim for aim, _ in shipped_knowledge().examples} == set(Aim)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"exampels": {}}, "exampels"),
        ({"examples": {"complian": "a"}}, "complian"),
        ({"examples": {"complain": ["a"]}}, "one sentence a line"),
        (["a"], "names and values"),
    ],
)
def test_a_slip_in_the_data_is_named_with_its_place(raw: object, said: str) -> None:
    with pytest.raises(UnderstandingDataError, match=f"xx.yaml.*{said}"):
        knowledge_of({"xx.yaml": raw})


@given(st.text(max_size=3000))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    shares = [share for _, share in READER.read(text).aims]
    assert not shares or abs(sum(shares) - 1) < 1e-6


@pytest.mark.parametrize(
    "text",
    [
        "TOLONG KEBAKARAN DI CUNDA",
        "ada orang tenggelam di waduk",
        "Mak lon seusak nafah",
        "rumoh gob ka tutong",
        "my house is on fire",
        "dia mau bunuh diri",
        "suami saya mukulin saya",
        "tolong ambulans",
        "air naik terus kami sudah di atas genteng",
        "perahu kami terbalik dekat muara",
        "bau gas menyengat di dapur",
        "ada yang kesetrum di lorong",
        "tangan saya terjepit mesin",
        "anak jatuh dari lantai dua, tidak bangun",
        "ie ka ek, kamoe ateueh bubong",
        "people are trapped, water rising to the roof",
    ],
)
def test_danger_is_seen(text: str) -> None:
    assert READER.read(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "minggu lalu rumah di Kuta Blang terbakar, damkar baru datang setelah 40 menit",
        "tiap hujan banjir di simpang legos",
        "syarat surat kematian apa saja",
        "jalan berlubang, takut ada kecelakaan",
        "tukang sapu bakar sampah di pinggir jalan",
        "atap puskesmas bocor, air masuk tiap hujan",
        "air masuk ke rumah kalau hujan, got tersumbat",
        "air pdam naik cuma malam",
        "tiang listrik miring takut kesetrum",
        "anak saya panas dingin minggu lalu, obatnya habis",
        "the roof of the market leaks",
    ],
)
def test_what_is_past_or_might_be_is_no_danger(text: str) -> None:
    assert not READER.read(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "got depan dinas sosial mampet",
        "lampu di dekat dukcapil mati",
        "asapnya masuk ke puskesmas muara dua sebelah",
        "di muara dua air got meluap",
        "macet di depan kantor camat muara satu",
    ],
)
def test_an_office_that_is_only_a_landmark_or_a_place_is_none(text: str) -> None:
    assert READER.read(text).named_office() is None


@pytest.mark.parametrize("text", ["dukcapil", "pkm mongedong", "disdikbut", "kantor camat muaradua", "MPP"])
def test_a_bare_name_is_known_with_its_slips(text: str) -> None:
    assert READER.read(text).bare


ORDINARY = """
Baik, saya tunggu di rumah
baik pak terima kasih saya tunggu kabarnya
saya sudah di kantor pak
besok saya datang lagi bawa berkas
sudah pak tadi pagi petugas datang ke rumah
belum pak lampunya masih mati
jam sepuluh pagi kemarin di loket tiga
di depan mesjid raya gampong hagu
alamatnya jalan merdeka nomor 12
rumah saya dekat sungai
anak saya belum dapat akta
suami saya yang urus kemarin
ibu saya sudah tua tidak bisa datang
saya antri dari pagi sampai siang
petugasnya marah marah
air keruh sudah seminggu
sampah menumpuk di belakang pasar
lampu jalan depan rumah mati
jalan berlubang bahaya untuk motor
ktp saya hilang
pelayanan cepat dan ramah
tidak ada saran
ruang tunggu panas
saya sakit jadi tidak bisa ikut pelatihan
maaf saya tidak bisa hadir ada rapat
saya lagi di luar kota
anak saya sakit
tolong dibantu pak
cepat diperbaiki ya pak
tolong segera ya
dokternya lama datang
obatnya habis
listrik mati dari tadi malam
pohon tumbang menutup jalan kemarin
banjir tiap hujan di lorong kami
mobil parkir sembarangan
saya kecewa
petugas loket tiga minta uang dua puluh ribu
saya tunggu di loket
nanti saya kabari lagi
rumah saya di blang pulo
iya betul
saya mau lapor
ke mana saya harus pergi
siapa yang bisa bantu saya
baik saya ke sana sekarang
saya sudah di jalan
ya saya ada di rumah
malam ini saya tunggu
terima kasih banyak atas bantuannya
"""


@pytest.mark.parametrize("text", ORDINARY.strip().splitlines())
def test_what_people_write_every_day_sounds_no_alarm(text: str) -> None:
    """Words to an officer or to a question that waits must not be taken for a cry for help."""
    reading = READER.read(text)
    assert not reading.urgent


@pytest.mark.parametrize("word", ["pak", "bapak", "bu", "ibu", "bang", "kak", "min", "ya", "dek", "pk"])
def test_a_word_of_address_points_to_no_office(word: str) -> None:
    assert not READER.read(f"{word} mau tanya {word}").offices


def test_what_begins_with_three_like_letters_is_not_drawn_out() -> None:
    assert fold("PPPK lamaaa iyaaa aaah", {"pk": "pak"}) == ["pppk", "lama", "iya", "ah"]
