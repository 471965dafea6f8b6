"""Log lines about the bot itself; they never hold personal data or a token."""

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

from feedbackbot.figures import city_name

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


def _name_city(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Of several cities in one process; where there is one, every line is its."""
    if city := city_name():
        event.setdefault("city", city)
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
    `held_back` how many there were between. A kind is the city, the logger, the event, and
    what tells jobs and problems apart."""

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
        return (
            record.name,
            city_name(),
            str(event.get("event")),
            *(str(event.get(name)) for name in _TELL_APART),
        )
    problem = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
    return record.name, city_name(), str(event).partition("\n")[0][:80], problem


# their own debug lines hold addresses with the token, and people's words
_TALKATIVE = ("telegram", "aiohttp", "httpx", "httpcore", "aiosqlite", "sqlalchemy", "apscheduler", "asyncio")


def set_up_logging(style: str, level: str) -> None:
    """One line per event, `style` "json" or "console"; the standard library's loggers end in the same lines."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _leave_a_trail,
        _name_city,
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
