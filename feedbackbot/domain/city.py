"""A city, its units and their services, read from what its data file holds.

`parse_city` takes the plain mapping that a YAML reader gives and either returns a City or says, in one
sentence, which place of the file is wrong. It reads no file itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

SHORT_NAME_LENGTH: Final = 24  # The narrowest button: a row of a WhatsApp list.
_CODE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?")


class CityDataError(Exception):
    """The data of a city cannot be used; the text names the place and what is wrong there."""


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


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter with its own QR code; `services` are the codes served there, all when it names none."""

    code: str
    name: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A public service unit. `kecamatan` is None for a unit of the whole city; so is a number not known."""

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

    def unit(self, code: str) -> Unit | None:
        return next((unit for unit in self.units if unit.code == code), None)


def parse_city(raw: object, source: str) -> City:
    """The city that the mapping describes. CityDataError names the `source` (a file) and the wrong place."""
    try:
        return _city(_Place(raw, ""))
    except CityDataError as error:
        raise CityDataError(f"{source}: {error}") from None


def _city(place: "_Place") -> City:
    place.only("code", "name", "government", "time_zone", "kecamatan", "kinds", "units")
    kecamatan = tuple(_named(item) for item in place.items("kecamatan"))
    kinds = tuple(_named(item) for item in place.items("kinds"))
    units = tuple(_unit(item, kinds, kecamatan) for item in place.items("units"))
    for key, found in (("kecamatan", kecamatan), ("kinds", kinds), ("units", units)):
        place.no_doubles(key, [one.code for one in found])
    place.no_doubles("units", [unit.name.casefold() for unit in units])
    return City(
        place.code(), place.text("name"), place.text("government"), _time_zone(place), kecamatan, kinds, units
    )


class _Place:
    """A mapping of the file together with where it stands, so that each complaint can name its place."""

    def __init__(self, raw: object, path: str) -> None:
        if not isinstance(raw, Mapping):
            raise CityDataError(f"{path or 'top'}: a list of names and values is wanted, not {raw!r:.60}")
        self.raw: Mapping[str, Any] = raw
        self.path = path

    def wrong(self, key: str, problem: str) -> CityDataError:
        return CityDataError(f"{self.path + '.' if self.path else ''}{key}: {problem}")

    def only(self, *known: str) -> None:
        for key in self.raw:
            if key not in known:
                raise self.wrong(str(key), f"not known here; known are {', '.join(known)}")

    def text(self, key: str) -> str:
        value = self.raw.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"a text is wanted, not {value!r:.60}")
        return value.strip()

    def code(self) -> str:
        value = self.text("code")
        if not _CODE.fullmatch(value):
            raise self.wrong("code", f"{value!r} is not 1-20 lower-case letters, digits and inner hyphens")
        return value

    def short_name(self) -> str:
        key = "short_name" if "short_name" in self.raw else "name"
        value = self.text(key)
        if len(value) > SHORT_NAME_LENGTH:
            raise self.wrong(
                "short_name", f"needed: {value!r} has {len(value)} characters, {SHORT_NAME_LENGTH} fit"
            )
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.raw.get(key) or []
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.wrong(key, f"a list is wanted, not {value!r:.60}")
        for number, word in enumerate(value, 1):
            if not isinstance(word, str) or not word.strip():
                raise self.wrong(f"{key}[{number}]", f"a text is wanted, not {word!r:.60}")
        return tuple(word.strip() for word in value)

    def items(self, key: str, *, may_be_empty: bool = False) -> list["_Place"]:
        value = self.raw.get(key) or []
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.wrong(key, f"a list is wanted, not {value!r:.60}")
        if not value and not may_be_empty:
            raise self.wrong(key, "at least one is wanted")
        before = f"{self.path}." if self.path else ""
        return [
            _Place(item, f"{before}{key}[{number}]{_code_in(item)}") for number, item in enumerate(value, 1)
        ]

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        value, known = self.text(key), tuple(allowed)
        if value not in known:
            raise self.wrong(key, f"{value!r} is none of {', '.join(known)}")
        return value

    def no_doubles(self, key: str, values: Sequence[str]) -> None:
        seen: set[str] = set()
        for number, value in enumerate(values, 1):
            if value in seen:
                raise self.wrong(f"{key}[{number}]", f"{value!r} is there twice")
            seen.add(value)


def _code_in(item: object) -> str:
    return f" ({item['code']})" if isinstance(item, Mapping) and isinstance(item.get("code"), str) else ""


def _named(place: _Place) -> Named:
    place.only("code", "name")
    return Named(place.code(), place.text("name"))


def _unit(place: _Place, kinds: Sequence[Named], kecamatan: Sequence[Named]) -> Unit:
    place.only(
        *("code", "name", "short_name", "kind", "kecamatan", "keywords", "services", "counters"),
        *("verified", "yearly_visitors"),
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
    )


def _service(place: _Place) -> Service:
    place.only("code", "name", "short_name", "keywords")
    return Service(place.code(), place.text("name"), place.short_name(), place.words("keywords"))


def _counter(place: _Place, services: Sequence[Service]) -> Counter:
    place.only("code", "name", "services")
    served = place.words("services")
    for number, code in enumerate(served, 1):
        if code not in {service.code for service in services}:
            raise place.wrong(f"services[{number}]", f"the unit has no service {code!r}")
    return Counter(place.code(), place.text("name"), served)


def _verified(place: _Place) -> bool:
    value = place.raw.get("verified", True)
    if not isinstance(value, bool):
        raise place.wrong("verified", f"true or false is wanted, not {value!r:.60}")
    return value


def _yearly_visitors(place: _Place) -> int | None:
    value = place.raw.get("yearly_visitors")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise place.wrong("yearly_visitors", f"a whole number from 1 is wanted, not {value!r:.60}")
    return value


def _time_zone(place: _Place) -> str:
    value = place.text("time_zone")
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise place.wrong("time_zone", f"{value!r} is not known") from None
    return value
