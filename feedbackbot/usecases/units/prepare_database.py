"""Bring the database and the city's units up to date."""

from pathlib import Path

from feedbackbot.clock import keep_time_of, system_now
from feedbackbot.data import DataFileError, survey_files
from feedbackbot.domain.survey.read_instrument import read_instrument
from feedbackbot.domain.units.city_place import CityDataError
from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.backup import back_up
from feedbackbot.storage.migrating import migrate, try_migrations, waiting_migrations
from feedbackbot.storage.pipeline.canary import keep_canary
from feedbackbot.storage.runtime import open_runtime
from feedbackbot.storage.schema import newest_revision, present_revision
from feedbackbot.storage.sqlite_file import beside, sqlite_file
from feedbackbot.usecases.units.city_file import load_city
from feedbackbot.usecases.units.load_city_units import load_city_units
from feedbackbot.usecases.units.places import city_places


async def prepare_database(settings: Settings, revision: str = "head") -> str:
    """Migrate, then load the city's file (not for an older revision); returns one line that says what there is now."""
    reached = await migrate(settings.database_url, revision)
    if revision != "head":
        return f"database at {reached}"
    city = load_city(settings)
    keep_time_of(city.time_zone)
    check_surveys(settings)
    check_places(settings)
    async with open_runtime(settings) as runtime:
        if settings.secret_key.get_secret_value():
            await runtime.write(keep_canary)
        loaded = await runtime.write(lambda tx: load_city_units(tx, city))
    return f"database at {reached}; {city.name}: {loaded.units} units, {loaded.services} services"


async def rehearse_migrations(settings: Settings) -> list[str]:
    """What `prepare_database` would do to the tables, each tried on what is there now. Nothing is changed. Raises SettingsError."""
    waiting = await waiting_migrations(settings.database_url)
    if waiting and await present_revision(settings.database_url) is not None:
        await try_migrations(settings.database_url)
    return waiting


async def copy_before_migrating(settings: Settings) -> Path | None:
    """An SQLite file is kept as it was, beside itself, where migrations wait; a server's database is whoever runs it to copy."""
    file = sqlite_file(settings.database_url)
    if file is None or await present_revision(settings.database_url) in (None, newest_revision()):
        return None
    copy = beside(file, f".before-migration-{system_now():%Y%m%d-%H%M%S}")
    await back_up(settings.database_url, copy)
    return copy


def check_surveys(settings: Settings) -> None:
    """The city's own surveys beside the SKM. Raises SettingsError that names the wrong place."""
    try:
        for name, raw in survey_files(settings.surveys_folder):
            read_instrument(raw, name)
    except (DataFileError, CityDataError) as problem:
        raise SettingsError(f"FEEDBACKBOT_SURVEYS_FOLDER: {problem}") from None


def check_places(settings: Settings) -> None:
    """The city's places on the map. Raises SettingsError that names the wrong row."""
    if not settings.places_file:
        return
    try:
        city_places(settings.places_file)
    except (DataFileError, CityDataError) as problem:
        raise SettingsError(f"FEEDBACKBOT_PLACES_FILE: {problem}") from None
