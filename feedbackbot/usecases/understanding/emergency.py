"""The numbers to call in danger."""

from functools import lru_cache

from feedbackbot.data import DataFileError, read_city
from feedbackbot.domain.units.city import CityDataError, parse_city
from feedbackbot.domain.units.emergency_numbers import NATIONAL, EmergencyNumber
from feedbackbot.figures import CITIES
from feedbackbot.storage.transaction import Transaction


def emergency_numbers(tx: Transaction) -> tuple[EmergencyNumber, ...]:
    """Of the city's file."""
    return _of_city(tx.settings.city)


@lru_cache(maxsize=CITIES)
def _of_city(name: str) -> tuple[EmergencyNumber, ...]:
    """Read once. A file that became unreadable since the start must not keep anybody from help."""
    try:
        return parse_city(*read_city(name)).emergency
    except (DataFileError, CityDataError):
        return NATIONAL
