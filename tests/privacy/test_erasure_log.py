"""Who was erased stays erased when an older copy of the database is put in place."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from feedbackbot.domain.people.roles import Role
from feedbackbot.errors import SettingsError
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.consents import add_consent
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.privacy.erasure_file import add_erasures, erasure_file, read_erasures
from feedbackbot.storage.privacy.erasure_log import ErasedAddress, address_hash, logged_after
from feedbackbot.storage.privacy.tables import erasure_log
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.erase_person import erase_person
from feedbackbot.usecases.privacy.keep_erasures import ErasureKeeper
from feedbackbot.usecases.privacy.repeat_erasures import repeat_erasures
from feedbackbot.usecases.privacy.retention import throw_away
from tests.builders import test_settings
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, settings=test_settings(erasure_log=str(tmp_path / "apart" / "erasures.log")))


async def erase(desk: Desk, name: str) -> None:
    where = await desk.knows(name)
    [who] = await desk.rows(select(address.c.person_id).where(address.c.id == where))
    await desk.do(erase_person, who, where)


async def known(desk: Desk) -> set[str]:
    return set(await desk.rows(select(address.c.address)))


async def test_an_erasure_is_in_the_file_after_a_look_and_once(desk: Desk) -> None:
    keeper = ErasureKeeper(desk.runtime)
    await keeper.look()
    file = erasure_file(desk.settings)
    assert read_erasures(file) == [], "an empty file tells that nothing was lost"
    await erase(desk, "Ani")
    for _ in range(2):
        await keeper.look()
        await ErasureKeeper(desk.runtime).look()
    [one] = read_erasures(file)
    assert one.address_hash == address_hash(desk.settings.require_key(), CHANNEL, "Ani")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert "Ani" not in file.read_text()


async def test_a_file_that_was_lost_or_cut_off_is_completed_from_the_table(desk: Desk) -> None:
    keeper = ErasureKeeper(desk.runtime)
    file = erasure_file(desk.settings)
    await erase(desk, "Ani")
    await keeper.look()
    whole = read_erasures(file)
    file.unlink()
    await keeper.look()
    assert read_erasures(file) == whole
    file.write_text(file.read_text()[:-20])
    assert read_erasures(file) == []
    await ErasureKeeper(desk.runtime).look()
    assert read_erasures(file) == whole


async def test_a_file_that_is_lost_while_nobody_writes_is_completed_too(desk: Desk) -> None:
    """Whoever is alone with its database rests while nothing is committed; a file that is gone is looked for all the same."""
    runtime, file = desk.runtime, erasure_file(desk.settings)
    runtime.alone = lambda: True
    await erase(desk, "Ani")
    keeper = ErasureKeeper(runtime)
    keeper.start()
    try:
        async with asyncio.timeout(20):
            while not file.exists() or not (whole := read_erasures(file)):
                await asyncio.sleep(0.05)
            file.unlink()
            while not file.exists() or read_erasures(file) != whole:
                await asyncio.sleep(0.05)
    finally:
        await keeper.close()


async def test_whoever_was_erased_since_the_backup_is_erased_again_and_nobody_else(desk: Desk) -> None:
    for name in ("Ani", "Budi", "Cut"):
        await desk.knows(name)
    key = desk.settings.require_key()
    since = [ErasedAddress("a" * 32, address_hash(key, CHANNEL, "Budi"), date(2026, 11, 20))]
    assert await desk.do(repeat_erasures, since) == 1
    assert await known(desk) == {"Ani", "Cut"}
    assert await desk.rows(select(func.count()).select_from(person)) == [2]
    assert await desk.do(repeat_erasures, since) == 0


async def test_an_erasure_that_the_backup_knows_is_not_carried_out_on_who_came_back(desk: Desk) -> None:
    await desk.knows("Ani")
    await erase(desk, "Ani")
    logged, _ = await desk.look(logged_after, 0)
    where = await desk.knows("Ani")
    [who] = await desk.rows(select(address.c.person_id).where(address.c.id == where))
    await desk.do(add_consent, who, "survey", 1, given=True)
    assert await desk.do(repeat_erasures, logged) == 0
    assert await known(desk) == {"Ani"}


async def test_a_role_that_the_backup_still_holds_does_not_keep_anybody(desk: Desk) -> None:
    where = await desk.knows("Ani")
    [who] = await desk.rows(select(address.c.person_id).where(address.c.id == where))
    await desk.do(add_grant, who, Role.OFFICER, None, "")
    since = [
        ErasedAddress("a" * 32, address_hash(desk.settings.require_key(), CHANNEL, "Ani"), date(2026, 11, 20))
    ]
    assert await desk.do(repeat_erasures, since) == 1
    assert await known(desk) == set()


async def test_table_and_file_forget_what_is_older_than_any_backup(desk: Desk) -> None:
    await erase(desk, "Ani")
    await ErasureKeeper(desk.runtime).look()
    desk.clock.passes(days=desk.settings.backups_kept_days + 1)
    await desk.do(throw_away)
    await ErasureKeeper(desk.runtime).look()
    assert await desk.rows(select(erasure_log.c.token)) == []
    assert read_erasures(erasure_file(desk.settings)) == []


async def test_rows_that_appear_late_under_smaller_ids_are_found(desk: Desk) -> None:
    def late(tx: Transaction) -> None:
        for number in (7, 5):
            values = {"id": number, "token": f"{number}" * 32, "address_hash": "h", "day": date(2026, 1, 1)}
            tx.run(erasure_log.insert().values(**values))

    await desk.do(late)
    found, newest = await desk.look(logged_after, 7)
    assert (newest, {one.token[0] for one in found}) == (7, {"5", "7"})


ERASED = st.builds(
    ErasedAddress,
    st.text("0123456789abcdef", min_size=32, max_size=32),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.dates(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=9000)),
)


@given(st.lists(ERASED, max_size=5), st.integers(0, 600))
def test_wherever_a_crash_cuts_the_file_it_holds_whole_lines_and_takes_more(
    tmp_path_factory: pytest.TempPathFactory, erased: list[ErasedAddress], cut: int
) -> None:
    file = tmp_path_factory.mktemp("cut") / "erasures.log"
    add_erasures(file, erased)
    file.write_bytes(file.read_bytes()[:cut])
    held = read_erasures(file)
    assert held == erased[: len(held)]
    more = ErasedAddress("f" * 32, "e" * 64, date(2026, 5, 5))
    add_erasures(file, [more])
    assert [*held, more] == read_erasures(file)


def test_a_line_that_is_no_erasure_is_named(tmp_path: Path) -> None:
    file = tmp_path / "erasures.log"
    file.write_text("# header\n" + "x" * 120 + "\n")
    with pytest.raises(SettingsError, match="line 2"):
        read_erasures(file)
