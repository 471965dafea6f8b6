"""What `bot.py run` reads when it starts stays in memory for as long as it runs, on the city's smallest server."""

import subprocess
import sys

RENDERED = {
    "numpy", "scipy", "statsmodels", "pandas", "matplotlib", "PIL", "typst", "openpyxl", "xlsxwriter", "python_calamine", "pypdf",
}  # fmt: skip
FOR_A_TERMINAL = {"rich", "pygments", "typer"}
AT_FIRST_USE = {"rapidfuzz", "yaml", "jinja2", "segno", "icalendar", "holidays", "alembic"}
OTHER_DATABASE = {"sqlalchemy.ext.asyncio", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "asyncpg"}


def test_a_bot_that_starts_reads_only_what_every_hour_needs() -> None:
    """The rest is for the render process, for help on a terminal, for the first word, page or course that needs it, or for PostgreSQL."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import bot, feedbackbot.running, feedbackbot.wiring, sys; print(*sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (RENDERED | FOR_A_TERMINAL | AT_FIRST_USE | OTHER_DATABASE) & set(told.stdout.split()) == set()
