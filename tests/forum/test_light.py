"""The bot stays light: figures of the forum are computed elsewhere, and the whole bot loads no numpy."""

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_the_bot_loads_no_numpy() -> None:
    names = "bot, conversations, feedbackbot.assistant, feedbackbot.wiring, feedbackbot.reports.forum.compute"
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {names}; print({{'numpy', 'scipy'}} & sys.modules.keys())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "set()"
