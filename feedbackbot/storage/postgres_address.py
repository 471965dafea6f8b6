"""How a PostgreSQL is reached: what its address says, and what the driver is told because of it."""

from typing import Any, Final

from sqlalchemy import URL, make_url

from feedbackbot.storage.postgres_hosts import KEEP_ALIVE, Hosts

POOLER: Final = "pooler"
"""In the address: `pooler=transaction` says that a pooler (pgbouncer) stands before the server and may give each transaction another
connection to it."""
CONNECT_SECONDS: Final = 5.0
"""For each host of the address."""
_PORT: Final = 5432
_STALLED_SECONDS: Final = 60
_LATER_SECONDS: Final = 5


def is_pooled(url: str) -> bool:
    """Whether the address says so."""
    return make_url(url).query.get(POOLER) == "transaction"


def server_address(url: str) -> URL:
    """For libpq's programs and the driver, who know nothing of poolers."""
    return make_url(url).difference_update_query([POOLER])


def for_the_driver(url: str, *, statement_seconds: float | None = None) -> tuple[URL, dict[str, Any]]:
    """The engine's address, and what connections are opened with. `statement_seconds` ends a statement here and at the server; None for
    work that may take its time, such as a migration."""
    address = _a_port_for_each(server_address(url)).set(drivername="postgresql+asyncpg")
    arguments: dict[str, Any] = {"timeout": CONNECT_SECONDS, "async_creator_fn": Hosts().connect}
    if statement_seconds is not None:
        arguments["command_timeout"] = statement_seconds
    if is_pooled(url):
        # what is prepared under a name lies in a connection that the next transaction may not get
        arguments |= {
            "statement_cache_size": 0,
            "prepared_statement_cache_size": 0,
            "prepared_statement_name_func": str,
        }
    elif statement_seconds is not None:
        arguments["server_settings"] = _said_to_the_server(statement_seconds)
    return address, arguments


def _a_port_for_each(address: URL) -> URL:
    """libpq takes one port, or none, for all of several hosts; SQLAlchemy wants one for each."""
    hosts, port = address.query.get("host", ""), address.query.get("port", str(_PORT))
    if not isinstance(hosts, str) or not isinstance(port, str) or "," not in hosts or "," in port:
        return address
    return address.update_query_dict({"port": ",".join([port] * len(hosts.split(",")))})


def _said_to_the_server(statement_seconds: float) -> dict[str, str]:
    """Should this process freeze or vanish, nobody waits long for what it has locked."""
    return {
        "application_name": "feedbackbot",
        # later than here: who asked must know that it was too long, and not take it for a fault of the statement
        "statement_timeout": str(round(1000 * (statement_seconds + _LATER_SECONDS))),
        "idle_in_transaction_session_timeout": str(1000 * _STALLED_SECONDS),
        **{f"tcp_keepalives_{name}": str(value) for name, value in KEEP_ALIVE.items()},
    }
