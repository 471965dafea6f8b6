"""Statements are put into SQL once in a test process, not once in each test's database: a sixth of what the tests of turns cost.

SQLAlchemy keeps what it has compiled by engine, and every test has its own. The bot itself has one engine for as long as it runs, so
to share is nearer to it than to begin anew.
"""

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

_MOST = 5_000
_Key = tuple[Any, ...]


class _Shared(LRUCache[_Key, Any]):
    """As of one dialect each: the keys begin with the dialect, and every engine makes its own."""

    def get(self, key: _Key, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: _Key, compiled: Any) -> None:
        super().__setitem__(key[1:], compiled)


def share_statements() -> None:
    """From now on, for all engines of this process."""
    by_kind: dict[str, _Shared] = {}

    def share(connection: Connection) -> None:
        dialect = connection.dialect
        cache = by_kind.setdefault(f"{dialect.name}+{dialect.driver}", _Shared(_MOST))
        connection.execution_options(compiled_cache=cache)

    event.listen(Engine, "engine_connect", share)
