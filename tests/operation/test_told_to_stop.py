"""A bot that is told to stop stops, however busy it is."""

import subprocess
import sys

# as many threads would, while the loop has no time to empty its pipe
_BUSY = """
import asyncio, os, signal
from feedbackbot.running import stop_when_told

async def main():
    with stop_when_told() as stop:
        for _ in range(10_000):
            asyncio.get_running_loop().call_soon_threadsafe(int)
        os.kill(os.getpid(), signal.SIGNUM)
        await asyncio.wait_for(stop.wait(), 60)
        print("told")

asyncio.run(main())
"""


def test_a_signal_that_comes_while_the_loop_is_busy_is_not_lost() -> None:
    for signum in ("SIGTERM", "SIGINT"):
        ran = subprocess.run(
            [sys.executable, "-c", _BUSY.replace("SIGNUM", signum)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ran.stdout, ran.stderr) == ("told\n", "")
