"""`python -m benchmarks.cities [cities] [rounds]`: one process that serves so many cities, each with a database, a token and a port of
its own, while nobody writes: memory, start, processor, threads, files; medians of three rounds.

The chat service is a stand-in that answers every call and keeps long polls open. Cities beyond the first are Lhokseumawe's file under
another name, on SQLite.
"""

import os
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from importlib.resources import files
from pathlib import Path

from benchmarks.kept import keep
from benchmarks.turns.__main__ import cpu_seconds, free_port, memory

_REST_SECONDS, _WATCHED_SECONDS = 20.0, 30.0
_LONGEST_START_SECONDS = 900.0


def compiled() -> None:
    """As docs/operations.md has it done after each update: else every start compiles the program anew, where the shell keeps Python from
    writing what it compiled."""
    program = ["bot.py", "feedbackbot", "conversations", str(Path(sys.prefix) / "lib")]
    subprocess.run([sys.executable, "-OO", "-W", "ignore", "-m", "compileall", "-q", *program], check=True)


def prepare(folder: Path, count: int, api: str) -> tuple[Path, int]:
    """The file of cities and the port on which they are watched."""
    text = (files("feedbackbot.data") / "lhokseumawe.yaml").read_text("utf-8")
    key, template = "k" * 40, folder / "template.db"
    subprocess.run(
        [sys.executable, "bot.py", "migrate"], check=True, capture_output=True,
        env={**os.environ, "FEEDBACKBOT_SECRET_KEY": "", "FEEDBACKBOT_DATABASE_URL": f"sqlite:///{template}"},
    )  # fmt: skip
    watch = free_port()
    rows = [f"[watch]\nport = {watch}\n"]
    for number in range(count):
        name = f"kota{number}"
        city = folder / f"{name}.yaml"
        city.write_text(text.replace("name: Lhokseumawe\n", f"name: {name}\n", 1), "utf-8")
        shutil.copyfile(template, folder / f"{name}.db")
        own = {
            "CITY": city, "CITY_TITLE": name, "SECRET_KEY": f"{number:08}{key}", "WEB_PORT": 0,
            "TELEGRAM_TOKEN": f"{number + 1}:PLAYbench{secrets.token_hex(4)}", "TELEGRAM_API_URL": api,
            "DATABASE_URL": f"sqlite:///{folder / name}.db",
        }  # fmt: skip
        settings = "".join(f"FEEDBACKBOT_{one}='{value}'\n" for one, value in own.items())
        (folder / f"{name}.env").write_text(settings, "utf-8")
        rows.append(f'[[city]]\nname = "{name}"\n')
    file = folder / "cities.toml"
    file.write_text("".join(rows), "utf-8")
    return file, watch


def _all_served(watch: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{watch}/health/cities", timeout=5) as told:
            return bool(told.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def measure(count: int) -> dict[str, float]:
    """One round in a folder of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="bench-cities-") as made:
        folder = Path(made)
        file, watch = prepare(folder, count, f"http://127.0.0.1:{port}")
        service = subprocess.Popen([sys.executable, "-m", "benchmarks.cities.service", str(port)])
        with (folder / "log").open("wb") as log:
            began = time.monotonic()
            bot = subprocess.Popen(
                [sys.executable, "-OO", "bot.py", "run", "--cities", str(file)], stdout=log, stderr=log
            )
        try:
            while not _all_served(watch):
                if bot.poll() is not None or time.monotonic() - began > _LONGEST_START_SECONDS:
                    raise RuntimeError((folder / "log").read_text("utf-8")[-2000:])
                time.sleep(0.05)
            start = time.monotonic() - began
            time.sleep(_REST_SECONDS)
            before = cpu_seconds(bot.pid)
            time.sleep(_WATCHED_SECONDS)
            return {
                "start s": start,
                "idle MB": memory(bot.pid),
                "idle % of a core": 100 * (cpu_seconds(bot.pid) - before) / _WATCHED_SECONDS,
                "threads": len([*Path(f"/proc/{bot.pid}/task").iterdir()]),
                "open files": len([*Path(f"/proc/{bot.pid}/fd").iterdir()]),
            }
        finally:
            for process in (bot, service):
                process.kill()
                process.wait()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    compiled()
    runs = [measure(count) for _ in range(rounds)]
    found = {what: statistics.median(run[what] for run in runs) for what in runs[0]}
    print(f"| cities | {' | '.join(found)} |\n|{'---|' * (len(found) + 1)}")
    print(f"| {count} | {' | '.join(f'{value:,.1f}' for value in found.values())} |")
    keep(f"cities-{count}", {what: {f"{count} cities": value} for what, value in found.items()})


if __name__ == "__main__":
    main()
