"""etcd, three PostgreSQL under Patroni, haproxy: all on loopback, in a folder of their own, gone with the process that started them."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.endtoend.bot_process import free_port
from tests.lab.processes import WATCH, children, run_sql, tell, write_for_all
from tests.lab.settings_of_nodes import ha_proxy_settings, patroni_settings
from tests.postgres_cluster import postgres_programs

NEEDED: Final = ("etcd", "patroni", "haproxy")
_USER: Final = "nobody"
_WAIT_SECONDS: Final = 90.0


def missing_programs() -> list[str]:
    """What the lab needs and this machine has not."""
    places = f"{os.environ['PATH']}:/usr/sbin:/usr/bin"
    missing = [name for name in NEEDED if shutil.which(name, path=places) is None]
    return missing + ([] if postgres_programs() else ["postgresql"])


@dataclass
class Node:
    """One PostgreSQL with the Patroni that runs it."""

    name: str
    port: int
    rest_port: int
    data: Path
    patroni: subprocess.Popen[bytes] | None = None

    def postgres_pid(self) -> int:
        """Of the postmaster."""
        return int((self.data / "postmaster.pid").read_text().split()[0])


@dataclass
class Lab:
    """`start` returns when one node leads and another follows in step."""

    folder: Path
    nodes: list[Node] = field(default_factory=list)
    proxy_port: int = 0
    etcd_port: int = 0
    _started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """By all three hosts."""
        hosts, ports = ",".join(["127.0.0.1"] * 3), ",".join(str(node.port) for node in self.nodes)
        return f"postgresql://postgres@/bot?host={hosts}&port={ports}&target_session_attrs=read-write"

    @property
    def proxied_url(self) -> str:
        """Through haproxy, which knows who leads."""
        return f"postgresql://postgres@127.0.0.1:{self.proxy_port}/bot"

    def start(self) -> None:
        self.folder.chmod(0o755)
        self.etcd_port, self.proxy_port = free_port(), free_port()
        for number in range(1, 4):
            data = self.folder / f"node{number}" / "data"
            data.parent.mkdir()
            if os.getuid() == 0:
                shutil.chown(data.parent, _USER)
            self.nodes.append(Node(f"node{number}", free_port(), free_port(), data))
        self._start_etcd()
        for node in self.nodes:
            self.run_patroni(node)
        self._start_proxy()
        groups = [str(one.pid) for one in self._started]
        watch = [sys.executable, "-c", WATCH, str(os.getpid()), str(self.folder), *groups]
        subprocess.Popen(watch, start_new_session=True, stdin=subprocess.DEVNULL)
        self.wait_until(self.is_whole)

    def make_database(self) -> None:
        """An empty one, called bot, by whoever leads."""
        leader = self.leader()
        assert leader is not None
        where = f"postgresql://postgres@127.0.0.1:{leader.port}/postgres"
        asyncio.run(run_sql(where, "CREATE DATABASE bot"))

    def run_patroni(self, node: Node) -> None:
        """Start it, or again after `kill_node`."""
        file = node.data.parent / "patroni.json"
        programs = postgres_programs()
        assert programs is not None
        write_for_all(file, json.dumps(patroni_settings(node, self.etcd_port, programs)))
        node.patroni = self._run("patroni", str(file), name=node.name, folder=node.data.parent)

    def leader(self) -> Node | None:
        """Who leads now, as the nodes themselves say; None where none does or two do."""
        found = [node for node in self.nodes if _status(node, "primary") == 200]
        return found[0] if len(found) == 1 else None

    def in_step(self) -> Node | None:
        """A follower that has everything its leader has acknowledged."""
        return next((node for node in self.nodes if _status(node, "sync") == 200), None)

    def is_whole(self) -> bool:
        """One leads and one follows in step."""
        return self.leader() is not None and self.in_step() is not None

    def kill_node(self, node: Node) -> None:
        """PostgreSQL and its Patroni, without a word."""
        assert node.patroni is not None
        pid = node.postgres_pid()
        node.patroni.kill()
        node.patroni.wait()
        tell(
            pid, signal.SIGSTOP
        )  # it can have no more children; one left over would keep the node from starting again
        for one in (*children(pid), pid):
            tell(one, signal.SIGKILL)

    def freeze(self, node: Node, *, still: bool) -> None:
        """Stop or go on: PostgreSQL with all its connections, and Patroni."""
        assert node.patroni is not None
        pid, told = node.postgres_pid(), signal.SIGSTOP if still else signal.SIGCONT
        tell(node.patroni.pid, told)
        tell(pid, told)
        for one in children(pid):  # looked up when it can have no more of them
            tell(one, told)

    def switch_over(self, leader: Node) -> None:
        """As an operator does before work on a machine. Patroni refuses while no follower is in step, which a slow machine may be for
        a moment: then once more."""
        body = json.dumps({"leader": leader.name}).encode()
        url = f"http://127.0.0.1:{leader.rest_port}/switchover"
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"}, method="POST")

        def accepted() -> bool:
            try:
                urllib.request.urlopen(request, timeout=60).close()
            except urllib.error.HTTPError:
                return self.leader() not in (None, leader)
            return True

        self.wait_until(accepted)

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Raises TimeoutError with the end of the logs."""
        until = time.monotonic() + _WAIT_SECONDS
        while not true():
            if time.monotonic() > until:
                logs = [log.read_text()[-1500:] for log in sorted(self.folder.glob("*.log"))]
                raise TimeoutError("the lab does not come up:\n" + "\n".join(logs))
            time.sleep(0.2)

    def stop(self) -> None:
        for process in reversed(self._started):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()
        for node in self.nodes:
            try:
                os.kill(node.postgres_pid(), signal.SIGKILL)
            except (OSError, ValueError):
                continue

    def _start_etcd(self) -> None:
        url, peer = f"http://127.0.0.1:{self.etcd_port}", f"http://127.0.0.1:{free_port()}"
        folder = self.folder / "etcd"
        folder.mkdir(mode=0o700)
        if os.getuid() == 0:
            shutil.chown(folder, _USER)
        options = {
            "name": "lab", "data-dir": str(folder), "listen-client-urls": url, "advertise-client-urls": url,
            "listen-peer-urls": peer, "initial-advertise-peer-urls": peer, "initial-cluster": f"lab={peer}",
        }  # fmt: skip
        arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
        self._run("etcd", *arguments, "--enable-v2", "--unsafe-no-fsync", name="etcd", folder=folder)

    def _start_proxy(self) -> None:
        file = self.folder / "haproxy.cfg"
        write_for_all(file, ha_proxy_settings(self.nodes, self.proxy_port))
        self._run("haproxy", "-db", "-f", str(file), name="haproxy", folder=self.folder)

    def _run(self, program: str, *arguments: str, name: str, folder: Path) -> subprocess.Popen[bytes]:
        found = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/bin")
        assert found is not None, f"{program} is not installed"
        options: dict[str, Any] = {"user": _USER, "group": "nogroup"} if os.getuid() == 0 else {}
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                [found, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder,
                start_new_session=True, env={"PATH": os.environ["PATH"], "HOME": str(folder)}, **options,
            )  # fmt: skip
        self._started.append(process)
        return process


def _status(node: Node, what: str) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{node.rest_port}/{what}", timeout=2) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError:
        return 0


__all__: Sequence[str] = ("Lab", "Node", "missing_programs")
