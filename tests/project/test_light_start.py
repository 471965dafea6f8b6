"""What `bot.py run` reads when it starts stays in memory for as long as it runs, on the city's smallest server."""

import subprocess
import sys

HEAVY = {
    "numpy", "scipy", "statsmodels", "pandas", "matplotlib", "PIL", "typst", "openpyxl", "xlsxwriter", "python_calamine", "pypdf",
    "rich", "pygments",
}  # fmt: skip


def test_a_bot_that_starts_reads_nothing_of_charts_sheets_statistics_and_colours() -> None:
    """They are for the render process, or for help on a terminal."""
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
    assert HEAVY & set(told.stdout.split()) == set()
