"""The overview of everybody's hours as a file: who is in it, and by which year they are counted."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

from openpyxl import load_workbook
from sqlalchemy import update

from feedbackbot.delivery.channel import Can
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.sheets.write import workbook_bytes
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.reports.drawing.table_drawing import draw_table
from feedbackbot.storage.incentives.achievements import years_complete
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.credits import add_jp
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.import_staff import take_over
from feedbackbot.usecases.training.credits import recap, today_in_city
from feedbackbot.wording.training.recap_file import recap_picture, recap_sheets
from tests.builders import CATALOGUE
from tests.staff.personnel import HEADERS, TODAY, Personnel, row_of, sheet_bytes, sheet_of


async def test_the_overview_is_a_table_for_whoever_asks(office: Personnel) -> None:
    await office.do(take_over, sheet_of([row_of(0), row_of(1)]), None)
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    office.talk.can = Can(tables=True)
    await admin.types("/rekap")
    await admin.taps("Tampilkan sebagai tabel")
    table = admin.answered[-1].table
    assert table is not None and table.heads == ("Kantor", "Pegawai", "Tertaut", "JP", "Capai")
    assert sum(int(row[1]) for row in table.rows) == 2
    assert all(cell in admin.last for row in table.rows for cell in row)


async def test_the_overview_counts_everybody_and_neutralises_formulas(office: Personnel) -> None:
    sheet = sheet_of([row_of(0, Jabatan="Staf"), row_of(1)])
    named = replace(
        sheet.rows[0], record=replace(sheet.rows[0].record, name="=HYPERLINK(1)", unit_name="@Aneh")
    )
    sheet = replace(sheet, rows=(named, *sheet.rows[1:]))
    await office.do(take_over, sheet, None)
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    admin_id = (await admin.contact()).person_id
    book = load_workbook(BytesIO(workbook_bytes(await office.do(recap_sheets, CATALOGUE, admin_id, "id"))))
    cells = [cell for page in book for line in page.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell.value for cell in cells if str(cell.value or "").startswith(("=", "+", "-", "@"))]
    table = await office.do(recap_picture, CATALOGUE, admin_id, "id")
    assert table.rows[-1][1] == "2"
    assert draw_table(table).startswith(b"\x89PNG")


async def test_the_overview_parts_the_statuses_and_counts_who_reached_a_target(office: Personnel) -> None:
    kinds = (EmployeeKind.PNS, EmployeeKind.PPPK, EmployeeKind.PPPK_PART_TIME)
    await office.employs(3)
    admin_id = (await (await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)).contact()).person_id

    def prepare(tx: Transaction) -> None:
        for number, kind in enumerate(kinds, 1):
            tx.run(update(employee).where(employee.c.id == number).values(kind=kind.value))
            add_jp(tx, number, 24, tx.now.date(), f"x{number}")

    await office.do(prepare)
    [line] = await office.do(recap, admin_id)
    assert (line.pns, line.pppk, line.part_time, line.people) == (1, 1, 1, 3)
    assert (line.reached, line.aimed, line.jp) == (1, 1, 72), "a ceiling is no target"
    assert [await office.do(years_complete, number) for number in (1, 2, 3)] == [1, 0, 0]
    office.talk.settings = office.talk.settings.model_copy(update={"pppk_mode": "target"})
    [line] = await office.do(recap, admin_id)
    assert (line.reached, line.aimed) == (2, 2)
    assert [await office.do(years_complete, number) for number in (1, 2, 3)] == [1, 1, 0]
    table = await office.do(recap_picture, CATALOGUE, admin_id, "id")
    assert table.columns[1:4] == ["PNS", "PPPK", "Paruh"] and "PPPK 24 JP" in table.subtitle
    people = (await office.do(recap_sheets, CATALOGUE, admin_id, "id"))[1]
    assert [row[-1] for row in people.rows] == [20, 24, None]


async def test_a_pppk_sees_the_contract_year_that_the_sheet_tells(office: Personnel) -> None:
    headers = (*HEADERS, "TMT PPPK")
    rows = [
        [*row_of(0, NIP="199001012024211001", **{"Status Pegawai": "PPPK", "Golongan": "IX"}), "1 Maret 2024"]
    ]
    sheet = read_staff_sheet(sheet_bytes(rows, headers), today=TODAY)
    assert [one.record.contract_start for one in sheet.rows] == ["2024-03-01"]
    await office.do(take_over, sheet, None)
    again = read_staff_sheet(sheet_bytes([row[:-1] for row in rows]), today=TODAY)
    await office.do(take_over, again, None)
    [person] = await office.links(0)

    def learns(tx: Transaction) -> None:
        for number, (day, jp) in enumerate([(date(2026, 2, 27), 5), (date(2026, 3, 2), 7)]):
            add_jp(tx, 1, jp, day, f"x{number}", note="Kursus")

    await office.do(learns)
    await person.types("/jp")
    assert "tahun kontrak 1 Mar 2026 – 28 Feb 2027" in person.said()
    assert "7 JP" in person.said() and "12 JP" not in person.said() and "5 JP" not in person.said()


async def test_the_overviews_count_a_pppk_by_the_contract_year_too(office: Personnel) -> None:
    await office.employs(3)
    office.talk.settings = office.talk.settings.model_copy(update={"pppk_mode": "target"})
    admin_id = (await (await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)).contact()).person_id
    today = await office.do(today_in_city)
    renewed = (today + timedelta(days=5)).replace(year=today.year - 1)

    def prepare(tx: Transaction) -> None:
        contract = {"kind": EmployeeKind.PPPK.value, "contract_start": renewed.replace(year=today.year - 3)}
        tx.run(update(employee).where(employee.c.id == 1).values(**contract))
        for number in (1, 2):
            for day, jp in ((renewed - timedelta(days=1), 3), (renewed, 20), (today, 4)):
                add_jp(tx, number, jp, day, f"x{number}-{day}")

    await office.do(prepare)
    [line] = await office.do(recap, admin_id)
    assert (line.jp, line.reached, line.aimed) == (24 + 4, 1, 3), "the PPPK has 24 of the contract's year"
    units, people = await office.do(recap_sheets, CATALOGUE, admin_id, "id")
    assert sorted(row[5] for row in people.rows) == [0, 4, 24]
    assert any("tahun kontrak" in note for note in units.notes)


async def test_only_admins_see_the_overview(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    await person.types("/rekap")
    assert "tidak ada" in person.said()


async def test_nobody_is_invited_to_a_training_that_does_not_exist(office: Personnel) -> None:
    rina = await office.grants("Rina", Role.PROGRAMME_ADMIN)
    await rina.sends_tap("!undang/99")
    assert (await rina.state()).conversation != "undang"
    assert rina.said() or rina.notice
