"""The file of cities: which bots one process serves, each with settings of its own.

```toml
[watch]
port = 8090

[[city]]
name = "makassar"
settings = "makassar.env"     # beside this file: FEEDBACKBOT_…=… a line
```
What all cities have in common stands in the environment or in `.env`, as for one city; a city's own file goes first.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from dotenv import dotenv_values

from feedbackbot.errors import SettingsError
from feedbackbot.settings import PREFIX, Settings, load_settings

NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,30}")
_OWN: Final = ("secret_key", "database_url")
_APART: Final = (*_OWN, "telegram_token", "whatsapp_token", "erasure_log", "backup_folder")
"""What no two cities may have together, where they have it."""


@dataclass(frozen=True, slots=True)
class City:
    """A city of the file; its settings are read when it starts, so that one can be mended while the others go on."""

    name: str
    file: Path

    def settings(self) -> Settings:
        """Raises SettingsError that names the city's file."""
        return load_settings(**_own_values(self.file))  # type: ignore[arg-type]

    def environment(self) -> dict[str, str]:
        """The same for a process of its own. Raises SettingsError."""
        return {PREFIX + name.upper(): value for name, value in _own_values(self.file).items()}


@dataclass(frozen=True, slots=True)
class Cities:
    """`watch_port`: of health and figures of the whole process."""

    file: Path
    watch_host: str
    watch_port: int
    cities: Sequence[City]

    def settings_of(self, city: City) -> Settings:
        """Raises SettingsError for what is wrong, or belongs to another city that stands before it."""
        mine = _own_values(city.file)
        for other in self.cities[: self.cities.index(city)]:
            try:
                theirs = _own_values(other.file)
            except SettingsError:  # it is not served, so it shares nothing
                continue
            _refuse_together(city, mine, other, theirs)
        return city.settings()


def read_cities(file: Path) -> Cities:
    """Raises SettingsError for a file that cannot be read as one; what is wrong with one city's settings is found when it starts."""
    try:
        read = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise SettingsError(f"{file}: {problem}") from None
    watch, rows = read.pop("watch", {}), read.pop("city", [])
    if read or not isinstance(watch, dict) or not isinstance(rows, list):
        raise SettingsError(f"{file}: holds [watch] and a [[city]] for each city, nothing else")
    if unknown := watch.keys() - {"host", "port"}:
        raise SettingsError(f"{file}: [watch] has no {min(unknown)}")
    cities = [_city(file, number, row) for number, row in enumerate(rows, 1)]
    names = [one.name for one in cities]
    if twice := {one for one in names if names.count(one) > 1}:
        raise SettingsError(f"{file}: {min(twice)} stands twice")
    return Cities(file, str(watch.get("host", "127.0.0.1")), _port(file, watch.get("port", 8090)), cities)


def _port(file: Path, given: Any) -> int:
    if not isinstance(given, int) or not 0 <= given < 65536:
        raise SettingsError(f"{file}: [watch] port must be a number up to 65535")
    return given


def _city(file: Path, number: int, row: Any) -> City:
    name = row.get("name") if isinstance(row, dict) else None
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise SettingsError(f"{file}: city {number} needs a name of small letters, figures and hyphens")
    if unknown := row.keys() - {"name", "settings"}:
        raise SettingsError(f"{file}: {name} has no {min(unknown)}")
    return City(name, file.parent / str(row.get("settings", f"{name}.env")))


def _own_values(file: Path) -> Mapping[str, str]:
    """By the names of the settings. Raises SettingsError."""
    try:
        return _read_values(file, file.stat().st_mtime_ns)
    except OSError:
        raise SettingsError(f"{file}: there is no such file") from None


@lru_cache(maxsize=4096)
def _read_values(file: Path, _changed: int) -> Mapping[str, str]:
    """Read once: each city is compared with all before it."""
    values: dict[str, str] = {}
    for key, value in dotenv_values(file, interpolate=False).items():
        name = key.removeprefix(PREFIX).lower()
        if not key.startswith(PREFIX) or name not in Settings.model_fields:
            raise SettingsError(f"{file}: {key} is no setting")
        values[name] = value or ""
    for name in _OWN:
        if not values.get(name):
            raise SettingsError(f"{file}: {PREFIX}{name.upper()} must be the city's own")
    if not values.get("telegram_token") and not values.get("whatsapp_token"):
        raise SettingsError(
            f"{file}: {PREFIX}TELEGRAM_TOKEN or {PREFIX}WHATSAPP_TOKEN must be the city's own"
        )
    if values["database_url"].startswith("postgresql") and not values.get("erasure_log"):
        raise SettingsError(f"{file}: {PREFIX}ERASURE_LOG must be the city's own where PostgreSQL keeps it")
    # a token of the environment is another city's
    return {"telegram_token": "", "whatsapp_token": "", "backup_folder": "", **values}


def _refuse_together(city: City, mine: Mapping[str, str], other: City, theirs: Mapping[str, str]) -> None:
    for name in _APART:
        if (value := mine.get(name)) and value == theirs.get(name):
            raise SettingsError(f"{city.file}: {PREFIX}{name.upper()} is that of {other.name}")
    port = mine.get("web_port", "0")
    if port != "0" and port == theirs.get("web_port"):
        raise SettingsError(f"{city.file}: {PREFIX}WEB_PORT is that of {other.name}")
