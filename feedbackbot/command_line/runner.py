"""How a command does its work and says what was wrong."""

import asyncio
from collections.abc import Coroutine
from typing import Any, NoReturn

import typer

from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.settings import Settings, load_settings


def carry_out(work: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end; what is wrong outside the program becomes one line and exit code 2."""
    try:
        return asyncio.run(work)
    except (SettingsError, DatabaseAway) as problem:
        refuse(str(problem))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def settings() -> Settings:
    """The settings, or one line that names the wrong one; from here on the city's time is kept."""
    from feedbackbot.usecases.units.city_file import keep_city_time

    found = settings_alone()
    try:
        keep_city_time(found)
    except SettingsError as problem:
        refuse(str(problem))
    return found


def settings_alone() -> Settings:
    """For what has to work whatever is wrong with the city's file."""
    try:
        return load_settings()
    except SettingsError as problem:
        refuse(str(problem))


def refuse(line: str) -> NoReturn:
    typer.echo(f"bot.py: {line}", err=True)
    raise typer.Exit(2) from None
