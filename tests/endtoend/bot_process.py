"""The real bot as a process of its own: started, killed, started again."""

import asyncio
import atexit
import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parents[2]
_START_SECONDS = 40.0
_started: list["asyncio.subprocess.Process | Forked"] = []
_nursery: list[str] = []


def kill_what_is_left() -> None:
    """After a test, however it ended: a bot left alone would go on asking for its database for ever."""
    for process in _started:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
    _started.clear()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Forked:
    """A bot from the nursery, used as a process of asyncio is."""

    def __init__(self, pid: int, talk: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._talk = talk
        self._end = asyncio.create_task(self._ended())

    async def _ended(self) -> int:
        reader, writer = self._talk
        self.returncode = int(await reader.readline())
        writer.close()
        return self.returncode

    def send_signal(self, signum: int) -> None:
        os.kill(self.pid, signum)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        return await asyncio.shield(self._end)


async def _forked(order: dict[str, object]) -> Forked:
    address = await asyncio.to_thread(_nursery_address)
    reader, writer = await asyncio.open_unix_connection(address)
    writer.write(f"{json.dumps(order)}\n".encode())
    return Forked(int(await reader.readline()), (reader, writer))


def _nursery_address() -> str:
    """Where this test process's nursery listens; it ends with this process."""
    if not _nursery:
        # a folder that nobody else can guess or enter
        address = f"{tempfile.mkdtemp(prefix='feedbackbot-nursery-')}/socket"
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
        started = subprocess.Popen(
            [sys.executable, "-m", "tests.endtoend.nursery", address],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        assert started.stdout is not None and started.stdout.readline() == b"ready\n"
        _nursery.append(address)
        atexit.register(_close_nursery, started, address)
    return _nursery[0]


def _close_nursery(nursery: subprocess.Popen[bytes], address: str) -> None:
    nursery.kill()
    shutil.rmtree(Path(address).parent, ignore_errors=True)


def run_command(
    *arguments: str, environment: Mapping[str, str], folder: Path, within: float = 240.0
) -> subprocess.CompletedProcess[str]:
    """`python bot.py …` in `folder`, without a terminal and with this environment alone, forked as bots are; waits until it ends."""
    with tempfile.TemporaryDirectory() as kept, socket.socket(socket.AF_UNIX) as talk:
        out, err = Path(kept, "out"), Path(kept, "err")
        order = {"program": str(ROOT / "bot.py"), "arguments": arguments, "environment": dict(environment)}
        order |= {"folder": str(folder), "log": str(out), "errors": str(err)}
        talk.settimeout(within)
        talk.connect(_nursery_address())
        talk.sendall(f"{json.dumps(order)}\n".encode())
        with talk.makefile() as told:
            told.readline()  # its process id
            code = int(told.readline())
        return subprocess.CompletedProcess(arguments, code, out.read_text("utf-8"), err.read_text("utf-8"))


class BotProcess:
    """`python bot.py run` with its own environment; `log` is a file that every life appends to.

    `warm`: forked from a process that has read all modules, which saves most of a start; else an interpreter started from nothing.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        webhook: bool,
        port: int,
        log: Path,
        program: Path = ROOT / "bot.py",
        warm: bool = True,
    ) -> None:
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            **environment,
            "FEEDBACKBOT_WEB_PORT": str(port),
        }
        self._program = program
        # a program of a test changes what is read, so it must be there first
        self._warm = warm and program == ROOT / "bot.py"
        self._arguments = ["run", "--webhook"] if webhook else ["run"]
        self.port = port
        self.log = log
        self._process: asyncio.subprocess.Process | Forked | None = None

    async def start(self, within: float = _START_SECONDS) -> None:
        """Returns when it says that it is ready; TimeoutError where it does not."""
        self._process = await (self._fork() if self._warm else self._execute())
        _started.append(self._process)
        async with asyncio.timeout(within), aiohttp.ClientSession() as session:
            while not await self._ready(session):
                if self._process.returncode is not None:
                    raise RuntimeError(
                        f"the bot ended with {self._process.returncode}:\n{self.log.read_text()[-3000:]}"
                    )
                await asyncio.sleep(0.05)

    async def _fork(self) -> Forked:
        return await _forked({
            "program": str(self._program), "arguments": self._arguments, "environment": self._environment,
            "folder": str(self.log.parent), "log": str(self.log),
        })  # fmt: skip

    async def _execute(self) -> asyncio.subprocess.Process:
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, str(self._program), *self._arguments,
                env=self._environment, stdout=log, stderr=log, cwd=self.log.parent,
            )  # fmt: skip

    async def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            return await self._process.wait()

    async def _ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"http://127.0.0.1:{self.port}/health/ready") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


def bot_environment(api_url: str, token: str, database_url: str, port: int) -> dict[str, str]:
    """Settings of a bot on the playground whose pace nobody limits."""
    return {
        "FEEDBACKBOT_TELEGRAM_TOKEN": token,
        "FEEDBACKBOT_TELEGRAM_API_URL": api_url,
        "FEEDBACKBOT_DATABASE_URL": database_url,
        "FEEDBACKBOT_SECRET_KEY": "k" * 40,
        "FEEDBACKBOT_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "FEEDBACKBOT_WEBHOOK_SECRET": secrets.token_hex(16),
        "FEEDBACKBOT_RATE_OVERALL": "5000",
        "FEEDBACKBOT_RATE_PER_CHAT": "1000",
        "FEEDBACKBOT_LOG_FORMAT": "json",
    }
