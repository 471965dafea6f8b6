"""Places of the city with a point on the map, and which one lies nearest to where somebody stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from feedbackbot.domain.units.city_place import CityDataError

FARTHEST_KM = 3.0
"""Beyond this nothing is near."""
_EARTH_KM = 6371.0
_LONGEST = 60
# a point outside is a slip, mostly the two figures exchanged
_INDONESIA = (-11.5, 6.5, 94.5, 141.5)


@dataclass(frozen=True, slots=True)
class Place:
    """A gampong or kelurahan by its middle, in degrees."""

    name: str
    district: str
    latitude: float
    longitude: float


def parse_places(read: object, file: str) -> tuple[Place, ...]:
    """Rows of name, kecamatan, latitude, longitude and source. Raises CityDataError that names the file and the row."""
    if not isinstance(read, list):
        raise CityDataError(f"{file}: should be a list of places")
    places = tuple(_place(row, f"{file}: row {number}") for number, row in enumerate(read, 1))
    names = [(one.name, one.district) for one in places]
    if twice := {name for name in names if names.count(name) > 1}:
        raise CityDataError(f"{file}: stands twice: {', '.join(sorted(name for name, _ in twice))}")
    return places


def _place(row: object, where: str) -> Place:
    if not isinstance(row, dict) or row.keys() - {"name", "kecamatan", "latitude", "longitude", "source"}:
        raise CityDataError(f"{where}: should have name, kecamatan, latitude, longitude and source")
    name, district, source = (str(row.get(key) or "").strip() for key in ("name", "kecamatan", "source"))
    if not name or not district or len(name) > _LONGEST or len(district) > _LONGEST:
        raise CityDataError(f"{where}: name and kecamatan are needed, at most {_LONGEST} characters each")
    if not source:
        raise CityDataError(f"{where}: says no source; a point that nobody vouches for leads officers astray")
    latitude, longitude = (_degrees(row.get(key), where) for key in ("latitude", "longitude"))
    south, north, west, east = _INDONESIA
    if not (south <= latitude <= north and west <= longitude <= east):
        raise CityDataError(
            f"{where}: {latitude}, {longitude} lies outside Indonesia; are the two exchanged?"
        )
    return Place(name, district, latitude, longitude)


def _degrees(value: object, where: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise CityDataError(f"{where}: latitude and longitude are numbers in degrees")
    return float(value)


def nearest(places: Sequence[Place], latitude: float, longitude: float) -> Place | None:
    """The one whose middle is nearest, None where all are farther than `FARTHEST_KM`."""
    found = min(places, key=lambda one: distance_km(one, latitude, longitude), default=None)
    return found if found and distance_km(found, latitude, longitude) <= FARTHEST_KM else None


def distance_km(place: Place, latitude: float, longitude: float) -> float:
    """Along the ground."""
    north, east = radians(latitude - place.latitude), radians(longitude - place.longitude)
    part = sin(north / 2) ** 2 + cos(radians(place.latitude)) * cos(radians(latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(part)))
