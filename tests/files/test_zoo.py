"""Every file of the zoo is read as its people, or refused with the reason that is true."""

from pathlib import Path

import pytest

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.staff.read_staff import StaffSheet, read_staff_sheet
from tests.files.people import READ
from tests.files.zoo import FOLDER, TODAY, Expected, zoo

ZOO = zoo()


def read(data: bytes) -> StaffSheet:
    return read_staff_sheet(data, today=TODAY)


def people(sheet: StaffSheet) -> Expected:
    return tuple((row.record.nip.digits, row.record.name, row.record.phone) for row in sheet.rows)


@pytest.mark.parametrize("name", sorted(ZOO))
def test_a_file_of_the_zoo_is_read_as_it_should(name: str) -> None:
    expected = ZOO[name][1]
    data = (FOLDER / name).read_bytes()
    if isinstance(expected, str):
        with pytest.raises(SheetError) as told:
            read(data)
        assert told.value.key == expected
    else:
        assert people(read(data)) == expected


def test_the_zoo_has_all_its_files_and_no_others() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == set(ZOO)
    assert len(ZOO) >= 60


@pytest.mark.parametrize("file", sorted((FOLDER / "libreoffice").glob("*")), ids=lambda file: file.suffix)
def test_what_libreoffice_saves_is_read_or_told_the_way_out(file: Path) -> None:
    if file.suffix == ".fods":
        with pytest.raises(SheetError, match="sheet-other-program"):
            read(file.read_bytes())
    else:
        assert people(read(file.read_bytes())) == READ
