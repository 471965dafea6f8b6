"""Databases with the city's units in them."""

from feedbackbot.clock import system_now
from feedbackbot.settings import load_settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.units.city_file import load_city
from feedbackbot.usecases.units.load_city_units import load_city_units


async def load_units(database_url: str) -> None:
    """The city's own file into a migrated database."""
    settings = load_settings(None, secret_key="k" * 40, database_url=database_url)
    database = open_database(database_url)
    try:
        await database.write(
            lambda connection: load_city_units(
                Transaction(connection, system_now(), settings), load_city(settings)
            )
        )
    finally:
        await database.close()
