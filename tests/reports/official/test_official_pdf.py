"""The printed report says what the regulation wants, with the figures of the index, to everybody."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS
from feedbackbot.domain.survey.index import Index, Tally, Weight, index_of
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.reports.official.contents import (
    LEGAL_BASIS,
    ON_PAPER,
    Count,
    Flagged,
    FollowUp,
    ProfileTable,
)
from feedbackbot.reports.official.pdf import official_pages, official_pdf
from feedbackbot.reports.official.printed import printed
from tests.reports.official.read_pdf import MakeReport, text_of


def index_of_all(total: int, n: int) -> Index:
    found = index_of({key: Tally(total, n) for key in ELEMENT_KEYS})
    assert found is not None
    return found


def test_the_report_has_the_chapters_of_the_regulation(make_report: MakeReport) -> None:
    text = text_of(official_pdf(make_report()))
    for heading in (
        *("PENDAHULUAN", "Latar Belakang", "Dasar Hukum", "Maksud dan Tujuan", "Sasaran", "Manfaat"),
        *("PELAKSANAAN SURVEI", "Periode", "Metode", "Jumlah Responden", "Pengolahan Data"),
        *("HASIL SURVEI", "Profil Responden", "Hasil Sembilan Unsur", "Saran Responden"),
        *("PENUTUP", "Kesimpulan", "Rencana Tindak Lanjut"),
    ):
        assert heading in text


@pytest.mark.parametrize(
    ("weight", "ikm", "written"),
    [(Weight.EXACT, "78,74", "1/9"), (Weight.W0_111, "78,66", "0,111"), (Weight.W0_11, "77,95", "0,11")],
)
def test_the_printed_index_is_the_published_one(
    make_report: MakeReport, weight: Weight, ikm: str, written: str
) -> None:
    text = text_of(official_pdf(make_report(weight=weight)))
    assert f"adalah {ikm}, dengan mutu pelayanan B (Baik)" in text
    assert f"berbobot sama, yaitu {written}" in text
    for element in ELEMENTS:
        assert element.official_name in text
    for mean in ("2,8163", "2,8367", "3,0612", "3,6122", "3,2449", "3,3265", "3,2857", "2,9184"):
        assert mean in text


def test_the_elements_are_numbered_in_the_chosen_order(make_report: MakeReport) -> None:
    assert [e["number"] for e in printed(make_report())["elements"]] == [f"U{n}" for n in range(1, 10)]
    form = printed(make_report(order="form"))["elements"]
    assert [(e["number"], e["name"]) for e in form][-2:] == [
        ("U8", "Sarana dan Prasarana"),
        ("U9", "Penanganan Pengaduan, Saran dan Masukan"),
    ]


def test_the_plan_goes_from_the_lowest_element_up_whatever_order_it_was_given_in(
    make_report: MakeReport,
) -> None:
    plans = [
        FollowUp("biaya", "Daftar biaya dipasang", "Triwulan II", "Sekretariat"),
        FollowUp("prosedur", "Papan alur", "Triwulan I", "Sekretariat"),
        FollowUp("prosedur", "Pelatihan loket", "Triwulan II", "BKPSDM"),
    ]
    rows = printed(make_report(follow_up=tuple(plans)))["plan"]
    assert [(row["name"], row["programme"]) for row in rows] == [
        ("Persyaratan", "belum ditetapkan"),
        ("Sistem, Mekanisme dan Prosedur", "Papan alur"),
        ("Sistem, Mekanisme dan Prosedur", "Pelatihan loket"),
        ("Penanganan Pengaduan, Saran dan Masukan", "belum ditetapkan"),
        ("Biaya/Tarif", "Daftar biaya dipasang"),
    ]


@pytest.mark.parametrize(
    ("visitors", "said"),
    [
        (None, "belum dapat dinyatakan"),
        (12_000, "belum mewakili seluruh pengguna layanan"),
        (50, "hasilnya mewakili pengguna layanan"),
    ],
)
def test_whether_the_sample_suffices_is_said(
    make_report: MakeReport, visitors: int | None, said: str
) -> None:
    assert said in text_of(official_pdf(make_report(yearly_visitors=visitors)))


def test_a_profile_of_too_few_people_is_not_printed(make_report: MakeReport) -> None:
    four = [dict.fromkeys(ELEMENT_KEYS, 3)] * 4
    profile = (ProfileTable("Jenis kelamin", (Count("Perempuan", 1), Count("Laki-laki", 3))),)
    text = text_of(official_pdf(make_report(four, profile=profile)))
    assert "Perempuan" not in text
    assert "kurang dari 5" in text
    assert "Perempuan" in text_of(official_pdf(make_report([*four, four[0]], profile=profile)))


@pytest.mark.parametrize(("included", "said"), [(True, "ikut dihitung"), (False, "tidak dihitung")])
def test_flagged_answers_are_reported_apart(make_report: MakeReport, included: bool, said: str) -> None:
    flagged = Flagged({Flag.STRAIGHT_LINE: 3, Flag.BURST: 2}, 4, included=included)
    text = text_of(official_pdf(make_report(flagged=flagged)))
    assert "Sebanyak 4 jawaban diberi tanda" in text
    assert "sembilan unsur dijawab sama: 3; masuk beruntun dalam waktu singkat: 2" in text
    assert f"Jawaban bertanda {said}" in text


def test_the_change_to_the_period_before_is_printed(make_report: MakeReport) -> None:
    before = index_of_all(32, 10)
    data = printed(make_report(previous=("Semester I 2026", before)))
    assert data["previous"]["change"] == "−1,26"
    assert {e["name"]: e["change"] for e in data["elements"]}["Biaya/Tarif"] == "+0,4122"
    assert "perubahannya −1,26" in text_of(official_pdf(make_report(previous=("Semester I 2026", before))))


def test_when_all_elements_are_equal_none_is_called_the_lowest(make_report: MakeReport) -> None:
    text = text_of(official_pdf(make_report([dict.fromkeys(ELEMENT_KEYS, 4)] * 6)))
    assert "Semua unsur bernilai sama" in text
    assert "terendah adalah" not in text
    assert "100,00" in text
    assert "Kisaran kepercayaan tidak dapat dihitung" in text


def test_the_cover_and_the_result_warn_of_fewer_than_thirty_and_name_the_weight(
    make_report: MakeReport,
) -> None:
    few = official_pages(make_report(sekadau_answers()[:29]))[0]
    text = text_of(official_pdf(make_report(sekadau_answers()[:29])))
    assert few.startswith(b"\x89PNG")
    assert "29 responden, bobot setiap unsur 1/9 kurang dari 30 responden" in text
    assert "Hati-hati: baru 29 responden, kurang dari 30." in text
    enough = text_of(official_pdf(make_report(sekadau_answers()[:30])))
    assert "kurang dari 30" not in enough and "IKM (bobot 1/9, jumlah" in enough


def test_one_respondent_makes_a_report(make_report: MakeReport) -> None:
    one = [{key: number % 4 + 1 for number, key in enumerate(ELEMENT_KEYS)}]
    assert "dari 1 responden" in text_of(official_pdf(make_report(one, comments={}, profile=())))


def test_sample_data_say_so_on_the_cover_and_on_every_page(make_report: MakeReport) -> None:
    pages = PdfReader(io.BytesIO(official_pdf(make_report(is_sample=True)))).pages
    assert all("CONTOH" in page.extract_text() for page in pages)
    assert "CONTOH" not in text_of(official_pdf(make_report()))


def test_the_method_is_told_by_how_people_answered(make_report: MakeReport) -> None:
    chat = text_of(official_pdf(make_report(by_channel=(Count("Telegram", 49),))))
    assert "aplikasi percakapan" in chat
    assert "formulir kertas" not in chat
    assert "1 Tidak ada; 2 Ada tetapi tidak berfungsi" in chat, "the standard's own labels"
    paper = text_of(official_pdf(make_report(by_channel=(Count(ON_PAPER, 49),))))
    assert "aplikasi percakapan" not in paper
    assert "tidak dapat memastikan" in paper
    assert "disalin dengan tangan" not in paper


def test_a_period_that_is_not_over_is_not_told_as_past(make_report: MakeReport) -> None:
    assert "belum selesai" in text_of(official_pdf(make_report(printed_on=date(2026, 12, 31))))
    assert "belum selesai" not in text_of(official_pdf(make_report(printed_on=date(2027, 1, 1))))


def test_a_table_of_one_row_is_a_sentence(make_report: MakeReport) -> None:
    text = text_of(official_pdf(make_report(by_channel=(Count("Telegram", 49),))))
    assert "Responden menurut cara menjawab: seluruhnya Telegram (49)" in text


def test_the_report_rests_on_the_law_of_public_service_and_its_regulation() -> None:
    assert any("Nomor 25 Tahun 2009" in rule for rule in LEGAL_BASIS)
    assert any("Nomor 96 Tahun 2012" in rule for rule in LEGAL_BASIS)
