"""The backup of the night: made, tried, encrypted, thinned out, and told where it failed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.backup_folder import kept_backups
from feedbackbot.storage.pipeline.job_runs import JobRun, job_run_of
from feedbackbot.storage.privacy.erasure_file import add_erasures, erasure_file
from feedbackbot.storage.runtime import Runtime, open_runtime
from feedbackbot.usecases.operation.keep_backups import MADE, TRIED, keep_backup
from feedbackbot.usecases.operation.try_backup import try_backup
from feedbackbot.usecases.people.grant_roles import make_admin_code
from tests.builders import test_settings
from tests.endtoend.prepared import load_units
from tests.postgres_cluster import postgres_programs
from tests.talk import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def settings(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("PATH", f"{postgres_programs()}:{os.environ['PATH']}")
    found = test_settings(
        database_url=database_url,
        backup_folder=str(tmp_path / "backups"),
        backup_days=2,
        backup_weeks=1,
        erasure_log=str(tmp_path / "erasures.log"),
    )
    add_erasures(erasure_file(found), [])
    await load_units(database_url)
    return found


async def a_night(settings: Settings, clock: Clock, trial=try_backup) -> dict[str, int]:  # type: ignore[no-untyped-def]
    async with open_runtime(settings) as runtime:
        done = await keep_backup(Runtime(runtime.database, clock, settings), trial)
    clock.passes(days=1)
    return done


async def run_of(settings: Settings, name: str) -> JobRun:
    async with open_runtime(settings) as runtime:
        found = await runtime.read(lambda tx: job_run_of(tx, name))
    assert found is not None
    return found


async def test_nights_leave_backups_of_some_days_each_its_owners_alone_and_one_was_tried(
    settings: Settings, clock: Clock
) -> None:
    for _ in range(4):
        counts = await a_night(settings, clock)
    folder = Path(settings.backup_folder)
    assert counts["kept"] == len(kept_backups(folder)) == 2
    assert {one.stat().st_mode & 0o777 for one in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 2, "no scratch is left"
    made, tried = await run_of(settings, MADE), await run_of(settings, TRIED)
    assert (made.error, tried.error) == (None, None)
    assert set(tried.counts) == {"people", "ratings", "cases"}
    assert tried.last_run_at is not None and made.last_run_at is not None
    assert made.last_run_at - tried.last_run_at == timedelta(days=3), "tried once a week"


async def test_two_processes_make_one_backup_a_night(settings: Settings, clock: Clock) -> None:
    async with open_runtime(settings) as runtime:
        both = [await keep_backup(Runtime(runtime.database, clock, settings), try_backup) for _ in range(2)]
    assert [bool(counts) for counts in both] == [True, False]


async def test_a_backup_that_cannot_be_restored_is_kept_and_told(settings: Settings, clock: Clock) -> None:
    async def broken(_: Settings, backup: Path) -> dict[str, int]:
        return await try_backup(settings, _spoilt(backup))

    await a_night(settings, clock, broken)
    tried = await run_of(settings, TRIED)
    assert tried.error is not None
    assert kept_backups(Path(settings.backup_folder)) != []
    # tried again in the next night, not in a week
    await a_night(settings, clock)
    assert (await run_of(settings, TRIED)).error is None


def _spoilt(backup: Path) -> Path:
    copy = backup.with_name("spoilt")
    content = bytearray(backup.read_bytes())
    content[100:-100] = b"\xff" * (len(content) - 200)
    copy.write_bytes(content)
    return copy


async def test_a_failure_is_told_beside_the_last_good_one(settings: Settings, clock: Clock) -> None:
    first = clock()
    await a_night(settings, clock)
    wrong = settings.model_copy(update={"backup_key": "not a key"})
    with pytest.raises(SettingsError, match="BACKUP_KEY"):
        await a_night(wrong, clock)
    made = await run_of(settings, MADE)
    assert made.last_run_at == first
    assert made.error is not None and "BACKUP_KEY" in made.error


@pytest.fixture
def somebodys_keys(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A public key in a file, and the ring with the private one."""
    ring = Path(f"/tmp/fb-keys-{os.getpid()}")  # a socket's path must be short
    ring.mkdir(mode=0o700)
    gpg = ["gpg", "--batch", "--quiet", "--homedir", str(ring)]
    subprocess.run(
        [*gpg, "--passphrase", "", "--quick-gen-key", "op@example.id", "rsa2048"],
        check=True,
        capture_output=True,
    )
    # an encrypting subkey comes with `default` only; rsa2048 alone signs
    finger = (
        subprocess.run([*gpg, "--list-keys", "--with-colons"], check=True, capture_output=True, text=True)
        .stdout.split("fpr:::::::::")[1]
        .split(":")[0]
    )
    subprocess.run(
        [*gpg, "--passphrase", "", "--quick-add-key", finger, "rsa2048", "encrypt"],
        check=True,
        capture_output=True,
    )
    public = tmp_path / "public.asc"
    exported = subprocess.run([*gpg, "--armor", "--export"], check=True, capture_output=True)
    public.write_bytes(exported.stdout)
    yield public, ring
    subprocess.run(["gpgconf", "--homedir", str(ring), "--kill", "all"], check=False, capture_output=True)
    shutil.rmtree(ring, ignore_errors=True)


async def test_what_is_kept_is_read_by_the_holder_of_the_private_key_only(
    settings: Settings, clock: Clock, somebodys_keys: tuple[Path, Path]
) -> None:
    public, ring = somebodys_keys
    async with open_runtime(settings) as runtime:
        await runtime.write(make_admin_code)
    await a_night(settings.model_copy(update={"backup_key": str(public)}), clock)
    [kept] = kept_backups(Path(settings.backup_folder))
    assert kept.file.suffix == ".gpg"
    assert b"SQLite format" not in kept.file.read_bytes() and b"PGDMP" not in kept.file.read_bytes()
    plain = kept.file.with_suffix("")
    subprocess.run(
        [
            "gpg",
            "--batch",
            "--quiet",
            "--homedir",
            str(ring),
            "--output",
            str(plain),
            "--decrypt",
            str(kept.file),
        ],
        check=True,
        capture_output=True,
    )
    assert set(await try_backup(settings, plain)) == {"people", "ratings", "cases"}
