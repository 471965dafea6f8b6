"""Write the next migration from what the tables say: `python -m feedbackbot.migrations.new "Say why"`.

With `--renew` the newest migration, which nobody has run yet, is written again.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from feedbackbot.storage.migrating import alembic_config, migrate


def new_migration(message: str, *, renew: bool = False) -> Path:
    """The file written; the tables as they are now less what the migrations so far make."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "so_far.db"
        if renew:
            _newest().unlink()
        asyncio.run(migrate(f"sqlite:///{file}"))
        engine = create_engine(f"sqlite:///{file}")
        with engine.connect() as connection:
            _write(connection, message)
        engine.dispose()
    return _newest()


def _write(connection: Connection, message: str) -> None:
    config = alembic_config(connection)
    count = len(list(ScriptDirectory.from_config(config).walk_revisions()))
    command.revision(config, message, autogenerate=True, rev_id=f"{count + 1:04}")


def _newest() -> Path:
    return max((Path(__file__).parent / "versions").glob("[0-9]*.py"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("message")
    parser.add_argument("--renew", action="store_true")
    given = parser.parse_args()
    new_migration(given.message, renew=given.renew)
