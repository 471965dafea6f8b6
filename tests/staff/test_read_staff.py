"""A sheet of employees becomes records, and every row that is wrong says why."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.staff.generated_staff import siasn_headers, siasn_rows, write_siasn_csv, write_siasn_workbook
from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.staff.columns import not_needed, staff_field
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.staff.read_staff import StaffSheet, read_staff_sheet
from tests.sheets.made_sheets import csv_text, xlsx

TODAY = date(2026, 11, 24)
ANI = "198001012005012001"
BUDI = "199003152022241007"
PLAIN = ("NIP", "Nama", "Unit Kerja", "Pangkat/Gol. Ruang", "Jabatan", "No. HP", "E-mail")
ANI_ROW = (ANI, "Ani", "Disdukcapil", "Penata (III/c)", "Analis", "0812 3456 7890", "Ani@Example.org")


def read(*rows: tuple[object, ...]) -> StaffSheet:
    return read_staff_sheet(xlsx(rows), today=TODAY)


def problems(sheet: StaffSheet) -> list[tuple[int, str, str, bool]]:
    return [(each.row_number, each.column, each.key, each.refuses_row) for each in sheet.problems]


def test_a_plain_sheet_gives_one_clean_record() -> None:
    sheet = read(PLAIN, ANI_ROW)
    (row,) = sheet.rows
    record = row.record
    assert (record.nip.digits, record.nip.kind, record.name) == (ANI, EmployeeKind.PNS, "Ani")
    assert (record.unit_name, record.rank, record.position_name) == ("Disdukcapil", "III/c", "Analis")
    assert record.phone == "+6281234567890"
    assert sheet.problems == ()


def test_english_headers_in_another_order_give_the_same_record() -> None:
    english = (
        "Mobile phone",
        "Full Name",
        "Rank",
        "Department",
        "E-mail address",
        "Job Title",
        "Employee Number",
    )
    shuffled = tuple(ANI_ROW[place] for place in (5, 1, 3, 2, 6, 4, 0))
    assert read(english, shuffled).rows[0].record == read(PLAIN, ANI_ROW).rows[0].record


def test_a_siasn_export_is_read_whole_as_workbook_and_as_text(tmp_path: Path) -> None:
    write_siasn_workbook(tmp_path / "a.xlsx", 40)
    write_siasn_csv(tmp_path / "a.csv", 40)
    book = read_staff_sheet((tmp_path / "a.xlsx").read_bytes(), today=TODAY)
    text = read_staff_sheet((tmp_path / "a.csv").read_bytes(), today=TODAY)
    assert book.problems == text.problems == ()
    assert [row.record for row in book.rows] == [row.record for row in text.rows]
    assert len(book.rows) == 40
    assert {row.record.nip.kind for row in book.rows} == {EmployeeKind.PNS, EmployeeKind.PPPK}


def test_no_value_of_a_column_marked_as_not_needed_leaves_the_reader(tmp_path: Path) -> None:
    write_siasn_csv(tmp_path / "a.csv", 30)
    sheet = read_staff_sheet((tmp_path / "a.csv").read_bytes(), today=TODAY)
    kept = "\n".join(
        str(getattr(row.record, name)) for row in sheet.rows for name in row.record.__dataclass_fields__
    )
    secret = [header for header in siasn_headers() if header.casefold() in not_needed()]
    assert len(secret) == 41
    for row in siasn_rows(30):
        for header in secret:
            value = str(row[header]).lstrip("'")
            if len(value) > 4:  # "M", "PNS" and blanks would be found in any text
                assert value not in kept, header


def test_every_needed_column_of_the_export_is_known_and_every_other_is_not() -> None:
    for header in siasn_headers():
        wanted = header.casefold() not in not_needed()
        assert (staff_field(header.casefold()) is not None) is wanted, header


def test_a_nip_that_excel_turned_into_a_number_is_refused_by_row() -> None:
    sheet = read(PLAIN, ANI_ROW, (1.98001012005012e17, *ANI_ROW[1:]), ("198001012005012000", *ANI_ROW[1:]))
    assert problems(sheet) == [
        (3, "NIP", "cell-digits-lost", True),
        (4, "NIP", "nip-digits-lost", True),
    ]
    assert len(sheet.rows) == 1


def test_a_row_without_a_name_is_refused_but_its_nip_is_remembered() -> None:
    sheet = read(PLAIN, (ANI, "", *ANI_ROW[2:]), (BUDI, "...", *ANI_ROW[2:]))
    assert {key for _, _, key, _ in problems(sheet)} == {"name-missing"}
    assert sheet.rows == ()
    assert sheet.refused_nips == {ANI, BUDI}
    assert sheet.refused_rows == 2


def test_a_wrong_phone_or_rank_only_leaves_that_field_unsaid() -> None:
    sheet = read(PLAIN, (ANI, "Ani", "Disdukcapil", "ZZ", "Analis", "belum punya", "ani@"))
    assert problems(sheet) == [
        (2, "Pangkat/Gol. Ruang", "rank-unknown", False),
        (2, "No. HP", "phone-not-a-number", False),
    ]
    record = sheet.rows[0].record
    assert (record.rank, record.phone) == (None, None)


def test_a_formula_anywhere_in_the_wanted_columns_refuses_the_row() -> None:
    sheet = read(PLAIN, (*ANI_ROW[:4], "=cmd|'/C calc'!A0", *ANI_ROW[5:]))
    assert problems(sheet) == [(2, "Jabatan", "cell-formula", True)]
    assert sheet.rows == ()
    assert sheet.refused_nips == {ANI}


def test_a_formula_in_the_name_is_reported_once() -> None:
    sheet = read(PLAIN, (ANI, "=1+1", *ANI_ROW[2:]))
    assert problems(sheet) == [(2, "Nama", "cell-formula", True)]


def test_dashes_and_nulls_say_nothing() -> None:
    sheet = read(PLAIN, (ANI, "Ani", "-", "NULL", "tidak ada", "0", "-"))
    assert sheet.problems == ()
    assert sheet.rows[0].record.unit_name is None


def test_an_address_of_mail_is_not_read_at_all() -> None:
    sheet = read(("NIP", "Nama", "EMAIL", "EMAIL GOV"), (ANI, "Ani", "a@b.id", "bukan surel"))
    assert sheet.problems == ()
    assert not sheet.columns.keys() & {"email", "email_gov"}
    assert "a@b.id" not in repr(sheet.rows[0].record.__reduce_ex__(4))


def test_titles_are_kept_apart_and_shown_together() -> None:
    header = ("NIP", "NAMA", "GELAR DEPAN", "GELAR BELAKANG")
    assert read(header, (ANI, "Cut Meutia", "Dr.", "S.E.")).rows[0].record.full_name == "Dr. Cut Meutia, S.E."


def test_a_record_shows_nothing_personal_when_printed() -> None:
    assert repr(read(PLAIN, ANI_ROW).rows[0].record) == "StaffRecord(Nip(••••2001, pns))"


def test_a_sheet_of_something_else_is_refused_whole() -> None:
    with pytest.raises(SheetError) as told:
        read_staff_sheet(csv_text([("Barang", "Harga"), ("Meja", "5")]).encode(), today=TODAY)
    assert told.value.args_ == {"missing": "NIP, NAMA"}


def test_a_name_beyond_any_letterhead_is_refused() -> None:
    assert problems(read(PLAIN, (ANI, "a" * 151, *ANI_ROW[2:]))) == [(2, "Nama", "name-too-long", True)]


def test_the_pppk_kind_comes_from_the_status_column_where_the_number_allows_both() -> None:
    header = ("NIP", "Nama", "Status Pegawai")
    number = "199003152022112007"
    assert read(header, (number, "Budi", "PPPK")).rows[0].record.nip.kind is EmployeeKind.PPPK
    assert read(header, (number, "Budi", "PNS")).rows[0].record.nip.kind is EmployeeKind.PNS
