"""Log lines and figures about the bot itself; neither ever holds personal data or a token."""

import logging
import math
import re
import sys
import traceback
from collections.abc import Callable, MutableMapping
from pathlib import Path
from time import monotonic
from typing import Any, cast

import structlog
from prometheus_client import Counter, Gauge, Histogram

TURNS = Counter("feedbackbot_turns_total", "Turns by outcome", ["outcome"])
TURN_SECONDS = Histogram(
    "feedbackbot_turn_seconds",
    "From the update's receipt to the commit of its turn",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60),
)
REPLY_SECONDS = Histogram(
    "feedbackbot_reply_seconds",
    "From the update's receipt to the reply being taken by the chat service",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60),
)
NOTICES = Counter(
    "feedbackbot_notices_unsaid_total", "Notices that were not said, and why.", ["notice", "why"]
)
FATES = Counter("feedbackbot_messages_total", "Tries to send by lane and fate", ["lane", "fate"])
ARRIVALS = Counter("feedbackbot_arrivals_total", "Updates received by what became of them", ["what"])
HEARD = Counter(
    "feedbackbot_heard_total", "Free words by what became of them and what they wanted", ["how", "aim"]
)
INBOX_DEPTH = Gauge("feedbackbot_inbox_depth", "Updates that wait for their turn", ["channel"])
OUTBOX_DEPTH = Gauge(
    "feedbackbot_outbox_depth", "Messages that are due and wait to be sent, by lane", ["lane"]
)
OUTBOX_WAITS = Gauge(
    "feedbackbot_outbox_waits_seconds", "How long the longest of them has been due, by lane", ["lane"]
)
TAKEN_OVER = Counter("feedbackbot_taken_over_total", "Messages of dead processes by what follows", ["what"])

_MOST_FRAMES = 12
_MOST_KINDS = 1_000
_TELL_APART = ("job", "problem", "lane", "what")
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}|bot\d+:[A-Za-z0-9_-]+")
_LONG_NUMBER = re.compile(r"(?<![\w.-])\+?\d{8,18}(?![\w.-])")  # phone numbers, NIPs, chat ids


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    return cast(structlog.stdlib.BoundLogger, structlog.get_logger(name))


def without_secrets(text: str) -> str:
    """The text with whatever looks like a token or a personal number taken out."""
    return _LONG_NUMBER.sub("[number]", _TOKEN.sub("[token]", text))


def _clean(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = without_secrets(value)
    return event


def trail(problem: BaseException) -> str:
    """Kinds and places of an exception and of those behind it, innermost first. Not their messages: they repeat what people wrote."""
    lines: list[str] = []
    seen: set[int] = set()
    behind: BaseException | None = problem
    while behind is not None and id(behind) not in seen:
        seen.add(id(behind))
        frames = traceback.extract_tb(behind.__traceback__)[-_MOST_FRAMES:]
        places = [
            f"{'/'.join(Path(one.filename).parts[-3:])}:{one.lineno} {one.name}" for one in reversed(frames)
        ]
        lines.append(" < ".join([type(behind).__qualname__, *places]))
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return " || ".join(lines)


def _leave_a_trail(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    found = event.pop("exc_info", None)
    if isinstance(found, tuple):
        found = found[1]
    problem = found if isinstance(found, BaseException) else sys.exception() if found else None
    if problem is not None:
        event["trail"] = trail(problem)
    return event


class OncePerSecond(logging.Filter):
    """Lets a line through once a second for each kind, so that no flood of requests or errors fills the disk; the next one says in
    `held_back` how many there were between. A kind is the logger, the event, and what tells jobs and problems apart."""

    def __init__(self, ticks: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._ticks = ticks
        self._seen: dict[tuple[str, ...], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        kind, now = _kind_of(record), self._ticks()
        last, held_back = self._seen.get(kind, (-math.inf, 0))
        if now - last < 1.0:
            self._seen[kind] = last, held_back + 1
            return False
        if len(self._seen) >= _MOST_KINDS:
            self._seen.clear()
        self._seen[kind] = now, 0
        if held_back and isinstance(record.msg, dict):
            record.msg = {**record.msg, "held_back": held_back}
        elif held_back:
            record.msg, record.args = f"{record.getMessage()} (held_back={held_back})", ()
        return True


def _kind_of(record: logging.LogRecord) -> tuple[str, ...]:
    event: Any = record.msg
    if isinstance(event, dict):
        return (record.name, str(event.get("event")), *(str(event.get(name)) for name in _TELL_APART))
    problem = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
    return record.name, str(event).partition("\n")[0][:80], problem


# their own debug lines hold addresses with the token, and people's words
_TALKATIVE = ("telegram", "aiohttp", "httpx", "httpcore", "aiosqlite", "sqlalchemy", "apscheduler", "asyncio")


def set_up_logging(style: str, level: str) -> None:
    """One line per event, `style` "json" or "console"; the standard library's loggers end in the same lines."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _leave_a_trail,
        _clean,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    handler.addFilter(OncePerSecond())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for talkative in _TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.WARNING)
