"""The bot on a machine whose clock is wrong: `python -m benchmarks.pacing.off_clock SECONDS run`."""

import runpy
import sys
from datetime import UTC, datetime, timedelta

import feedbackbot.clock

if __name__ == "__main__":
    off = timedelta(seconds=float(sys.argv.pop(1)))
    # before anybody imports it: whoever does keeps what it finds
    feedbackbot.clock.system_now = lambda: datetime.now(UTC) + off
    runpy.run_path("bot.py", run_name="__main__")
