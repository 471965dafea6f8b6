"""What `bot.py run` reads when it starts stays in memory for as long as it runs, on the city's smallest server."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

RENDERED = {
    "numpy", "scipy", "statsmodels", "pandas", "matplotlib", "PIL", "typst", "openpyxl", "xlsxwriter", "python_calamine", "pypdf",
}  # fmt: skip
FOR_A_TERMINAL = {"rich", "pygments", "typer"}
AT_FIRST_USE = {"rapidfuzz", "yaml", "jinja2", "segno", "icalendar", "holidays", "alembic"}
IN_A_PROCESS_OF_ITS_OWN = {
    "concurrent.futures.process", "xml.etree.ElementTree", "html.parser", "defusedxml", "feedbackbot.domain.sheets.read_csv",
    "feedbackbot.domain.sheets.read_workbook", "feedbackbot.domain.sheets.read_xlsx", "feedbackbot.domain.sheets.read_web_page",
}  # fmt: skip
OTHER_DATABASE = {"sqlalchemy.ext.asyncio", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "asyncpg"}
FOR_A_NETWORK = {"asyncio", "ssl", "http.client", "urllib.request"}
NOT_AT_REST = RENDERED | FOR_A_TERMINAL | AT_FIRST_USE | IN_A_PROCESS_OF_ITS_OWN | OTHER_DATABASE
BOT = {"conversations", "telegram", "aiohttp", "sqlalchemy", "feedbackbot.wiring", "httpx", "structlog"}


def _read_by(program: str, settings: Mapping[str, str] | None = None) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys; print(*sys.modules)"],
        env={**os.environ, **(settings or {})},
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
    assert read & NOT_AT_REST == set()


def test_a_bot_put_together_has_read_nothing_more_but_the_reader_of_its_citys_file(tmp_path: Path) -> None:
    """The city's time zone must be known before the first answer, so YAML is read once at each start."""
    settings = {
        "TELEGRAM_TOKEN": "1:PLAYlight",
        "DATABASE_URL": f"sqlite:///{tmp_path}/bot.db",
        "SECRET_KEY": "k" * 64,
    }
    program = """
import bot; bot.leave_rich_out()
import asyncio
from conversations import ALL, HOME
from feedbackbot import running, wiring
from feedbackbot.settings import load_settings
async def put_together(): wiring.assemble(load_settings(None), ALL, HOME)
asyncio.run(put_together())"""
    read = _read_by(program, {f"FEEDBACKBOT_{name}": value for name, value in settings.items()})
    assert read & NOT_AT_REST == {"yaml"}


def test_a_process_that_draws_reads_neither_the_bot_nor_what_a_network_needs() -> None:
    """It begins with `bot.py` and the function that it is given, while somebody waits for a chart."""
    drawing = "feedbackbot.reports.inside_render_process, feedbackbot.reports.drawing.bar_drawing"
    read = _read_by(
        f"import bot, concurrent.futures.process, {drawing}, feedbackbot.reports.drawing.trend_drawing"
    )
    assert (BOT | FOR_A_NETWORK) & read == set()
