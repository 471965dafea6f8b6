"""What `bot.py run` reads when it starts stays in memory for as long as it runs, on the city's smallest server."""

import subprocess
import sys

RENDERED = {
    "numpy", "scipy", "statsmodels", "pandas", "matplotlib", "PIL", "typst", "openpyxl", "xlsxwriter", "python_calamine", "pypdf",
}  # fmt: skip
FOR_A_TERMINAL = {"rich", "pygments", "typer"}
AT_FIRST_USE = {"rapidfuzz", "yaml", "jinja2", "segno", "icalendar", "holidays", "alembic"}
OTHER_DATABASE = {"sqlalchemy.ext.asyncio", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "asyncpg"}
FOR_A_NETWORK = {"asyncio", "ssl", "http.client", "urllib.request"}
BOT = {"conversations", "telegram", "aiohttp", "sqlalchemy", "feedbackbot.wiring", "httpx", "structlog"}


def _read_by(program: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{program}; import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


def test_a_bot_that_starts_reads_only_what_every_hour_needs() -> None:
    """The rest is for the render process, for help on a terminal, for the first word, page or course that needs it, or for PostgreSQL."""
    read = _read_by(
        "import bot; bot.leave_rich_out(); import conversations, feedbackbot.running, feedbackbot.wiring"
    )
    assert (RENDERED | FOR_A_TERMINAL | AT_FIRST_USE | OTHER_DATABASE) & read == set()


def test_a_process_that_draws_reads_neither_the_bot_nor_what_a_network_needs() -> None:
    """It begins with `bot.py` and the function that it is given, while somebody waits for a chart."""
    drawing = "feedbackbot.reports.inside_render_process, feedbackbot.reports.drawing.bar_drawing"
    read = _read_by(
        f"import bot, concurrent.futures.process, {drawing}, feedbackbot.reports.drawing.trend_drawing"
    )
    assert (BOT | FOR_A_NETWORK) & read == set()
