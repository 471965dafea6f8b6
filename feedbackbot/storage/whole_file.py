"""Files that appear under their name only when they are complete and on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def appears_whole(target: Path) -> Iterator[BinaryIO]:
    """What is written within becomes `target`, readable by its owner only, when the block ends well. Until then it has no name: a
    process killed at any moment leaves nothing, and an older `target` stays. Raises OSError."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.partial")
    try:
        with os.fdopen(_nameless(partial), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if not partial.exists():
                # a folder is named so that Python asks the kernel to follow the link to the nameless file
                os.link(f"/proc/self/fd/{file.fileno()}", partial, src_dir_fd=0, follow_symlinks=True)
            partial.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            partial.unlink()
        raise
    _keep_name(target.parent)


def _nameless(partial: Path) -> int:
    """Where the file system has no nameless files, one by the name of `partial`."""
    with suppress(FileNotFoundError):
        partial.unlink()
    try:
        return os.open(partial.parent, os.O_TMPFILE | os.O_RDWR, 0o600)
    except OSError:
        return os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)


def _keep_name(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
