"""What `bot.py run` holds when nothing happens: against the playground, on a fresh database, seconds after it takes updates."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REST_SECONDS = 5.0
_LONGEST_START_SECONDS = 120.0


def idle_megabytes(*interpreter: str) -> dict[str, float]:
    """MB of memory (RSS) and seconds to the first update taken; `interpreter` are options of Python, as `-OO`."""
    with tempfile.TemporaryDirectory(prefix="bench-idle-") as folder, _playground() as url:
        environment = {
            **os.environ,
            "FEEDBACKBOT_TELEGRAM_TOKEN": "1:PLAYbench",
            "FEEDBACKBOT_TELEGRAM_API_URL": url,
            "FEEDBACKBOT_DATABASE_URL": f"sqlite:///{folder}/bench.db",
            "FEEDBACKBOT_SECRET_KEY": secrets.token_hex(32),
            "FEEDBACKBOT_WEB_PORT": "0",
        }
        # Where compiled files are not kept, every start compiles, which stays in its memory
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, *interpreter, "bot.py"]
        subprocess.run([*command, "migrate"], env=environment, check=True, capture_output=True)
        log = Path(folder, "log")
        began = time.monotonic()
        with log.open("wb") as lines:
            bot = subprocess.Popen([*command, "run"], env=environment, stdout=lines, stderr=lines)
        try:
            while "taking updates" not in log.read_text("utf-8"):
                if bot.poll() is not None or time.monotonic() - began > _LONGEST_START_SECONDS:
                    raise RuntimeError(f"the bot did not start: {log.read_text('utf-8')[-500:]}")
                time.sleep(0.02)
            start = time.monotonic() - began
            time.sleep(_REST_SECONDS)
            return {"idle MB": _resident(bot.pid), "start s": start}
        finally:
            bot.kill()
            bot.wait()


@contextmanager
def _playground() -> Iterator[str]:
    """The address of one that runs meanwhile."""
    command = [sys.executable, "-m", "feedbackbot.playground", "--port", "0", "--token", "1:PLAYbench"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().split()[-1]
    finally:
        server.kill()
        server.wait()


def _resident(pid: int) -> float:
    told = Path(f"/proc/{pid}/status").read_text("ascii")
    line = next(line for line in told.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
