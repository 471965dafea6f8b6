"""What lies near a point on the map, where the city has said where its places are."""

from functools import lru_cache

from feedbackbot.data import read_places
from feedbackbot.domain.units.places import Place, nearest, parse_places
from feedbackbot.figures import CITIES
from feedbackbot.storage.transaction import Transaction


def place_near(tx: Transaction, latitude: float | None, longitude: float | None) -> Place | None:
    """None without a point, without a file of places, and where nothing is near."""
    file = tx.settings.places_file
    if not file or latitude is None or longitude is None:
        return None
    return nearest(city_places(file), latitude, longitude)


@lru_cache(maxsize=CITIES)
def city_places(file: str) -> tuple[Place, ...]:
    """Raises CityDataError or DataFileError for a file that is wrong."""
    return parse_places(read_places(file), file)
