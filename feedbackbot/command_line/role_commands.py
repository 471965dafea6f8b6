"""Commands that open the first door."""

import typer

from feedbackbot.command_line.runner import carry_out, settings


def add_role_commands(app: typer.Typer) -> None:
    """admin-code."""

    @app.command(name="admin-code")
    def admin_code() -> None:
        """Print a code that makes whoever sends it to the bot a superadmin: once, within 24 hours."""
        from feedbackbot.clock import system_now
        from feedbackbot.settings import Settings
        from feedbackbot.storage.database import open_database
        from feedbackbot.storage.schema import is_current
        from feedbackbot.storage.transaction import Transaction
        from feedbackbot.usecases.people.grant_roles import make_admin_code

        async def work(present: Settings) -> str:
            from feedbackbot.errors import SettingsError

            present.require_key()
            if not await is_current(present.database_url):
                raise SettingsError("the database is not up to date: run `python bot.py migrate` first")
            database = open_database(present.database_url, synchronous=present.sqlite_synchronous)
            try:
                return await database.write(
                    lambda connection: make_admin_code(Transaction(connection, system_now(), present))
                )
            finally:
                await database.close()

        code = carry_out(work(settings()))
        typer.echo(f"/admin {code}\nSend this line to the bot within 24 hours; it works once.")
