"""Commands that run a bot."""

import secrets
from collections.abc import Sequence

import typer

from feedbackbot.command_line.run_command import run as run_bot
from feedbackbot.command_line.run_command import run_many
from feedbackbot.command_line.runner import carry_out
from feedbackbot.dialogue.conversation import Conversation


def add_bot_commands(app: typer.Typer, conversations: Sequence[Conversation], home: str) -> None:
    """demo, run, new-key."""

    @app.command()
    def demo(
        once: bool = typer.Option(False, help="Replay the example answers, print the result and end."),
        port: int = typer.Option(8081, help="Port of the page; 0 takes a free one."),
        living: bool = typer.Option(
            False,
            help="A city that has lived with the bot for a year: ratings, cases, trainings, a forum, a phone a role.",
        ),
    ) -> None:
        """The main job without token, server or internet: people in a browser page, a bot that answers them."""
        from feedbackbot.playground.demo import run_demo

        raise typer.Exit(carry_out(run_demo(conversations, home, once=once, port=port, living=living)))

    @app.command()
    def run(
        webhook: bool = typer.Option(False, help="Take updates by webhook instead of polling."),
        cities: str = typer.Option("", help="Serve all cities of this file (bot.py cities) in one process."),
    ) -> None:
        """Run the bot until SIGTERM or Ctrl-C."""
        if cities:
            raise typer.Exit(run_many(conversations, home, cities, webhook=webhook))
        raise typer.Exit(run_bot(conversations, home, webhook=webhook))

    @app.command(name="new-key")
    def new_key() -> None:
        """Make a secret key for FEEDBACKBOT_SECRET_KEY."""
        typer.echo(secrets.token_urlsafe(36))
