"""A city, its units and their services, read from what its data file holds.

`parse_city` takes the plain mapping that a YAML reader gives and either returns a City or says, in one
sentence, which place of the file is wrong. It reads no file itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from feedbackbot.domain.units.city_facts import CityFact, facts_in
from feedbackbot.domain.units.city_place import SHORT_NAME_LENGTH, CityDataError, Place
from feedbackbot.domain.units.emergency_numbers import EmergencyNumber, numbers_in
from feedbackbot.domain.units.unit_hours import hours_as_kept

__all__ = ["SHORT_NAME_LENGTH", "City", "CityDataError", "Counter", "Named", "Service", "Unit", "parse_city"]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a code that never changes and a name to show (a kecamatan, a kind of unit)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service of a unit. `short_name` has at most 24 characters."""

    code: str
    name: str
    short_name: str
    keywords: tuple[str, ...]
    facts: tuple[CityFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter with its own QR code; `services` are the codes served there, all when it names none."""

    code: str
    name: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A public service unit. `kecamatan` is None for a unit of the whole city; so is a number not known. `hours` as in `unit_hours`."""

    code: str
    name: str
    short_name: str
    kind: str
    kecamatan: str | None
    keywords: tuple[str, ...]
    services: tuple[Service, ...]
    counters: tuple[Counter, ...]
    verified: bool
    yearly_visitors: int | None
    hours: str = ""
    facts: tuple[CityFact, ...] = ()


@dataclass(frozen=True, slots=True)
class City:
    """All that a city's file says. `government` is what stands on a report's cover."""

    code: str
    name: str
    government: str
    time_zone: str
    kecamatan: tuple[Named, ...]
    kinds: tuple[Named, ...]
    units: tuple[Unit, ...]
    emergency: tuple[EmergencyNumber, ...] = ()

    def unit(self, code: str) -> Unit | None:
        return next((unit for unit in self.units if unit.code == code), None)


def parse_city(raw: object, source: str) -> City:
    """The city that the mapping describes. CityDataError names the `source` (a file) and the wrong place."""
    try:
        return _city(Place(raw, ""))
    except CityDataError as error:
        raise CityDataError(f"{source}: {error}") from None


def _city(place: Place) -> City:
    place.only("code", "name", "government", "time_zone", "kecamatan", "kinds", "units", "emergency")
    kecamatan = tuple(_named(item) for item in place.items("kecamatan"))
    kinds = tuple(_named(item) for item in place.items("kinds"))
    units = tuple(_unit(item, kinds, kecamatan) for item in place.items("units"))
    for key, found in (("kecamatan", kecamatan), ("kinds", kinds), ("units", units)):
        place.no_doubles(key, [one.code for one in found])
    place.no_doubles("units", [unit.name.casefold() for unit in units])
    return City(
        place.code(),
        place.text("name"),
        place.text("government"),
        _time_zone(place),
        kecamatan,
        kinds,
        units,
        numbers_in(place),
    )


def _named(place: Place) -> Named:
    place.only("code", "name")
    return Named(place.code(), place.text("name"))


def _unit(place: Place, kinds: Sequence[Named], kecamatan: Sequence[Named]) -> Unit:
    place.only(
        *("code", "name", "short_name", "kind", "kecamatan", "keywords", "services", "counters"),
        *("verified", "yearly_visitors", "hours", "facts"),
    )
    services = tuple(_service(item) for item in place.items("services"))
    place.no_doubles("services", [service.code for service in services])
    counters = tuple(_counter(item, services) for item in place.items("counters", may_be_empty=True))
    place.no_doubles("counters", [counter.code for counter in counters])
    return Unit(
        code=place.code(),
        name=place.text("name"),
        short_name=place.short_name(),
        kind=place.one_of("kind", (kind.code for kind in kinds)),
        kecamatan=(
            None
            if place.raw.get("kecamatan") is None
            else place.one_of("kecamatan", (one.code for one in kecamatan))
        ),
        keywords=place.words("keywords"),
        services=services,
        counters=counters,
        verified=_verified(place),
        yearly_visitors=_yearly_visitors(place),
        hours=_hours(place),
        facts=facts_in(place),
    )


def _service(place: Place) -> Service:
    place.only("code", "name", "short_name", "keywords", "facts")
    return Service(
        place.code(), place.text("name"), place.short_name(), place.words("keywords"), facts_in(place)
    )


def _counter(place: Place, services: Sequence[Service]) -> Counter:
    place.only("code", "name", "services")
    served = place.words("services")
    for number, code in enumerate(served, 1):
        if code not in {service.code for service in services}:
            raise place.wrong(f"services[{number}]", f"the unit has no service {code!r}")
    return Counter(place.code(), place.text("name"), served)


def _verified(place: Place) -> bool:
    value = place.raw.get("verified", True)
    if not isinstance(value, bool):
        raise place.wrong("verified", f"true or false is wanted, not {value!r:.60}")
    return value


def _yearly_visitors(place: Place) -> int | None:
    value = place.raw.get("yearly_visitors")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise place.wrong("yearly_visitors", f"a whole number from 1 is wanted, not {value!r:.60}")
    return value


def _hours(place: Place) -> str:
    try:
        return hours_as_kept(place.raw.get("hours"))
    except ValueError as problem:
        raise place.wrong("hours", str(problem)) from None


def _time_zone(place: Place) -> str:
    value = place.text("time_zone")
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise place.wrong("time_zone", f"{value!r} is not known") from None
    return value
