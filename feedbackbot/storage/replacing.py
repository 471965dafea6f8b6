"""Put another file in the place of an SQLite database, so that a crash at any moment leaves the old one or the new one, never a mix."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from feedbackbot.storage.sqlite_file import alone_with, beside


def copy_to_prepare(backup: Path, file: Path) -> Path:
    """A copy of `backup` beside the database, its owner's alone, to be worked on; what an earlier try left is thrown away."""
    prepared = beside(file, ".restoring")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    throw_away(prepared)
    with (
        backup.open("rb") as source,
        os.fdopen(os.open(prepared, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as copy,
    ):
        shutil.copyfileobj(source, copy, 1 << 20)
    return prepared


def throw_away(prepared: Path) -> None:
    for one in (prepared, beside(prepared, "-wal"), beside(prepared, "-shm"), beside(prepared, "-journal")):
        one.unlink(missing_ok=True)


def swap_in(prepared: Path, file: Path, now: datetime) -> Path | None:
    """`prepared`, which nobody has open, becomes `file`. The old file is kept with its log under a name with the moment: what SQLite had
    not yet brought from the log into the file is in there, and would otherwise be played back onto the new one. Returns the old
    file's new name, None where there was none. Raises SettingsError while somebody uses the old file."""
    old = file.with_name(f"{file.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    ready = beside(file, ".restored")
    with alone_with(file):
        _belongs_to_the_same(prepared, file)
        _on_disk(prepared)
        # as long as a file of this name is there, nobody opens the database
        prepared.replace(ready)
        _on_disk(file.parent)
        beside(file, "-shm").unlink(missing_ok=True)
        for ending in ("-wal", "-journal"):
            if beside(file, ending).exists():
                beside(file, ending).replace(beside(old, ending))
        existed = file.exists()
        if existed:
            file.replace(old)
        _on_disk(file.parent)
        ready.replace(file)
        _on_disk(file.parent)
    return old if existed else None


def _belongs_to_the_same(prepared: Path, file: Path) -> None:
    """An operator who restores as root must not lock the bot out."""
    if os.geteuid() == 0:
        owner = (file if file.exists() else file.parent).stat()
        os.chown(prepared, owner.st_uid, owner.st_gid)


def _on_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
