"""That the process was told to stop, remembered: an exception that a signal raises is lost where Python ignores exceptions, as in the
callbacks of its own imports, and the bot would start as if nothing had been said."""

import os
import threading
from typing import Final

# service managers kill after ten; by then everything that can still be saved has been
HARD_STOP_SECONDS: Final = 9.0

_told = threading.Event()


def is_told_to_stop() -> bool:
    return _told.is_set()


def remember_to_stop() -> None:
    """A database or a chat service that does not answer must not keep the process: what is unsettled, the next one takes over."""
    if not _told.is_set():
        _told.set()
        last = threading.Timer(HARD_STOP_SECONDS, os._exit, (1,))
        last.daemon = True
        last.start()
