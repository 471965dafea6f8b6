"""Files that are no sheet, or would do harm: each refused with its own answer."""

import io
import zipfile

import pytest

from feedbackbot.domain.sheets.problem import SheetError
from tests.sheets.made_sheets import csv_text, package, worksheet, xlsx
from tests.sheets.read import HEADER, ROWS, read


def refusal(data: bytes, **more: object) -> str:
    with pytest.raises(SheetError) as told:
        read(data, **more)
    return told.value.key


@pytest.mark.parametrize("data", [b"", b"  \r\n ", b"sep=;\n"])
def test_an_empty_file_is_told_so(data: bytes) -> None:
    assert refusal(data) == "sheet-empty"


def test_an_empty_workbook_is_told_so() -> None:
    assert refusal(xlsx([])) == "sheet-empty"


def test_a_renamed_archive_is_not_a_workbook() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as parts:
        parts.writestr("foto.txt", "x")
    assert refusal(target.getvalue()) == "sheet-renamed-archive"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(package(b" " * 30_000_000)) == "sheet-bomb"


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    honest = package(worksheet(" " * 900_000))
    size = len(worksheet(" " * 900_000)).to_bytes(4, "little")
    assert honest.count(size) == 2  # in the part's own header and in the directory
    assert refusal(honest.replace(size, (500).to_bytes(4, "little"))) == "sheet-bomb"


def test_many_small_parts_are_refused() -> None:
    assert refusal(package(worksheet("")), parts=3) == "sheet-bomb"


def test_a_workbook_that_would_fill_the_memory_is_refused() -> None:
    assert refusal(xlsx([HEADER, *ROWS]), unpacked_bytes=1_000) == "sheet-bomb"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY x "&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;">]>',
    ],
)
def test_entities_in_the_xml_are_refused(doctype: str) -> None:
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'
    assert refusal(package(worksheet(cells, doctype))) == "sheet-damaged"


def test_a_row_number_beyond_any_spreadsheet_does_not_hang_the_reader() -> None:
    cells = '<row r="99999999999"><c t="inlineStr"><is><t>Kode</t></is></c></row>'
    assert refusal(package(worksheet(cells))) == "sheet-damaged"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "sheet-damaged"),
        (b"%PDF-1.7", "sheet-is-pdf"),
        (b"Kode;Nama\n\x00\x01\x02", "sheet-not-a-sheet"),
        (b"PK\x03\x04 broken", "sheet-damaged"),
        (b'Kode;Nama\nA1;"Ani\nB2;Budi\n', "sheet-quote-open"),
    ],
)
def test_other_files_under_a_sheets_name_get_their_own_answer(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_a_damaged_part_is_a_damaged_sheet() -> None:
    assert refusal(package("<worksheet><sheetData><row>")) == "sheet-damaged"


def test_more_rows_than_allowed_are_refused_and_exactly_as_many_are_read() -> None:
    data = csv_text([HEADER, *(("A", "", str(number)) for number in range(10))]).encode()
    assert len(read(data, rows=10).rows) == 10
    assert refusal(data, rows=9) == "sheet-too-many-rows"


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert refusal(b"Kode;Nama\n" * 20, file_bytes=100) == "sheet-file-too-large"
