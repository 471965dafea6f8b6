"""The city's file of this installation, and the time it sets."""

from feedbackbot.city_title import keep_title
from feedbackbot.clock import keep_time_of
from feedbackbot.data import DataFileError, read_city
from feedbackbot.domain.units.city import City, CityDataError, parse_city
from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings


def keep_city_time(settings: Settings) -> None:
    """From here on the process, or what a task starts, keeps the city's time and says its name. Raises SettingsError where the city's
    file cannot be used."""
    keep_time_of(load_city(settings).time_zone)
    keep_title(settings.city_title)


def load_city(settings: Settings) -> City:
    """The city's file, checked. Raises SettingsError that names the wrong place."""
    try:
        return parse_city(*read_city(settings.city))
    except (DataFileError, CityDataError) as problem:
        raise SettingsError(f"FEEDBACKBOT_CITY: {problem}") from None
