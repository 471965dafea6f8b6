"""Several files that an admin sends at once: none is lost, and none pushes another aside."""

import pytest
from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.staff.tables import employee
from tests.imports.post import Post, decides, runs
from tests.staff.personnel import Personnel, row_of, sheet_bytes
from tests.talk import Talker


@pytest.fixture
async def admin(office: Personnel) -> Talker:
    return await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)


def album(post: Post, *sheets: bytes) -> tuple[Received, ...]:
    """The files of one album, one for each office."""
    for number, data in enumerate(sheets, 1):
        post.files[f"f{number}"] = data
    return tuple(Received(f"f{n}", f"dinas{n}.xlsx", "", len(data)) for n, data in enumerate(sheets, 1))


@pytest.mark.parametrize("asked_first", [True, False])
async def test_lists_of_staff_in_one_album_are_read_together_and_none_is_lost(
    office: Personnel, admin: Talker, asked_first: bool
) -> None:
    """Each list alone would let go everybody of the others."""
    await office.employs(4)
    post = Post()
    files = album(
        post, sheet_bytes([row_of(0), row_of(1), row_of(9, NIP="123")]), sheet_bytes([row_of(2), row_of(4)])
    )
    if asked_first:
        await admin.types("/impor")
        await admin.taps("Data pegawai (Excel, CSV)")
    await admin.does(Kind.DOCUMENT, file=files[0], files=files)
    if not asked_first:
        await admin.taps("Data pegawai (Excel, CSV)")
    assert "2 berkas" in admin.last
    await runs(office, post)
    plan = (await office.letters("Zulfikar"))[-1]
    assert "dinas1.xlsx, dinas2.xlsx" in plan
    assert "Baru: 1" in plan
    assert "Baris 4 di lembar “dinas1.xlsx”, NIP" in plan
    await decides(office, admin, post, "pasti")
    gone = await office.rows(select(employee.c.name).where(employee.c.active.is_(False)))
    assert gone == [("Pegawai 3",)]
    assert await office.count(employee, employee.c.active) == 4


async def test_of_an_album_one_file_that_cannot_be_read_stops_all_and_is_told(
    office: Personnel, admin: Talker
) -> None:
    """Read without it, its people would be gone."""
    await office.employs(4)
    post = Post()
    files = album(post, sheet_bytes([row_of(0)]), b"%PDF-1.7\n")
    await admin.does(Kind.DOCUMENT, file=files[0], files=files)
    await admin.taps("Data pegawai (Excel, CSV)")
    await runs(office, post)
    told_last = (await office.letters("Zulfikar"))[-1]
    assert "dinas2.xlsx" in told_last
    assert "dinas1.xlsx" not in told_last
    assert "PDF" in told_last
    assert await office.count(employee, employee.c.active) == 4


async def test_other_sheets_of_an_album_are_read_one_by_one(office: Personnel, admin: Talker) -> None:
    post = Post()
    files = album(post, b"x;y\n1;2\n", b"x;y\n3;4\n")
    await admin.types("/impor")
    await admin.taps("Daftar pelatihan (Excel, CSV)")
    await admin.does(Kind.DOCUMENT, file=files[0], files=files)
    assert await runs(office, post) == {"read": 0, "refused": 2}
    told_both = "\n".join((await office.letters("Zulfikar"))[-2:])
    assert "dinas1.xlsx" in told_both
    assert "dinas2.xlsx" in told_both


async def test_files_that_arrive_one_by_one_before_it_is_said_what_they_are_go_together(
    office: Personnel, admin: Talker
) -> None:
    """As on a chat service that knows albums of pictures only."""
    post = Post()
    for file in album(post, sheet_bytes([row_of(0)]), sheet_bytes([row_of(1)])):
        await admin.does(Kind.DOCUMENT, file=file)
    await admin.taps("Data pegawai (Excel, CSV)")
    await runs(office, post)
    assert "Baru: 2" in (await office.letters("Zulfikar"))[-1]


async def test_a_later_file_that_pushes_an_earlier_one_aside_says_so(
    office: Personnel, admin: Talker
) -> None:
    post = Post()
    for file in album(post, sheet_bytes([row_of(0)]), sheet_bytes([row_of(1)])):
        await admin.does(Kind.DOCUMENT, file=file)
        await admin.taps("Data pegawai (Excel, CSV)")
    assert "dinas1.xlsx" in admin.said()
