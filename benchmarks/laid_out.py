"""A commit's files in a folder of their own, ready to be measured."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LIBRARIES = "requirements-bench.txt"
_COLOURS = "feedbackbot/data/identity.json"
"""What plots are drawn in; older commits have none."""


@dataclass(frozen=True)
class Tree:
    """Where it lies, and the interpreter that has its libraries."""

    folder: Path
    python: str


@contextmanager
def laid_out(of: str, *, ours: bool) -> Iterator[Tree]:
    """With this checkout's benchmarks (`ours`), or its own, asked alike."""
    with tempfile.TemporaryDirectory(prefix="bench-compare-", ignore_cleanup_errors=True) as outer:
        folder = Path(outer, "tree")
        folder.mkdir()
        packed = subprocess.run(["git", "archive", of], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(folder)], input=packed, check=True)
        if ours:
            shutil.rmtree(folder / "benchmarks")
            shutil.copytree(ROOT / "benchmarks", folder / "benchmarks")
            if not (folder / _COLOURS).exists():
                shutil.copy(ROOT / _COLOURS, folder / _COLOURS)
        else:
            _ask_alike(folder)
        for old in (folder / "docs/images").glob("bench-*"):
            old.unlink()
        yield Tree(folder, _python_of(folder))


def _ask_alike(folder: Path) -> None:
    """Patches that fit are for this commit; those that do not are for an older one."""
    for patch in sorted((ROOT / "benchmarks/asked_alike").glob("*.patch")):
        subprocess.run(["git", "apply", str(patch)], cwd=folder, capture_output=True, check=False)


def _python_of(folder: Path) -> str:
    """This one, or one with the commit's own libraries, which is kept for the next time."""
    wanted = (folder / _LIBRARIES).read_bytes()
    if wanted == (ROOT / _LIBRARIES).read_bytes():
        return sys.executable
    of = ROOT / ".venv-compare" / hashlib.sha256(wanted).hexdigest()[:12]
    of.parent.mkdir(exist_ok=True)
    make = ["scripts/make-venv", sys.executable, str(of), str(folder / _LIBRARIES)]
    subprocess.run(make, cwd=ROOT, check=True, stdout=sys.stderr)
    return str(of / "bin/python")
