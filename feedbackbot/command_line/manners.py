"""How the process behaves from its first moment on, before the rest of the program is read."""

import ctypes
import importlib
import os
import signal
import sys
from types import FrameType, ModuleType
from typing import cast

from feedbackbot.told_to_stop import remember_to_stop

_MOST_HEAPS = -8  # M_ARENA_MAX of malloc.h


def behave() -> None:
    """Files are their owner's alone. SIGTERM ends in order: the bot, which may not run yet, with 0; a command with 143."""
    os.umask(0o077)
    signal.signal(signal.SIGTERM, _end)
    _share_one_heap()


def _share_one_heap() -> None:
    """The C library of Linux gives each thread a heap of its own, and every connection to SQLite is a thread: with one heap for all
    a bot that sends a broadcast holds less than half of what it held over idle. Other libraries know no such thing."""
    change_setting = getattr(ctypes.CDLL(None), "mallopt", None)
    if change_setting is not None:
        change_setting(_MOST_HEAPS, 1)


def leave_rich_out() -> None:
    """Before the program is read. Where Rich is installed (Typer needs it for its help) structlog reads it, with Pygments, for coloured
    traces, and httpx for a command line of its own: four megabytes for as long as the bot runs, for nothing. Typer reads it when it prints
    help. A process that draws needs none of them."""
    modules = cast(dict[str, ModuleType | None], sys.modules)
    left_out = [name for name in ("rich", "pygments") if name not in modules]
    modules.update(dict.fromkeys(left_out))
    try:
        for reader in ("structlog", "httpx"):
            importlib.import_module(reader)
    finally:
        for name in left_out:
            del modules[name]


def _end(signum: int, frame: FrameType | None) -> None:
    if sys.argv[1:2] != ["run"]:
        raise SystemExit(128 + signum)
    remember_to_stop()
    raise SystemExit(0)
