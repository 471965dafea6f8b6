"""`python -m benchmarks.silence [part …]`: on a fresh SQLite file, and on a PostgreSQL of its own."""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.silence import answers, broadcast, bursts, crowd, registry, sheet
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from tests.postgres_cluster import database_in, postgres_programs, start_cluster

PARTS = {
    "bursts": bursts.measure,
    "registry": registry.measure,
    "broadcast": broadcast.measure,
    "answers": answers.measure,
    "crowd": crowd.measure,
    "sheet": sheet.measure,
}


async def run(name: str, url: str) -> None:
    settings = Settings(_env_file=None, secret_key="k" * 40, database_url=url)
    await migrate(url)
    database = open_database(url)
    try:
        sys.stdout.write(f"{name}, {database.dialect}\n{await PARTS[name](database, settings)}\n")
        sys.stdout.flush()
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; none: all")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    given = parser.parse_args()
    for name in given.parts or PARTS:
        for kind in given.databases:
            with tempfile.TemporaryDirectory() as folder:
                asyncio.run(run(name, _url(kind, Path(folder))))


def _url(kind: str, folder: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{folder / 'bench.db'}"
    programs = postgres_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed")
    folder.chmod(0o755)
    return database_in(start_cluster(folder / "cluster", programs, os.getpid()), "postgres")


if __name__ == "__main__":
    main()
