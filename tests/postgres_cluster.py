"""A throw-away PostgreSQL of one test session, shared by its worker processes."""

import os
import shutil
import subprocess
from pathlib import Path

_SOCKETS = "sockets"
# a commit waits as it does in a city, so that nothing is tested that could not happen there; only the disk itself is not waited for
_QUICK = "-c fsync=off -c synchronous_commit=on -c full_page_writes=off -c listen_addresses='' -c max_connections=200"


def postgres_programs() -> Path | None:
    """The folder that holds `postgres`, `initdb` and `pg_ctl`; None where PostgreSQL is not installed."""
    in_path = shutil.which("postgres")
    found = (
        [Path(in_path).resolve()] if in_path else sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    )
    return found[-1].parent if found else None


def start_cluster(folder: Path, programs: Path, watched_pid: int) -> str:
    """Make and start a cluster in `folder`; returns the URL of its server, to be completed by `database_in`.

    It stops when the process `watched_pid` is gone, also where nobody could call `stop_cluster`.
    """
    data, sockets = folder / "data", folder / _SOCKETS
    sockets.mkdir(parents=True)
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        for path in (folder, sockets):
            shutil.chown(path, "nobody")
    locale = ("-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C")
    _run(programs / "initdb", "--no-sync", "-D", data, *locale)
    options = f"{_QUICK} -c unix_socket_directories='{sockets}'"
    _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
    watch = (
        f"while kill -0 {watched_pid}; do sleep 1; done;"
        f' kill -QUIT "$(head -n 1 "{data}/postmaster.pid")"; sleep 2; rm -rf "{folder}"'
    )
    subprocess.Popen(["sh", "-c", watch], start_new_session=True, **_quiet())
    return f"postgresql://tester@/{{name}}?host={sockets}"


def stop_cluster(folder: Path, programs: Path) -> None:
    """Without waiting for anybody; one that has stopped already is left so."""
    if (folder / "data" / "postmaster.pid").exists():
        _run(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")


def database_in(server: str, name: str) -> str:
    """The URL of one database."""
    return server.format(name=name)


def _run(*arguments: str | Path) -> None:
    # into files, not pipes: the server would keep a pipe open for ever
    subprocess.run([str(argument) for argument in arguments], check=True, cwd="/", **_quiet(), **_owner())


def _quiet() -> dict[str, int]:
    return {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _owner() -> dict[str, str]:
    return {"user": "nobody"} if os.getuid() == 0 else {}
