"""A further city for a process that serves several: its settings, its key, its place in the file of cities."""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from feedbackbot.errors import SettingsError
from feedbackbot.settings import PREFIX
from feedbackbot.settings.cities import NAME, Cities, City, read_cities
from feedbackbot.usecases.units.city_file import load_city

_FIRST_PORT = 8101


@dataclass(frozen=True, slots=True)
class NewCity:
    """As an operator gives it; `database` and `title` may be empty."""

    name: str
    city_file: Path
    token: str
    database: str = ""
    title: str = ""


def add_city(file: Path, new: NewCity) -> Path:
    """Its settings' file, readable by its owner alone. All is checked before it stands in the file of cities. Raises
    SettingsError."""
    cities = read_cities(file) if file.exists() else Cities(file, "127.0.0.1", 8090, [])
    if not NAME.fullmatch(new.name):
        raise SettingsError(f"{new.name}: a city's name has small letters, figures and hyphens")
    if new.name in {one.name for one in cities.cities}:
        raise SettingsError(f"{new.name} stands in {file} already")
    city = City(new.name, file.absolute().parent / f"{new.name}.env")
    _write(city.file, _settings_of(new, city, cities))
    try:
        with_it = Cities(file, cities.watch_host, cities.watch_port, [*cities.cities, city])
        known = load_city(with_it.settings_of(city))
        with city.file.open("a", encoding="utf-8") as own:
            own.write(f"{PREFIX}CITY_TITLE={_quoted(new.title or known.name)}\n")
            own.write(f"{PREFIX}CITY_GOVERNMENT={_quoted(known.government)}\n")
        _put_down(file, new.name)
    except BaseException:
        with suppress(OSError):
            city.file.unlink()
        raise
    return city.file


def _settings_of(new: NewCity, city: City, cities: Cities) -> str:
    folder = city.file.parent
    values = {
        "CITY": str(new.city_file.absolute()),
        "TELEGRAM_TOKEN": new.token,
        "SECRET_KEY": secrets.token_urlsafe(36),
        "WEBHOOK_SECRET": secrets.token_urlsafe(24),
        "DATABASE_URL": new.database or f"sqlite:///{folder / new.name}.db",
        "ERASURE_LOG": str(folder / f"{new.name}.erasures"),
        "WEB_PORT": str(_free_port(cities)),
    }
    return "".join(f"{PREFIX}{name}={_quoted(value)}\n" for name, value in values.items())


def _quoted(value: str) -> str:
    if any(sign in value for sign in "'\\\n\r"):
        raise SettingsError(
            "what is given cannot stand in a file of settings: it has a quote, a backslash or a line end"
        )
    return f"'{value}'"


def _free_port(cities: Cities) -> int:
    taken = {cities.watch_port}
    for one in cities.cities:
        with suppress(SettingsError):
            taken.add(one.settings().web_port)
    return next(port for port in range(_FIRST_PORT, 65536) if port not in taken)


def _write(file: Path, content: str) -> None:
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise SettingsError(f"{file} is there already") from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as own:
        own.write(content)


def _put_down(file: Path, name: str) -> None:
    """At the end: what somebody has written into the file stays as it is."""
    with file.open("a", encoding="utf-8") as cities:
        cities.write(f'\n[[city]]\nname = "{name}"\nsettings = "{name}.env"\n')
