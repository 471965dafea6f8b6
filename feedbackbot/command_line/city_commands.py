"""Commands for several cities in one process."""

import asyncio
import os
import sys
from pathlib import Path

import typer

from feedbackbot.command_line.runner import refuse
from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.settings.cities import Cities, City, read_cities

_FILE = typer.Option("cities.toml", "--file", help="The file of cities.")


def add_city_commands(app: typer.Typer) -> None:
    """cities: list, add, migrate, do."""
    cities = typer.Typer(no_args_is_help=False, help="Several cities in one process: list, add, migrate, do.")
    cities.callback(invoke_without_command=True)(_list)
    cities.command()(add)
    cities.command()(migrate)
    cities.command()(do)
    app.add_typer(cities, name="cities")


def _list(context: typer.Context, file: Path = _FILE) -> None:
    """What stands in the file, and what is wrong with it. Exit code 1 if anything is."""
    from feedbackbot.usecases.units.city_file import load_city

    if context.invoked_subcommand is not None:
        return
    wrong = 0
    found = _read(file)
    for one in found.cities:
        try:
            settings = found.settings_of(one)
            city = load_city(settings)
            kept = settings.database_url.partition(":")[0]
            typer.echo(
                f"{one.name}: {city.name}, {len(city.units)} units, {city.time_zone}, {kept}, port {settings.web_port}"
            )
        except SettingsError as problem:
            wrong += 1
            typer.echo(f"{one.name}: {problem}")
    raise typer.Exit(1 if wrong else 0)


def add(
    name: str = typer.Argument(
        help="Small letters, figures and hyphens; for ever: logs and figures bear it."
    ),
    city_file: Path = typer.Option(..., "--city", help="The city's own YAML file (docs/city-file.md)."),
    token_file: Path | None = typer.Option(
        None,
        help="File with the bot's token; asked for without it, so that it stands in no list of processes.",
    ),
    database: str = typer.Option(
        "", help="Address of its database; an SQLite file beside the file of cities if not given."
    ),
    title: str = typer.Option("", help="The city's name on reports; that of its file if not given."),
    file: Path = _FILE,
) -> None:
    """Add a city: its file is checked, its secret key made, its settings written (readable by you alone)."""
    from feedbackbot.usecases.units.new_city import NewCity, add_city

    try:
        token = (
            token_file.read_text("utf-8").strip()
            if token_file
            else typer.prompt("Token of the bot", hide_input=True)
        )
        made = add_city(file, NewCity(name, city_file, token, database, title))
    except (SettingsError, OSError) as problem:
        refuse(str(problem))
    typer.echo(f"{made}: keep a copy of its FEEDBACKBOT_SECRET_KEY with the backups, but apart")
    typer.echo(
        f"then: bot.py cities migrate --file {file}; a process that runs takes the city at its next start"
    )


def migrate(
    only: str = typer.Option("", help="One city by name; all if not given."), file: Path = _FILE
) -> None:
    """Bring every city's database up to date and read its file; one that fails keeps none of the others."""
    found = _read(file)
    chosen = [one for one in found.cities if only in ("", one.name)]
    if not chosen:
        refuse(f"{file}: no city is called {only}")
    failed = 0
    for one in chosen:
        try:
            typer.echo(f"{one.name}: {asyncio.run(_migrated(found, one))}")
        except Exception as problem:
            failed += 1
            said = isinstance(problem, SettingsError | DatabaseAway)
            typer.echo(f"{one.name}: {problem if said else type(problem).__name__}", err=True)
    raise typer.Exit(1 if failed else 0)


async def _migrated(cities: Cities, city: City) -> str:
    from feedbackbot.usecases.units.city_file import keep_city_time
    from feedbackbot.usecases.units.prepare_database import copy_before_migrating, prepare_database

    settings = cities.settings_of(city)
    keep_city_time(settings)
    await copy_before_migrating(settings)
    return await prepare_database(settings, "head")


def do(
    name: str = typer.Argument(help="The city."),
    command: list[str] = typer.Argument(help="Any other command with its options, behind --."),
    file: Path = _FILE,
) -> None:
    """Carry out another command for one city: bot.py cities do makassar -- backup FILE."""
    found = _read(file)
    try:
        city = next((one for one in found.cities if one.name == name), None)
        if city is None:
            refuse(f"{file}: no city is called {name}")
        found.settings_of(city)
        os.environ.update(city.environment())
    except SettingsError as problem:
        refuse(str(problem))
    os.execv(sys.executable, [*sys.orig_argv[: sys.orig_argv.index("cities")], *command])  # noqa: S606


def _read(file: Path) -> Cities:
    try:
        return read_cities(file)
    except SettingsError as problem:
        refuse(str(problem))
