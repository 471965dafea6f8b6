"""Commands that open the first door."""

import typer

from feedbackbot.command_line.runner import carry_out, settings


def add_role_commands(app: typer.Typer) -> None:
    """admin-code."""

    @app.command(name="admin-code")
    def admin_code() -> None:
        """Print a code that makes whoever sends it to the bot a superadmin: once, within 24 hours."""
        from feedbackbot.command_line.in_database import in_database
        from feedbackbot.usecases.people.grant_roles import make_admin_code

        code = carry_out(in_database(settings(), make_admin_code))
        typer.echo(f"/admin {code}\nSend this line to the bot within 24 hours; it works once.")
