"""The stages of a tap, and a deterministic profile that charges the processor's time to them."""

import sys
import threading
import time
from collections import defaultdict
from types import FrameType
from typing import Any

STAGES = {
    "feedbackbot/channels/telegram/polling.py": "take updates",
    "feedbackbot/channels/telegram/reading.py": "read an update",
    "feedbackbot/inbound/intake.py": "intake and queue",
    "feedbackbot/inbound/keeping.py": "keep it in the inbox",
    "feedbackbot/storage/pipeline/inbox.py": "keep it in the inbox",
    "feedbackbot/storage/sqlite_writer.py": "begin and commit",
    "feedbackbot/inbound/turns.py": "turn: claim, lock the chat, keep its state",
    "feedbackbot/storage/people/contacts.py": "turn: claim, lock the chat, keep its state",
    "feedbackbot/dialogue/": "dialogue: what was meant, what is asked next",
    "feedbackbot/i18n/": "dialogue: what was meant, what is asked next",
    "conversations/": "use case: the rating",
    "feedbackbot/usecases/": "use case: the rating",
    "feedbackbot/storage/survey/": "use case: the rating",
    "feedbackbot/storage/pipeline/outbox.py": "outbox",
    "feedbackbot/delivery/sending.py": "send: pace, render, call",
    "feedbackbot/delivery/pacing.py": "send: pace, render, call",
    "feedbackbot/channels/telegram/channel.py": "send: pace, render, call",
    "feedbackbot/channels/http_exchange.py": "HTTP",
    "feedbackbot/channels/telegram/client.py": "HTTP",
    "feedbackbot/storage/pipeline/dispatch.py": "settle",
    "feedbackbot/delivery/heartbeat.py": "beside: heartbeat, agreement, erasures, jobs",
    "feedbackbot/delivery/cooperation.py": "beside: heartbeat, agreement, erasures, jobs",
    "feedbackbot/delivery/worker.py": "beside: heartbeat, agreement, erasures, jobs",
    "feedbackbot/usecases/privacy/": "beside: heartbeat, agreement, erasures, jobs",
    "feedbackbot/jobs/": "beside: heartbeat, agreement, erasures, jobs",
}
"""By the longest beginning of a file's path within the project. What has none (clock, database, libraries) counts for its caller."""
LOOP = "event loop, sockets, switching between threads"


class Profile:
    """Seconds of the processor by stage; calls and returns of every thread are seen, so all is slower, Python more than what is C."""

    def __init__(self, root: str) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._root = root
        self._of_file: dict[str, str | None] = {}
        self._threads = threading.local()

    def start(self) -> None:
        threading.setprofile(self._see)
        sys.setprofile(self._see)

    def _see(self, frame: FrameType, event: str, _: Any) -> None:
        if event not in ("call", "return"):
            return
        now, own = time.thread_time(), self._threads
        if not hasattr(own, "stack"):
            own.stack, own.since = [LOOP], now
        self.seconds[own.stack[-1]] += now - own.since
        if event == "call":
            own.stack.append(self._stage(frame.f_code.co_filename) or own.stack[-1])
        elif len(own.stack) > 1:
            own.stack.pop()
        own.since = time.thread_time()  # what was spent here counts for nobody

    def _stage(self, file: str) -> str | None:
        if file not in self._of_file:
            inner = file.removeprefix(self._root)
            fitting = [begin for begin in STAGES if inner.startswith(begin)] if inner != file else []
            self._of_file[file] = STAGES[max(fitting, key=len)] if fitting else None
        return self._of_file[file]
