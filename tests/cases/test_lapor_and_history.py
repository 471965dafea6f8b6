"""A case on its way into LAPOR!, and its history on one page."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from feedbackbot.domain.cases.lapor_sheet import LONGEST_TITLE, lapor_title, read_lapor_number
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.reports.cases.history import history_pdf
from feedbackbot.usecases.cases.lapor import keep_lapor_number
from feedbackbot.wording.cases.history import history_of
from feedbackbot.wording.cases.workbook import lapor_open_sheet
from tests.builders import CATALOGUE
from tests.cases.office import WHAT, Office, sends_case
from tests.talk import Clock, Talker


async def test_the_fields_are_said_to_be_copied_and_the_number_is_shown_to_the_citizen(
    office: Office, ani: Talker
) -> None:
    case_id = await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("⋯ Lainnya")
    await office.officer.taps("📤 LAPOR!")
    said = office.officer.said()
    assert "Klasifikasi: Pengaduan" in said
    assert "Petugas loket meminta uang dua puluh ribu" in said
    await office.officer.types("bukan nomor")
    assert "bukan nomor pelacakan" in (office.officer.notice or office.officer.last)
    await office.officer.types("#12 345-67")
    assert "memasukkannya ke LAPOR! – “1234567”" in office.officer.last, (
        "it is no telephone number to be hidden"
    )
    await ani.sends_tap(f"!tiket/{case_id}")
    assert "Nomor LAPOR!: 1234567" in ani.last


@given(st.text(max_size=80), st.text(max_size=300), st.text(max_size=200))
def test_a_title_fits_into_lapor(service: str, words: str, place: str) -> None:
    assert len(lapor_title(service, words, place)) <= LONGEST_TITLE


@given(st.text(max_size=40))
def test_a_number_is_kept_without_what_people_put_between(typed: str) -> None:
    number = read_lapor_number(typed)
    assert number is None or (number.isalnum() and number.isascii() and read_lapor_number(number) == number)


async def test_the_history_says_what_happened_and_which_limits_were_kept(
    office: Office, ani: Talker, clock: Clock
) -> None:
    case_id = await sends_case(ani, office)
    clock.passes(days=7)
    await office.officer.sends_tap(f"!kasus/{case_id}")
    await office.officer.taps("💬 Jawab")
    await office.officer.types("Kami sedang memeriksa")
    await office.mail()
    await ani.sends_tap(f"!tiket/{case_id}")
    await ani.taps("📄 Riwayat (PDF)")
    assert ani.chat[-1].message.document is not None
    ani_id = (await ani.contact()).person_id
    history = await office.talk.run(history_of, CATALOGUE, ani_id, case_id, "id")
    facts = dict(history.facts)
    assert "terlewati" in facts["Batas jawaban pertama"], "answered on the seventh day, not the third"
    assert "masih berjalan" in facts["Batas penyelesaian"]
    assert ("petugas", "menjawab: Kami sedang memeriksa") in [step[1:] for step in history.steps]


async def test_the_history_is_its_citizens_alone(office: Office, ani: Talker, budi: Talker) -> None:
    case_id = await sends_case(ani, office)
    await budi.types("/mulai")
    budi_id = (await budi.contact()).person_id
    with pytest.raises(CaseRefusal):
        await office.talk.run(history_of, CATALOGUE, budi_id, case_id, "id")


@pytest.mark.slow
async def test_the_longest_history_is_one_page(office: Office, ani: Talker) -> None:
    words = "W" * 60 + " " + "Petugas loket meminta uang lagi kemarin pagi. " * 40
    case_id = await sends_case(ani, office, words)
    for place in range(16):
        await office.officer.sends_tap(f"!kasus/{case_id}")
        await office.officer.taps("💬 Jawab")
        await office.officer.types(f"Jawaban {place}: " + "kami masih memeriksanya, " * 20)
    ani_id = (await ani.contact()).person_id
    history = await office.talk.run(history_of, CATALOGUE, ani_id, case_id, "id")
    read = PdfReader(BytesIO(history_pdf(history)))
    assert len(read.pages) == 1
    assert "Jawaban 15" in read.pages[0].extract_text()


async def test_the_fields_are_copied_by_a_tap_each(office: Office, ani: Talker) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("⋯ Lainnya")
    await office.officer.taps("📤 LAPOR!")
    said = office.officer.answered
    copied = {
        button.label: button.copies for one in said for row in one.rows for button in row if button.copies
    }
    assert copied["📋 Salin isi"] == WHAT
    assert len(copied["📋 Salin judul"]) <= LONGEST_TITLE
    assert {"📋 Instansi", "📋 Nomor kita"} <= set(copied)
    assert said[0].verbatim and said[1].verbatim, (
        "what is longer than a button takes is copied by a tap on it"
    )


async def test_the_citizen_is_told_the_number_there(office: Office, ani: Talker) -> None:
    case_id = await sends_case(ani, office)
    officer = (await office.officer.contact()).person_id
    await office.talk.run(keep_lapor_number, officer, case_id, "1234567")
    await office.mail()
    assert "sudah dimasukkan ke LAPOR!" in ani.last and "1234567" in ani.last


async def test_open_cases_are_exported_as_the_fields_of_lapor(
    office: Office, ani: Talker, budi: Talker
) -> None:
    first = await sends_case(ani, office)
    await sends_case(budi, office, "Ruang tunggu panas dan sempit sekali sejak kemarin")
    officer = (await office.officer.contact()).person_id
    await office.talk.run(keep_lapor_number, officer, first, "1234567")
    await office.officer.types("/kasus")
    await office.officer.taps("📤 Daftar LAPOR!")
    assert office.officer.answered[0].document is not None
    sheet = await office.talk.run(lapor_open_sheet, CATALOGUE, officer, "id")
    assert [row[10] for row in sheet.rows] == ["", "1234567"], "what is still to be entered comes first"
    assert "Ruang tunggu panas" in str(sheet.rows[0][2])


async def test_who_was_asked_has_a_limit_of_the_citys_own(office: Office, ani: Talker, clock: Clock) -> None:
    office.talk.settings = office.talk.settings.model_copy(
        update={"case_asked_days": 2, "case_silence_days": 10}
    )
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("❓ Tanya balik")
    await office.officer.types("Loket nomor berapa?")
    asked = await office.case()
    await ani.types("/mulai")
    await office.officer.sends_tap(f"!kasus/{asked['id']}")
    await office.officer.taps("Selesai")
    await office.officer.types("Petugas sudah ditegur")
    done = await office.case()
    assert (
        (asked["stage_due"] - asked["stage_start"]).days < 7 < (done["stage_due"] - done["stage_start"]).days
    )
