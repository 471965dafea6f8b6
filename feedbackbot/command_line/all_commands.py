"""Every command, for help and for whatever is not `run`."""

from collections.abc import Sequence

import typer

from feedbackbot.command_line.answer_commands import add_answer_commands
from feedbackbot.command_line.bot_commands import add_bot_commands
from feedbackbot.command_line.city_commands import add_city_commands
from feedbackbot.command_line.database_commands import add_database_commands
from feedbackbot.command_line.report_commands import add_report_commands
from feedbackbot.command_line.role_commands import add_role_commands
from feedbackbot.command_line.staff_commands import add_staff_commands
from feedbackbot.command_line.whatsapp_commands import add_whatsapp_commands
from feedbackbot.dialogue.conversation import Conversation


def make_app(conversations: Sequence[Conversation], home: str) -> typer.Typer:
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        help="The city's chat assistant.",
        pretty_exceptions_enable=False,  # they would print local variables, the token among them
    )
    add_bot_commands(app, conversations, home)
    add_city_commands(app)
    add_database_commands(app)
    add_report_commands(app)
    add_answer_commands(app)
    add_role_commands(app)
    add_staff_commands(app)
    add_whatsapp_commands(app)
    return app
