"""How the process behaves from its first moment on, before the rest of the program is read."""

import os
import signal
import sys
from types import FrameType


def behave() -> None:
    """Files are their owner's alone. SIGTERM ends in order: the bot, which may not run yet, with 0; a command with 143."""
    os.umask(0o077)
    signal.signal(signal.SIGTERM, _end)


def _end(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(0 if sys.argv[1:2] == ["run"] else 128 + signum)
