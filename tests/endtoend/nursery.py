"""Starts bots and commands by forking a process that has read all modules already: a kill test starts its bot twenty times, and reading
takes most of a start. Each has its own process id, environment, folder and log, as one started from nothing has."""

import json
import os
import runpy
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

# what the bot imports only when it runs
import bot
import conversations
import feedbackbot.command_line.all_commands
import feedbackbot.running
import feedbackbot.wiring

_READ_ALREADY = (
    bot,
    conversations,
    feedbackbot.command_line.all_commands,
    feedbackbot.running,
    feedbackbot.wiring,
)


def _become(child: dict[str, Any]) -> NoReturn:
    """The child's side: a bot from here on."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, file in ((1, child["log"]), (2, child.get("errors", child["log"]))):
        with Path(file).open("ab") as log:
            os.dup2(log.fileno(), number)
    os.environ.clear()
    os.environ.update(child["environment"])
    os.chdir(child["folder"])
    sys.argv = [child["program"], *child["arguments"]]
    code = 0
    try:
        runpy.run_path(child["program"], run_name="__main__")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _serve(asked: socket.socket) -> None:
    """Each connection is one bot: its order comes, its process id goes, and when it ends its exit code."""
    waiting: dict[int, socket.socket] = {}
    born, dead = os.pipe()
    os.set_blocking(dead, False)
    signal.set_wakeup_fd(dead)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        ready, _, _ = select.select([asked, born, 0], [], [])
        if 0 in ready:  # whoever started this is gone
            return
        if born in ready:
            os.read(born, 4096)
            _bury(waiting)
        if asked in ready:
            talk, _ = asked.accept()
            order = json.loads(talk.makefile().readline())
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for open_one in (asked, talk, *waiting.values()):
                    open_one.close()
                _become(order)
            waiting[pid] = talk
            talk.sendall(f"{pid}\n".encode())


def _bury(waiting: dict[int, socket.socket]) -> None:
    while waiting:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        with waiting.pop(pid) as talk:
            talk.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    with socket.socket(socket.AF_UNIX) as asked:
        asked.bind(sys.argv[1])
        asked.listen()
        print("ready", flush=True)
        _serve(asked)
