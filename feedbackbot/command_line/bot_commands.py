"""Commands that run a bot."""

import secrets
from collections.abc import Sequence

import typer

from feedbackbot.command_line.runner import carry_out
from feedbackbot.command_line.runner import settings as present_settings
from feedbackbot.dialogue.conversation import Conversation


def add_bot_commands(app: typer.Typer, conversations: Sequence[Conversation], home: str) -> None:
    """demo, run, new-key."""

    @app.command()
    def demo(
        once: bool = typer.Option(False, help="Replay the example answers, print the result and end."),
        port: int = typer.Option(8081, help="Port of the page; 0 takes a free one."),
    ) -> None:
        """The main job without token, server or internet: people in a browser page, a bot that answers them."""
        from feedbackbot.playground.demo import run_demo

        raise typer.Exit(carry_out(run_demo(conversations, home, once=once, port=port)))

    @app.command()
    def run(webhook: bool = typer.Option(False, help="Take updates by webhook instead of polling.")) -> None:
        """Run the bot until SIGTERM or Ctrl-C."""
        from feedbackbot import running, wiring
        from feedbackbot.telemetry import set_up_logging

        async def work() -> None:
            settings = present_settings()
            set_up_logging(settings.log_format, settings.log_level)
            await running.run(lambda: wiring.assemble(settings, conversations, home), webhook=webhook)

        carry_out(work())

    @app.command(name="new-key")
    def new_key() -> None:
        """Make a secret key for FEEDBACKBOT_SECRET_KEY."""
        typer.echo(secrets.token_urlsafe(36))
