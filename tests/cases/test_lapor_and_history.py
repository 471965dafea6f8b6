"""A case on its way into LAPOR!, and its history on one page."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from feedbackbot.domain.cases.lapor_sheet import LONGEST_TITLE, lapor_title, read_lapor_number
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.reports.cases.history import history_pdf
from feedbackbot.usecases.cases.history import history_of
from tests.builders import CATALOGUE
from tests.cases.office import Office, sends_case
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
    assert "1234567" in office.officer.last
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
