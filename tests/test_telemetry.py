"""What the bot writes about itself names nobody, quotes nobody and gives no token away."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from feedbackbot.telemetry import OncePerSecond, get_logger, set_up_logging, trail, without_secrets

TOKEN = "123456789:AAExampleExampleExampleExampleExample"


@pytest.fixture(autouse=True)
def logging_of_the_tests() -> Iterator[None]:
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.configure(**before)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def fails(words: str) -> None:
    try:
        raise ValueError(words)
    except ValueError as problem:
        raise KeyError(words) from problem


def test_an_event_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("json", "INFO")
    get_logger("test").info("taking updates", port=8080)
    [line] = lines(capsys)
    assert (line["event"], line["port"], line["level"]) == ("taking updates", 8080, "info")


@pytest.mark.parametrize("style", ["json", "console"])
def test_an_exception_leaves_a_trail_but_not_its_words(
    style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(style, "INFO")
    try:
        fails("the road in my street is broken")
    except KeyError:
        get_logger("test").exception("a turn failed")
        logging.getLogger("somebody else").exception("also failed")
    written = capsys.readouterr().err
    assert "my street" not in written
    assert len(written.splitlines()) == 2
    for line in written.splitlines():
        assert (
            "KeyError" in line
            and "ValueError" in line
            and "tests/test_telemetry.py" in line
            and "fails" in line
        )


def test_a_trail_ends_where_exceptions_go_in_a_circle() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first
    assert trail(first) == "ValueError || KeyError"


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        f"https://api.example/bot{TOKEN}/sendMessage",
        "+6281234567890",
        "198501012010011001",
        "chat 987654321",
    ],
)
def test_tokens_and_personal_numbers_are_taken_out(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("json", "INFO")
    get_logger("test").warning("refused", reason=f"no answer from {secret} in time")
    logging.getLogger("somebody else").warning("no answer from %s in time", secret)
    written = capsys.readouterr().err
    assert "Example" not in written
    assert not any(number in written for number in ("6281234567890", "198501012010011001", "987654321"))


def test_ordinary_words_and_numbers_stay() -> None:
    for text in ("http-502", "24-11-2026 10:00:00", "most 5000 rows", "unit 12", "1.25 s"):
        assert without_secrets(text) == text


@pytest.mark.parametrize(
    "name", ["telegram", "aiohttp", "httpx", "sqlalchemy.engine", "apscheduler", "asyncio"]
)
def test_talkative_libraries_are_quiet_even_in_debug(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("json", "DEBUG")
    logging.getLogger(name).info("POST https://api.example/bot with all its values")
    assert lines(capsys) == []


def test_a_flood_of_one_kind_is_a_line_a_second_that_counts_the_rest() -> None:
    now = 0.0
    limit = OncePerSecond(lambda: now)
    written: list[str] = []
    for _ in range(1_000):
        now += 0.003
        for event in ({"event": "busy", "port": now}, "socket.accept() out of system resource\nsocket: %s"):
            record = logging.LogRecord("web", logging.WARNING, "", 0, event, (now,), None)
            if limit.filter(record):
                written.append(str(record.msg))
    assert len(written) == 2 * 3
    assert "'held_back': 333" in written[-2]
    assert written[-1].endswith("(held_back=333)")


def test_problems_and_jobs_of_other_names_do_not_hide_each_other() -> None:
    limit = OncePerSecond(lambda: 0.0)
    events = [{"event": "a job failed", "job": job, "problem": kind} for job in "ab" for kind in "xy"]
    records = [logging.LogRecord("jobs", logging.ERROR, "", 0, event, (), None) for event in events]
    assert [limit.filter(record) for record in records] == [True] * 4
