"""Days, hours, numbers, yes and no, phones and NIPs as somebody writes them who wants to see the readers fail."""

# ruff: noqa: E501

from datetime import date, datetime, time

import pytest

from feedbackbot.clock import city_zone
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.clock import read_clock, read_span
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.deadline import read_deadline
from feedbackbot.domain.spoken.numbers import number_in_words, whole_number
from feedbackbot.domain.spoken.time import TimeProblem, read_moment
from feedbackbot.domain.staff.nip import EmployeeKind, parse_nip
from feedbackbot.domain.staff.phone import normal_phone
from feedbackbot.domain.staff.rank import parse_rank
from feedbackbot.domain.training.typed_session import typed_sessions

NOW = datetime(2026, 11, 24, 10, tzinfo=city_zone())  # a Tuesday
TODAY = NOW.date()
NIP = "198001012005012001"
FIRST = date(2026, 12, 1)


@pytest.mark.parametrize("written", ["1 Desember2026", "1Desember 2026", "01/12/2026 00:00:00", "2026-12-01T09:00", "2026-12-01 09:00:00", "2026-12-01T09:00:00+07:00", "2026-11-30T17:00:00.000Z", "Selasa (1 Desember 2026)", "1 Desember 2026 (Selasa)", "1 Desember 2026, Selasa", "1 Desember 2026 M", "1-XII-2026", "1/XII/2026", "1 XII 2026", "1 Desembr 2026", "1 Dessember 2026", "01122026", "1 Desember 2026 pukul 09.00", "1 Desember 2026 09.00 WIB", "1 Desember 2026 jam 9 pagi", "46357.375", "12 Jumadil Akhir 1448 H / 1 Desember 2026 M", "1 Desember 2026 bertepatan dengan 21 Jumadil Akhir 1448 H", "Sel, 01.12.26", "01/12/2026 12:00:00 AM"])  # fmt: skip
def test_a_day_is_read(written: str) -> None:
    assert read_date(written) == FIRST


@pytest.mark.parametrize(
    "written", ["1 Agust 2026", "1 Agutus 2026", "1 Agustu 2026", "1-Ags-26", "1 VIII 2026"]
)
def test_august_however_it_is_shortened(written: str) -> None:
    assert read_date(written) == date(2026, 8, 1)


@pytest.mark.parametrize("written", ["1 Rajab 1448 H", "12 Ramadhan 1448", "1 Muharram 1448 H", "21 Jumadil Akhir 1448", "9 Dzulhijjah 1447 H", "10 Zulhijah 1447", "1 Syawal 1447 Hijriah", "12 Rabi'ul Awal 1448", "15 Sya’ban 1448", "1 Safar 1448H"])  # fmt: skip
def test_a_day_of_the_islamic_calendar_is_refused_by_its_name(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-date-hijri"):
        read_date(written)
    assert read_moment(f"{written} 09.00", NOW) is TimeProblem.HIJRI


@pytest.mark.parametrize("written", ["besok", "0001-01-01", "1/13/2026", "2026-13-01", "30 Februari 2026", "29/2/2027", "1/12", "1 Des", "12", "Juni atau Juli 2026", "1 Junli 2026", "99999", "1 Desember 12026"])  # fmt: skip
def test_what_is_no_sure_day_is_refused(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-not-a-date"):
        read_date(written)


@pytest.mark.parametrize(("written", "hour"), [
    *((nine, time(9)) for nine in ("9 pagi", "jam 9 pagi", "jam sembilan", "09.00 pagi", "09,00", "2026-12-01T02:00:00Z", "44927.375", "09.00 WIB.")),
    *((ten, time(9, 30)) for ten in ("setengah sepuluh", "jam setengah sepuluh", "setengah 10", "09,30")),
    ("jam 2 siang", time(14)), ("2 siang", time(14)), ("jam 7 malam", time(19)), ("12 siang", time(12)), ("tengah hari", time(12)),
    ("09.00 malam", time(21)), ("21.00 malam", time(21)), ("jam 9 lewat 15", time(9, 15)), ("jam 9 kurang 15", time(8, 45)), ("00.00", time(0)),
])  # fmt: skip
def test_an_hour_is_read_as_it_is_said(written: str, hour: time) -> None:
    assert read_clock(written) == hour


@pytest.mark.parametrize("written", ["24:00", "24.00", "12 malam", "9", "900", "9,5", "9.0", "±09.00", "1,375", "13:00 PM", "9.60", "25:00", "-9:00", "jam 13 pagi", "09.00 s.d. selesai", "08.30 WIB s/d 16.00 WIB"])  # fmt: skip
def test_what_is_no_sure_hour_is_refused(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-not-a-time"):
        read_clock(written)


@pytest.mark.parametrize("written", ["jam 9 pagi sampai 12 siang", "9 pagi - 12 siang", "09.00 ~ 12.00", "09.00→12.00", "09.00 sampai dgn 12.00", "09.00 sampai 12.00 siang", "pukul 09.00 s/d. 12.00 WIB"])  # fmt: skip
def test_a_span_is_read_as_it_is_said(written: str) -> None:
    assert read_span(written) == (time(9), time(12))


@pytest.mark.parametrize("written", ["09.00 s.d. selesai", "09.00 - selesai", "Pukul 09.00 WIB s/d selesai", "09.00 sampai selesai", "jam 9 sampai habis"])  # fmt: skip
def test_an_open_end_is_told_as_such(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-span-open"):
        read_span(written)
    with pytest.raises(WrongValue, match="session-no-end"):
        typed_sessions(f"26/11/2026 {written}, Aula", NOW)


@pytest.mark.parametrize(("written", "number"), [
    ("dua puluh", 20), ("dua puluh lima", 25), ("lima belas", 15), ("seratus dua puluh", 120), ("30 (tiga puluh) orang", 30), ("12 (dua belas)", 12),
    ("12 JPL", 12), ("12 (JP)", 12), ("JP: 12", 12), ("Kuota 30", 30), ("30 pax", 30), ("1 000", 1000), ("１.０００", 1000), ("١٬٠٠٠", 1000), ("١٢", 12), ("8,00", 8), ("12\u200b", 12), ("8\xa0JP", 8),
])  # fmt: skip
def test_a_number_is_read(written: str, number: int) -> None:
    assert whole_number(written, 1, 10_000) == number


@pytest.mark.parametrize("written", ["1,5", "1.5", "1.50", "IDR 10.000", "Rp 10.000", "30 (tiga belas)", "30 (2)", "1,000", "10,000", "1.0000", "8 x 45 menit", "½", "sekitar 12", "12/15", "> 12", "1e1", "dua dua", "puluh"])  # fmt: skip
def test_what_is_no_sure_number_is_refused(written: str) -> None:
    with pytest.raises(WrongValue, match="cell-not-a-number"):
        whole_number(written, 1, 10_000)


@pytest.mark.parametrize(
    "nothing", ["", "dua dua", "puluh", "lima belas satu", "tiga puluh tiga puluh", "belas lima"]
)
def test_words_that_are_no_number(nothing: str) -> None:
    assert number_in_words(nothing) is None


@pytest.mark.parametrize(
    "typed", ["Y", "TRUE", "✓", "✔️", "v", "V", "👍🏽", "iyaa", "nggih", "Ya 👍", "bisa", "ya udah"]
)
@pytest.mark.parametrize("choices", [(Choice("a", "Ya, kirim"), Choice("b", "Tidak")), (Choice("a", "✅ Saya setuju"), Choice("b", "Belum"))])  # fmt: skip
def test_yes_of_a_sheet_is_yes_in_a_chat(typed: str, choices: tuple[Choice, ...]) -> None:
    assert meant_choice(typed, choices) is choices[0]


@pytest.mark.parametrize("typed", ["T", "N", "FALSE", "✗", "❌", "👎", "blm", "blom", "belum", "tdk", "gk"])
def test_no_of_a_sheet_is_no_in_a_chat(typed: str) -> None:
    choices = (Choice("a", "Ya, kirim"), Choice("b", "Tidak"))
    assert meant_choice(typed, choices) is choices[1]


@pytest.mark.parametrize("written", ["０８１２３４５６７８９０", "٠٨١٢٣٤٥٦٧٨٩٠", "https://wa.me/6281234567890", "wa.me/6281234567890", "https://api.whatsapp.com/send?phone=6281234567890", "tel:+6281234567890", "\u202a+62 812-3456-7890\u202c", "+62 (0) 812 3456 7890", "(62)81234567890", "0812–3456–7890", "081234567890\n085212345678", "0812-3456-7890 / WA"])  # fmt: skip
def test_a_phone_is_read(written: str) -> None:
    assert normal_phone(written) == "+6281234567890"


@pytest.mark.parametrize("written", [f"1 {NIP}", f"1.{NIP}", f"1.NIP. {NIP}", f"Ani Rahmawati / {NIP}", f"{NIP} (Ani)", f"Ani {NIP}", f"NIP/NIK: {NIP}", f"NIP Baru/Lama: {NIP} / 390012345", f"{NIP}/390012345", f"Nip. Baru. {NIP}", f"N I P : {NIP}", f"NIP‐{NIP}", f"#{NIP}", f"a. {NIP}", "١٩٨٠٠١٠١٢٠٠٥٠١٢٠٠١", f"\u202d{NIP}\u202c", "19800101.200501.2.001", "NIP.19800101 200501 2 001"])  # fmt: skip
def test_a_nip_is_read(written: str) -> None:
    assert parse_nip(written, today=TODAY).digits == NIP


@pytest.mark.parametrize("written", [f"{NIP} (2)", f"{NIP}.0", f"{NIP},00", f"{NIP} {NIP}", f"{NIP}1", NIP[:-1] + "l", "I" + NIP[1:], "198OO1012005012001", f"No. 1: {NIP}", f"{NIP} / 2", f"A{NIP}", "1173010101800001"])  # fmt: skip
def test_a_nip_that_is_not_sure_is_refused(written: str) -> None:
    with pytest.raises(WrongValue):
        parse_nip(written, today=TODAY)


@pytest.mark.parametrize(("written", "rank"), [("Ⅲ/a", "III/a"), ("III／a", "III/a"), ("III|a", "III/a"), ("Gol. III ruang a", "III/a"), ("lll/a", "III/a"), ("Penata", "III/c"), ("PENATA MUDA TK. I", "III/b"), ("Pembina Utama Muda", "IV/c"), ("Pengatur Tingkat I", "II/d"), ("Juru Muda", "I/a")])  # fmt: skip
def test_a_rank_is_read(written: str, rank: str) -> None:
    assert parse_rank(written, EmployeeKind.PNS) == rank


def test_the_name_of_a_rank_of_pns_is_no_rank_of_pppk() -> None:
    with pytest.raises(WrongValue):
        parse_rank("Penata Muda Tingkat I", EmployeeKind.PPPK)


@pytest.mark.parametrize("typed", ["2026-12-01T09:00", "2026-12-01T02:00Z", "2026-12-01T09:00+07:00", "1 Desember 2026 pukul 9 pagi", "Selasa (1/12) 09.00", "Selasa (1/12/2026) pukul 09.00", "1 Des 26 09:00", "1 Des '26 jam 9", "1-XII-2026 09.00", "1 Desembr 2026 jam 9", "tgl 1 bulan depan jam 9", "bulan depan tanggal 1 jam 9", "selasa depan jam 9", "Selasa, 1 Desember 2026, pukul 09.00 waktu setempat", "١/١٢/٢٠٢٦ ٠٩:٠٠"])  # fmt: skip
def test_a_moment_is_read(typed: str) -> None:
    assert read_moment(typed, NOW) == datetime(2026, 12, 1, 9, tzinfo=city_zone())


@pytest.mark.parametrize(("typed", "until"), [
    ("besok", datetime(2026, 11, 25, 23, 59, 59, tzinfo=city_zone())), ("lusa", datetime(2026, 11, 26, 23, 59, 59, tzinfo=city_zone())),
    ("Senin depan", datetime(2026, 11, 30, 23, 59, 59, tzinfo=city_zone())), ("tgl 1 des", datetime(2026, 12, 1, 23, 59, 59, tzinfo=city_zone())),
    ("1/12", datetime(2026, 12, 1, 23, 59, 59, tzinfo=city_zone())), ("Selasa, 1 Desember 2026", datetime(2026, 12, 1, 23, 59, 59, tzinfo=city_zone())),
    ("1 Desember 2026 pukul 16.00 WIB", datetime(2026, 12, 1, 16, tzinfo=city_zone())), ("besok jam 4 sore", datetime(2026, 11, 25, 16, tzinfo=city_zone())),
])  # fmt: skip
def test_a_deadline_with_an_hour_keeps_it(typed: str, until: datetime) -> None:
    assert read_deadline(typed, NOW) == until


@pytest.mark.parametrize("typed", ["Hari/Tanggal : Kamis, 26 November 2026\nPukul : 09.00 s.d. 12.00 WIB\nTempat : Aula", "Kegiatan diadakan pada:\nhari, tanggal: 26/11/2026\nwaktu: 09.00-12.00\ntempat: Aula", "1. 26 Nov 2026, 09.00-12.00, Aula", "• 26/11/2026 09.00-12.00 Aula", "(1) 26 Nov 2026 09.00-12.00 Aula", "Sesi 1: 26 Nov 2026 09.00-12.00 Aula", "Aula, 26 November 2026 09.00-12.00", "26 Nov 2026 | 09.00-12.00 | Aula", "26 November 2026 (09.00-12.00) Aula", "lusa jam 9 pagi sampai jam 12 siang di Aula", "26.11.2026 09.00-12.00 Aula", "26 Nop 2026 09.00-12.00 WIB @ Aula"])  # fmt: skip
def test_a_session_is_read_as_it_is_pasted(typed: str) -> None:
    [session] = typed_sessions(typed, NOW)
    assert (session.starts_at, session.ends_at, session.place) == (datetime(2026, 11, 26, 9, tzinfo=city_zone()), datetime(2026, 11, 26, 12, tzinfo=city_zone()), "Aula")  # fmt: skip


def test_two_sessions_of_a_letter_are_two() -> None:
    block = "Hari/Tanggal: Kamis, {} November 2026\nPukul: 09.00-12.00\nTempat: Aula"
    assert (
        len(
            typed_sessions(
                f"{block.format(26)}\n\n{block.format(26).replace('09.00-12.00', '13.00-15.00')}", NOW
            )
        )
        == 2
    )


@pytest.mark.parametrize(("typed", "key"), [("1-3 Desember 2026 09.00-12.00 Aula", "session-several-days"), ("1 s.d. 3 Desember 2026 09.00-12.00 Aula", "session-several-days"), ("1 Rajab 1448 H 09.00-12.00 Aula", "session-hijri")])  # fmt: skip
def test_a_session_that_cannot_be_is_told_why(typed: str, key: str) -> None:
    with pytest.raises(WrongValue, match=key):
        typed_sessions(typed, NOW)
