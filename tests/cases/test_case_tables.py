"""Lists of cases as tables, for whoever asks for one."""

from feedbackbot.channels.narrow import NarrowChannel
from feedbackbot.delivery.channel import Can
from feedbackbot.dialogue.table import Table
from feedbackbot.domain.message_text import plain
from feedbackbot.storage.cases.tables import case_file
from tests.cases.office import Office, number_of, sends_case, two_cases
from tests.talk import Talker


def shown(person: Talker) -> Table:
    (table,) = [one.table for one in person.answered if one.table is not None]
    return table


async def test_the_desk_shows_its_list_as_a_table(office: Office, ani: Talker, budi: Talker) -> None:
    office.talk.can = Can(tables=True)
    (_, first), (_, second) = await two_cases(office, ani, budi)
    await office.officer.types("/kasus")
    await office.officer.taps("Semua (2)")
    await office.officer.taps("Tampilkan sebagai tabel")
    table = shown(office.officer)
    assert table.heads == ("Nomor", "Perihal", "Status", "Tenggat")
    assert {row[0] for row in table.rows} == {first, second}
    assert all("Petugas loket" in row[1] and row[2] and row[3] for row in table.rows)
    in_words = next(plain(one.text) for one in office.officer.answered if one.table)
    assert all(cell in in_words for row in table.rows for cell in row), "the same, where no table is shown"
    assert first in office.officer.buttons(), "a case is opened from the table too"


async def test_what_is_confidential_stays_so_in_a_table(office: Office, ani: Talker) -> None:
    office.talk.can = Can(tables=True)
    await sends_case(ani, office)
    await office.talk.work(lambda tx: tx.run(case_file.update().values(confidential=True)))
    await office.officer.types("/kasus")
    await office.officer.taps("Semua (1)")
    await office.officer.taps("Tampilkan sebagai tabel")
    assert shown(office.officer).rows[0][1] == "🔒 rahasia"


async def test_a_citizen_sees_her_reports_as_a_table(office: Office, ani: Talker) -> None:
    office.talk.can = Can(tables=True)
    await sends_case(ani, office)
    await ani.sends_tap("!tiket/semua")
    await ani.taps("Tampilkan sebagai tabel")
    (row,) = shown(ani).rows
    assert row[0] == await number_of(office) and "Petugas loket" in row[1]


async def test_where_no_tables_are_shown_none_is_offered(office: Office, ani: Talker) -> None:
    for can in (Can(), NarrowChannel().can):
        office.talk.can = can
        await sends_case(ani, office)
        await ani.sends_tap("!tiket/semua")
        assert not any("tabel" in label for label in ani.buttons())
        await ani.sends_tap("!tiket/tabel")  # an old button
        assert ani.answered and all(one.table is None for one in ani.answered)
        assert await number_of(office) in ani.last
