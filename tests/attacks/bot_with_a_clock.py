"""bot.py whose clock is so many seconds off as a file says: nobody can set the machine's own clock for a test."""

import os
import runpy
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedbackbot.clock

_OFFSET = Path(os.environ["TEST_CLOCK_OFFSET"])


def shifted_now() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(_OFFSET.read_text() or 0))


if __name__ == "__main__":
    feedbackbot.clock.system_now = shifted_now
    runpy.run_path(str(Path(__file__).parents[2] / "bot.py"), run_name="__main__")
