"""`python -m benchmarks.cities [cities] [rounds] [processes]`: one process (or several, which divide them) that serves so many cities, each
with a database, a token and a port of its own, while nobody writes: memory, start, processor, threads, files of all together; medians of
three rounds.

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


def prepare(folder: Path, cities: range, api: str) -> tuple[Path, int]:
    """The file of these cities and the port on which they are watched."""
    text = (files("feedbackbot.data") / "lhokseumawe.yaml").read_text("utf-8")
    folder.mkdir(exist_ok=True)
    key, template = "k" * 40, folder / "template.db"
    subprocess.run(
        [sys.executable, "bot.py", "migrate"], check=True, capture_output=True,
        env={**os.environ, "FEEDBACKBOT_SECRET_KEY": "", "FEEDBACKBOT_DATABASE_URL": f"sqlite:///{template}"},
    )  # fmt: skip
    watch = free_port()
    rows = [f"[watch]\nport = {watch}\n"]
    for number in cities:
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


def measure(count: int, processes: int) -> dict[str, float]:
    """One round in a folder of its own."""
    port, bots = free_port(), list[subprocess.Popen[bytes]]()
    with tempfile.TemporaryDirectory(prefix="bench-cities-") as made:
        api = f"http://127.0.0.1:{port}"
        parts = [
            prepare(Path(made, str(first)), range(first, count, processes), api) for first in range(processes)
        ]
        service = subprocess.Popen([sys.executable, "-m", "benchmarks.cities.service", str(port)])
        began = time.monotonic()
        try:
            for file, _ in parts:
                with (file.parent / "log").open("wb") as log:
                    command = [sys.executable, "-OO", "bot.py", "run", "--cities", str(file)]
                    bots.append(subprocess.Popen(command, stdout=log, stderr=log))
            wait_for_all(parts, bots, began + _LONGEST_START_SECONDS)
            return {"start s": time.monotonic() - began, **at_rest([bot.pid for bot in bots])}
        finally:
            for process in (*bots, service):
                process.kill()
                process.wait()


def wait_for_all(parts: list[tuple[Path, int]], bots: list["subprocess.Popen[bytes]"], until: float) -> None:
    """Raises RuntimeError with the end of a log where a process has ended, or all are not served in time."""
    for (file, watch), bot in zip(parts, bots, strict=True):
        while not _all_served(watch):
            if bot.poll() is not None or time.monotonic() > until:
                raise RuntimeError((file.parent / "log").read_text("utf-8")[-2000:])
            time.sleep(0.05)


def at_rest(pids: list[int]) -> dict[str, float]:
    """What they hold and use while nobody writes, together."""
    time.sleep(_REST_SECONDS)
    before = sum(map(cpu_seconds, pids))
    time.sleep(_WATCHED_SECONDS)
    return {
        "idle MB": sum(map(memory, pids)),
        "idle % of a core": 100 * (sum(map(cpu_seconds, pids)) - before) / _WATCHED_SECONDS,
        "threads": sum(len([*Path(f"/proc/{pid}/task").iterdir()]) for pid in pids),
        "open files": sum(len([*Path(f"/proc/{pid}/fd").iterdir()]) for pid in pids),
    }


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    processes = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    compiled()
    runs = [measure(count, processes) for _ in range(rounds)]
    found = {what: statistics.median(run[what] for run in runs) for what in runs[0]}
    print(f"| cities | {' | '.join(found)} |\n|{'---|' * (len(found) + 1)}")
    print(f"| {count} | {' | '.join(f'{value:,.1f}' for value in found.values())} |")
    keep(f"cities-{count}", {what: {f"{count} cities": value} for what, value in found.items()})


if __name__ == "__main__":
    main()
