"""What the rows of the list of public reports are read by."""

from datetime import date

from feedbackbot.domain.staff.read_staff import StaffSheet, read_staff_sheet

TODAY = date(2026, 11, 26)


def staff(data: bytes) -> StaffSheet:
    return read_staff_sheet(data, today=TODAY)


def people(data: bytes) -> tuple[tuple[str, str, str | None], ...]:
    return tuple((row.record.nip.digits, row.record.name, row.record.phone) for row in staff(data).rows)
