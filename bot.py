"""The command line: `python bot.py --help`."""

import asyncio
import secrets
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import typer

from conversations import ALL, HOME
from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.settings import load_settings
from feedbackbot.telemetry import set_up_logging

app = typer.Typer(add_completion=False, no_args_is_help=True, help="The city's chat assistant.")


def _carry_out(work: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end; what is wrong outside the program becomes one line and exit code 2."""
    try:
        return asyncio.run(work)
    except (SettingsError, DatabaseAway) as problem:
        typer.echo(f"bot.py: {problem}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


@app.command()
def demo(
    once: bool = typer.Option(False, help="Replay the example answers, print the result and end."),
    port: int = typer.Option(8081, help="Port of the page; 0 takes a free one."),
) -> None:
    """The main job without token, server or internet: people in a browser page, a bot that answers them."""
    from feedbackbot.playground.demo import run_demo

    raise typer.Exit(_carry_out(run_demo(ALL, HOME, once=once, port=port)))


@app.command()
def run(webhook: bool = typer.Option(False, help="Take updates by webhook instead of polling.")) -> None:
    """Run the bot until SIGTERM or Ctrl-C."""
    from feedbackbot import running, wiring

    async def work() -> None:
        settings = load_settings()
        set_up_logging(settings.log_format, settings.log_level)
        await running.run(wiring.assemble(settings, ALL, HOME), webhook=webhook)

    _carry_out(work())


@app.command()
def migrate(revision: str = typer.Argument("head")) -> None:
    """Bring the database and the city's units up to date (or the database down to an older REVISION)."""
    from feedbackbot.usecases.prepare_database import prepare_database

    typer.echo(_carry_out(prepare_database(load_settings_or_exit(), revision)))


@app.command()
def backup(file: Path) -> None:
    """Copy the database to FILE while the bot runs."""
    from feedbackbot.storage.schema import back_up

    _carry_out(back_up(load_settings_or_exit().database_url, file))
    typer.echo(f"{file}: {file.stat().st_size:,} bytes")


@app.command()
def check() -> None:
    """Check the database's integrity; exit code 1 and a line a problem if there are any."""
    from feedbackbot.storage.schema import integrity_problems

    problems = integrity_problems(load_settings_or_exit().database_url)
    for line in problems:
        typer.echo(line)
    typer.echo("ok" if not problems else f"{len(problems)} problems")
    raise typer.Exit(1 if problems else 0)


@app.command()
def jobs() -> None:
    """Show each job's last run, its counts and its next run."""
    from feedbackbot.jobs.listing import list_jobs

    typer.echo(_carry_out(list_jobs(load_settings_or_exit())))


@app.command(name="new-key")
def new_key() -> None:
    """Make a secret key for FEEDBACKBOT_SECRET_KEY."""
    typer.echo(secrets.token_urlsafe(36))


def load_settings_or_exit() -> Any:
    try:
        return load_settings()
    except SettingsError as problem:
        typer.echo(f"bot.py: {problem}", err=True)
        raise typer.Exit(2) from None


if __name__ == "__main__":
    app()
