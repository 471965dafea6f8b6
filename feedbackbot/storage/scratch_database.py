"""A database beside the own on the same PostgreSQL server, made for a trial."""

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from feedbackbot.errors import SettingsError


async def create_database(url: str, name: str) -> None:
    """Another one on the same PostgreSQL server. Raises SettingsError where the role may not."""
    await _outside_transactions(url, f'CREATE DATABASE "{name}"')


async def drop_database(url: str, name: str) -> None:
    await _outside_transactions(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def _outside_transactions(url: str, statement: str) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(
        make_url(url).set(drivername="postgresql+asyncpg"), poolclass=NullPool, isolation_level="AUTOCOMMIT"
    )
    try:
        async with engine.connect() as connection:
            await connection.exec_driver_sql(statement)
    except (OSError, DBAPIError) as problem:
        what = statement.partition('"')[0].strip()
        raise SettingsError(f"{what}: {str(problem).splitlines()[0]}") from None
