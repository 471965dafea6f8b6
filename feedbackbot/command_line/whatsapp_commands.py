"""Commands about what the account of the other chat service holds: its templates and its forms."""

import typer

from feedbackbot.command_line.runner import carry_out
from feedbackbot.command_line.runner import settings as present_settings


def add_whatsapp_commands(app: typer.Typer) -> None:
    """whatsapp-templates, whatsapp-forms."""

    @app.command(name="whatsapp-templates")
    def templates(push: bool = typer.Option(False, help="Create what is missing.")) -> None:
        """Compare the templates that are needed with those of the account."""
        from feedbackbot.command_line.whatsapp_account import show_templates

        raise typer.Exit(carry_out(show_templates(present_settings(), push=push)))

    @app.command(name="whatsapp-forms")
    def forms(push: bool = typer.Option(False, help="Create and publish what is missing.")) -> None:
        """Compare the forms that are needed with those of the account."""
        from feedbackbot.command_line.whatsapp_account import show_forms

        raise typer.Exit(carry_out(show_forms(present_settings(), push=push)))
