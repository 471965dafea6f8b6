"""Use cases and queries run one by one, without a bot around them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Select

from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.builders import test_settings
from tests.talk import CHANNEL, Clock

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Desk:
    """A database and a clock that only the test moves."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    settings: Settings = field(default_factory=test_settings)

    async def do(
        self, work: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run in one transaction and commit."""
        return await self.database.write(lambda c: work(self.transaction(c), *args, **kwargs))

    async def look(
        self, work: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run on a connection that cannot write."""
        return await self.database.read(lambda c: work(self.transaction(c), *args, **kwargs))

    async def rows(self, query: Select[Any]) -> list[Any]:
        """All rows of a query; a bare value where it has one column."""

        def work(connection: Connection) -> list[Any]:
            found = connection.execute(query).all()
            return [row[0] if len(row) == 1 else tuple(row) for row in found]

        return await self.database.read(work)

    async def knows(self, name: str) -> int:
        """The id of the person's address, made if need be."""
        contact, _ = await self.do(lock_chat, CHANNEL, name)
        return contact.address_id

    @property
    def runtime(self) -> Runtime:
        return Runtime(self.database, self.clock, self.settings)

    def transaction(self, connection: Connection) -> Transaction:
        return Transaction(connection, self.clock(), self.settings)
