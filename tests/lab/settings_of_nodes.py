"""What Patroni and haproxy are told in the lab."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol


class Place(Protocol):
    """A node, as its settings need it."""

    name: str
    port: int
    rest_port: int
    data: Path


# whoever leads and says nothing for so many seconds leads no more
TTL, LOOK, PATIENCE = 8, 1, 3

_WHO_MAY_COME = [
    "local all all trust",
    "host all all 127.0.0.1/32 trust",
    "host replication all 127.0.0.1/32 trust",
]


def patroni_settings(node: Place, etcd_port: int, programs: Path) -> dict[str, Any]:
    """Synchronous replication: what a leader has acknowledged, one more node has."""
    here = f"127.0.0.1:{node.port}"
    return {
        "scope": "lab",
        "name": node.name,
        "restapi": {
            "listen": f"127.0.0.1:{node.rest_port}",
            "connect_address": f"127.0.0.1:{node.rest_port}",
        },
        # etcd's older interface: over the newer one Patroni before 3.0.3 (Debian 12 has 3.0.2) takes the lock back without looking when
        # it was frozen and goes on, and what its successor has acknowledged is lost (patroni/patroni pull requests 2689 and 2693)
        "etcd": {"host": f"127.0.0.1:{etcd_port}"},
        "bootstrap": {
            "dcs": {
                "ttl": TTL,
                "loop_wait": LOOK,
                "retry_timeout": PATIENCE,
                "synchronous_mode": True,
                "primary_start_timeout": 0,
                "master_start_timeout": 0,
                "postgresql": {"use_pg_rewind": True, "parameters": {"max_connections": 100}},
            },
            "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, "data-checksums"],
        },
        "postgresql": {
            "listen": here,
            "connect_address": here,
            "data_dir": str(node.data),
            "bin_dir": str(programs),
            "pgpass": str(node.data.parent / "pgpass"),
            "authentication": {
                "superuser": {"username": "postgres"},
                "replication": {"username": "replicator"},
                "rewind": {"username": "postgres"},
            },
            "pg_hba": _WHO_MAY_COME,
            "parameters": {"unix_socket_directories": str(node.data.parent), "fsync": "off"},
        },
    }


def ha_proxy_settings(nodes: Sequence[Place], port: int) -> str:
    """One port that leads to whoever leads; connections to anybody else are cut."""
    servers = "\n".join(
        f"    server {node.name} 127.0.0.1:{node.port} check port {node.rest_port}" for node in nodes
    )
    return f"""
defaults
    mode tcp
    timeout connect 3s
    timeout client 10m
    timeout server 10m
    timeout check 2s
listen leader
    bind 127.0.0.1:{port}
    option httpchk GET /primary
    http-check expect status 200
    default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
{servers}
"""
