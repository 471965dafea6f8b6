"""The command line: `python bot.py --help`."""

# ruff: noqa: E402  the rest takes a second to read, and may be told to stop meanwhile
from feedbackbot.command_line.manners import behave

behave()

import typer

from conversations import ALL, HOME
from feedbackbot.command_line.answer_commands import add_answer_commands
from feedbackbot.command_line.bot_commands import add_bot_commands
from feedbackbot.command_line.database_commands import add_database_commands
from feedbackbot.command_line.report_commands import add_report_commands
from feedbackbot.command_line.role_commands import add_role_commands
from feedbackbot.command_line.staff_commands import add_staff_commands
from feedbackbot.command_line.whatsapp_commands import add_whatsapp_commands

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="The city's chat assistant.",
    pretty_exceptions_enable=False,  # they would print local variables, the token among them
)
add_bot_commands(app, ALL, HOME)
add_database_commands(app)
add_report_commands(app)
add_answer_commands(app)
add_role_commands(app)
add_staff_commands(app)
add_whatsapp_commands(app)

if __name__ == "__main__":
    app()
